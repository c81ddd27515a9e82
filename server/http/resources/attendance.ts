import { Attendance, AttendanceInput, Notes, NotesInput } from '../../../shared/api/attendance.ts';
import { attendanceOf, recordAttendance } from '../../usecases/booking/record-attendance.ts';
import { notesOf, writeNotes } from '../../usecases/booking/write-notes.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

/** What becomes of a session once it has begun. */
export const attendance: Endpoint[] = [
  read({ path: '/bookings/:id/attendance', summary: 'Who can have come to a session, and who came', answer: Attendance },
    ({ db }, call, { params }) => attendanceOf(db, call, params.id!)),
  write({ method: 'put', path: '/bookings/:id/attendance', summary: 'Say who came, once the session has begun', body: AttendanceInput, answer: Attendance },
    (tx, call, { params, body, ifVersion }) => recordAttendance(tx, call, { bookingId: params.id!, ifVersion, ...body })),
  read({ path: '/bookings/:id/notes', summary: 'Read the notes on a session that are yours to read', answer: Notes },
    ({ db }, call, { params }) => notesOf(db, call, params.id!)),
  write({ method: 'put', path: '/bookings/:id/notes', summary: 'Write notes on a session: your own, and those shared with the cluster', body: NotesInput, answer: Notes },
    (tx, call, { params, body, ifVersion }) => writeNotes(tx, call, { id: params.id!, notes: body, ifVersion })),
];
