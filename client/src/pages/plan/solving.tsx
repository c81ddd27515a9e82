import type { Plan, PlanSoFar } from '../../../../shared/api/plans.ts';
import { endPlan } from '../../api/plans.ts';
import { planWords } from '../../locales/index.ts';
import { act } from './act.ts';

/** How far the work is; it can be left alone or stopped. */
export function Solving({ plan }: { plan: Plan }) {
  const copy = planWords();
  return (
    <section class="card stack" aria-labelledby="solving">
      <h2 id="solving">{copy.solving} <span class="day-count">{copy.progress(Math.round(plan.progress * 100) / 100)}</span></h2>
      <progress class="meter plan-meter" max={1} value={plan.progress} aria-labelledby="solving" />
      {plan.soFar && <SoFar soFar={plan.soFar} all={plan.sessionIds.length} />}
      <p class="actions"><button type="button" class="button" onClick={() => void act(endPlan(plan.id))}>{copy.stop}</button><span class="quiet">{copy.stay}</span></p>
    </section>
  );
}

/** The best timetable so far: how many have a place, what is being bettered just now, and how much may be missing of it. */
function SoFar({ soFar: { placed, objective, value, gap, seconds }, all }: { soFar: PlanSoFar; all: number }) {
  const copy = planWords();
  return (
    <p>
      {copy.placed(placed, all)} · {copy.soFar(copy.objective[objective], value, seconds)}
      {gap !== null && gap > 0 && <span class="quiet"> {copy.gap(gap)}</span>}
    </p>
  );
}
