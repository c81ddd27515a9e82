import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is said where a cluster marks the hours that suit it. */
export const wishes = {
  heading: 'Hours that suit you',
  lead: (city: string, offset: string) => `All times in ${city} (${offset}).`,
  why: 'When the coordinator plans the sessions, everybody’s marks count at once, so nobody has to be quick. What you do not mark counts as possible by day and as no at night.',
  week: 'Week',
  previous: 'The week before',
  next: 'The week after',
  brush: 'Mark as',
  marks: { preferred: 'Preferred', possible: 'Possible', no: 'No', none: 'Not marked' },
  cell: (day: string, from: string, to: string, mark: string) => `${day}, ${from} to ${to}, ${mark}`,
  booked: (topic: string) => `your session: ${topic}`,
  gap: 'this time does not exist: the clocks go forward',
  grid: (week: string) => `Your hours: ${week}`,
  howTo: 'Choose a mark, then drag over hours. Or move by arrows, extend with Shift, and press Space.',
  howToTouch: 'Choose a mark, then tap half hours.',
  day: 'Day',
  from: 'From',
  to: 'To',
  wholeDay: 'Show the whole day',
  lessDay: 'Show fewer hours',
  everyDay: 'Monday to Friday',
  set: 'Mark',
  copyWeek: 'Copy this week to the others',
  copied: 'Copied to the other weeks.',
  marked: (hours: string, mark: string) => `${hours} h: ${mark}.`,
  undone: 'Taken back.',
  summary: (preferred: string, no: string) => `This week: ${preferred} h preferred, ${no} h no.`,
  saving: 'Saving…',
  saved: 'Saved',
  unsaved: 'Not saved yet',
  stale: 'A colleague has changed these hours meanwhile.',
  takeTheirs: 'Show the other version',
  keepMine: 'Save mine over it',
  noWeeks: 'This programme has no one-on-one weeks yet, so there is nothing to mark.',
  toProgramme: 'Back to my programme',
  allPlaced: 'Your sessions are all booked; these marks count if something has to be planned again.',
  toPlan: (count: number) => many(count, { one: '# session is still to be placed.', other: '# sessions are still to be placed.' }),
};

export type Wishes = typeof wishes;
