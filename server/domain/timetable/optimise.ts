import { greedyTimetable } from './greedy.ts';
import { improve } from './improve.ts';
import { addRow, emptyModel, NO_LIMIT, type LinearModel } from './model.ts';
import { objectivesOf, type Objective, type ObjectiveName } from './objectives.ts';
import type { Choice, TimetableQuestion } from './question.ts';
import { addRules, allowedChoices } from './rules.ts';
import type { Held } from './table.ts';
import { wander } from './wander.ts';

/** Solves models; how, and how long it may take, is its own affair. */
export interface Solver {
  /** The best it finds, at least as good as the start, and what it proves. `nearer` may find a better start once it is known how low the cost can be at all. */
  minimise(model: LinearModel, start: Start, nearer: (least: number) => Start): Solved;
}

/** A solution to begin with: the whole columns that are 1, the others being 0, and its cost; what costs are multiples of; how near to the least cost is not worth a long search any more; and the share of the time left that this may take. */
export interface Start {
  readonly columns: ReadonlySet<number>;
  readonly cost: number;
  readonly grain: number;
  readonly near: number;
  readonly share: number;
}

export interface Solved {
  /** Values of the columns; null when nothing better than the start was found. */
  readonly columns: Float64Array | null;
  /** No cost is below this. */
  readonly bound: number;
  /** By how much each column would raise the cost above `relaxedBound`, at least; null when that is not known. */
  readonly reducedCosts: Float64Array | null;
  readonly relaxedBound: number;
}

/** How one objective came out. */
export interface Outcome {
  readonly name: ObjectiveName;
  readonly value: number;
  /** Nothing can be below this, given the objectives before it. */
  readonly bound: number;
}

export interface Timetable {
  readonly placed: readonly Choice[];
  readonly outcomes: readonly Outcome[];
}

/** Told after each objective, and whenever there is a better timetable. */
export type Hear = (progress: { readonly done: number; readonly of: number; readonly placed: readonly Choice[] }) => void;

/** A gap of so much is small: nobody waits long for less. */
const NEAR = 0.01;
/** A solver's arithmetic is exact to about this much. */
const TOLERANCE = 1e-5;

/**
 * The best timetable, objective by objective: each is brought as low as it goes, and the next must keep it there. What
 * a relaxation proves to be too dear for the level reached is left out from then on, which loses no solution.
 */
export function optimise(question: TimetableQuestion, solver: Solver, hear: Hear = () => {}): Timetable {
  const objectives = objectivesOf(question);
  const outcomes: Outcome[] = [];
  const held: Held[] = [];
  let choices = allowedChoices(question);
  let placed = greedyTimetable(question);
  for (const [index, objective] of objectives.entries()) {
    const step = lower({ question, objective, held, solver, share: index + 1 < objectives.length ? 0.5 : 1 }, choices, placed);
    choices = step.choices;
    placed = step.placed;
    outcomes.push(step.outcome);
    held.push({ objective, value: step.outcome.value });
    hear({ done: outcomes.length, of: objectives.length, placed });
  }
  return { placed, outcomes };
}

interface Step {
  readonly choices: Choice[];
  readonly placed: Choice[];
  readonly outcome: Outcome;
}

interface Task {
  readonly question: TimetableQuestion;
  readonly objective: Objective;
  readonly held: readonly Held[];
  readonly solver: Solver;
  /** Of the time left: the objectives to come want theirs. */
  readonly share: number;
}

function lower({ question, objective, held, solver, share }: Task, choices: Choice[], before: Choice[]): Step {
  const placed = improve(question, choices, before, held, objective);
  if (objective.measure(question, placed) === 0) return stepTo(question, choices, placed, { name: objective.name, value: 0, bound: 0 }, null, 0);
  const { model, constant } = modelOf(question, choices, held, objective);
  const grain = objective.grain?.(question) ?? 1;
  const startAt = (from: readonly Choice[]): Start => {
    const value = objective.measure(question, from);
    return { columns: columnsOf(choices, from), cost: value - constant, grain, near: Math.max(value, question.sessions.length) * NEAR, share };
  };
  let nearest = placed;
  const solved = solver.minimise(model, startAt(placed), (least) => startAt(nearest = wander(question, choices, placed, held, objective, least + constant)));
  const found = solved.columns ? choices.filter((_, column) => solved.columns![column]! > 0.5) : nearest;
  // A search that was cut short may end with less than it began with.
  const best = objective.measure(question, found) <= objective.measure(question, nearest) ? found : nearest;
  const value = objective.measure(question, best);
  const bound = Math.min(value, Math.max(0, Math.ceil((solved.bound + constant - TOLERANCE) / grain) * grain));
  return stepTo(question, choices, best, { name: objective.name, value, bound }, solved, constant);
}

function columnsOf(choices: readonly Choice[], placed: readonly Choice[]): Set<number> {
  const taken = new Set(placed);
  return new Set([...choices.keys()].filter((column) => taken.has(choices[column]!)));
}

function modelOf(question: TimetableQuestion, choices: readonly Choice[], held: readonly Held[], objective: Objective): { model: LinearModel; constant: number } {
  const model = emptyModel();
  addRules(model, question, choices, held.some(({ objective: { name }, value }) => name === 'unplaced' && value === 0));
  for (const { objective: earlier, value } of held) {
    const { terms, constant } = earlier.express(model, question, choices);
    if (terms.length > 0) addRow(model, -NO_LIMIT, value - constant, terms);
  }
  const { terms, constant } = objective.express(model, question, choices);
  for (const [column, factor] of terms) model.cost[column]! += factor;
  return { model, constant };
}

/** From here on without the choices that no timetable of this value can have. */
function stepTo(question: TimetableQuestion, choices: Choice[], placed: Choice[], outcome: Outcome, solved: Solved | null, constant: number): Step {
  return { choices: choices.filter((choice, column) => isStillOpen(question, choice, outcome) && !isTooDear(column, outcome, solved, constant)), placed, outcome };
}

function isStillOpen({ clusters, facilitators }: TimetableQuestion, { cluster, facilitator, clusterMinutes, facilitatorMinutes }: Choice, { name, value }: Outcome): boolean {
  if (name === 'discomfort') return clusterMinutes + facilitatorMinutes <= value;
  return name !== 'share' || (clusters[cluster]!.burden + clusterMinutes <= value && facilitators[facilitator]!.burden + facilitatorMinutes <= value);
}

function isTooDear(column: number, { value }: Outcome, solved: Solved | null, constant: number): boolean {
  if (!solved?.reducedCosts) return false;
  return solved.relaxedBound + solved.reducedCosts[column]! > value - constant + TOLERANCE;
}
