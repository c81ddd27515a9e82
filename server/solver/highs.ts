import highsLoader, { type Highs, type Model } from 'highs';
import type { LinearModel } from '../domain/timetable/model.ts';
import type { Solved, Solver, Start } from '../domain/timetable/solver.ts';
import { byColumn, columnsOf, reducedCosts, restricted, type ByColumn } from './matrix.ts';

/** Its types describe a CommonJS module; what is loaded is its default export either way. */
const loadHighs = highsLoader as unknown as () => Promise<Highs>;

/** Instances are kept: compiling the solver takes longer than most timetables. */
let loading: Promise<Highs> | undefined;

export interface SolverOptions {
  /** Milliseconds on any clock that only goes forward. */
  readonly clock: () => number;
  /** When to stop on that clock, proven or not. */
  readonly deadline: number;
}

/**
 * HiGHS (https://highs.dev), led through models with very many columns of which few matter: the relaxation is solved by
 * generating columns, whole solutions are sought among the columns that the relaxation finds cheap, and only what cannot
 * be proven that way is given to it whole. What is not proven by the deadline is the best so far.
 */
export async function openSolver(options: SolverOptions): Promise<Solver> {
  const highs = await (loading ??= loadHighs());
  return {
    minimise: (model, start, nearer) => minimise(withShare({ highs, ...options }, start.share), model, start, nearer),
    least: (model, start) => relax({ highs, ...options }, model, byColumn(model), start)?.bound ?? Number.NEGATIVE_INFINITY,
    isOver: () => options.clock() >= options.deadline,
  };
}

interface Room extends SolverOptions {
  readonly highs: Highs;
}

/** A solver's arithmetic is exact to about this much. */
const TOLERANCE = 1e-5;
/** Choices of the first search for a whole solution, and how many times more each next one has. */
const FEW = 200;
const TIMES_MORE = 4;
/** The share of the time left that one search may take before a wider one is tried. */
const SEARCH_SHARE = 0.5;
/** How long is searched for the little that may be missing, and where it is up to three times as much. */
const PATIENCE_MS = 500;
const MORE_PATIENCE_MS = 1500;

function minimise(room: Room, model: LinearModel, start: Start, nearer: (least: number, used: Iterable<number>) => Start): Solved {
  const turned = byColumn(model);
  const relaxed = relax(room, model, turned, start.columns);
  if (!relaxed) return { columns: null, bound: leastCost(model), reducedCosts: null, relaxedBound: Number.NEGATIVE_INFINITY };
  const near = nearer(targetOf(relaxed, start), relaxed.values.keys());
  const known = Math.max(relaxed.bound, near.least ?? relaxed.bound);
  const found = near.cost <= targetOf(relaxed, near) ? { columns: null, bound: known } : searchWider(room, model, turned, relaxed, near);
  return { ...found, reducedCosts: relaxed.reduced, relaxedBound: relaxed.bound };
}

/** The least that a whole solution can cost. */
function targetOf({ bound }: Relaxed, { grain, least = bound }: Start): number {
  return Math.ceil((Math.max(bound, least) - TOLERANCE) / grain) * grain;
}

/** Every column at its cheaper end, whatever the rows say. */
function leastCost({ cost, lower, upper }: LinearModel): number {
  return cost.reduce((sum, each, column) => sum + (each === 0 ? 0 : each * (each > 0 ? lower : upper)[column]!), 0);
}

/** Among ever more columns, the cheapest first, until no better solution can be. */
function searchWider(room: Room, model: LinearModel, turned: ByColumn, relaxed: Relaxed, start: Start): { columns: Float64Array | null; bound: number } {
  const target = targetOf(relaxed, start);
  const isBase = (column: number) => model.whole[column] === 0 || start.columns.has(column) || start.telling.has(column) || relaxed.values.has(column);
  const base = [...model.cost.keys()].filter(isBase);
  // In what is better than the start by one grain at least.
  const canHelp = (column: number) => relaxed.bound + relaxed.reduced[column]! <= start.cost - start.grain + TOLERANCE;
  const others = [...model.cost.keys()].filter((column) => !isBase(column) && canHelp(column)).toSorted((a, b) => relaxed.reduced[a]! + shuffled(a) - relaxed.reduced[b]! - shuffled(b));
  let columns: Float64Array | null = null;
  let bound = Math.max(relaxed.bound, start.least ?? relaxed.bound);
  let patient = patience(room, (start.cost - bound) / start.near);
  for (let count = FEW; patient.clock() < patient.deadline; count *= TIMES_MORE) {
    const isAll = count >= others.length;
    const found = search(isAll ? patient : withShare(patient, SEARCH_SHARE), model, turned, [...base, ...others.slice(0, count)], { ...start, columns: columns ? taken(model, columns) : start.columns }, target);
    columns = found.columns ?? columns;
    const cost = columns ? costOf(model, columns) : start.cost;
    // What was left out is in nothing better than the start.
    if (isAll) bound = Math.max(bound, Math.min(found.bound, cost));
    if (isAll || cost <= target + TOLERANCE) break;
    // None among these: a wider search is worth more than another like it.
    if (found.bound > cost - start.grain + TOLERANCE) count *= TIMES_MORE;
    patient = patience(patient, (cost - bound) / start.near);
  }
  return { columns, bound };
}

/** `missing`: 1 where what may be missing is as much as nobody waits for. */
function patience(room: Room, missing: number): Room {
  if (missing > 3) return room;
  return { ...room, deadline: Math.min(room.deadline, room.clock() + (missing <= 1 ? PATIENCE_MS : MORE_PATIENCE_MS)) };
}

/** Less than any cost that matters, and the same at every run: columns that cost alike are not taken in the order of their sessions. */
function shuffled(column: number): number {
  return (Math.imul(column, 0x9e3779b1) >>> 0) / 2 ** 32 * TOLERANCE;
}

/** With no more than a share of the time left. */
function withShare(room: Room, share: number): Room {
  return { ...room, deadline: room.clock() + (room.deadline - room.clock()) * share };
}

function taken({ whole }: LinearModel, columns: Float64Array): Set<number> {
  return new Set([...columns.keys()].filter((column) => whole[column] === 1 && columns[column]! > 0.5));
}

function costOf({ cost }: LinearModel, columns: Float64Array): number {
  return columns.reduce((sum, value, column) => sum + value * cost[column]!, 0);
}

interface Relaxed {
  readonly bound: number;
  readonly reduced: Float64Array;
  /** Columns that are not nought. */
  readonly values: ReadonlyMap<number, number>;
}

/** How many columns the first relaxation has, besides the start. */
const SAMPLE = 400;
/** How many columns are added in a round, at least and as a share of all. */
const ROUND = 400;
const ROUND_SHARE = 0.02;

/** The least cost when columns need not be whole; null when time runs out before that is known. */
function relax(room: Room, model: LinearModel, turned: ByColumn, start: ReadonlySet<number>): Relaxed | null {
  const every = Math.max(1, Math.floor(model.cost.length / SAMPLE));
  const active = [...model.cost.keys()].filter((column) => model.whole[column] === 0 || start.has(column) || column % every === 0);
  const isActive = new Uint8Array(model.cost.length);
  for (const column of active) isActive[column] = 1;
  return room.highs.withModel(restricted(model, turned, active), (open) => {
    setOptions(room, open);
    // What little there is to begin with is solved sooner than made smaller.
    open.options.set({ presolve: 'off' });
    for (;;) {
      const { modelStatus } = open.run();
      if (modelStatus !== room.highs.constants.modelStatus.optimal) return null;
      const { colValue, rowDual } = open.getSolution();
      const reduced = reducedCosts(model, turned, rowDual);
      const cheap = cheapest(reduced, isActive);
      if (cheap.length === 0) {
        const values = new Map(active.flatMap((column, i): [number, number][] => (colValue[i]! > TOLERANCE ? [[column, colValue[i]!]] : [])));
        return { bound: open.getObjectiveValue(), reduced, values };
      }
      open.addCols(columnsOf(model, turned, cheap));
      for (const column of cheap) isActive[column] = 1;
      active.push(...cheap);
      // What is there is feasible: from here on the primal method goes on where it stood.
      open.options.set({ simplex_strategy: 4 });
    }
  });
}

function cheapest(reduced: Float64Array, isActive: Uint8Array): number[] {
  const below = [...reduced.keys()].filter((column) => isActive[column] === 0 && reduced[column]! < -TOLERANCE);
  const most = Math.max(ROUND, Math.ceil(reduced.length * ROUND_SHARE));
  return below.length <= most ? below : below.toSorted((a, b) => reduced[a]! - reduced[b]!).slice(0, most);
}

/** The best whole solution with these columns. */
function search(room: Room, model: LinearModel, turned: ByColumn, columns: readonly number[], start: Start, target: number): { columns: Float64Array | null; bound: number } {
  const integrality = Int32Array.from(columns, (column) => model.whole[column]!);
  return room.highs.withModel({ ...restricted(model, turned, columns), integrality }, (open) => {
    setOptions(room, open);
    // Costs are multiples of the grain: a gap below it is none.
    open.options.set({ objective_target: target + 0.5, mip_rel_gap: 0, mip_abs_gap: start.grain - 0.001 });
    const whole = [...columns.keys()].filter((i) => model.whole[columns[i]!] === 1);
    open.setSolution({ indices: whole, values: whole.map((i) => (start.columns.has(columns[i]!) ? 1 : 0)) });
    open.run();
    const isFeasible = Number(open.info.get('primal_solution_status')) === room.highs.constants.solutionStatus.feasible;
    const bound = Number(open.info.get('mip_dual_bound'));
    if (!isFeasible) return { columns: null, bound };
    const values = new Float64Array(model.cost.length);
    for (const [i, value] of open.getSolution().colValue.entries()) values[columns[i]!] = value;
    return { columns: values, bound };
  });
}

function setOptions({ clock, deadline }: SolverOptions, open: Model): void {
  open.options.set({
    output_flag: false,
    time_limit: Math.max(0.05, (deadline - clock()) / 1000),
  });
}
