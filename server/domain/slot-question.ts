import type { Schedule } from './availability.ts';
import type { Instant, Interval } from './interval.ts';
import type { Engagement, IsoDate, PhaseDates, Policy, WorkingHours } from './programme.ts';

/** Everything that decides which slots one session has. */
export interface SlotQuestion {
  readonly now: Instant;
  readonly programmeTimeZone: string;
  readonly policy: Policy;
  /** The session's phase. */
  readonly phase: PhaseDates;
  readonly cluster: SlotCluster;
  readonly facilitators: readonly SlotFacilitator[];
  /** Slots that start on these dates of `timeZone`, both inclusive, 370 days at most. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly timeZone: string;
  /** Whether slots outside someone's working hours are wanted. */
  readonly outsideHours: boolean;
}

export interface SlotCluster {
  readonly timeZone: string;
  /** None: 09:00–17:00, Monday–Friday. */
  readonly workingHours: WorkingHours | null;
  /** The cluster's other sessions, held or booked, in any order. */
  readonly engagements: readonly Engagement[];
}

export interface SlotFacilitator {
  readonly id: string;
  /** Home zone: day limits are counted on its dates, whoever travels. */
  readonly timeZone: string;
  readonly schedule: Schedule;
  /** None: whenever available. */
  readonly workingHours: WorkingHours | null;
  /** The facilitator's other sessions, held or booked, in any order. */
  readonly engagements: readonly Engagement[];
  /** What external calendars say is taken, in any order. */
  readonly busy: readonly Interval[];
  /** When the external calendars were last read, where that is longer ago than allowed. */
  readonly busyAsOf?: Instant | undefined;
  /** What is not known is not free: the programme has no slots of theirs listed until it is. */
  readonly isBusyUnknown?: boolean | undefined;
}

export type Side = 'cluster' | 'facilitator';

/** `day`: inside their working hours; `edge`: inside 07:00–20:00; `night`: neither. */
export type Comfort = 'day' | 'edge' | 'night';

export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
  readonly facilitatorId: string;
  /** Outside whose working hours: empty, one or both. */
  readonly outsideHours: readonly Side[];
  readonly comfort: Readonly<Record<Side, Comfort>>;
  readonly busyAsOf?: Instant;
}

/** Why a start is no slot. Where several hold, the first in this order is named. */
export type SlotCause =
  | 'no-facilitator'
  | 'outside-phase'
  | 'outside-availability'
  | 'off-grid'
  | 'too-soon'
  | 'facilitator-engaged'
  | 'facilitator-busy'
  | 'busy-unknown'
  | 'facilitator-day-full'
  | 'cluster-engaged'
  | 'cluster-day-full'
  | 'outside-hours'
  | 'outside-range';

/** The starts of one facilitator's slots: `first, last, first, last, …`, each run in steps, ascending. */
export interface FacilitatorRuns {
  readonly facilitatorId: string;
  readonly stepMilliseconds: number;
  readonly runs: readonly number[];
}
