import type { Why } from '../en/why.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const why: Why = {
  heading: (day, time, city) => `${day}, ${time} (${city})`,
  bookable: (count) => many(count, { one: 'Można rezerwować: tu może się zacząć # sesja.', few: 'Można rezerwować: tu mogą się zacząć # sesje.', many: 'Można rezerwować: tu może się zacząć # sesji.', other: 'Można rezerwować: tu może się zacząć # sesji.' }),
  not: 'Żadna sesja nie może się tu zacząć:',
  some: (count) => many(count, { one: '# inna nie może:', few: '# inne nie mogą:', many: '# innych nie może:', other: '# innych nie może:' }),
  checking: 'Sprawdzanie…',
  choosePattern: 'Wybierz „Jeden tydzień”, aby zobaczyć, czy godzinę można zarezerwować, a jeśli nie, dlaczego.',
  causes: {
    pattern: 'Według wzorca masz wtedy zamknięte.',
    exception: 'Masz wtedy zamknięte przez zmianę dla tej daty.',
    short: 'Sesja wyszłaby poza koniec Twoich otwartych godzin.',
    'off-grid': 'Sesje zaczynają się w równych odstępach od początku Twoich otwartych godzin.',
    'too-soon': 'To wcześniej, niż pozwala wyprzedzenie w programie.',
    'facilitator-engaged': 'Masz wtedy zarezerwowaną lub wstrzymaną sesję.',
    buffer: 'Za blisko zarezerwowanej sesji: program zostawia wolny czas wokół każdej.',
    'facilitator-busy': 'Masz wtedy zajęte w swoim kalendarzu.',
    'facilitator-day-full': 'Tego dnia masz już tyle sesji, na ile pozwala program.',
    'cluster-engaged': 'Klaster ma wtedy inną sesję.',
    'cluster-day-full': 'Klaster ma tego dnia tyle sesji, na ile pozwala program.',
    'outside-phase': 'To nie jest tydzień wirtualny żadnej sesji, którą możesz poprowadzić.',
    'no-session': 'Wszystkie sesje, które możesz poprowadzić, są zarezerwowane.',
  },
};
