import { WALL_DAY } from './calendar-date.ts';
import type { Frame } from './frame.ts';
import type { Interval } from './interval.ts';
import type { Engagement, WorkingHours } from './programme.ts';
import type { SlotCause, SlotFacilitator } from './slot-question.ts';
import { localDay, wallToInstant } from './wall-time.ts';
import { startsInside, USUAL_HOURS, type Whereabouts } from './working-hours.ts';

/**
 * Open spans of starts that one rule forbids, `after, before, after, before, …` in epoch milliseconds, sorted, none
 * overlapping. Both ends are allowed: a session may begin just when another's protected span ends.
 */
export type Forbidden = readonly number[];

/** The rules that forbid starts which exist. Where several forbid one start, the first of these is named. */
export const BARRIER_CAUSES = [
  'too-soon', 'facilitator-engaged', 'facilitator-busy', 'busy-unknown', 'facilitator-day-full', 'cluster-engaged', 'cluster-day-full', 'outside-hours',
] as const satisfies readonly SlotCause[];

export type BarrierCause = (typeof BARRIER_CAUSES)[number];

/** One rule of slots and the starts it forbids. Listing, deciding and explaining all read these and nothing else. */
export interface Barrier {
  readonly cause: BarrierCause;
  readonly forbidden: Forbidden;
}

/** What stands in the way whoever the facilitator is: notice, the cluster's sessions, day limit and hours. */
export function clusterBarriers(frame: Frame): Barrier[] {
  const { cluster, policy, outsideHours } = frame.question;
  const { engagements, timeZone } = cluster;
  const barriers: Barrier[] = [
    { cause: 'too-soon', forbidden: [Number.NEGATIVE_INFINITY, frame.earliestStart] },
    { cause: 'cluster-engaged', forbidden: around(frame, engagements.map(({ span }) => span), 0, 0) },
    { cause: 'cluster-day-full', forbidden: fullDays(engagements, policy.maximumPerClusterPerDay, timeZone) },
  ];
  if (outsideHours) return barriers;
  const hours = cluster.workingHours ?? USUAL_HOURS;
  return [...barriers, { cause: 'outside-hours', forbidden: outsideHoursOf(frame, hours, { timeZone, stays: [] }) }];
}

/** What stands in one facilitator's way: sessions, busy time, day limit and hours. */
export function facilitatorBarriers(frame: Frame, facilitator: SlotFacilitator): Barrier[] {
  const { engagements, busy, schedule, workingHours, timeZone } = facilitator;
  const { policy, outsideHours } = frame.question;
  const { bufferBefore, bufferAfter } = frame;
  const spans = engagements.map(({ protectedSpan }) => protectedSpan);
  const barriers: Barrier[] = [
    { cause: 'facilitator-engaged', forbidden: around(frame, spans, bufferBefore, bufferAfter) },
    { cause: 'facilitator-busy', forbidden: around(frame, busy, bufferBefore, bufferAfter) },
    { cause: 'facilitator-day-full', forbidden: fullDays(engagements, policy.maximumPerFacilitatorPerDay, timeZone) },
  ];
  if (facilitator.isBusyUnknown) barriers.push({ cause: 'busy-unknown', forbidden: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] });
  if (outsideHours || workingHours === null) return barriers;
  return [...barriers, { cause: 'outside-hours', forbidden: outsideHoursOf(frame, workingHours, schedule) }];
}

/** Starts from which a session, with its buffers, would overlap one of the spans. */
function around(frame: Frame, spans: readonly Interval[], bufferBefore: number, bufferAfter: number): Forbidden {
  const reachBack = frame.length + bufferAfter;
  const forbidden: number[] = [];
  for (const { start, end } of byStart(spans)) {
    if (end <= start || end + bufferBefore <= frame.rangeStart || start - reachBack >= frame.rangeEnd) continue;
    addForbidden(forbidden, start - reachBack, end + bufferBefore);
  }
  return forbidden;
}

/** Nearly always sorted already, as a calendar's reader and the store deliver them. */
function byStart(spans: readonly Interval[]): readonly Interval[] {
  for (let i = 1; i < spans.length; i += 1) {
    if (spans[i]!.start < spans[i - 1]!.start) return spans.toSorted((a, b) => a.start - b.start);
  }
  return spans;
}

/** Adds an open span to sorted ones. Spans that only touch stay two: the instant between them is allowed. */
export function addForbidden(forbidden: number[], after: number, before: number): void {
  const last = forbidden.length - 1;
  if (last > 0 && after < forbidden[last]!) forbidden[last] = Math.max(forbidden[last]!, before);
  else forbidden.push(after, before);
}

/** The dates of the zone on which as many sessions begin as may. A millisecond earlier is allowed, the date's own first is not. */
function fullDays(engagements: readonly Engagement[], maximum: number | undefined, timeZone: string): Forbidden {
  if (maximum === undefined) return [];
  const days = engagements.map(({ span }) => localDay(span.start, timeZone)).toSorted((a, b) => a - b);
  const forbidden: number[] = [];
  for (const [i, day] of days.entries()) {
    if (days[i - maximum + 1] !== day) continue;
    addForbidden(forbidden, wallToInstant(day * WALL_DAY, timeZone) - 1, wallToInstant((day + 1) * WALL_DAY, timeZone));
  }
  return forbidden;
}

/** Everything but the starts that lie inside the hours. */
export function outsideHoursOf(frame: Frame, hours: WorkingHours, where: Whereabouts): Forbidden {
  const allowed = startsInside(hours, where, frame.rangeStart, frame.rangeEnd + frame.length, frame.length);
  const forbidden: number[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < allowed.length; i += 2) {
    if (allowed[i]! > reached) forbidden.push(reached, allowed[i]!);
    reached = Math.max(reached, allowed[i + 1]!);
  }
  forbidden.push(reached, Number.POSITIVE_INFINITY);
  return forbidden;
}
