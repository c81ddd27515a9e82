import { invitations, isSameCompany, onePerAddress, stampAfter, type BookingRevision } from '../../domain/invitation.ts';
import { attendees } from '../../store/attendees.ts';
import { lockComingBookings, reviseBooking, type StoredBooking } from '../../store/bookings.ts';
import type { Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { insertDeliveries, invitedAt } from '../../store/deliveries.ts';
import { findSession } from '../../store/sessions.ts';
import type { Call } from '../call.ts';
import { sessionChanged } from './slot-changes.ts';

/** Puts the invitations that this revision calls for into the outbox, in the revision's own transaction. */
export async function tellAttendees(tx: Tx, call: Call, before: StoredBooking | null, after: StoredBooking): Promise<void> {
  const messages = invitations(before && await revisionBefore(tx, before), await revisionOf(tx, after));
  insertDeliveries(tx, messages, () => call.settings.newId('dlv'), call.now);
}

/**
 * Somebody came, left, or has another name or address: everyone in the coming sessions of this cluster or facilitator is told, by the
 * next revision of each, and whoever left that it is off for them. Sessions whose people are the same to their calendars stay as they are.
 */
export async function tellOfPeople(tx: Tx, call: Call, of: 'cluster' | 'facilitator', id: string): Promise<Change[]> {
  const told: Change[] = [];
  for (const booking of await lockComingBookings(tx, of, id, call.now)) {
    const { facilitator, representatives } = await attendees(tx, booking.facilitatorId, booking.clusterId);
    if (isSameCompany(await invitedAt(tx, booking.id, booking.sequence), onePerAddress([facilitator, ...representatives]))) continue;
    const after: StoredBooking = {
      ...booking, sequence: booking.sequence + 1, version: booking.version + 1, stampedAt: stampAfter(call.now, booking.stampedAt),
    };
    reviseBooking(tx, after, null);
    await tellAttendees(tx, call, booking, after);
    const topicId = (await findSession(tx, booking.sessionId))?.topicId ?? '';
    told.push(sessionChanged({ id: booking.sessionId, clusterId: booking.clusterId, topicId, state: 'booked' }, [booking.facilitatorId], call.access.actor));
  }
  return told;
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
