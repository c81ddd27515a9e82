import type { RemindersAsked, Supply } from '../../../shared/api/coordination.ts';
import type { Delivery } from '../../../shared/api/deliveries.ts';
import type { Session } from '../../../shared/api/sessions.ts';
import { read, readAll, write } from './http.ts';

/** What only coordinators ask for. */

export const getSupply = (programmeId: string) => read<Supply>(`/programmes/${programmeId}/supply`);
export const getBounced = (programmeId: string) => readAll<Delivery>(`/programmes/${programmeId}/deliveries?state=bounced`);
export const remind = (programmeId: string, sessionIds: readonly string[]) => write<RemindersAsked>(`/programmes/${programmeId}/reminders`, { method: 'POST', body: { sessionIds } });
export const waive = (sessionId: string, reason: string) => write<Session>(`/sessions/${sessionId}/waiver`, { method: 'PUT', body: reason ? { reason } : {} });
export const unwaive = (sessionId: string) => write<Session>(`/sessions/${sessionId}/waiver`, { method: 'DELETE' });
