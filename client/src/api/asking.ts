import type { QuestionAsked, Waiting } from '../../../shared/api/waiting.ts';
import { read, write } from './http.ts';

/** What one asks where no time fits. */

export const getWaiting = (sessionId: string) => read<Waiting>(`/sessions/${sessionId}/waiting`);
/** Null: no longer. */
export const setWaiting = (sessionId: string, body: { outsideHours: boolean } | null) => write<Waiting>(`/sessions/${sessionId}/waiting`, body ? { method: 'PUT', body } : { method: 'DELETE' });
export const askCoordinator = (sessionId: string, text: string) => write<QuestionAsked>(`/sessions/${sessionId}/questions`, { method: 'POST', body: { text } });
