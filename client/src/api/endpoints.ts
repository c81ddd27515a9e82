import type { Attendance, AttendanceInput, Notes, NotesInput } from '../../../shared/api/attendance.ts';
import type { Availability, AvailabilityAnswer } from '../../../shared/api/availability.ts';
import type { Booking, BookingInput, BookingPatch } from '../../../shared/api/bookings.ts';
import type { Delivery } from '../../../shared/api/deliveries.ts';
import type { Hold, HoldInput } from '../../../shared/api/holds.ts';
import type { Device, Me, RoleChoice, SignInAsked } from '../../../shared/api/me.ts';
import type { Cluster, Facilitator, Phase, Programme, Topic } from '../../../shared/api/programmes.ts';
import type { Coverage, Session } from '../../../shared/api/sessions.ts';
import type { Judgement, SlotList } from '../../../shared/api/slots.ts';
import type { ColleagueInput, OwnSettings, QuestionAsked, Waiting } from '../../../shared/api/waiting.ts';
import { type Answer, read, readAll, write } from './http.ts';

/** A representative is not told a facilitator's address. */
export type KnownFacilitator = Omit<Facilitator, 'email'> & { email?: string };
/** Nor, of other clusters, anything; a facilitator sees clusters without their people. */
export type KnownCluster = Omit<Cluster, 'representatives'> & { representatives?: Cluster['representatives'] };

export const getMe = () => read<Me>('/me');
export const signOut = () => write<undefined>('/me/session', { method: 'DELETE' });
export const getDevices = () => readAll<Device>('/me/devices');
export const signOutDevice = (id: string) => write<undefined>(`/me/devices/${id}`, { method: 'DELETE' });
export const signOutEverywhere = () => write<undefined>('/me/devices', { method: 'DELETE' });
export const chooseRole = (body: RoleChoice) => write<undefined>('/me/role', { method: 'PUT', body });
export const askForLinkAgain = () => write<SignInAsked>('/me/sign-in', { method: 'POST' });
export const askForLink = (email: string) => write<SignInAsked>('/sign-in', { method: 'POST', body: { email } });

export const getProgrammes = () => readAll<Programme>('/programmes');
export const getProgramme = (id: string) => read<Programme>(`/programmes/${id}`);
export const getPhases = (id: string) => readAll<Phase>(`/programmes/${id}/phases`);
export const getTopics = (id: string) => readAll<Topic>(`/programmes/${id}/topics`);
export const getFacilitators = (id: string) => readAll<KnownFacilitator>(`/programmes/${id}/facilitators`);
export const getClusters = (id: string) => readAll<KnownCluster>(`/programmes/${id}/clusters`);
export const getSessions = (id: string) => readAll<Session>(`/programmes/${id}/sessions`);
export const getCoverage = (id: string) => read<Coverage>(`/programmes/${id}/coverage`);
export const getDeliveries = (id: string, bookingId: string) => readAll<Delivery>(`/programmes/${id}/deliveries?bookingId=${encodeURIComponent(bookingId)}`);

export const getSlots = (sessionId: string) => read<SlotList>(`/sessions/${sessionId}/slots?outsideHours=1`);

export const placeHold = (sessionId: string, body: HoldInput) => write<Hold>(`/sessions/${sessionId}/holds`, { method: 'POST', body });
export const extendHold = (id: string) => write<Hold>(`/holds/${id}/extension`, { method: 'POST' });
export const releaseHold = (id: string, keepalive = false) => write<undefined>(`/holds/${id}`, { method: 'DELETE', keepalive });

export const book = (sessionId: string, body: BookingInput) => write<Booking>(`/sessions/${sessionId}/booking`, { method: 'POST', body });
export const changeBooking = (booking: Booking, body: BookingPatch) => write<Booking>(`/bookings/${booking.id}`, { method: 'PATCH', body, ifMatch: booking.version });
export const inviteUrl = (bookingId: string) => `/api/v1/bookings/${bookingId}/invite.ics`;

export function cancelBooking(booking: Booking, reason: string, keepalive = false): Promise<Answer<Booking>> {
  return write<Booking>(`/bookings/${booking.id}`, { method: 'DELETE', ifMatch: booking.version, keepalive, ...(reason ? { body: { reason } } : {}) });
}

export const getAvailability = (facilitatorId: string) => read<AvailabilityAnswer>(`/facilitators/${facilitatorId}/availability`);
export function putAvailability(facilitatorId: string, body: Availability, version: number): Promise<Answer<AvailabilityAnswer>> {
  return write<AvailabilityAnswer>(`/facilitators/${facilitatorId}/availability`, { method: 'PUT', body, ifMatch: version });
}
export const getJudgement = (facilitatorId: string, start: number) => read<Judgement>(`/facilitators/${facilitatorId}/judgement?start=${encodeURIComponent(new Date(start).toISOString())}`);

export const getAttendance = (bookingId: string) => read<Attendance>(`/bookings/${bookingId}/attendance`);
export const putAttendance = (bookingId: string, body: AttendanceInput) => write<Attendance>(`/bookings/${bookingId}/attendance`, { method: 'PUT', body });
export const getNotes = (bookingId: string) => read<Notes>(`/bookings/${bookingId}/notes`);
export const putNotes = (bookingId: string, body: NotesInput, version: number) => write<Notes>(`/bookings/${bookingId}/notes`, { method: 'PUT', body, ifMatch: version });

export const getWaiting = (sessionId: string) => read<Waiting>(`/sessions/${sessionId}/waiting`);
/** Null: no longer. */
export const setWaiting = (sessionId: string, body: { outsideHours: boolean } | null) => write<Waiting>(`/sessions/${sessionId}/waiting`, body ? { method: 'PUT', body } : { method: 'DELETE' });
export const askCoordinator = (sessionId: string, text: string) => write<QuestionAsked>(`/sessions/${sessionId}/questions`, { method: 'POST', body: { text } });

export const getCluster = (id: string) => read<Cluster>(`/clusters/${id}`);
export const inviteColleague = (clusterId: string, body: ColleagueInput) => write<Cluster>(`/clusters/${clusterId}/representatives`, { method: 'POST', body });
export const removeColleague = (clusterId: string, personId: string) => write<Cluster>(`/clusters/${clusterId}/representatives/${personId}`, { method: 'DELETE' });
export const changeOwnSettings = (body: OwnSettings) => write<undefined>('/me', { method: 'PATCH', body });
export const getFacilitator = (id: string) => read<KnownFacilitator & { feedUrl?: string }>(`/facilitators/${id}`);
export const renewFeed = (of: string) => write<{ feedUrl: string }>(`${of}/feed`, { method: 'POST' });
