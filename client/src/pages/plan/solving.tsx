import type { Plan } from '../../../../shared/api/plans.ts';
import { endPlan } from '../../api/plans.ts';
import { planWords } from '../../locales/index.ts';
import { act } from './act.ts';

/** How far the work is; it can be left alone or stopped. */
export function Solving({ plan }: { plan: Plan }) {
  const copy = planWords();
  return (
    <section class="card stack" aria-labelledby="solving">
      <h2 id="solving">{copy.solving} <span class="day-count">{copy.progress(Math.round(plan.progress * 100))}</span></h2>
      <progress class="meter plan-meter" max={1} value={plan.progress} aria-labelledby="solving" />
      <p class="actions"><button type="button" class="button" onClick={() => void act(endPlan(plan.id))}>{copy.stop}</button><span class="quiet">{copy.stay}</span></p>
    </section>
  );
}
