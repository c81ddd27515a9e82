import { zoneAt } from '../availability.ts';
import { MINUTE, WALL_DAY } from '../calendar-date.ts';
import type { Instant } from '../interval.ts';
import type { WorkingHours } from '../programme.ts';
import { localDay } from '../wall-time.ts';
import { startsInside, USUAL_HOURS, type Whereabouts } from '../working-hours.ts';

/** A minute is never worth more than this many: past eight hours it is simply the wrong time. */
const WORST = 8;
const HOUR = 60 * MINUTE;

export interface Hours {
  /** None: 09:00–17:00, Monday–Friday, as comfort is judged too. */
  readonly workingHours: WorkingHours | null;
  readonly where: Whereabouts;
  /** Public holidays, as epoch days of the owner's zone: nobody works then. */
  readonly holidays: ReadonlySet<number>;
}

/**
 * Unsocial minutes of a session for one side: each minute outside their hours counts once within an hour of them, twice
 * within two, and so on, eight times at most. For starts in `[from, until)`; every start is worked out once.
 */
export function discomfort(hours: Hours, from: number, until: number, length: number): (start: Instant) => number {
  const work = workingSpans(hours, from - WALL_DAY, until + length + WALL_DAY);
  const known = new Map<Instant, number>();
  return (start) => {
    let minutes = known.get(start);
    if (minutes === undefined) known.set(start, minutes = unsocialMinutes(work, start, start + length));
    return minutes;
  };
}

/** `start, end, start, end, …`, sorted. */
function workingSpans({ workingHours, where, holidays }: Hours, from: number, until: number): number[] {
  const spans = startsInside(workingHours ?? USUAL_HOURS, where, from, until, 0);
  return spans.flatMap((start, i) => {
    if (i % 2 === 1) return [];
    const day = localDay(start as Instant, zoneAt(where, start as Instant));
    return holidays.has(day) ? [] : [start, spans[i + 1]!];
  });
}

function unsocialMinutes(work: readonly number[], start: number, end: number): number {
  let next = 0;
  let total = 0;
  for (let minute = start; minute < end; minute += MINUTE) {
    while (next < work.length && work[next + 1]! <= minute) next += 2;
    if (next < work.length && work[next]! <= minute) continue;
    const since = next > 0 ? minute - work[next - 1]! : Number.POSITIVE_INFINITY;
    const before = next < work.length ? work[next]! - minute - MINUTE : Number.POSITIVE_INFINITY;
    total += Math.min(WORST, 1 + Math.floor(Math.min(since, before) / HOUR));
  }
  return total;
}
