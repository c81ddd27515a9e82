import type { AllTimes } from '../en/all-times.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const allTimes: AllTimes = {
  heading: 'Terminy wszystkich sesji',
  lead: (city) => `Dla każdej sesji, która czeka na rezerwację, termin dogodny dla obu stron, w miarę możliwości każda innego dnia. Wszystkie godziny: ${city}. Zmieńcie, co chcecie; nic nie jest zarezerwowane, dopóki nie naciśniecie przycisku.`,
  timeFor: (topic) => `Termin: ${topic}`,
  notNow: 'Nie teraz',
  left: 'Zostaje na później.',
  none: 'Brak wolnych terminów w godzinach pracy.',
  more: 'Zobacz, co jeszcze jest',
  noneBeside: 'Żaden nie pasuje do pozostałych. Wybierzcie jeden, a inne zrobią miejsce, jeśli się da.',
  replaced: 'Ten termin właśnie zajęto; to następny najlepszy.',
  needs: 'Co chcecie wynieść z tych sesji?',
  needsHint: 'Każdy z powyższych prowadzących czyta to przed spotkaniem. Więcej możecie napisać na stronie każdej sesji.',
  book: (count) => many(count, { one: 'Zarezerwuj # sesję', few: 'Zarezerwuj # sesje', many: 'Zarezerwuj # sesji', other: 'Zarezerwuj # sesji' }),
  booking: (at, all) => `Rezerwacja ${at} z ${all}…`,
  booked: (count) => many(count, { one: 'Zarezerwowano # sesję.', few: 'Zarezerwowano # sesje.', many: 'Zarezerwowano # sesji.', other: 'Zarezerwowano # sesji.' }),
  lost: (count) => many(count, { one: '# termin właśnie zajęto; proponowany jest inny.', few: '# terminy właśnie zajęto; proponowane są inne.', many: '# terminów właśnie zajęto; proponowane są inne.', other: '# terminu właśnie zajęto; proponowane są inne.' }),
  nothing: 'Nie ma już nic do zarezerwowania.',
  back: 'Wróć do mojego programu',
  stopped: 'Nie wszystko udało się zarezerwować',
};
