import type { Coordinator } from '../en/coordinator.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const coordinator: Coordinator = {
  coverage: {
    covered: (done, all) => `${done} z ${all}`,
    coveredRest: 'zarezerwowane lub odbyte',
    counts: {
      open: (count) => `do rezerwacji: ${count}`,
      held: (count) => `wstrzymane: ${count}`,
      missed: (count) => `opuszczone: ${count}`,
    },
    onlyAttention: 'Tylko to, co wymaga uwagi',
    attentionCount: (count) => `(${count})`,
    nothingNeeds: 'Nic nie wymaga uwagi.',
    cluster: 'Klaster',
    coveredHead: 'Pokryte',
    rowTime: (city) => `czas: ${city}`,
    attention: 'wymaga uwagi',
    caption: 'Sesje każdego klastra według tematów. Godziny według miasta każdego klastra.',
    skipTable: 'Pomiń tabelę',
    cellLabel: (cluster, topic) => `${cluster}, ${topic}`,
    since: (time, city, facts) => `Od ${time} (${city}): ${facts}`,
    fact: {
      open: (who) => `${who}: znów wolna`,
      held: (who) => `${who}: wstrzymana`,
      booked: (who) => `${who}: zarezerwowana`,
      done: (who) => `${who}: odbyta`,
      missed: (who) => `${who}: opuszczona`,
      waived: (who) => `${who}: zwolniona`,
      moved: (who) => `${who}: przeniesiona`,
    },
    ofTopic: (cluster, topic) => `${cluster} (${topic})`,
    load: 'Obciążenie prowadzących',
    loadLine: (hours, count) => `${hours} h, ${count}`,
    loadNone: 'jeszcze nic',
    everyone: 'Dzień wszystkich',
    everyoneDay: 'Dzień',
    common: (span, city) => `Wspólne godziny pracy: ${span} (${city}).`,
    noCommon: 'Nie ma godziny, która byłaby godziną pracy dla wszystkich.',
    commonWithout: (city, span, here) => `Nie ma godziny, która byłaby godziną pracy dla wszystkich; bez jednego miasta (${city}) jest to ${span} (${here}).`,
    daysLeft: (days) => (days < 0 ? 'jej tydzień minął' : days === 0 ? 'dziś ostatni dzień' : many(days, { one: 'został # dzień', few: 'zostały # dni', many: 'zostało # dni', other: 'zostało # dnia' })),
    panelHeld: (left) => `Wstrzymana jeszcze ${left}`,
    bookForThem: 'Zarezerwuj za nich',
    details: 'Strona sesji',
    noBooking: 'Nie wybrano jeszcze terminu.',
    joinLink: 'Odnośnik do spotkania',
    revision: (sequence) => `Wersja ${sequence}`,
    lastTry: (error) => `Ostatni błąd: ${error}`,
    tries: (count) => many(count, { one: '# próba', few: '# próby', many: '# prób', other: '# próby' }),
  },
};
