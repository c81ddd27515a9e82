import { greedyTimetable } from './greedy.ts';
import { improve } from './improve.ts';
import { makeRoom } from './make-room.ts';
import { countsPlaces, objectivesOf, type ObjectiveName } from './objectives.ts';
import { boundOfPairs } from './pairs-apart.ts';
import { solvePartByPart } from './part-by-part.ts';
import type { Choice, TimetableQuestion } from './question.ts';
import { allowedChoices } from './rules.ts';
import type { Solved, Solver } from './solver.ts';
import { betterOf, modelOf, startAt, type Stage } from './stage.ts';
import type { Held } from './table.ts';
import { raisedBound } from './thresholds.ts';
import { wander } from './wander.ts';

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

/** Told again and again while a timetable is made. */
export interface Progress {
  /** From 0 to 1, never less than before. */
  readonly done: number;
  readonly placed: readonly Choice[];
  /** What is being brought down, where it is, and how low it can be at all; null while that is not known. */
  readonly objective: ObjectiveName;
  readonly value: number;
  readonly bound: number | null;
  /** Of the objectives before it. */
  readonly outcomes: readonly Outcome[];
}

export type Hear = (progress: Progress) => void;

/** A solver's arithmetic is exact to about this much. */
const TOLERANCE = 1e-5;

/**
 * The best timetable, objective by objective: each is brought as low as it goes, and the next must keep it there. What
 * a relaxation proves to be too dear for the level reached is left out from then on, which loses no solution. It begins
 * at a timetable that is there, as `from`, or else at what a spreadsheet comes to.
 */
export function optimise(question: TimetableQuestion, solver: Solver, hear: Hear = () => {}, from: readonly Choice[] = greedyTimetable(question)): Timetable {
  const objectives = objectivesOf(question);
  const outcomes: Outcome[] = [];
  const held: Held[] = [];
  let choices = allowedChoices(question);
  let placed = from;
  for (const [index, objective] of objectives.entries()) {
    const tell = (done: number, best: readonly Choice[], bound: number | null) =>
      hear({ done: (index + done) / objectives.length, placed: best, objective: objective.name, value: objective.measure(question, best), bound, outcomes: [...outcomes] });
    const step = lower({ question, objective, held, solver, share: index + 1 < objectives.length ? 0.5 : 1, tell }, choices, placed);
    choices = step.choices;
    placed = step.placed;
    outcomes.push(step.outcome);
    held.push({ objective, value: step.outcome.value });
    tell(1, placed, step.outcome.bound);
  }
  return { placed, outcomes };
}

interface Step {
  readonly choices: Choice[];
  readonly placed: readonly Choice[];
  readonly outcome: Outcome;
}

/** Of one stage: when it is known how low it can be, when that has been sought in the whole, and from there to the end part by part. */
const DONE = { relaxed: 0.2, wandered: 0.3, local: 0.7, sought: 0.8 };

function lower(stage: Stage, choices: Choice[], before: readonly Choice[]): Step {
  const { question, objective, held, solver, tell } = stage;
  const placed = countsPlaces(objective) ? makeRoom(question, choices, before, held, objective) : improve(question, choices, before, held, objective);
  tell(0, placed, null);
  if (objective.measure(question, placed) === 0) return stepTo(stage, choices, placed, { name: objective.name, value: 0, bound: 0 }, null, 0);
  const whole = modelOf(stage, choices);
  const { constant } = whole;
  const grain = objective.grain?.(question) ?? 1;
  const partByPart = (from: readonly Choice[], bound: number, done: { from: number; to: number }) =>
    solvePartByPart({ ...stage, tell: (part, ...more) => tell(done.from + (done.to - done.from) * part, ...more) }, choices, from, bound);
  // Then whoever is badly placed shows which part to solve; otherwise the whole is sought first.
  const isMadeOfPlaces = objective.parts?.isLocal === true;
  let nearest: readonly Choice[] = placed;
  const solved = solver.minimise(whole.model, startAt(stage, whole, placed), (relaxed, used) => {
    let least = raisedBound(stage, choices, placed, { bound: relaxed + constant, used: [...used].flatMap((column) => choices[column] ?? []) });
    tell(DONE.relaxed, nearest, least);
    nearest = wander(question, choices, placed, held, objective, least);
    least = boundOfPairs(stage, choices, nearest, least);
    tell(DONE.wandered, nearest, least);
    if (isMadeOfPlaces) nearest = partByPart(nearest, least, { from: DONE.wandered, to: DONE.local });
    return { ...startAt(stage, whole, nearest), least: least - constant };
  });
  const found = betterOf(stage, whole, solved, nearest);
  const bound = Math.max(0, Math.ceil((solved.bound + constant - TOLERANCE) / grain) * grain);
  tell(DONE.sought, found, bound);
  const best = isMadeOfPlaces ? found : partByPart(found, bound, { from: DONE.sought, to: 1 });
  const value = objective.measure(question, best);
  return stepTo(stage, choices, best, { name: objective.name, value, bound: Math.min(value, bound) }, solved, constant);
}

/** From here on without the choices that no timetable of this value can have. */
function stepTo({ question, objective }: Stage, choices: Choice[], placed: readonly Choice[], outcome: Outcome, solved: Solved | null, constant: number): Step {
  const isStillOpen = (choice: Choice) => objective.isWithin?.(question, choice, outcome.value) ?? true;
  return { choices: choices.filter((choice, column) => isStillOpen(choice) && !isTooDear(column, outcome, solved, constant)), placed, outcome };
}

function isTooDear(column: number, { value }: Outcome, solved: Solved | null, constant: number): boolean {
  if (!solved?.reducedCosts) return false;
  return solved.relaxedBound + solved.reducedCosts[column]! > value - constant + TOLERANCE;
}
