import { addForbidden, clusterBarriers, facilitatorBarriers, type Barrier, type Forbidden } from './barriers.ts';
import type { Frame } from './frame.ts';
import type { FacilitatorRuns, SlotFacilitator } from './slot-question.ts';
import { windowsBetween, type Windows } from './windows.ts';

/** Each facilitator's starts in the frame, in the order of the question. */
export function sweep(frame: Frame): FacilitatorRuns[] {
  const shared = joined(clusterBarriers(frame));
  return frame.question.facilitators.map((facilitator) => ({
    facilitatorId: facilitator.id,
    stepMilliseconds: frame.step,
    runs: freeRuns(frame, windowsOf(frame, facilitator), merge(shared, joined(facilitatorBarriers(frame, facilitator)))),
  }));
}

/** The facilitator's merged windows that meet both the phase and the range, uncut. */
export function windowsOf(frame: Frame, { schedule }: SlotFacilitator): Windows {
  const from = Math.max(frame.phaseStart, frame.rangeStart);
  const until = Math.min(frame.phaseEnd, frame.rangeEnd + frame.length);
  return from < until ? windowsBetween(schedule, from, until, frame.phaseDay) : [];
}

/** The starts on the windows' grids that are not forbidden, as runs. */
export function freeRuns(frame: Frame, windows: Windows, forbidden: Forbidden): number[] {
  const runs: number[] = [];
  let next = 0;
  for (let i = 0; i < windows.length; i += 2) {
    const origin = windows[i]!;
    const last = Math.min(Math.min(windows[i + 1]!, frame.phaseEnd) - frame.length, frame.rangeEnd - 1);
    next = addRuns(runs, forbidden, next, {
      origin,
      step: frame.step,
      first: Math.max(origin, frame.phaseStart, frame.rangeStart),
      last,
    });
  }
  return runs;
}

interface Grid {
  readonly origin: number;
  readonly step: number;
  /** Starts lie between these, both included. */
  readonly first: number;
  readonly last: number;
}

/** Adds one window's runs, from forbidden span `next` on. Answers the first forbidden span that a later window may meet. */
function addRuns(runs: number[], forbidden: Forbidden, next: number, { origin, step, first, last }: Grid): number {
  let start = origin + Math.ceil((first - origin) / step) * step;
  let i = next;
  while (start <= last) {
    while (i < forbidden.length && forbidden[i + 1]! <= start) i += 2;
    const after = i < forbidden.length ? forbidden[i]! : Number.POSITIVE_INFINITY;
    if (after >= start) {
      const end = origin + Math.floor((Math.min(after, last) - origin) / step) * step;
      runs.push(start, end);
      start = end + step;
    } else {
      start = origin + Math.ceil((forbidden[i + 1]! - origin) / step) * step;
    }
  }
  return i;
}

/** What any of the barriers forbids, in one sorted list. */
export function joined(barriers: readonly Barrier[]): Forbidden {
  return barriers.reduce<Forbidden>((all, { forbidden }) => merge(all, forbidden), []);
}

function merge(a: Forbidden, b: Forbidden): Forbidden {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) {
      addForbidden(merged, a[i]!, a[i + 1]!);
      i += 2;
    } else {
      addForbidden(merged, b[j]!, b[j + 1]!);
      j += 2;
    }
  }
  return merged;
}
