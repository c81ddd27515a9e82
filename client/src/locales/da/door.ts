import type { Door } from '../en/door.ts';

export const door: Door = {
  signIn: {
    heading: 'Log ind',
    lead: 'Vi sender dig et link. Der er ingen adgangskode.',
    email: 'Din mailadresse',
    send: 'Send mig et link',
    sentHeading: 'Se i din mail',
    sent: (email) => `Hvis vi kender ${email}, er et link på vej. Det kan tage et minut.`,
    code: 'Åbner du linket i en anden browser eller på en anden enhed, beder det om denne kode:',
    again: 'Brug en anden adresse',
    mailbox: 'Denne installation har sin post i sin egen postkasse:',
    mailboxLink: 'åbn postkassen',
    picture: 'Én time, set fra tre byer',
    privacy: 'Det ved vi om dig',
    badEmail: 'Skriv én mailadresse, for eksempel navn@example.org.',
  },
};
