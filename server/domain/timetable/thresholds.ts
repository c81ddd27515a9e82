import type { Choice } from './question.ts';
import { modelOf, type Stage } from './stage.ts';

/**
 * How low the most that anyone bears can be, between a bound and a value that has been reached, both multiples of the
 * grain: for a threshold between them, whatever alone goes beyond it is left out, and what is left may not fit even if
 * sessions could be cut into pieces. That proves far more than a relaxation of the whole, which takes a little of everything.
 */
export function raisedBound(stage: Stage, choices: readonly Choice[], bound: number, value: number): number {
  const { question, objective, held, solver } = stage;
  if (objective.parts?.together !== 'most') return bound;
  const grain = objective.grain?.(question) ?? 1;
  let [least, most] = [bound, value];
  while (least < most) {
    const threshold = least + Math.floor((most - least) / grain / 2) * grain;
    const open = choices.filter((choice) => objective.isWithin?.(question, choice, threshold) ?? true);
    const fits = solver.canFit(modelOf({ ...stage, held: [...held, { objective, value: threshold }] }, open).model);
    if (fits === null) break;
    if (fits) most = threshold;
    else least = threshold + grain;
  }
  return least;
}
