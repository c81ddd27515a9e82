import type { Attendance, AttendanceInput } from '../../../shared/api/attendance.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { findAttendance, participantsOf, saveAttendance, type Participant, type StoredAttendance } from '../../store/attendance.ts';
import { findBooking, lockBooking, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { findSession, setSessionState } from '../../store/sessions.ts';
import { actsForFacilitator, isParty, type Access, type Own } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { isStale, stale } from '../programme/change-programme.ts';
import { noSuchBooking } from './move-booking.ts';
import { iso } from '../listing/represent.ts';
import { sessionChanged } from './slot-changes.ts';

/** Who can have come to a booked session, and what was recorded of it. */
export async function attendanceOf(db: Queryable, call: Call, bookingId: string): Promise<Result<Attendance>> {
  const booking = await findBooking(db, bookingId);
  if (!booking || !isParty(call.access, booking)) return noSuchBooking();
  const [record, people] = await Promise.all([findAttendance(db, booking), participantsOf(db, booking)]);
  return accept(represent(booking, record, people, call.access));
}

/** Says who came; the session is done, or was missed. Only once it has begun; said again, it replaces what was said before. */
export async function recordAttendance(tx: Tx, call: Call, { bookingId, ifVersion, ...input }: AttendanceInput & { bookingId: string; ifVersion: number | null }): Promise<Result<Attendance>> {
  const booking = await lockBooking(tx, bookingId);
  if (!booking || !isParty(call.access, booking)) return noSuchBooking();
  if (!actsForFacilitator(call.access, booking)) return refuse('forbidden', 'The facilitator of the session, or a coordinator, says who came.');
  if (isStale(booking, ifVersion)) return stale('booking');
  if (booking.status === 'cancelled') return refuse('policy', 'This booking has been cancelled; nobody can have come.');
  if (booking.status === 'missed') return refuse('policy', 'This session was missed and has been booked again since; say who comes then.');
  if (booking.span.start > call.now) return refuse('policy', 'This session has not begun yet. Say who came once it has.');
  const people = await participantsOf(tx, booking);
  const stranger = strangerIn(input.attended, people);
  if (stranger) return stranger;
  const record: StoredAttendance = {
    bookingId, outcome: input.outcome, attended: [...new Set(input.attended)], notes: input.notes?.trim() || null, recordedBy: call.access.actor, recordedAt: call.now,
  };
  await saveAttendance(tx, booking, record);
  await tell(tx, call, booking, record);
  return accept(represent(booking, record, people, call.access));
}

function strangerIn(attended: readonly string[], people: readonly Participant[]): Refusal | null {
  const index = attended.findIndex((id) => people.every((person) => person.id !== id));
  if (index < 0) return null;
  const message = 'nobody of this session has this id: name its facilitator and people of its cluster';
  return refuse('invalid', `body.attended.${index}: ${message}.`, { errors: [{ path: `body.attended.${index}`, message }] });
}

async function tell(tx: Tx, call: Call, booking: Own<StoredBooking>, { outcome, attended }: StoredAttendance): Promise<void> {
  const { sessionId, clusterId, facilitatorId } = booking;
  const session = await findSession(tx, sessionId);
  if (!session) throw new Error(`booking ${booking.id} is of no session`);
  const recorded: Change = {
    kind: 'attendance.recorded',
    subject: { type: 'booking', id: booking.id },
    data: { bookingId: booking.id, sessionId, clusterId, facilitatorId, outcome, attended },
    actor: call.access.actor,
    audience: { clusterIds: [clusterId], facilitatorIds: [facilitatorId] },
  };
  const changed = session.state === outcome ? [] : [sessionChanged({ id: sessionId, clusterId, topicId: session.topicId, state: outcome }, [facilitatorId], call.access.actor)];
  if (changed.length > 0) await setSessionState(tx, { id: sessionId, programmeId: booking.programmeId }, outcome);
  appendChanges(tx, booking.programmeId, [recorded, ...changed], call.now);
}

function represent(booking: StoredBooking, record: StoredAttendance | null, people: Participant[], access: Access): Attendance {
  return {
    bookingId: booking.id,
    outcome: record?.outcome ?? null,
    attended: record?.attended ?? [],
    ...(actsForFacilitator(access, booking) && { notes: record?.notes ?? null }),
    recordedAt: record ? iso(record.recordedAt) : null,
    people,
  };
}
