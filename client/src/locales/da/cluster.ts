import type { Cluster } from '../en/cluster.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const cluster: Cluster = {
  programme: {
    lead: (name, city) => `${name} · alle tider i ${city}`,
    progress: (booked, all) => `${booked} af ${all} sessioner booket`,
    next: 'Næste skridt',
    nextToBook: (topic) => `Book »${topic}«`,
    suggestAll: (count) => `Foreslå tider til alle ${count}`,
    by: (day) => `senest ${day}`,
    bookBy: (day) => `Book senest ${day}`,
    daysLeft: (days) => (days === 0 ? 'sidste dag i dag' : many(days, { one: '# dag tilbage', other: '# dage tilbage' })),
    inPerson: 'Fremmøde',
    nothingToBook: 'Intet at booke',
    goOn: 'Fortsæt bookingen',
    heldByYou: (time, city) => `${time} i ${city} er reserveret til jer`,
    with: (name) => `med ${name}`,
    doneOn: (day) => `Afholdt ${day}`,
    missedOn: (day) => `Udeblevet ${day}`,
    again: 'Book igen',
    againTopic: (topic) => `Book ${topic} igen`,
    againUntil: (day) => `kan bookes igen senest ${day}`,
    askDate: 'Bed om en dato',
    askDateTopic: (topic) => `Bed om en dato til ${topic}`,
    declined: (names) => `${names} har sagt nej`,
    otherTime: (names) => `${names} beder om et andet tidspunkt`,
    waived: 'Ikke nødvendig for jer',
    weekOver: 'Dens uge er forbi. Bed koordinatoren om en ny dato.',
    empty: 'Jeres program har endnu ingen sessioner. Du får en mail, når bookingen åbner.',
    allBooked: 'Alt er booket.',
    now: 'nu',
  },
};
