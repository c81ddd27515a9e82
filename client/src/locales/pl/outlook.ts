import type { Outlook } from '../en/outlook.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const outlook: Outlook = {
  lead: 'Co można wiedzieć z góry: czy wszystko się zmieści, jakie godziny są wspólne, kiedy zmienia się czas, kto ma święto.',
  fit: 'Czy się zmieści?', fitHint: 'Sesje do umieszczenia i ile mogliby poprowadzić prowadzący, gdyby nie prowadzili innych.',
  fitLine: (demand, supply) => `do umieszczenia: ${demand}, miejsc: ${supply}`, short: 'za mało',
  topicLine: (demand, facilitators, supply) => `do umieszczenia: ${demand}; ${many(facilitators, { one: '# prowadzący', few: '# prowadzących', many: '# prowadzących', other: '# prowadzących' })}, miejsc: ${supply}`,
  fits: 'Wszystko ma swoje miejsce.', unfit: (count) => many(count, { one: '# sesja nie ma miejsca', few: '# sesje nie mają miejsca', many: '# sesji nie ma miejsca', other: '# sesji nie ma miejsca' }),
  common: 'Wspólne godziny', commonHint: 'Między każdym klastrem a każdym prowadzącym jego tematów, zanim cokolwiek zarezerwowano. W godzinach pracy obu stron; w nawiasie z godzinami wczesnymi i późnymi.',
  hours: (common, waking) => `${common} godz. (${waking} godz.)`, none: 'brak', week: 'Tydzień', cluster: 'Klaster',
  clocks: 'Zmiany czasu', clockLine: (city, before, after) => `${city}: zmiana z ${before} na ${after}.`, clocksNone: 'W czasie programu czas się nie zmienia.', clocksHint: 'Wszystkie pokazane godziny już to uwzględniają.',
  touches: (names) => `Dotyczy: ${names}.`,
  holidays: 'Święta', holidaysHint: 'Plany zostawiają te dni wolne. Proszę zaznaczyć te, w które mimo wszystko się pracuje.', holidaysNone: 'W czasie programu nikt nie ma święta.',
  worked: 'dzień pracy', workedWho: (name, country) => `${name} (${country}): dzień pracy`,
  nothing: 'Nie ma jeszcze sesji, które można by przewidywać. Temat w tygodniu wirtualnym daje po jednej każdemu klastrowi.', nobody: 'W tym tygodniu nikt jeszcze nie prowadzi tematu.',
};
