import type { PlanningRules } from '../../../shared/api/planning.ts';
import { read, write } from './http.ts';

export const getPlanning = (programmeId: string) => read<PlanningRules>(`/programmes/${programmeId}/planning`);
export const putPlanning = (programmeId: string, body: PlanningRules) => write<PlanningRules>(`/programmes/${programmeId}/planning`, { method: 'PUT', body });
