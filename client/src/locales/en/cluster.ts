import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is said to a cluster, and to whoever books for one. */
export const cluster = {
  programme: {
    lead: (name: string, city: string) => `${name} · all times in ${city}`,
    progress: (booked: number, all: number) => `${booked} of ${all} sessions booked`,
    next: 'Next',
    nextToBook: (topic: string) => `Book “${topic}”`,
    suggestAll: (count: number) => `Suggest times for all ${count}`,
    /** After the state's own words: `To book by Friday 27 March`. */
    by: (day: string) => `by ${day}`,
    bookBy: (day: string) => `Book by ${day}`,
    daysLeft: (days: number) => (days === 0 ? 'last day today' : many(days, { one: '# day left', other: '# days left' })),
    inPerson: 'In person',
    nothingToBook: 'Nothing to book',
    goOn: 'Go on booking',
    heldByYou: (time: string, city: string) => `${time} in ${city} is held for you`,
    with: (name: string) => `with ${name}`,
    doneOn: (day: string) => `Done on ${day}`,
    missedOn: (day: string) => `Missed on ${day}`,
    again: 'Book again',
    againTopic: (topic: string) => `Book ${topic} again`,
    againUntil: (day: string) => `it can be booked again until ${day}`,
    askDate: 'Ask for a date',
    askDateTopic: (topic: string) => `Ask for a date for ${topic}`,
    declined: (names: string) => `${names} has declined`,
    otherTime: (names: string) => `${names} asks for another time`,
    waived: 'Not needed for you',
    weekOver: 'Its week is over. Ask the coordinator for a new date.',
    empty: 'Your programme has no sessions yet. You will get a mail when booking opens.',
    allBooked: 'Everything is booked.',
    now: 'now',
  },
};

export type Cluster = typeof cluster;
