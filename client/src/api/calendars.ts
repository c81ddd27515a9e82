import type { BusyCalendar, BusyCalendarInput, BusyTime } from '../../../shared/api/calendars.ts';
import { readAll, write } from './http.ts';

export const getCalendars = (facilitatorId: string) => readAll<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`);
export const addCalendar = (facilitatorId: string, body: BusyCalendarInput) => write<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { method: 'POST', body });
export const refreshCalendar = (id: string) => write<BusyCalendar>(`/calendars/${id}/refresh`, { method: 'POST' });
export const removeCalendar = (id: string) => write<undefined>(`/calendars/${id}`, { method: 'DELETE' });

/** What a facilitator's own calendars say is taken, in epoch milliseconds. */
export const getBusy = (facilitatorId: string, from: number, to: number) => readAll<BusyTime>(`/facilitators/${facilitatorId}/busy?from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`);
