import type { Swap, SwapInput, SwapsOfBooking } from '../../../shared/api/swaps.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { decideSlot } from '../../domain/slots.ts';
import { bookingsOfSessions, findBooking, lockBooking, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { lockCalendars } from '../../store/engagements.ts';
import { situationOfProgramme, type Situation } from '../../store/situation.ts';
import { answerSwap, insertSwap, lockSwap, swapsOfBooking, swapsOfProgramme, type StoredSwap } from '../../store/swaps.ts';
import { actsForCluster, coordinates, seesProgramme, type Access, type Own } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchBooking, whyNotChangeable } from './move-booking.ts';
import { iso } from '../listing/represent.ts';
import { slotQuestion, wholePhase } from '../listing/slot-question.ts';
import { takePlaces, writeDown } from './take-places.ts';
import { tellSwap } from './tell-swap.ts';

/** What a booking could change places with, and the swaps it is in. */
export async function swapsFor(db: Queryable, call: Call, bookingId: string): Promise<Result<SwapsOfBooking>> {
  const booking = await findBooking(db, bookingId);
  if (!booking || !actsForCluster(call.access, booking)) return noSuchBooking();
  const situation = await situationOfProgramme(db, booking.programmeId);
  const others = situation ? await otherBookings(db, situation, booking) : [];
  const candidates = whyNotChangeable(booking, null, call.now) ? [] : others.filter((other) => situation && canSwap(situation, booking, other, call.now));
  const swaps = await representAll(db, call.access, await swapsOfBooking(db, booking));
  return accept({ candidates: candidates.map(placeOf).toSorted((a, b) => (a.start < b.start ? -1 : 1)), swaps });
}

/** The swaps that a caller has asked for, is asked for, or looks after. */
export async function swapsIn(db: Queryable, call: Call, programmeId: string): Promise<Result<{ items: Swap[]; nextCursor: null }>> {
  const { access } = call;
  const clusterId = access.role === 'representative' ? access.clusterId : null;
  const programme = await seesProgramme(db, access, programmeId);
  if (!programme || (clusterId === null && !coordinates(access, programmeId))) return refuse('not-found', 'There is no such programme.');
  return accept({ items: await representAll(db, access, await swapsOfProgramme(db, programme, clusterId)), nextCursor: null });
}

/** Asks another cluster to change places. Whoever asks agrees by asking. */
export async function askForSwap(tx: Tx, call: Call, bookingId: string, { otherBookingId, note }: SwapInput): Promise<Result<Swap>> {
  const [booking, other] = [await findBooking(tx, bookingId), await findBooking(tx, otherBookingId)];
  if (!booking || !actsForCluster(call.access, booking)) return noSuchBooking();
  const situation = other?.programmeId === booking.programmeId ? await situationOfProgramme(tx, booking.programmeId) : null;
  const isPossible = situation && other && !whyNotChangeable(booking, null, call.now) && !whyNotChangeable(other, null, call.now) && canSwap(situation, booking, other, call.now);
  if (!isPossible) return refuse('policy', 'These two cannot change places. Choose one of those that are offered.', { errors: [{ path: 'body.otherBookingId', message: 'not one of the places offered' }] });
  const id = call.settings.newId('swp');
  if (!await insertSwap(tx, { id, programmeId: booking.programmeId, bookingId, otherBookingId, note: note ?? null }, call.now)) {
    return refuse('policy', 'This swap has been asked for already.');
  }
  await tellSwap(tx, call, booking.programmeId, { what: 'asked', own: other, other: booking, note: note ?? null });
  return told(tx, call, { id, programmeId: booking.programmeId }, [booking, other]);
}

/** The other cluster agrees: both bookings move in one step, each with the next revision of its own, or neither does. */
export async function agreeToSwap(tx: Tx, call: Call, id: string): Promise<Result<Swap>> {
  const found = await openSwap(tx, call, id);
  if (!found.ok) return found;
  const { swap, booking, other } = found.value;
  if (!actsForCluster(call.access, other)) return refuse('forbidden', 'The other cluster has to agree.');
  await lockCalendars(tx, [booking.clusterId, booking.facilitatorId, other.clusterId, other.facilitatorId]);
  const [mine, theirs] = [await lockBooking(tx, booking.id), await lockBooking(tx, other.id)];
  const refused = whyNotChangeable(mine, null, call.now) ?? whyNotChangeable(theirs, null, call.now);
  if (refused || !mine || !theirs) return refused ?? noSuchSwap();
  const situation = (await situationOfProgramme(tx, other.programmeId))!;
  if (!canSwap(situation, mine, theirs, call.now)) return refuse('slot-taken', 'These two can no longer change places: something around them has changed. Nothing has been moved.');
  const taken = await takePlaces(tx, call, other.programmeId, situation, [placeFor(mine, theirs), placeFor(theirs, mine)], null);
  if (!taken.ok) return taken;
  const { changes } = await writeDown(tx, call, taken.value);
  await answerSwap(tx, swap, 'agreed', call.now);
  await tellSwap(tx, call, other.programmeId, { what: 'agreed', own: mine, other: theirs });
  return told(tx, call, swap, [mine, theirs], changes);
}

/** The asker takes it back, or the asked declines. */
export async function endSwap(tx: Tx, call: Call, id: string): Promise<Result<null>> {
  const found = await openSwap(tx, call, id);
  if (!found.ok) return found;
  const { swap, booking, other } = found.value;
  const isWithdrawn = actsForCluster(call.access, booking);
  await answerSwap(tx, swap, isWithdrawn ? 'withdrawn' : 'declined', call.now);
  await tellSwap(tx, call, swap.programmeId, isWithdrawn ? { what: 'withdrawn', own: other, other: booking } : { what: 'declined', own: booking, other });
  const ended = await told(tx, call, swap, [booking, other]);
  return ended.ok ? accept(null) : ended;
}

async function openSwap(tx: Tx, call: Call, id: string): Promise<Result<{ swap: Own<StoredSwap>; booking: StoredBooking; other: StoredBooking }>> {
  const swap = await lockSwap(tx, id);
  const [booking, other] = swap ? [await findBooking(tx, swap.bookingId), await findBooking(tx, swap.otherBookingId)] : [];
  const own = [booking, other].find((each) => each && actsForCluster(call.access, each));
  if (!swap || !booking || !other || !own || !actsForCluster(call.access, own)) return noSuchSwap();
  if (swap.state !== 'asked') return refuse('policy', `This swap has been ${swap.state}.`);
  return accept({ swap: { ...swap, programmeId: own.programmeId }, booking, other });
}

function noSuchSwap(): Refusal {
  return refuse('not-found', 'There is no such swap.');
}

/** Told to both clusters, who then read what has become of it. */
async function told(tx: Tx, call: Call, { id, programmeId }: Own, bookings: readonly StoredBooking[], changes: readonly Change[] = []): Promise<Result<Swap>> {
  const swap = (await lockSwap(tx, id))!;
  appendChanges(tx, programmeId, [...changes, {
    kind: 'programme.changed', subject: { type: 'swap', id }, data: { id, state: swap.state }, actor: call.access.actor, audience: { clusterIds: bookings.map(({ clusterId }) => clusterId) },
  }], call.now);
  const [answer] = await representAll(tx, call.access, [swap]);
  return answer ? accept(answer) : noSuchSwap();
}

async function otherBookings(db: Queryable, { sessions }: Situation, booking: Own<StoredBooking>): Promise<StoredBooking[]> {
  const bookings = await bookingsOfSessions(db, booking.programmeId, sessions.filter(({ cluster }) => cluster.id !== booking.clusterId).map(({ id }) => id));
  return [...bookings.values()];
}

/** Whether each could be booked where the other is, both being out of the way. */
function canSwap(situation: Situation, booking: StoredBooking, other: StoredBooking, now: Instant): boolean {
  if (booking.clusterId === other.clusterId || other.status !== 'confirmed' || other.span.start <= now) return false;
  const without = { ...situation, engagements: situation.engagements.filter(({ id }) => id !== booking.id && id !== other.id) };
  return ([[booking, other], [other, booking]] as const).every(([goes, to]) => {
    const session = situation.sessions.find(({ id }) => id === goes.sessionId);
    return session?.state === 'booked' && decideSlot(slotQuestion(without, session, wholePhase(session), now), to.facilitatorId, to.span.start).ok;
  });
}

function placeFor(booking: StoredBooking, to: StoredBooking) {
  return {
    sessionId: booking.sessionId, facilitatorId: to.facilitatorId, start: to.span.start,
    present: { bookingId: booking.id, facilitatorId: booking.facilitatorId, start: booking.span.start },
  };
}

async function representAll(db: Queryable, access: Access, swaps: readonly StoredSwap[]): Promise<Swap[]> {
  const represented = await Promise.all(swaps.map(async (swap): Promise<Swap | null> => {
    const [booking, other] = await Promise.all([findBooking(db, swap.bookingId), findBooking(db, swap.otherBookingId)]);
    if (!booking || !other) return null;
    const { id, programmeId, state, note, createdAt, answeredAt, version } = swap;
    return {
      id, programmeId, state, note, version, role: roleIn(access, booking),
      booking: placeOf(booking), other: placeOf(other),
      createdAt: iso(createdAt), answeredAt: answeredAt === null ? null : iso(answeredAt),
    };
  }));
  return represented.filter((each) => each !== null);
}

function roleIn(access: Access, booking: StoredBooking): Swap['role'] {
  if (access.role !== 'representative') return 'coordinator';
  return access.clusterId === booking.clusterId ? 'asker' : 'asked';
}

function placeOf({ id, facilitatorId, span }: StoredBooking): Swap['booking'] {
  return { bookingId: id, facilitatorId, start: iso(span.start), end: iso(span.end) };
}
