import { addMinutes, type Instant, type Interval } from './interval.ts';
import type { IsoDate, Policy } from './programme.ts';
import type { Slot, SlotCause } from './slot-question.ts';

/** A hold may be extended this often; it bounds how long one cluster can keep others waiting (WCAG 2.2.1 asks for ten). */
export const MAXIMUM_EXTENSIONS = 10;

/** The slot's span with the buffers of the programme's policy. */
export function protect(span: Interval, policy: Policy): Interval {
  return {
    start: addMinutes(span.start, -policy.bufferBeforeMinutes),
    end: addMinutes(span.end, policy.bufferAfterMinutes),
  };
}

/** When a hold placed or extended at `now` lapses. */
export function holdExpiry(now: Instant, policy: Pick<Policy, 'holdMinutes'>): Instant {
  return addMinutes(now, policy.holdMinutes);
}

/**
 * The lowest free place of a day, counted from 1; null where the policy sets no maximum.
 * Two bookings that race for the day's last place choose the same number, and the database lets one have it.
 */
export function freePlace(taken: readonly { day: IsoDate; place: number | null }[], day: IsoDate, maximum: number | undefined): number | null {
  if (maximum === undefined) return null;
  const places = new Set(taken.filter((each) => each.day === day).map((each) => each.place));
  let place = 1;
  while (places.has(place)) place += 1;
  return place;
}

/** The slots nearest in time to the one wished for, nearest first; the earlier of two that are equally near. One pass: it runs for every loser of a race. */
export function nearestSlots(slots: readonly Slot[], wished: Instant, count: number): Slot[] {
  const distance = (slot: Slot) => Math.abs(slot.start - wished);
  const nearest: Slot[] = [];
  for (const slot of slots) {
    let place = nearest.length;
    while (place > 0 && distance(slot) < distance(nearest[place - 1]!)) place -= 1;
    if (place < count) nearest.splice(place, 0, slot);
    if (nearest.length > count) nearest.pop();
  }
  return nearest;
}

/** A slot that existed until somebody took it, as against one that never was. */
export function wasTaken(cause: SlotCause): boolean {
  return TAKEN.has(cause);
}

const TAKEN: ReadonlySet<SlotCause> = new Set<SlotCause>([
  'facilitator-engaged', 'facilitator-busy', 'facilitator-day-full', 'cluster-engaged', 'cluster-day-full',
]);

/** Why a start is no slot, in words for the person who asked for it. */
export const causeInWords: Record<SlotCause, string> = {
  'no-facilitator': 'nobody teaches this topic; ask the coordinator',
  'outside-phase': 'the session would lie outside its phase',
  'outside-availability': 'the facilitator is not available then',
  'off-grid': 'sessions do not start at this minute; choose one of the listed starts',
  'too-soon': 'it starts sooner than the programme’s minimum notice allows',
  'facilitator-engaged': 'the facilitator has another session then, or is kept for one',
  'facilitator-busy': 'the facilitator’s calendar is taken then',
  'busy-unknown': 'the facilitator’s own calendar could not be read lately, so nobody knows whether they are free',
  'facilitator-day-full': 'the facilitator’s day is full',
  'cluster-engaged': 'the cluster has another session then',
  'cluster-day-full': 'the cluster’s day is full',
  'outside-hours': 'it lies outside working hours',
  'outside-range': 'it lies outside the range asked for',
};
