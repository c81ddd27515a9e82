import type { Notes, NotesInput } from '../../../shared/api/attendance.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { findNotes, saveNotes, type StoredNotes } from '../../store/attendance.ts';
import { findBooking, lockBooking, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { findSession } from '../../store/sessions.ts';
import { isParty, type Access, type Own } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { stale } from '../programme/change-programme.ts';
import { noSuchBooking } from './move-booking.ts';
import { iso } from '../listing/represent.ts';
import { sessionChanged } from './slot-changes.ts';

export async function notesOf(db: Queryable, call: Call, bookingId: string): Promise<Result<Notes>> {
  const booking = await findBooking(db, bookingId);
  if (!booking || !isParty(call.access, booking)) return noSuchBooking();
  return accept(represent(booking, await findNotes(db, booking), call.access));
}

/** The facilitator's notes on a session. The cluster is told of what is shared with it, and of nothing else. */
export async function writeNotes(tx: Tx, call: Call, input: { id: string; notes: NotesInput; ifVersion: number | null }): Promise<Result<Notes>> {
  const booking = await lockBooking(tx, input.id);
  if (!booking || !isParty(call.access, booking)) return noSuchBooking();
  if (!isGiver(call.access, booking)) return refuse('forbidden', 'Only the facilitator of a session writes notes on it.');
  const before = await findNotes(tx, booking);
  if (input.ifVersion !== null && input.ifVersion !== before.version) return stale('notes');
  const after = { own: input.notes.own ?? before.own, shared: input.notes.shared ?? before.shared };
  await saveNotes(tx, booking, after, call.now);
  if (after.shared !== before.shared) await tell(tx, call, booking);
  return accept(represent(booking, await findNotes(tx, booking), call.access));
}

async function tell(tx: Tx, call: Call, { programmeId, sessionId, clusterId, facilitatorId }: Own<StoredBooking>): Promise<void> {
  const session = await findSession(tx, sessionId);
  if (!session) throw new Error(`there is no session ${sessionId}`);
  appendChanges(tx, programmeId, [
    sessionChanged({ id: sessionId, clusterId, topicId: session.topicId, state: session.state }, [facilitatorId], call.access.actor),
  ], call.now);
}

function represent(booking: StoredBooking, { own, shared, version, writtenAt }: StoredNotes, access: Access): Notes {
  return { bookingId: booking.id, ...(isGiver(access, booking) && { own }), shared, version, writtenAt: writtenAt === null ? null : iso(writtenAt) };
}

/** Not even a coordinator: what is promised to be one's own is. */
function isGiver(access: Access, { facilitatorId }: StoredBooking): boolean {
  return access.role === 'facilitator' && access.facilitatorId === facilitatorId;
}
