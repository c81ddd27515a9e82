import { BARRIER_CAUSES, type Barrier, type BarrierCause } from './barriers.ts';
import { addDays, wallTime } from './calendar-date.ts';
import { barriersInOrder } from './causes.ts';
import { suitability } from './comfort.ts';
import { frameOf, MAXIMUM_DAYS, type Frame } from './frame.ts';
import type { Instant } from './interval.ts';
import type { IsoDate, WallTime } from './programme.ts';
import type { Side, SlotCause, SlotFacilitator, SlotQuestion } from './slot-question.ts';
import { freeRuns, joined, sweep, windowsOf } from './sweep.ts';
import { localDate, localMinutes } from './wall-time.ts';
import type { Windows } from './windows.ts';
import { USUAL_HOURS } from './working-hours.ts';

/** Why there are no slots: how many starts fail by one cause, and what asking for less would give. */
export interface Reason {
  readonly cause: SlotCause;
  readonly slots: number;
  readonly relaxation?: Relaxation;
}

/** One change to the question, all else as it is, and how many slots there would be then: at least one. */
export type Relaxation =
  | { readonly outsideHours: true; readonly slots: number; readonly accept: readonly AcceptedHour[] }
  | { readonly minimumNoticeMinutes: 0; readonly slots: number }
  | { readonly maximumPerFacilitatorPerDay: null; readonly slots: number }
  | { readonly maximumPerClusterPerDay: null; readonly slots: number }
  | { readonly from: IsoDate; readonly to: IsoDate; readonly slots: number };

/** Slots outside someone's hours that begin at one time of the cluster's clock. */
export interface AcceptedHour {
  readonly localTime: WallTime;
  readonly outsideHours: readonly Side[];
  readonly slots: number;
}

/**
 * Why starts of the range are no slots, counted by cause, each start under the first that forbids it, and which single
 * relaxation would give how many. Never empty while there are no slots: without any start to count, the cause that there
 * is none has 0. Throws as `listSlots` does.
 */
export function explainEmptiness(question: SlotQuestion): Reason[] {
  const frame = frameOf(question);
  const prospects = question.facilitators.map((facilitator) => ({
    facilitator,
    windows: windowsOf(frame, facilitator),
    barriers: barriersInOrder(frame, facilitator),
  }));
  const counted = BARRIER_CAUSES.flatMap((cause) => reasonFor(frame, prospects, cause));
  const found = counted.length > 0 ? counted : noStart(frame);
  return [...found, ...elsewhere(frame)];
}

interface Prospect {
  readonly facilitator: SlotFacilitator;
  readonly windows: Windows;
  readonly barriers: readonly Barrier[];
}

function reasonFor(frame: Frame, prospects: readonly Prospect[], cause: BarrierCause): Reason[] {
  const place = BARRIER_CAUSES.indexOf(cause);
  const earlier = (barrier: Barrier) => BARRIER_CAUSES.indexOf(barrier.cause) < place;
  const before = count(frame, prospects, earlier);
  const after = count(frame, prospects, (barrier) => earlier(barrier) || barrier.cause === cause);
  if (before === after) return [];
  const relaxation = relaxationOf(frame, prospects, cause);
  return [{ cause, slots: before - after, ...(relaxation && { relaxation }) }];
}

/** How many starts there are when only the barriers that count stand. */
function count(frame: Frame, prospects: readonly Prospect[], counts: (barrier: Barrier) => boolean): number {
  return sum(prospects.map(({ windows, barriers }) => startsIn(frame, freeRuns(frame, windows, joined(barriers.filter(counts))))));
}

function startsIn({ step }: Frame, runs: readonly number[]): number {
  let starts = 0;
  for (let i = 0; i < runs.length; i += 2) starts += (runs[i + 1]! - runs[i]!) / step + 1;
  return starts;
}

function relaxationOf(frame: Frame, prospects: readonly Prospect[], cause: BarrierCause): Relaxation | undefined {
  const { now } = frame.question;
  const without = () => count(frame, prospects, (barrier) => barrier.cause !== cause);
  switch (cause) {
    case 'too-soon':
      return orNone({ minimumNoticeMinutes: 0, slots: sum(sweep({ ...frame, earliestStart: now }).map(({ runs }) => startsIn(frame, runs))) });
    case 'facilitator-day-full':
      return orNone({ maximumPerFacilitatorPerDay: null, slots: without() });
    case 'cluster-day-full':
      return orNone({ maximumPerClusterPerDay: null, slots: without() });
    case 'outside-hours':
      return orNone({ outsideHours: true, slots: without(), accept: acceptedHours(frame, prospects) });
    default:
      // Someone else's sessions and busy times are not the asker's to give up.
      return undefined;
  }
}

function orNone<T extends Relaxation>(relaxation: T): T | undefined {
  return relaxation.slots > 0 ? relaxation : undefined;
}

/** By local time, then by who is outside. */
function acceptedHours(frame: Frame, prospects: readonly Prospect[]): AcceptedHour[] {
  const counts = new Map<string, AcceptedHour>();
  for (const { facilitator, windows, barriers } of prospects) {
    const runs = freeRuns(frame, windows, joined(barriers.filter(({ cause }) => cause !== 'outside-hours')));
    for (const { localTime, outsideHours } of outsideStarts(frame, facilitator, runs)) {
      const key = `${localTime} ${outsideHours.join(' ')}`;
      counts.set(key, { localTime, outsideHours, slots: (counts.get(key)?.slots ?? 0) + 1 });
    }
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, hour]) => hour);
}

function* outsideStarts(frame: Frame, facilitator: SlotFacilitator, runs: readonly number[]): Generator<Omit<AcceptedHour, 'slots'>> {
  const { timeZone, workingHours } = frame.question.cluster;
  const cluster = suitability(frame, workingHours ?? USUAL_HOURS, { timeZone, stays: [] });
  const giver = suitability(frame, facilitator.workingHours, facilitator.schedule);
  for (let i = 0; i < runs.length; i += 2) {
    for (let start = runs[i]!; start <= runs[i + 1]!; start += frame.step) {
      const outsideHours: Side[] = [];
      if (cluster.isOutside(start)) outsideHours.push('cluster');
      if (giver.isOutside(start)) outsideHours.push('facilitator');
      if (outsideHours.length > 0) yield { localTime: wallTime(localMinutes(start as Instant, timeZone)), outsideHours };
    }
  }
}

/** Not one start exists in the range, before anything stands in its way. */
function noStart({ question, phaseStart, phaseEnd, rangeStart, rangeEnd }: Frame): Reason[] {
  if (question.facilitators.length === 0) return [{ cause: 'no-facilitator', slots: 0 }];
  const meets = Math.max(phaseStart, rangeStart) < Math.min(phaseEnd, rangeEnd);
  return [{ cause: meets ? 'outside-availability' : 'outside-phase', slots: 0 }];
}

/** The slots that the rest of the phase has. */
function elsewhere(frame: Frame): Reason[] {
  const { question, phaseStart, phaseEnd, rangeStart, rangeEnd } = frame;
  if (rangeStart <= phaseStart && phaseEnd <= rangeEnd) return [];
  const from = localDate(phaseStart as Instant, question.timeZone);
  const last = localDate((phaseEnd - 1) as Instant, question.timeZone);
  const furthest = addDays(from, MAXIMUM_DAYS - 1);
  const to = last < furthest ? last : furthest;
  const whole = frameOf({ ...question, from, to });
  const slots = sum(sweep(whole).map(({ runs }) => startsIn(whole, runs)));
  return slots > 0 ? [{ cause: 'outside-range', slots, relaxation: { from, to, slots } }] : [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
