import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is said where every session is given a time at once. */
export const allTimes = {
  heading: 'Times for all your sessions',
  lead: (city: string) => `For each session that is still to book, a time that suits both sides, on days of their own where there are any. All times in ${city}. Change what you like; nothing is booked before you press the button.`,
  timeFor: (topic: string) => `Time for ${topic}`,
  notNow: 'Not now',
  left: 'Left for later.',
  none: 'No time in office hours is free.',
  more: 'See what else there is',
  noneBeside: 'Nothing that goes with the other times. Choose one, and the others make room where they can.',
  replaced: 'Your time was just taken; this is the next best.',
  needs: 'What do you want to get out of these sessions?',
  needsHint: 'Every facilitator above reads this before you meet. You can write more for each on its own page.',
  book: (count: number) => many(count, { one: 'Book # session', other: 'Book # sessions' }),
  booking: (at: number, all: number) => `Booking ${at} of ${all}…`,
  booked: (count: number) => many(count, { one: '# session is booked.', other: '# sessions are booked.' }),
  lost: (count: number) => many(count, { one: '# time had just been taken; another is suggested.', other: '# times had just been taken; others are suggested.' }),
  nothing: 'There is nothing left to book.',
  back: 'Back to my programme',
  stopped: 'Not everything could be booked',
};

export type AllTimes = typeof allTimes;
