import { stampAfter } from '../../domain/invitation.ts';
import { accept, type Result } from '../../domain/result.ts';
import { findBooking, lockBooking, reviseBooking, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { lockCalendars, removeEngagement } from '../../store/engagements.ts';
import { findSession, setSessionState } from '../../store/sessions.ts';
import { isParty, type Own } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchBooking, whyNotChangeable } from './move-booking.ts';
import { bookingChanged, sessionChanged, slotFreed } from './slot-changes.ts';
import { tellAttendees } from './tell-booking.ts';

/** Cancels a booking: its session is open again, its slot everyone's, its attendees told. Cancelled twice is cancelled once. */
export async function cancelBooking(tx: Tx, call: Call, input: { id: string; reason?: string | undefined; ifVersion: number | null }): Promise<Result<StoredBooking>> {
  const seen = await findBooking(tx, input.id);
  if (!seen || !isParty(call.access, seen)) return noSuchBooking();
  await lockCalendars(tx, [seen.clusterId, seen.facilitatorId]);
  const booking = await lockBooking(tx, input.id);
  // Whose it was may have changed while somebody else had it.
  if (!booking || !isParty(call.access, booking)) return noSuchBooking();
  if (booking.status === 'cancelled') return accept(booking);
  const refused = whyNotChangeable(booking, input.ifVersion, call.now);
  return refused ?? cancel(tx, call, booking, input.reason ?? null);
}

async function cancel(tx: Tx, call: Call, booking: Own<StoredBooking>, reason: string | null): Promise<Result<StoredBooking>> {
  const cancelled: Own<StoredBooking> = {
    ...booking, status: 'cancelled', sequence: booking.sequence + 1, version: booking.version + 1, stampedAt: stampAfter(call.now, booking.stampedAt),
  };
  const freed = await removeEngagement(tx, booking);
  reviseBooking(tx, cancelled, reason);
  await setSessionState(tx, { id: booking.sessionId, programmeId: booking.programmeId }, 'open');
  await tellAttendees(tx, call, booking, cancelled);
  const session = await findSession(tx, booking.sessionId);
  const { actor } = call.access;
  appendChanges(tx, booking.programmeId, [
    bookingChanged('booking.cancelled', cancelled, actor, undefined, reason),
    sessionChanged({ id: booking.sessionId, clusterId: booking.clusterId, topicId: session?.topicId ?? '', state: 'open' }, [booking.facilitatorId], actor),
    ...(freed ? [slotFreed(freed, actor)] : []),
  ], call.now);
  return accept(cancelled);
}
