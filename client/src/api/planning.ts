import type { PlanningRules, PreferenceRemindersAsked, PreferenceRound } from '../../../shared/api/planning.ts';
import { read, readAll, write } from './http.ts';

export const getPlanning = (programmeId: string) => read<PlanningRules>(`/programmes/${programmeId}/planning`);
export const putPlanning = (programmeId: string, body: PlanningRules) => write<PlanningRules>(`/programmes/${programmeId}/planning`, { method: 'PUT', body });
export const getRound = (programmeId: string) => readAll<PreferenceRound>(`/programmes/${programmeId}/preferences`);
export const askForHours = (programmeId: string, clusterIds: readonly string[]) => write<PreferenceRemindersAsked>(`/programmes/${programmeId}/preferences/reminders`, { method: 'POST', body: { clusterIds } });
