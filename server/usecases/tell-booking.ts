import { invitations, type BookingRevision } from '../domain/invitation.ts';
import { attendees } from '../store/attendees.ts';
import type { StoredBooking } from '../store/bookings.ts';
import type { Tx } from '../store/database.ts';
import { insertDeliveries, invitedAt } from '../store/deliveries.ts';
import type { Call } from './call.ts';

/** Puts the invitations that this revision calls for into the outbox, in the revision's own transaction. */
export async function tellAttendees(tx: Tx, call: Call, before: StoredBooking | null, after: StoredBooking): Promise<void> {
  const messages = invitations(before && await revisionBefore(tx, before), await revisionOf(tx, after));
  await insertDeliveries(tx, messages, () => call.settings.newId('dlv'), call.now);
}

/** With the people who were invited then: whoever has left since is told that it is off for them. */
async function revisionBefore(tx: Tx, booking: StoredBooking): Promise<BookingRevision> {
  const invited = await invitedAt(tx, booking.id, booking.sequence);
  const facilitator = invited.find(({ role }) => role === 'facilitator');
  if (!facilitator) throw new Error(`nobody gave booking ${booking.id} at sequence ${booking.sequence}`);
  return { ...unpeopled(booking), facilitator, representatives: invited.filter(({ role }) => role === 'representative') };
}

async function revisionOf(tx: Tx, booking: StoredBooking): Promise<BookingRevision> {
  return { ...unpeopled(booking), ...await attendees(tx, booking.facilitatorId, booking.clusterId) };
}

function unpeopled(booking: StoredBooking): Omit<BookingRevision, 'facilitator' | 'representatives'> {
  return {
    bookingId: booking.id,
    uid: booking.uid,
    sequence: booking.sequence,
    stampedAt: booking.stampedAt,
    createdAt: booking.createdAt,
    span: booking.span,
    status: booking.status,
  };
}
