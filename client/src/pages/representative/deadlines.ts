import type { Phase } from '../../../../shared/api/programmes.ts';
import type { Session } from '../../../../shared/api/sessions.ts';

/** Whole days from one date to another; negative when it is over. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** What to do first: go on with a hold, join what begins within a day, else book what must be booked soonest. */
export function nextOf(sessions: readonly Session[], phases: readonly Phase[], now: number, today: string): { kind: 'hold' | 'join' | 'book'; session: Session } | null {
  const held = sessions.find(({ state, hold }) => state === 'held' && hold !== undefined);
  if (held) return { kind: 'hold', session: held };
  const soon = sessions.filter(({ state, booking }) => state === 'booked' && booking !== undefined && Date.parse(booking.end) > now && Date.parse(booking.start) < now + 86_400_000)
    .toSorted((a, b) => Date.parse(a.booking?.start ?? '') - Date.parse(b.booking?.start ?? ''))[0];
  if (soon) return { kind: 'join', session: soon };
  const endOf = new Map(phases.map(({ id, endsOn }) => [id, endsOn]));
  const open = sessions.filter(({ state, phaseId }) => (state === 'open' || state === 'missed') && (endOf.get(phaseId) ?? '') >= today)
    .toSorted((a, b) => ((endOf.get(a.phaseId) ?? '') < (endOf.get(b.phaseId) ?? '') ? -1 : 1))[0];
  return open ? { kind: 'book', session: open } : null;
}
