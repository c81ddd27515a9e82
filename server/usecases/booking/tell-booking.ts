import { invitations, isSameCompany, onePerAddress, stampAfter, type BookingRevision } from '../../domain/invitation.ts';
import { attendees, type Attendees } from '../../store/attendees.ts';
import { lockComingBookings, reasonStillToTell, reviseBooking, type BookingsOf, type StoredBooking } from '../../store/bookings.ts';
import type { Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { insertDeliveries, insertFirstDeliveries, invitedAt } from '../../store/deliveries.ts';
import type { Call } from '../call.ts';
import type { Own, PartyAccess } from '../signing-in/access.ts';
import { sessionChanged } from './slot-changes.ts';

/** Puts the invitations to new bookings of one programme into the outbox, in the transaction that makes them. */
export function tellOfNew(tx: Tx, call: Call, programmeId: PartyAccess, bookings: readonly Own<StoredBooking>[], whoComesTo: (booking: Own<StoredBooking>) => Attendees): void {
  const messages = bookings.flatMap((booking) => invitations(null, { ...unpeopled(booking), ...whoComesTo(booking) }));
  insertFirstDeliveries(tx, programmeId, messages, () => call.settings.newId('dlv'), call.now);
}

/** Puts the invitations that this revision calls for into the outbox, in the revision's own transaction. */
export async function tellAttendees(tx: Tx, call: Call, before: Own<StoredBooking>, after: Own<StoredBooking>): Promise<void> {
  const messages = invitations(await revisionBefore(tx, before), await revisionOf(tx, after));
  insertDeliveries(tx, after.programmeId, messages, () => call.settings.newId('dlv'), call.now);
}

/**
 * Somebody came, left, or anything or anybody has another name, address or zone: everyone in the coming sessions it concerns is told, by the
 * next revision of each, and whoever left that it is off for them. Sessions that are the same to their calendars stay as they are.
 */
export async function tellComing(tx: Tx, call: Call, programmeId: PartyAccess, of: BookingsOf, id: string): Promise<Change[]> {
  const told: Change[] = [];
  for (const booking of await lockComingBookings(tx, programmeId, of, id, call.now)) {
    if (!booking.isReworded && await isSameToCalendars(tx, booking)) continue;
    await tellOfEdit(tx, call, booking, {});
    told.push(sessionChanged({ id: booking.sessionId, clusterId: booking.clusterId, topicId: booking.topicId, state: 'booked' }, [booking.facilitatorId], call.access.actor));
  }
  return told;
}

/** The next revision of a booking whose hour stays: what was answered to it still holds, and mails of edits wait for each other. */
export async function tellOfEdit(tx: Tx, call: Call, booking: Own<StoredBooking>, edit: Partial<Pick<StoredBooking, 'needs'>>): Promise<Own<StoredBooking>> {
  const after: Own<StoredBooking> = {
    ...booking, ...edit, sequence: booking.sequence + 1, version: booking.version + 1, stampedAt: stampAfter(call.now, booking.stampedAt),
  };
  // Mails of one burst are one mail, of its last revision: it says why the session was moved a moment ago.
  reviseBooking(tx, after, await reasonStillToTell(tx, booking));
  await tellAttendees(tx, call, booking, after);
  return after;
}

async function isSameToCalendars(tx: Tx, booking: Own<StoredBooking>): Promise<boolean> {
  const { facilitator, representatives } = await attendees(tx, booking);
  return isSameCompany(await invitedAt(tx, booking), onePerAddress([facilitator, ...representatives]));
}

/** With the people who were invited then: whoever has left since is told that it is off for them. */
async function revisionBefore(tx: Tx, booking: Own<StoredBooking>): Promise<BookingRevision> {
  const invited = await invitedAt(tx, booking);
  const facilitator = invited.find(({ role }) => role === 'facilitator');
  if (!facilitator) throw new Error(`nobody gave booking ${booking.id} at sequence ${booking.sequence}`);
  return { ...unpeopled(booking), facilitator, representatives: invited.filter(({ role }) => role === 'representative') };
}

async function revisionOf(tx: Tx, booking: Own<StoredBooking>): Promise<BookingRevision> {
  return { ...unpeopled(booking), ...await attendees(tx, booking) };
}

function unpeopled(booking: StoredBooking): Omit<BookingRevision, 'facilitator' | 'representatives'> {
  return {
    bookingId: booking.id,
    uid: booking.uid,
    sequence: booking.sequence,
    stampedAt: booking.stampedAt,
    createdAt: booking.createdAt,
    span: booking.span,
    status: booking.status === 'cancelled' ? 'cancelled' : 'confirmed',
  };
}
