import type { FacilitatorRuns } from './slot-question.ts';

/** Starts of several facilitators in one order: by start, then by the facilitators' own. */
export interface UnitedStarts {
  readonly starts: Float64Array;
  /** Whose start it is: an index into the runs. */
  readonly whose: Uint16Array;
}

/**
 * Puts the runs of at most 65,536 facilitators into one order without comparing starts: all lie on one grid, so each
 * knows its cell (a counting sort). Takes time and room for the starts and for the cells between the first and the last.
 */
export function unite(all: readonly FacilitatorRuns[]): UnitedStarts {
  const having = all.filter(({ runs }) => runs.length > 0);
  if (having.length === 1) return ofOne(having[0]!, all.indexOf(having[0]!));
  const { count, first, last, cell } = gridOf(all);
  const starts = new Float64Array(count);
  const whose = new Uint16Array(count);
  if (count === 0) return { starts, whose };
  const places = new Uint32Array((last - first) / cell + 2);
  // Written out twice, for this runs for every start: first how many there are in each cell, then each to its place.
  for (const { runs, stepMilliseconds } of all) {
    for (let i = 0; i < runs.length; i += 2) {
      const [at, end, by] = [(runs[i]! - first) / cell + 1, (runs[i + 1]! - first) / cell + 1, stepMilliseconds / cell];
      for (let place = at; place <= end; place += by) places[place]! += 1;
    }
  }
  for (let i = 1; i < places.length; i += 1) places[i]! += places[i - 1]!;
  for (let index = 0; index < all.length; index += 1) {
    const { runs, stepMilliseconds } = all[index]!;
    for (let i = 0; i < runs.length; i += 2) {
      const by = stepMilliseconds / cell;
      for (let start = runs[i]!, at = (start - first) / cell; start <= runs[i + 1]!; start += stepMilliseconds, at += by) {
        const place = places[at]!++;
        starts[place] = start;
        whose[place] = index;
      }
    }
  }
  return { starts, whose };
}

/** One facilitator's runs are in order as they are. */
function ofOne({ runs, stepMilliseconds }: FacilitatorRuns, index: number): UnitedStarts {
  let count = 0;
  for (let i = 0; i < runs.length; i += 2) count += (runs[i + 1]! - runs[i]!) / stepMilliseconds + 1;
  const starts = new Float64Array(count);
  let place = 0;
  for (let i = 0; i < runs.length; i += 2) {
    for (let start = runs[i]!; start <= runs[i + 1]!; start += stepMilliseconds) starts[place++] = start;
  }
  return { starts, whose: new Uint16Array(count).fill(index) };
}

/** The coarsest grid that every start lies on. */
function gridOf(all: readonly FacilitatorRuns[]): { count: number; first: number; last: number; cell: number } {
  let [count, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { runs, stepMilliseconds } of all) {
    for (let i = 0; i < runs.length; i += 2) {
      count += (runs[i + 1]! - runs[i]!) / stepMilliseconds + 1;
      first = Math.min(first, runs[i]!);
      last = Math.max(last, runs[i + 1]!);
    }
  }
  let cell = 0;
  for (const { runs, stepMilliseconds } of all) {
    if (runs.length > 0) cell = greatestCommonDivisor(cell, stepMilliseconds);
    for (let i = 0; i < runs.length; i += 2) {
      const off = (runs[i]! - first) % cell;
      if (off !== 0) cell = greatestCommonDivisor(cell, off);
    }
  }
  return { count, first, last, cell };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
