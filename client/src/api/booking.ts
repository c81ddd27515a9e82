import type { Booking, BookingInput, BookingPatch } from '../../../shared/api/bookings.ts';
import type { Delivery } from '../../../shared/api/deliveries.ts';
import type { Hold, HoldInput } from '../../../shared/api/holds.ts';
import type { SlotList } from '../../../shared/api/slots.ts';
import { type Answer, read, readAll, write } from './http.ts';

/** From a free time to a booking, and what becomes of one. */

export const getSlots = (sessionId: string) => read<SlotList>(`/sessions/${sessionId}/slots?outsideHours=1`);
export const placeHold = (sessionId: string, body: HoldInput) => write<Hold>(`/sessions/${sessionId}/holds`, { method: 'POST', body });
export const extendHold = (id: string) => write<Hold>(`/holds/${id}/extension`, { method: 'POST' });
export const releaseHold = (id: string, keepalive = false) => write<undefined>(`/holds/${id}`, { method: 'DELETE', keepalive });
export const book = (sessionId: string, body: BookingInput) => write<Booking>(`/sessions/${sessionId}/booking`, { method: 'POST', body });
export const changeBooking = (booking: Booking, body: BookingPatch) => write<Booking>(`/bookings/${booking.id}`, { method: 'PATCH', body, ifMatch: booking.version });
export const inviteUrl = (bookingId: string) => `/api/v1/bookings/${bookingId}/invite.ics`;
export const getDeliveries = (id: string, bookingId: string) => readAll<Delivery>(`/programmes/${id}/deliveries?bookingId=${encodeURIComponent(bookingId)}`);

export function cancelBooking(booking: Booking, reason: string, keepalive = false): Promise<Answer<Booking>> {
  return write<Booking>(`/bookings/${booking.id}`, { method: 'DELETE', ifMatch: booking.version, keepalive, ...(reason ? { body: { reason } } : {}) });
}
