import type { Account } from '../en/account.ts';

export const account: Account = {
  role: { owner: 'Właściciel', coordinator: 'Koordynator', facilitator: 'Prowadzący', representative: 'Przedstawiciel', observer: 'Obserwator' },
  signOut: 'Wyloguj',
  settings: 'Ustawienia',
  devices: {
    heading: 'Urządzenia',
    lead: 'Gdzie jest Pani/Pan zalogowana(-y). Nieznane proszę wylogować.',
    thisOne: 'to',
    seen: (time: string) => `ostatnio ${time}`,
    since: (day: string) => `zalogowano ${day}`,
    unknown: 'Nieznane urządzenie',
    signOut: 'Wyloguj',
    signOutLabel: (device: string) => `Wyloguj ${device}`,
    everywhere: 'Wyloguj wszędzie',
    everywhereHint: 'Tutaj też. Potrzebny będzie nowy link.',
    out: 'Wylogowano.',
  },
  again: {
    why: 'Do tego prosimy o ponowne zalogowanie: ostatnie było ponad osiem godzin temu.',
    send: 'Wyślij mi odnośnik',
    sent: 'Odnośnik jest w drodze na Twój adres. Otwórz go w tej przeglądarce, wróć tutaj i naciśnij jeszcze raz. To, co napisano, nadal tu jest.',
    mailbox: { text: 'Ta instalacja trzyma pocztę we własnej skrzynce:', link: 'otwórz skrzynkę' },
  },
};
