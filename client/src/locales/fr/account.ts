import type { Account } from '../en/account.ts';

export const account: Account = {
  role: { owner: 'Propriétaire', coordinator: 'Coordination', facilitator: 'Animation', representative: 'Représentant', observer: 'Observation' },
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
  again: {
    why: 'Pour cela, nous vous demandons de vous connecter à nouveau : la dernière fois remonte à plus de huit heures.',
    send: 'Envoyez-moi un lien',
    sent: 'Un lien est en route vers votre adresse. Ouvrez-le dans ce navigateur, puis revenez ici et appuyez encore une fois. Ce que vous avez écrit est toujours là.',
    mailbox: { text: 'Cette installation garde son courrier dans sa propre boîte :', link: 'ouvrir la boîte' },
  },
};
