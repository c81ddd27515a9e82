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
  const open = toBook(sessions, phases, today)[0];
  return open ? { kind: 'book', session: open } : null;
}

/** What has no time yet and can still have one, soonest due first. */
export function toBook(sessions: readonly Session[], phases: readonly Phase[], today: string): Session[] {
  const endOf = new Map(phases.map(({ id, endsOn }) => [id, endsOn]));
  const end = ({ phaseId }: Session) => endOf.get(phaseId) ?? '';
  return sessions.filter((session) => (session.state === 'open' || session.state === 'missed') && end(session) >= today)
    .toSorted((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0));
}
