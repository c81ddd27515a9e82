import type { LinearModel } from './model.ts';

/** Solves models; how, and how long it may take, is its own affair. */
export interface Solver {
  /** The best it finds, at least as good as the start, and what it proves. `nearer` may find a better start once it is known how low the cost can be at all, and with which columns if they need not be whole. */
  minimise(model: LinearModel, start: Start, nearer: (least: number, used: Iterable<number>) => Start): Solved;
  /** No solution costs less, even if columns need not be whole; below everything when time runs out before that is known. */
  least(model: LinearModel, start: ReadonlySet<number>): number;
  /** All its time is used up. */
  isOver(): boolean;
}

/** A solution to begin with, and how long it is worth searching for a better one. */
export interface Start {
  /** The whole columns that are 1; the others are 0. */
  readonly columns: ReadonlySet<number>;
  /** Few columns that decide what it costs: a search among some needs all of these. */
  readonly telling: ReadonlySet<number>;
  readonly cost: number;
  /** No solution costs less, as is known otherwise. */
  readonly least?: number;
  /** What costs are multiples of. */
  readonly grain: number;
  /** How near to the least cost is not worth a long search any more. */
  readonly near: number;
  /** Of the time left: what comes later wants some too. */
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
