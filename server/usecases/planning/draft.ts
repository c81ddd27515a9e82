import { refuse, type Refusal } from '../../domain/result.ts';
import type { StoredPlan, StoredResult } from '../../store/plans.ts';

/** A plan with a timetable that is neither being solved nor published: it can be changed and published, however its solving ended. */
export function isDraft<Plan extends StoredPlan>(plan: Plan): plan is Plan & { readonly result: StoredResult } {
  return plan.state !== 'solving' && plan.state !== 'published' && plan.result !== null;
}

/** Why it can be neither changed nor published. */
export function noDraft({ state }: StoredPlan): Refusal {
  if (state === 'solving') return refuse('policy', 'This plan is still being solved.');
  if (state === 'published') return refuse('policy', 'This plan is published; it can no longer be changed.');
  return refuse('policy', `This plan is ${state} and has no timetable. Solve it again: POST /plans/:id/solution.`);
}
