import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is said to a coordinator. */
export const coordinator = {
  coverage: {
    covered: (done: number, all: number) => `${done} of ${all}`,
    coveredRest: 'booked or done',
    counts: {
      open: (count: number) => `${count} to book`,
      held: (count: number) => `${count} held`,
      missed: (count: number) => `${count} missed`,
    },
    onlyAttention: 'Only what needs attention',
    attentionCount: (count: number) => `(${count})`,
    nothingNeeds: 'Nothing needs attention.',
    cluster: 'Cluster',
    coveredHead: 'Covered',
    rowTime: (city: string) => `${city} time`,
    attention: 'needs attention',
    caption: 'Sessions of each cluster by topic. Times are in each cluster’s own city.',
    skipTable: 'Skip the table',
    cellLabel: (cluster: string, topic: string) => `${cluster}, ${topic}`,
    since: (time: string, city: string, facts: string) => `Since ${time} in ${city}: ${facts}`,
    fact: {
      open: (who: string) => `${who} open again`,
      held: (who: string) => `${who} held`,
      booked: (who: string) => `${who} booked`,
      done: (who: string) => `${who} done`,
      missed: (who: string) => `${who} missed`,
      waived: (who: string) => `${who} waived`,
      moved: (who: string) => `${who} moved`,
    },
    ofTopic: (cluster: string, topic: string) => `${cluster} (${topic})`,
    load: 'Facilitator load',
    loadLine: (hours: string, count: string) => `${hours} h, ${count}`,
    loadNone: 'none yet',
    everyone: 'Everyone’s day',
    everyoneDay: 'Day',
    common: (span: string, city: string) => `Common office hours: ${span} in ${city}.`,
    noCommon: 'There is no hour that is office hours for everyone.',
    commonWithout: (city: string, span: string, here: string) => `There is no hour that is office hours for everyone; without ${city} it is ${span} in ${here}.`,
    daysLeft: (days: number) => (days < 0 ? 'its week is over' : days === 0 ? 'last day today' : many(days, { one: '# day left', other: '# days left' })),
    panelHeld: (left: string) => `Held for ${left} more`,
    bookForThem: 'Book for them',
    details: 'Session page',
    noBooking: 'No time is chosen yet.',
    joinLink: 'Link to join',
    revision: (sequence: number) => `Revision ${sequence}`,
    lastTry: (error: string) => `Last error: ${error}`,
    tries: (count: number) => many(count, { one: '# try', other: '# tries' }),
  },
};

export type Coordinator = typeof coordinator;
