import type { Cluster } from '../en/cluster.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const cluster: Cluster = {
  programme: {
    lead: (name, city) => `${name} · wszystkie godziny: ${city}`,
    progress: (booked, all) => `Zarezerwowane sesje: ${booked} z ${all}`,
    next: 'Teraz',
    nextToBook: (topic) => `Zarezerwuj „${topic}”`,
    suggestAll: (count) => `Zaproponuj terminy (${count})`,
    by: (day) => `do: ${day}`,
    bookBy: (day) => `Zarezerwuj do: ${day}`,
    daysLeft: (days) => (days === 0 ? 'dziś ostatni dzień' : many(days, { one: 'został # dzień', few: 'zostały # dni', many: 'zostało # dni', other: 'zostało # dnia' })),
    inPerson: 'Na miejscu',
    nothingToBook: 'Nic do rezerwacji',
    goOn: 'Dokończ rezerwację',
    heldByYou: (time, city) => `Wstrzymany dla Was: ${time} (${city})`,
    with: (name) => `prowadzi ${name}`,
    doneOn: (day) => `Odbyta: ${day}`,
    missedOn: (day) => `Opuszczona: ${day}`,
    again: 'Zarezerwuj ponownie',
    againTopic: (topic) => `Zarezerwuj ponownie: ${topic}`,
    againUntil: (day) => `można zarezerwować ponownie do: ${day}`,
    askDate: 'Poproś o termin',
    askDateTopic: (topic) => `Poproś o termin: ${topic}`,
    declined: (names) => `${names}: odmowa`,
    otherTime: (names) => `${names}: prośba o inny termin`,
    waived: 'U Was niepotrzebna',
    weekOver: 'Jej tydzień minął. Poproś koordynatora o nowy termin.',
    empty: 'Wasz program nie ma jeszcze sesji. Dostaniesz wiadomość, gdy ruszy rezerwacja.',
    allBooked: 'Wszystko zarezerwowane.',
    now: 'teraz',
  },
};
