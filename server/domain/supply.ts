import { union, type Interval } from './interval.ts';
import type { Slot } from './slots.ts';

/** One open session and what it could still be booked into. */
export interface Supplied {
  readonly topicId: string;
  readonly phaseId: string;
  readonly slots: readonly Slot[];
}

/** Inside the working hours of both sides. */
export function isComfortable({ comfort }: Slot): boolean {
  return comfort.cluster === 'day' && comfort.facilitator === 'day';
}

/** Minutes of facilitators' time that a session could still be booked in: a minute that suits several sessions counts once. */
export function openMinutes(sessions: readonly Supplied[]): number {
  const spans = new Map<string, Interval[]>();
  for (const { slots } of sessions) {
    for (const { facilitatorId, start, end } of slots) {
      const own = spans.get(facilitatorId);
      if (own) own.push({ start, end });
      else spans.set(facilitatorId, [{ start, end }]);
    }
  }
  return [...spans.values()].flatMap(union).reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0);
}
