import type { BusyCalendar, BusyCalendarInput } from '../../../shared/api/calendars.ts';
import { readAll, write } from './http.ts';

export const getCalendars = (facilitatorId: string) => readAll<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`);
export const addCalendar = (facilitatorId: string, body: BusyCalendarInput) => write<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { method: 'POST', body });
export const refreshCalendar = (id: string) => write<BusyCalendar>(`/calendars/${id}/refresh`, { method: 'POST' });
export const removeCalendar = (id: string) => write<undefined>(`/calendars/${id}`, { method: 'DELETE' });
