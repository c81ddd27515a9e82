import type { Calendars } from '../en/calendars.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

/** What is said of a facilitator's external calendars. */
export const calendars: Calendars = {
  heading: 'Pozostałe kalendarze',
  lead: 'Zajęte w nich godziny nie są proponowane klastrom. Odczytujemy kiedy, nigdy co.',
  none: 'Jeszcze żadnego.',
  address: 'Adres ICS',
  hint: 'Google: „Tajny adres w formacie iCal”. Outlook: „Opublikuj kalendarz”, ICS. Nextcloud: link kalendarza. Adres jest przechowywany w postaci zaszyfrowanej i nikomu nie jest pokazywany.',
  name: 'Nazwa (opcjonalnie)',
  add: 'Dodaj kalendarz',
  adding: 'Dodawanie…',
  waiting: 'trwa pierwszy odczyt',
  read: (when) => `odczytano ${when}`,
  never: 'jeszcze nie odczytano',
  events: (count) => many(count, { one: '# wydarzenie', few: '# wydarzenia', many: '# wydarzeń', other: '# wydarzenia' }),
  failed: (why) => `Ostatnia próba się nie udała: ${why}`,
  kept: 'Poprzedni odczyt nadal obowiązuje.',
  /** By what can be done about it. */
  faults: {
    address: 'pod tym adresem nikt nie odpowiada.',
    silent: 'serwer nie odpowiedział poprawnie.',
    closed: 'serwer już go nam nie udostępnia.',
    content: 'to, co przyszło, nie jest całym kalendarzem.',
    large: 'jest zbyt duży.',
    emptied: 'przyszedł bez żadnych wydarzeń.',
    key: 'adresu nie można już odszyfrować; proszę dodać go ponownie.',
  },
  stale: 'Zbyt dawno nieodczytany: klastry są o tym informowane albo nic nie jest im proponowane.',
  inexact: 'Niektórych wydarzeń nie udało się odczytać dokładnie; liczą się jako zajęte.',
  refresh: 'Odczytaj teraz',
  refreshLabel: (name) => `Odczytaj teraz ${name}`,
  remove: 'Usuń',
  removeLabel: (name) => `Usuń ${name}`,
  removed: 'Usunięto. Jego godziny są znów wolne.',
};
