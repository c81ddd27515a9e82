import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is said where the rules of a programme are kept. */
export const rules = {
  lead: 'What the programme is and how it is booked.',
  facts: 'Name and dates',
  booking: 'How sessions are booked',
  change: 'Change',
  changeWhat: (what: string) => `Change: ${what}`,
  session: 'Length of a session',
  step: 'Sessions begin every',
  notice: 'Booked at least so long before',
  hold: 'A chosen time is kept for',
  bufferBefore: 'Free before a session',
  bufferAfter: 'Free after a session',
  perFacilitator: 'Sessions of one facilitator in a day, at most',
  perCluster: 'Sessions of one cluster in a day, at most',
  noLimit: 'as many as fit',
  minutes: 'minutes',
  meeting: 'Where sessions meet',
  meetingHint: 'A link that begins with https://; {room} in it becomes a name of its own for each session. Left empty: a room is made for each.',
  parts: 'Weeks and topics',
  givers: 'Who gives it',
  givenBy: (who: string) => `Given by ${who}`,
  givenByNobody: 'Nobody gives it yet',
  weekHint: 'Booked sessions stay as they are, whatever dates the week has.',
  topicHint: 'In a virtual week every cluster gets a session of it. Its name changes in everybody’s calendar.',
  retention: 'How long people are remembered',
  retentionHint: 'So many days after the last day, names, addresses and words are erased; sessions, hours and dates stay.',
  keepFor: (days: number) => many(days, { one: '# day after the last day', other: '# days after the last day' }),
  keepOn: 'Until somebody asks for it',
  forgotten: (when: string) => `People were forgotten ${when}.`,
  retentionSaved: 'Kept.',
  number: 'Write a whole number.',
};

export type Rules = typeof rules;
