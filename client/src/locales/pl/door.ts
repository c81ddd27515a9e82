import type { Door } from '../en/door.ts';

export const door: Door = {
  signIn: {
    heading: 'Zaloguj się',
    lead: 'Wyślemy Ci odnośnik. Hasła nie ma.',
    email: 'Twój adres e-mail',
    send: 'Wyślij mi odnośnik',
    sentHeading: 'Sprawdź pocztę',
    sent: (email) => `Jeśli znamy ${email}, odnośnik jest w drodze. To może potrwać minutę.`,
    code: 'Po otwarciu linku w innej przeglądarce lub na innym urządzeniu trzeba podać ten kod:',
    again: 'Użyj innego adresu',
    mailbox: 'Ta instalacja trzyma pocztę we własnej skrzynce:',
    mailboxLink: 'otwórz skrzynkę',
    picture: 'Jedna godzina, widziana z trzech miast',
    privacy: 'Co o Państwu wiemy',
    badEmail: 'Wpisz jeden adres e-mail, na przykład imie@example.org.',
  },
};
