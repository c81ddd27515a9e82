import type { Attendance, AttendanceInput, Notes, NotesInput } from '../../../shared/api/attendance.ts';
import { read, write } from './http.ts';

/** What is written down when a session is over. */

export const getAttendance = (bookingId: string) => read<Attendance>(`/bookings/${bookingId}/attendance`);
export const putAttendance = (bookingId: string, body: AttendanceInput) => write<Attendance>(`/bookings/${bookingId}/attendance`, { method: 'PUT', body });
export const getNotes = (bookingId: string) => read<Notes>(`/bookings/${bookingId}/notes`);
export const putNotes = (bookingId: string, body: NotesInput, version: number) => write<Notes>(`/bookings/${bookingId}/notes`, { method: 'PUT', body, ifMatch: version });
