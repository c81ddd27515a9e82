import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is said of a facilitator's external calendars. */
export const calendars = {
  heading: 'Your other calendars',
  lead: 'What they say is taken is not offered to clusters. We read when, never what.',
  none: 'None yet.',
  address: 'ICS address',
  hint: 'Google: “Secret address in iCal format”. Outlook: “Publish a calendar”, ICS. Nextcloud: the calendar’s link. It is kept encrypted and shown to nobody.',
  name: 'Name, if you like',
  add: 'Add calendar',
  adding: 'Adding…',
  waiting: 'being read for the first time',
  read: (when: string) => `read ${when}`,
  never: 'never read yet',
  events: (count: number) => many(count, { one: '# event', other: '# events' }),
  failed: (why: string) => `The last try failed: ${why}`,
  kept: 'What it said before still holds.',
  /** By what can be done about it. */
  faults: {
    address: 'nobody answers at this address.',
    silent: 'its server did not answer well.',
    closed: 'its server no longer gives it to us.',
    content: 'what came is not a whole calendar.',
    large: 'it is too large.',
    emptied: 'it came without any events.',
    key: 'its address can no longer be decrypted; add it again.',
  },
  stale: 'Not read for too long: clusters are told so, or offered nothing.',
  inexact: 'Some events could not be read exactly; they count as taken.',
  refresh: 'Read now',
  refreshLabel: (name: string) => `Read ${name} now`,
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  removed: 'Removed. Its times are free again.',
};

export type Calendars = typeof calendars;
