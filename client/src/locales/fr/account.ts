import type { Account } from '../en/account.ts';

export const account: Account = {
  signOut: 'Se déconnecter',
  settings: 'Vos réglages',
  devices: {
    heading: 'Vos appareils',
    lead: 'Où vous êtes connecté. Déconnectez ce que vous ne connaissez pas.',
    thisOne: 'celui-ci',
    seen: (time: string) => `utilisé ${time}`,
    since: (day: string) => `connecté le ${day}`,
    unknown: 'Un appareil inconnu',
    signOut: 'Déconnecter',
    signOutLabel: (device: string) => `Déconnecter ${device}`,
    everywhere: 'Se déconnecter partout',
    everywhereHint: 'Ici aussi. Il vous faudra un nouveau lien.',
    out: 'Déconnecté.',
  },
};
