import type { Account } from '../en/account.ts';

export const account: Account = {
  role: { owner: 'Ejer', coordinator: 'Koordinator', facilitator: 'Facilitator', representative: 'Repræsentant', observer: 'Observatør' },
  signOut: 'Log ud',
  settings: 'Dine indstillinger',
  devices: {
    heading: 'Dine enheder',
    lead: 'Hvor du er logget ind. Log dem ud, du ikke kender.',
    thisOne: 'denne',
    seen: (time: string) => `sidst brugt ${time}`,
    since: (day: string) => `logget ind ${day}`,
    unknown: 'En ukendt enhed',
    signOut: 'Log ud',
    signOutLabel: (device: string) => `Log ${device} ud`,
    everywhere: 'Log ud overalt',
    everywhereHint: 'Også her. Du skal bruge et nyt link.',
    out: 'Logget ud.',
  },
  again: {
    why: 'Til dette beder vi dig logge ind igen: sidst er mere end otte timer siden.',
    send: 'Send mig et link',
    sent: 'Et link er på vej til din adresse. Åbn det i denne browser, og kom så tilbage hertil og tryk en gang til. Det, du har skrevet, er her stadig.',
    mailbox: { text: 'Denne installation har sin post i sin egen postkasse:', link: 'åbn postkassen' },
  },
};
