import { addColumn, addRow, NO_LIMIT, type LinearModel, type Term } from './model.ts';
import type { Choice, TimetableQuestion } from './question.ts';
import { grouped } from './rules.ts';
import { modelOf, startAt, type Stage } from './stage.ts';

/** In larger programmes this takes longer than it is worth. */
const MOST_COLUMNS = 4000;
/** A solver's arithmetic is exact to about this much. */
const TOLERANCE = 1e-5;

/**
 * How low the spread over the week can be, at least `bound`: each pair of a cluster's sessions is looked at with the day
 * of the one and the day of the other together. Halves of a session on two days keep clear of each half of another, but
 * not of the whole of it, so this proves more than counting sessions by the day; and takes longer.
 */
export function boundOfPairs(stage: Stage, choices: readonly Choice[], placed: readonly Choice[], bound: number): number {
  const { question, objective, solver } = stage;
  if (objective.name !== 'spread' || objective.measure(question, placed) <= bound) return bound;
  const part = modelOf({ ...stage, objective: { ...objective, express: expressPairs } }, choices);
  if (part.model.cost.length - choices.length > MOST_COLUMNS) return bound;
  return Math.max(bound, Math.ceil(solver.least(part.model, startAt(stage, part, placed).columns) + part.constant - TOLERANCE));
}

function expressPairs(model: LinearModel, { clusters }: TimetableQuestion, choices: readonly Choice[]): { terms: Term[]; constant: number } {
  const terms: Term[] = [];
  let constant = 0;
  for (const { days } of clusters) for (const [i, day] of days.entries()) for (const other of days.slice(i + 1)) constant += nearness(day, other);
  for (const [cluster, columns] of grouped(choices, (choice) => choice.cluster)) {
    for (const column of columns) {
      const cost = clusters[cluster]!.days.reduce((sum, day) => sum + nearness(day, choices[column]!.clusterDay), 0);
      if (cost > 0) terms.push([column, cost]);
    }
    const sessions = [...new Set(columns.map((column) => choices[column]!.session))].map((session) => byDay(choices, columns.filter((column) => choices[column]!.session === session)));
    for (const [i, one] of sessions.entries()) for (const other of sessions.slice(i + 1)) terms.push(...addPair(model, one, other));
  }
  return { terms, constant };
}

/** Twice for one day, once for neighbouring ones. */
function nearness(a: number, b: number): number {
  return Math.max(0, 2 - Math.abs(a - b));
}

type ByDay = ReadonlyMap<number, readonly number[]>;

function byDay(choices: readonly Choice[], columns: readonly number[]): ByDay {
  const days = new Map<number, number[]>();
  for (const column of columns) days.set(choices[column]!.clusterDay, [...days.get(choices[column]!.clusterDay) ?? [], column]);
  return days;
}

/** How much of both lies on this day and that: where both have a place, all of it lies somewhere. */
function addPair(model: LinearModel, one: ByDay, other: ByDay): Term[] {
  const both = [...one.keys()].flatMap((day) => [...other.keys()].map((otherDay) => ({ day, otherDay, cost: nearness(day, otherDay) })));
  if (both.every(({ cost }) => cost === 0)) return [];
  const flows = both.map((each) => ({ ...each, column: addColumn(model, 0, 1, false) }));
  for (const [day, columns] of one) addRow(model, -NO_LIMIT, 0, [...counted(1, flows.filter((flow) => flow.day === day).map(({ column }) => column)), ...counted(-1, columns)]);
  for (const [day, columns] of other) addRow(model, -NO_LIMIT, 0, [...counted(1, flows.filter((flow) => flow.otherDay === day).map(({ column }) => column)), ...counted(-1, columns)]);
  addRow(model, -1, NO_LIMIT, [...counted(1, flows.map(({ column }) => column)), ...counted(-1, [...one.values(), ...other.values()].flat())]);
  return flows.filter(({ cost }) => cost > 0).map(({ column, cost }): Term => [column, cost]);
}

function counted(factor: 1 | -1, columns: readonly number[]): Term[] {
  return columns.map((column): Term => [column, factor]);
}
