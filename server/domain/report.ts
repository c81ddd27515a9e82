import type { Instant, Interval } from './interval.ts';
import type { IsoDate } from './programme.ts';

/** Everything a funder is shown of a programme, as it stands at one moment. */
export interface Report {
  readonly at: Instant;
  readonly programme: { readonly name: string; readonly timeZone: string; readonly startsOn: IsoDate; readonly endsOn: IsoDate };
  readonly clusters: readonly ReportedParty[];
  readonly facilitators: readonly ReportedParty[];
  /** In the programme's order: by phase, topic, cluster. */
  readonly sessions: readonly ReportedSession[];
}

export interface ReportedParty {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly people: readonly { readonly name: string; readonly email: string; readonly language: string }[];
}

export interface ReportedSession {
  readonly id: string;
  readonly cluster: ReportedParty;
  readonly topic: string;
  readonly phase: string;
  readonly state: 'open' | 'booked' | 'done' | 'missed' | 'waived';
  readonly waivedBecause: string | null;
  /** Whole minutes of the booking; of the programme's policy where there is none. */
  readonly minutes: number;
  readonly booking: ReportedBooking | null;
}

export interface ReportedBooking {
  readonly facilitator: ReportedParty;
  readonly span: Interval;
  readonly people: readonly { readonly name: string; readonly role: 'facilitator' | 'representative'; readonly attended: boolean | null }[];
  /** Invitations of its present revision: to how many people, and how many of them were taken by their mail servers. */
  readonly invited: number;
  readonly delivered: number;
}

/** Minutes of one party's sessions, by what became of them. */
export interface Hours {
  readonly name: string;
  readonly sessions: Readonly<Record<ReportedSession['state'], number>>;
  readonly heldMinutes: number;
  readonly bookedMinutes: number;
}

export function hoursByCluster({ clusters, sessions }: Report): Hours[] {
  return clusters.map(({ id, name }) => hoursOf(name, sessions.filter(({ cluster }) => cluster.id === id)));
}

export function hoursByFacilitator({ facilitators, sessions }: Report): Hours[] {
  return facilitators.map(({ id, name }) => hoursOf(name, sessions.filter(({ booking }) => booking?.facilitator.id === id)));
}

export function hoursOfAll({ programme, sessions }: Report): Hours {
  return hoursOf(programme.name, sessions);
}

function hoursOf(name: string, sessions: readonly ReportedSession[]): Hours {
  const count = (state: ReportedSession['state']) => sessions.filter((session) => session.state === state).length;
  const minutesOf = (state: ReportedSession['state']) => sessions.reduce((sum, session) => sum + (session.state === state ? session.minutes : 0), 0);
  return {
    name,
    sessions: { open: count('open'), booked: count('booked'), done: count('done'), missed: count('missed'), waived: count('waived') },
    heldMinutes: minutesOf('done'),
    bookedMinutes: minutesOf('booked'),
  };
}
