import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** Why an hour of a facilitator's week cannot be booked. */
export const why = {
  heading: (day: string, time: string, city: string) => `${day}, ${time} in ${city}`,
  bookable: (count: number) => many(count, { one: 'Bookable: # session could begin here.', other: 'Bookable: # sessions could begin here.' }),
  not: 'No session can begin here:',
  some: (count: number) => many(count, { one: '# other cannot:', other: '# others cannot:' }),
  checking: 'Looking…',
  choosePattern: 'Choose “One week” to see whether an hour can be booked, and why not.',
  causes: {
    pattern: 'You are closed then, by your pattern.',
    exception: 'You are closed then, by what you changed for this date.',
    short: 'A session would run past the end of your open hours.',
    'off-grid': 'Sessions begin in even steps from the beginning of your open hours.',
    'too-soon': 'It is sooner than the programme’s notice allows.',
    'facilitator-engaged': 'You have a booked or held session then.',
    buffer: 'It is too near to a booked session: the programme keeps time free around each.',
    'facilitator-busy': 'You are busy in your own calendar.',
    'facilitator-day-full': 'You have as many sessions that day as the programme allows.',
    'cluster-engaged': 'The cluster has another session then.',
    'cluster-day-full': 'The cluster has as many sessions that day as the programme allows.',
    'outside-phase': 'It lies in no virtual week of a session you could give.',
    'no-session': 'Every session that you could give is booked.',
  } as Record<string, string>,
};

export type Why = typeof why;
