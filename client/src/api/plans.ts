import type { Plan, PlanInput, PlanLetters, PlanPatch, PlanPlaces, PlanPublication, PlanSolutionInput, PlanSummary } from '../../../shared/api/plans.ts';
import { read, readAll, write } from './http.ts';

export const getPlans = (programmeId: string) => readAll<PlanSummary>(`/programmes/${programmeId}/plans`);
export const getPlan = (id: string) => read<Plan>(`/plans/${id}`);
export const getPlaces = (planId: string, sessionId: string) => read<PlanPlaces>(`/plans/${planId}/places?sessionId=${encodeURIComponent(sessionId)}`);
export const getLetters = (planId: string, sessionId: string) => read<PlanLetters>(`/plans/${planId}/letters?sessionId=${encodeURIComponent(sessionId)}`);
export const startPlan = (programmeId: string, body: PlanInput) => write<Plan>(`/programmes/${programmeId}/plans`, { method: 'POST', body });
export const solveAgain = (planId: string, body: PlanSolutionInput) => write<Plan>(`/plans/${planId}/solution`, { method: 'POST', body });
/** Each change stands by itself and is checked against the plan as it is: quick hands need not wait for each answer. */
export const changePlan = (plan: Plan, body: PlanPatch) => write<Plan>(`/plans/${plan.id}`, { method: 'PATCH', body });
export const publishPlan = (planId: string) => write<PlanPublication>(`/plans/${planId}/publication`, { method: 'POST' });
export const endPlan = (planId: string, keepalive = false) => write<undefined>(`/plans/${planId}`, { method: 'DELETE', keepalive });
