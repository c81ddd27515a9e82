import { invitations, type BookingRevision } from '../domain/invitation.ts';
import { attendees } from '../store/attendees.ts';
import type { StoredBooking } from '../store/bookings.ts';
import type { Tx } from '../store/database.ts';
import { insertDeliveries } from '../store/deliveries.ts';
import type { Call } from './call.ts';

/** Puts the invitations that this revision calls for into the outbox, in the revision's own transaction. */
export async function tellAttendees(tx: Tx, call: Call, before: StoredBooking | null, after: StoredBooking): Promise<void> {
  const messages = invitations(before && await revisionOf(tx, before), await revisionOf(tx, after));
  await insertDeliveries(tx, messages, () => call.settings.newId('dlv'), call.now);
}

async function revisionOf(tx: Tx, booking: StoredBooking): Promise<BookingRevision> {
  return {
    bookingId: booking.id,
    uid: booking.uid,
    sequence: booking.sequence,
    stampedAt: booking.stampedAt,
    createdAt: booking.createdAt,
    span: booking.span,
    status: booking.status,
    ...await attendees(tx, booking.facilitatorId, booking.clusterId),
  };
}
