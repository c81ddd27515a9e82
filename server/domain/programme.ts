import type { Interval } from './interval.ts';

/** A calendar date, `YYYY-MM-DD`, in the zone its context names. */
export type IsoDate = string;
/** A wall time, `HH:mm`; `24:00` may end a span. */
export type WallTime = string;
/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How sessions of a programme are cut and protected. All lengths are whole minutes. */
export interface Policy {
  readonly sessionMinutes: number;
  readonly slotStepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly minimumNoticeMinutes: number;
  readonly holdMinutes: number;
  /** Absent: no limit. Counted on dates in the facilitator's zone. */
  readonly maximumPerFacilitatorPerDay?: number | undefined;
  /** Absent: no limit. Counted on dates in the cluster's zone. */
  readonly maximumPerClusterPerDay?: number | undefined;
  /** External calendars not read for longer than this are not known; then `warn` lists slots with their age, `block` none. */
  readonly busyMaximumAgeMinutes?: number | undefined;
  readonly whenBusyUnknown?: 'warn' | 'block' | undefined;
}

/** Dates in the programme's zone, both inclusive. */
export interface PhaseDates {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** Working hours on dates of the owner's zone; days default to Monday–Friday. */
export interface WorkingHours {
  readonly from: WallTime;
  readonly to: WallTime;
  readonly days?: readonly Weekday[] | undefined;
}

export interface WallSpan {
  readonly from: WallTime;
  readonly to: WallTime;
}

export interface WeeklyRule extends WallSpan {
  readonly days: readonly Weekday[];
  readonly validFrom?: IsoDate | undefined;
  readonly validUntil?: IsoDate | undefined;
}

/** Replaces all weekly spans that start on its date; no spans is a day off. */
export interface DatedOverride {
  readonly date: IsoDate;
  readonly spans: readonly WallSpan[];
}

/** From `from` to `until` (dates, both inclusive) rules and overrides are read in `timeZone`. */
export interface Travel {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly timeZone: string;
}

export interface Availability {
  readonly rules: readonly WeeklyRule[];
  readonly overrides: readonly DatedOverride[];
  readonly travel?: readonly Travel[] | undefined;
}

/** A held or booked session as it stands in someone's way. */
export interface Engagement {
  readonly span: Interval;
  /** The span with the buffers it was made with. */
  readonly protectedSpan: Interval;
}
