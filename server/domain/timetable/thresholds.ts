import type { Choice } from './question.ts';
import { modelOf, startAt, type Stage } from './stage.ts';

/** What it costs to take a place beyond a threshold: more than anyone bears. */
const BEYOND = 1e5;

/**
 * How low the most that anyone bears can be, between a bound and a value that has been reached, both multiples of the
 * grain: for a threshold between them, whatever alone goes beyond it is left out, and what is left may not fit even if
 * sessions could be cut into pieces. That proves far more than a relaxation of the whole, which takes a little of
 * everything; but where that took nothing beyond its own bound (`used`), it has shown that everything fits there.
 */
export function raisedBound(stage: Stage, choices: readonly Choice[], placed: readonly Choice[], { bound, used }: { bound: number; used: readonly Choice[] }): number {
  const { question, objective } = stage;
  if (objective.parts?.together !== 'most') return bound;
  const isWithin = (choice: Choice, threshold: number) => objective.isWithin?.(question, choice, threshold) ?? true;
  if (used.every((choice) => isWithin(choice, bound))) return bound;
  const grain = objective.grain?.(question) ?? 1;
  let [least, most] = [bound, objective.measure(question, placed)];
  // The bound itself first: mostly everything fits there.
  for (let threshold = least; least < most; threshold = least + Math.floor((most - least) / grain / 2) * grain) {
    if (fits(stage, choices, placed, (choice) => isWithin(choice, threshold), threshold)) most = threshold;
    else least = threshold + grain;
  }
  return least;
}

/** False only where it is certain. Where everybody is now stays open, at a price, so that there is something to begin with. */
function fits(stage: Stage, choices: readonly Choice[], placed: readonly Choice[], isOpen: (choice: Choice) => boolean, threshold: number): boolean {
  const taken = new Set(placed);
  const part = modelOf(stage, choices.filter((choice) => isOpen(choice) || taken.has(choice)));
  for (const [column, choice] of part.choices.entries()) if (!isOpen(choice)) part.model.cost[column]! += BEYOND;
  return stage.solver.least(part.model, startAt(stage, part, placed).columns) + part.constant <= threshold;
}
