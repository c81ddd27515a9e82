import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is coming: said before a programme is made, and as long as it lasts. */
export const outlook = {
  lead: 'What can be known beforehand: whether it fits, which hours both sides share, when clocks change, who has a holiday.',
  fit: 'Will it fit?',
  fitHint: 'Sessions still to place, against how many the facilitators could give if they gave nothing else.',
  fitLine: (demand: number, supply: number) => `${demand} to place, room for ${supply}`,
  short: 'too little',
  topicLine: (demand: number, facilitators: number, supply: number) => `${demand} to place, ${many(facilitators, { one: '# facilitator', other: '# facilitators' })} with room for ${supply}`,
  fits: 'Everything has a place.',
  unfit: (count: number) => many(count, { one: '# session has no place', other: '# sessions have no place' }),
  common: 'Hours in common',
  commonHint: 'Between each cluster and each facilitator of its topics, before anything is booked. In office hours for both; in brackets with early and late hours.',
  hours: (common: string, waking: string) => `${common} h (${waking} h)`,
  none: 'none',
  week: 'Week',
  cluster: 'Cluster',
  clocks: 'Clock changes',
  clockLine: (city: string, before: string, after: string) => `${city} goes from ${before} to ${after}.`,
  clocksNone: 'No clock changes while it lasts.',
  clocksHint: 'Every time shown here already counts that.',
  touches: (names: string) => `For ${names}.`,
  holidays: 'Public holidays',
  holidaysHint: 'Plans leave these days free. Tick the ones on which people work all the same.',
  holidaysNone: 'No public holiday in anybody’s country while it lasts.',
  worked: 'is worked',
  workedWho: (name: string, country: string) => `${name} in ${country} is worked`,
  nothing: 'There are no sessions to look ahead to yet. A topic in a virtual week gives each cluster one.',
  nobody: 'Nobody teaches a topic in this week yet.',
};

export type Outlook = typeof outlook;
