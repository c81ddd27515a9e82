import { DateTime } from 'luxon';
import type { Instant, Interval } from '../../server/domain/interval.ts';
import type { Availability, Engagement, IsoDate, PhaseDates, Policy, WallTime, Weekday } from '../../server/domain/programme.ts';
import { listSlots, type Slot } from '../../server/domain/slots.ts';
import { compiled, type PlainFacilitator, type PlainQuestion } from './plain-question.ts';

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A question in few words. What is not named stands in nobody's way. */
export interface Case {
  /** The zone of everybody who is not given another. */
  readonly zone: string;
  readonly from: IsoDate;
  /** As `from` unless named. */
  readonly to?: IsoDate;
  readonly phase?: PhaseDates;
  readonly programmeZone?: string;
  readonly viewerZone?: string;
  readonly now?: string;
  readonly policy?: Partial<Policy>;
  /** `09:00-12:00 13:00-17:00` on every day, or a whole availability. */
  readonly available?: string | Partial<Availability>;
  readonly busy?: readonly Interval[];
  readonly engagements?: readonly Engagement[];
  readonly cluster?: Partial<PlainQuestion['cluster']>;
  readonly facilitators?: readonly (Partial<PlainFacilitator> & { id: string })[];
  /** Unless named, hours stand in nobody's way either. */
  readonly outsideHours?: boolean;
}

export function questionOf(given: Case): PlainQuestion {
  const { zone, from, to = from } = given;
  return {
    now: at(given.now ?? '2020-01-01T00:00Z'),
    programmeTimeZone: given.programmeZone ?? zone,
    policy: {
      sessionMinutes: 60, slotStepMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, minimumNoticeMinutes: 0, holdMinutes: 5,
      ...given.policy,
    },
    phase: given.phase ?? { startsOn: from, endsOn: to },
    cluster: { timeZone: zone, workingHours: null, engagements: [], ...given.cluster },
    facilitators: (given.facilitators ?? [{ id: 'ann' }]).map((facilitator) => ({
      timeZone: zone,
      availability: availabilityOf(given.available ?? '00:00-24:00'),
      workingHours: null,
      engagements: given.engagements ?? [],
      busy: given.busy ?? [],
      ...facilitator,
    })),
    from,
    to,
    timeZone: given.viewerZone ?? zone,
    outsideHours: given.outsideHours ?? true,
  };
}

export function slotsOf(given: Case): Slot[] {
  return listSlots(compiled(questionOf(given)));
}

/** Starts as the clock in the case's zone shows them: `Sun 29 09:00 +02:00`. */
export function startsOf(given: Case): string[] {
  return slotsOf(given).map(({ start }) => DateTime.fromMillis(start, { zone: given.zone, locale: 'en' }).toFormat('ccc dd HH:mm ZZ'));
}

/** The same, times of day only. */
export function timesOf(given: Case): string[] {
  return slotsOf(given).map(({ start }) => DateTime.fromMillis(start, { zone: given.zone }).toFormat('HH:mm'));
}

/** Whole hours as they are listed: `hours(9, 11)` is `09:00 10:00 11:00`. */
export function hours(first: number, last: number): WallTime[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `${String(first + i).padStart(2, '0')}:00`);
}

export function availabilityOf(available: string | Partial<Availability>): Availability {
  if (typeof available !== 'string') return { rules: [], overrides: [], ...available };
  return { rules: spans(available).map((span) => ({ days: EVERY_DAY, ...span })), overrides: [] };
}

/** `09:00-12:00 13:00-17:00` */
export function spans(text: string): { from: WallTime; to: WallTime }[] {
  return text.split(' ').map((span) => {
    const [from, to] = span.split('-');
    return { from: from!, to: to! };
  });
}

/** RFC 3339 text, with or without seconds. */
export function at(text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new Error(`not an instant: ${text}`);
  return instant as Instant;
}

export function between(start: string, end: string): Interval {
  return { start: at(start), end: at(end) };
}

/** A session in someone's way, protected for so many minutes either side. */
export function engaged(start: string, end: string, before = 0, after = 0): Engagement {
  const span = between(start, end);
  return { span, protectedSpan: { start: span.start - before * 60_000 as Instant, end: span.end + after * 60_000 as Instant } };
}
