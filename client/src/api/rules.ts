import type { RetentionState } from '../../../shared/api/people.ts';
import type { Programme, ProgrammePatch } from '../../../shared/api/programmes.ts';
import { read, write } from './http.ts';

export const changeProgramme = ({ id, version }: Programme, body: ProgrammePatch) => write<Programme>(`/programmes/${id}`, { method: 'PATCH', body, ifMatch: version });
export const getRetention = (programmeId: string) => read<RetentionState>(`/programmes/${programmeId}/retention`);
export const putRetention = (programmeId: string, days: number | null) => write<RetentionState>(`/programmes/${programmeId}/retention`, { method: 'PUT', body: { days } });
