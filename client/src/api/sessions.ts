import type { Session } from '../../../shared/api/sessions.ts';
import { getSessions } from './endpoints.ts';
import { cancelling } from '../state/cancelling.ts';
import { type Reading, useReading } from './resource.ts';

/** Every session the viewer may see; one that is being cancelled is shown as the server will soon have it. */
export function useSessions(programmeId: string): Reading<Session[]> {
  const reading = useReading(`sessions/${programmeId}`, () => getSessions(programmeId));
  if (cancelling.value.size === 0 || !reading.value) return reading;
  return { ...reading, value: reading.value.map((session) => (session.booking && cancelling.value.has(session.booking.id) ? reopened(session) : session)) };
}

function reopened(session: Session): Session {
  const { booking: _, ...rest } = session;
  return { ...rest, state: 'open' };
}

/** Two readings as one: it has come when both have. */
export function both<A, B>(a: Reading<A>, b: Reading<B>): Reading<[A, B]> {
  const value: [A, B] | undefined = a.value === undefined || b.value === undefined ? undefined : [a.value, b.value];
  return { value, problem: a.problem ?? b.problem, at: a.at === null || b.at === null ? null : Math.min(a.at, b.at) };
}

/** Begun bookings first to last; sessions without one are left out. */
export function byStart(sessions: readonly Session[]): (Session & { booking: NonNullable<Session['booking']> })[] {
  return sessions.filter((session): session is Session & { booking: NonNullable<Session['booking']> } => session.booking !== undefined)
    .toSorted((a, b) => Date.parse(a.booking.start) - Date.parse(b.booking.start));
}

/** As the programme means them to follow each other. */
export function inTopicOrder(sessions: readonly Session[], topics: ReadonlyMap<string, unknown>): Session[] {
  const places = new Map([...topics.keys()].map((id, place) => [id, place]));
  return sessions.toSorted((a, b) => (places.get(a.topicId) ?? 0) - (places.get(b.topicId) ?? 0));
}
