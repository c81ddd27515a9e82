import { addRow, emptyModel, NO_LIMIT, type LinearModel } from './model.ts';
import type { Objective } from './objectives.ts';
import type { Choice, TimetableQuestion } from './question.ts';
import { addRules } from './rules.ts';
import type { Solved, Solver, Start } from './solver.ts';
import type { Held } from './table.ts';

/** One objective being brought as low as it goes, while those before it stay where they got to. */
export interface Stage {
  readonly question: TimetableQuestion;
  readonly objective: Objective;
  readonly held: readonly Held[];
  readonly solver: Solver;
  /** Of the time left: the objectives to come want theirs. */
  readonly share: number;
  /** Tells how far this stage is, from 0 to 1, the best so far, and how low it can be at all; null while that is not known. */
  tell(done: number, placed: readonly Choice[], bound: number | null): void;
}

/** A model of some choices, and what is counted whatever is chosen. */
export interface StageModel {
  readonly choices: readonly Choice[];
  readonly model: LinearModel;
  readonly constant: number;
}

/** A gap of so much is small: nobody waits long for less. */
export const NEAR = 0.01;

export function modelOf({ question, held, objective }: Stage, choices: readonly Choice[]): StageModel {
  const model = emptyModel();
  addRules(model, question, choices, held.some(({ objective: { name }, value }) => name === 'unplaced' && value === 0));
  for (const { objective: earlier, value } of held) {
    const { terms, constant } = earlier.express(model, question, choices);
    if (terms.length > 0) addRow(model, -NO_LIMIT, value - constant, terms);
  }
  const { terms, constant } = objective.express(model, question, choices);
  for (const [column, factor] of terms) model.cost[column]! += factor;
  return { choices, model, constant };
}

/** To begin at a timetable that is there. */
export function startAt({ question, objective, share }: Stage, { choices, constant }: StageModel, placed: readonly Choice[]): Start {
  const value = objective.measure(question, placed);
  const taken = new Set(placed);
  const columnsThat = (wanted: (choice: Choice) => boolean) => new Set([...choices.keys()].filter((column) => wanted(choices[column]!)));
  return {
    columns: columnsThat((choice) => taken.has(choice)),
    telling: columnsThat((choice) => objective.isTold?.(choice) ?? false),
    cost: value - constant,
    grain: objective.grain?.(question) ?? 1,
    near: nearness(question, value),
    share,
  };
}

/** As much as is small beside this value, or beside the number of sessions where the value counts few things. */
export function nearness({ sessions }: TimetableQuestion, value: number): number {
  return Math.max(value, sessions.length) * NEAR;
}

/** What was found, or what there was where that is no worse: a search that was cut short may end with less than it began with. */
export function betterOf({ question, objective }: Stage, { choices }: StageModel, { columns }: Solved, before: readonly Choice[]): readonly Choice[] {
  if (!columns) return before;
  const found = choices.filter((_, column) => columns[column]! > 0.5);
  return objective.measure(question, found) <= objective.measure(question, before) ? found : before;
}
