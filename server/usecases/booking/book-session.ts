import { stampAfter } from '../../domain/invitation.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { attendeesOf } from '../../store/attendees.ts';
import { insertBookings, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import type { Situation, SituationSession, StoredEngagement } from '../../store/situation.ts';
import type { Call, Settings } from '../call.ts';
import type { Own } from '../signing-in/access.ts';
import type { Listings } from '../listing/listings.ts';
import { newJoinUrl } from './join-session.ts';
import { bookingChanged, holdEnded, sessionChanged, slotFreed, slotTaken } from './slot-changes.ts';
import { isStanding } from '../listing/slot-question.ts';
import { lapseOf, lookForSlot, takeSlot, type Describe, type Looked, type Placement, type TakenSlot, type Wish } from './take-slot.ts';
import { tellOfNew } from './tell-booking.ts';

export interface BookingWish extends Wish {
  /** When named, the booking is made from this hold or not at all. */
  holdId?: string | undefined;
  needs?: string | undefined;
}

/** Books a session that is open or was missed: booking, session, invitations and numbered changes in one transaction, or nothing. */
export async function bookSession(tx: Tx, call: Call, wish: BookingWish, looked?: Looked): Promise<Result<StoredBooking>> {
  const taken = await takeSlot(tx, call, wish, describe(call, wish), looked);
  if (!taken.ok) return taken;
  const booking = bookingOf(taken.value, call, wish.needs ?? null);
  insertBookings(tx, [booking]);
  tellOfNew(tx, call, booking.programmeId, [booking], await attendeesOf(tx, [booking]));
  appendChanges(tx, booking.programmeId, changesOfBooking(booking, taken.value, call.access.actor), call.now);
  return accept(booking);
}

/** Whether it could be booked, before anything is begun. */
export function lookBeforeBooking(listings: Listings, call: Call, wish: BookingWish): Promise<Result<Looked>> {
  return lookForSlot(listings, call, wish, describe(call, wish));
}

/** A live hold of this very slot keeps the notice it was placed with: it was kept for them. */
function describe({ now, settings }: Call, wish: BookingWish): Describe {
  return (situation, session) => placementOf(settings.newId('bkg'), situation, session, wish, now);
}

function placementOf(id: string, situation: Situation, session: SituationSession, wish: BookingWish, now: Instant): Result<Placement> {
  if (session.state === 'booked') return refuse('already-booked', 'This session is booked already. Move that booking, or cancel it first.');
  if (session.state !== 'open' && session.state !== 'missed') return refuse('policy', `This session is ${session.state}; there is nothing left to book.`);
  const hold = situation.engagements.find((each) => each.kind === 'hold' && each.sessionId === session.id && isStanding(each, now));
  if (wish.holdId !== undefined && (hold?.id !== wish.holdId || !isFor(hold, wish))) {
    return refuse('hold-expired', 'Your hold on this time has ended and the time went back to everyone. Hold it again.');
  }
  const judgedAt = hold && isFor(hold, wish) ? hold.placedAt : now;
  return accept({ id, kind: 'booking', expiresAt: null, extensionsLeft: null, judgedAt });
}

function isFor(hold: StoredEngagement, wish: Wish): boolean {
  return hold.facilitatorId === wish.facilitatorId && hold.span.start === wish.start;
}

/** A first revision of a place that has been had. */
export function bookingOf({ programmeId, engagement }: TakenSlot, { now, settings }: Call, needs: string | null): Own<StoredBooking> {
  return {
    id: engagement.id,
    programmeId,
    sessionId: engagement.sessionId,
    clusterId: engagement.clusterId,
    facilitatorId: engagement.facilitatorId,
    span: engagement.span,
    status: 'confirmed',
    uid: newUid(settings),
    sequence: 0,
    joinUrl: newJoinUrl(settings),
    needs,
    version: 1,
    createdAt: stampAfter(now, null),
    stampedAt: stampAfter(now, null),
  };
}

/** RFC 7986 §5.3: globally unique for the booking's life; a booking made again gets a new one. */
function newUid(settings: Settings): string {
  return `${settings.newId('vsv')}@${new URL(settings.publicUrl).hostname}`;
}

/** What a new booking tells the programme. */
export function changesOfBooking(booking: StoredBooking, { engagement, ownHold, lapsed, session }: TakenSlot, actor: string): Change[] {
  const wasKept = ownHold !== null && isFor(ownHold, { sessionId: session.id, facilitatorId: engagement.facilitatorId, start: engagement.span.start });
  return [
    ...lapsed.flatMap(lapseOf),
    ...(ownHold ? [holdEnded(ownHold, 'booked', actor)] : []),
    ...(ownHold && !wasKept ? [slotFreed(ownHold, actor)] : []),
    bookingChanged('booking.made', booking, actor),
    sessionChanged({ id: session.id, clusterId: booking.clusterId, topicId: session.topicId, state: 'booked' }, [booking.facilitatorId], actor),
    ...(wasKept ? [] : [slotTaken(engagement, actor)]),
  ];
}
