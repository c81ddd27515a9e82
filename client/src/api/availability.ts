import type { Availability, AvailabilityAnswer } from '../../../shared/api/availability.ts';
import type { Judgement } from '../../../shared/api/slots.ts';
import { type Answer, read, write } from './http.ts';

/** A facilitator’s hours. */

export const getAvailability = (facilitatorId: string) => read<AvailabilityAnswer>(`/facilitators/${facilitatorId}/availability`);
export function putAvailability(facilitatorId: string, body: Availability, version: number): Promise<Answer<AvailabilityAnswer>> {
  return write<AvailabilityAnswer>(`/facilitators/${facilitatorId}/availability`, { method: 'PUT', body, ifMatch: version });
}
export const getJudgement = (facilitatorId: string, start: number) => read<Judgement>(`/facilitators/${facilitatorId}/judgement?start=${encodeURIComponent(new Date(start).toISOString())}`);
