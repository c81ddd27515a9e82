import type { Change } from '../../store/changes.ts';
import type { StoredPlan } from '../../store/plans.ts';

/** To coordinators only: a plan is nobody's business before it is published. */
export function planChanged(kind: 'plan.progress' | 'plan.ready' | 'plan.published', plan: Pick<StoredPlan, 'id' | 'state' | 'progress'>, actor: string, more: Record<string, unknown> = {}): Change {
  return { kind, subject: { type: 'plan', id: plan.id }, data: { id: plan.id, state: plan.state, progress: plan.progress, ...more }, actor, audience: {} };
}
