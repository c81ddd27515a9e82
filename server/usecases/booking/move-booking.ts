import { stampAfter } from '../../domain/invitation.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { findBooking, lockBooking, reviseBooking, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { lockCalendars, moveEngagement, removeHoldOfSession } from '../../store/engagements.ts';
import { findSession } from '../../store/sessions.ts';
import { situationOfWish } from '../../store/situation-of-wish.ts';
import { situationOfSession, type Situation, type StoredEngagement } from '../../store/situation.ts';
import { isParty, type Own } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { bookingChanged, holdEnded, sessionChanged, slotFreed, slotTaken } from './slot-changes.ts';
import { isStanding } from '../listing/slot-question.ts';
import { decide, decidedOn, engagementFor, lapseOf, noSuchSession, sweepOutOfTheWay, tooMuchAskedFor, TRIES, withNearest, type Wish } from './take-slot.ts';
import { tellAttendees, tellOfEdit } from './tell-booking.ts';

export interface BookingMove {
  id: string;
  start?: Instant | undefined;
  facilitatorId?: string | undefined;
  needs?: string | null | undefined;
  reason?: string | undefined;
  /** The version the caller saw; a later one is not overwritten unseen. */
  ifVersion: number | null;
}

/** Moves a booking in one step: the old slot is free only once the new one is had. One UID, the next sequence. */
export async function moveBooking(tx: Tx, call: Call, move: BookingMove): Promise<Result<StoredBooking>> {
  const seen = await findBooking(tx, move.id);
  if (!seen || !isParty(call.access, seen)) return noSuchBooking();
  await lockCalendars(tx, [seen.clusterId, seen.facilitatorId, move.facilitatorId ?? seen.facilitatorId]);
  const booking = await lockBooking(tx, move.id);
  // Whose it was may have changed while somebody else had it.
  if (!booking || !isParty(call.access, booking)) return noSuchBooking();
  const refused = whyNotChangeable(booking, move.ifVersion, call.now);
  if (refused) return refused;
  const needs = move.needs === undefined ? booking.needs : move.needs;
  const wish = { sessionId: booking.sessionId, facilitatorId: move.facilitatorId ?? booking.facilitatorId, start: move.start ?? booking.span.start };
  return isSamePlace(booking, wish) ? changeNeeds(tx, call, booking, needs) : moveTo(tx, call, booking, wish, needs, move.reason ?? null);
}

/** Only what has not begun can be changed, by someone who has seen its present state. */
export function whyNotChangeable(booking: StoredBooking | null, ifVersion: number | null, now: Instant): Refusal | null {
  if (!booking) return noSuchBooking();
  if (booking.status === 'cancelled') return refuse('policy', 'This booking has been cancelled. Book the session again.');
  if (ifVersion !== null && ifVersion !== booking.version) return refuse('stale', 'Somebody has changed this booking since you saw it. Look at it again, then decide.');
  if (booking.span.start <= now) return refuse('policy', 'This session has begun; it can no longer be moved or cancelled.');
  return null;
}

export function noSuchBooking(): Refusal {
  return refuse('not-found', 'There is no such booking.');
}

function isSamePlace(booking: StoredBooking, wish: Wish): boolean {
  return booking.facilitatorId === wish.facilitatorId && booking.span.start === wish.start;
}

async function changeNeeds(tx: Tx, call: Call, booking: Own<StoredBooking>, needs: string | null): Promise<Result<StoredBooking>> {
  if (needs === booking.needs) return accept(booking);
  const changed = await tellOfEdit(tx, call, booking, { needs });
  const topicId = (await findSession(tx, booking.sessionId))?.topicId ?? '';
  appendChanges(tx, booking.programmeId, [
    sessionChanged({ id: booking.sessionId, clusterId: booking.clusterId, topicId, state: 'booked' }, [booking.facilitatorId], call.access.actor),
  ], call.now);
  return accept(changed);
}

async function moveTo(tx: Tx, call: Call, booking: Own<StoredBooking>, wish: Wish, needs: string | null, reason: string | null): Promise<Result<StoredBooking>> {
  const moved = await takeNewPlace(tx, call, booking, wish);
  if (!moved.ok) return moved;
  const { place, old, lapsed } = moved.value;
  const ownHold = await removeHoldOfSession(tx, { id: booking.sessionId, programmeId: booking.programmeId });
  const after = { ...revisedAt(booking, place, call.now), needs };
  reviseBooking(tx, after, reason);
  await tellAttendees(tx, call, booking, after);
  appendChanges(tx, booking.programmeId, [...lapsed.flatMap(lapseOf), ...changesOfMove(booking, after, place, old, ownHold, call.access.actor)], call.now);
  return accept(after);
}

/** The same booking elsewhere: one UID, the next sequence. */
export function revisedAt(booking: Own<StoredBooking>, { facilitatorId, span }: Pick<StoredEngagement, 'facilitatorId' | 'span'>, now: Instant): Own<StoredBooking> {
  return { ...booking, facilitatorId, span, sequence: booking.sequence + 1, version: booking.version + 1, stampedAt: stampAfter(now, booking.stampedAt) };
}

interface NewPlace {
  place: StoredEngagement;
  old: StoredEngagement | undefined;
  lapsed: StoredEngagement[];
}

/** As with booking: read, decide, place, and again if somebody who took no lock was quicker. */
async function takeNewPlace(tx: Tx, call: Call, booking: Own<StoredBooking>, wish: Wish): Promise<Result<NewPlace>> {
  const lapsed: StoredEngagement[] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const situation = await situationOfWish(tx, wish);
    const session = situation?.sessions[0];
    if (!situation || !session) return noSuchSession();
    const decided = decide(booking.programmeId, situation, session, wish, call.now, judgedAt(situation, wish, call.now));
    if (!decided.ok) return withNearest(decided, wish, call.now, () => situationOfSession(tx, wish.sessionId));
    const place = engagementFor(decided.value, call.now, { id: booking.id, kind: 'booking', expiresAt: null, extensionsLeft: null });
    lapsed.push(...await sweepOutOfTheWay(tx, situation, place, call.now));
    const old = situation.engagements.find(({ id }) => id === booking.id);
    if (await moveEngagement(tx, { ...decidedOn(decided.value), engagement: place })) return accept({ place, old, lapsed });
  }
  return tooMuchAskedFor();
}

/** A hold of the very place to move to keeps the notice it was placed with. */
function judgedAt(situation: Situation, wish: Wish, now: Instant): Instant {
  const hold = situation.engagements.find((each) => each.kind === 'hold' && each.sessionId === wish.sessionId && isStanding(each, now));
  return hold && hold.facilitatorId === wish.facilitatorId && hold.span.start === wish.start ? hold.placedAt : now;
}

/** What a move tells the programme. */
export function changesOfMove(before: StoredBooking, after: StoredBooking, place: StoredEngagement, old: StoredEngagement | undefined, ownHold: StoredEngagement | null, actor: string): Change[] {
  return [
    ...(ownHold ? [holdEnded(ownHold, 'booked', actor), slotFreed(ownHold, actor)] : []),
    bookingChanged('booking.moved', after, actor, before),
    ...(old ? [slotFreed(old, actor)] : []),
    slotTaken(place, actor),
  ];
}
