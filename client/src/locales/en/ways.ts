import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is said where no time is free, and what one can do about it. */
export const ways = {
  freed: 'A time you were waiting for is free.',
  look: 'Look',
  emptyHeading: (dates: string) => `No times are free ${dates}`,
  emptyOutside: (count: number) => `${many(count, { one: '# more is', other: '# more are' })} open outside office hours.`,
  showOutside: 'Show them',
  emptyFilter: (name: string) => `${name} has no free time. Others do.`,
  showAnyone: 'Show everyone’s times',
  accept: (time: string, count: number) => `${time}: ${many(count, { one: '# time', other: '# times' })}`,
  acceptHeading: 'Would one of these hours do?',
  wait: 'Tell me when one is free',
  waiting: 'You will get one mail when a time comes free.',
  waitNoMore: 'Do not tell me',
  ask: 'Ask the coordinator',
  askHeading: 'Ask the coordinator',
  askLabel: 'What would you like to ask?',
  askHint: (topic: string) => `About “${topic}”. The answer comes to your mail.`,
  askSend: 'Send',
  askSending: 'Sending…',
  asked: 'Your question is on its way.',
  askMissing: 'Write what you would like to ask.',
  reason: {
    heading: 'Why there are none',
    /** By the server's cause, after a number of times; a cause that is not here is left out. */
    causes: {
      'too-soon': 'begin sooner than the programme’s notice allows',
      'facilitator-engaged': 'are booked by other clusters',
      'facilitator-busy': 'are taken in a facilitator’s own calendar',
      'busy-unknown': 'are with a facilitator whose own calendar could not be read lately',
      'facilitator-day-full': 'are on days when the facilitator has no room for more',
      'cluster-engaged': 'meet another session of yours',
      'cluster-day-full': 'are on days when you already have a session',
      'outside-hours': 'are outside office hours',
    } as Record<string, string>,
    none: {
      'no-facilitator': 'Nobody gives this topic yet.',
      'outside-phase': 'The days asked for are not those of this session.',
      'outside-availability': 'No facilitator of this topic has opened hours in these days.',
    } as Record<string, string>,
    line: (count: number, why: string) => `${many(count, { one: '# time', other: '# times' })} ${why}`,
  },
};

export type Ways = typeof ways;
