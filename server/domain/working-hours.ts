import { stretches, type Schedule, type Stay } from './availability.ts';
import { MINUTE, WALL_DAY, wallMinutes, weekdayOf } from './calendar-date.ts';
import type { Weekday, WorkingHours } from './programme.ts';
import { readWall, tableOfDays } from './wall-time.ts';
import { indexAtWall } from './zone-table.ts';

/** Where someone is on which days: their zone, and a facilitator's travel. */
export type Whereabouts = Pick<Schedule, 'timeZone' | 'stays'>;

/** Hours in which a day is comfortable where none are set, and in which a cluster works unless it says otherwise. */
export const USUAL_HOURS: WorkingHours = { from: '09:00', to: '17:00' };

const MONDAY_TO_FRIDAY: readonly Weekday[] = [1, 2, 3, 4, 5];

/**
 * The starts (epoch milliseconds) from which `length` milliseconds lie wholly inside the hours of one local date:
 * `first, last, first, last, …`, both inclusive, sorted by the first, for the dates that meet `[from, until)`. Hours are
 * read in the zone where their owner is on that date. Throws RangeError for hours that do not end after they start.
 */
export function startsInside(hours: WorkingHours, where: Whereabouts, from: number, until: number, length: number): number[] {
  const firstDay = Math.floor(from / WALL_DAY) - 2;
  const lastDay = Math.floor(until / WALL_DAY) + 1;
  const starts: number[] = [];
  for (const stay of stretches(where, firstDay, lastDay)) addStarts(readHours(hours), stay, length, starts);
  return where.stays.length === 0 ? starts : sortedPairs(starts);
}

interface Hours {
  readonly from: number;
  readonly to: number;
  readonly days: readonly Weekday[];
}

function readHours({ from, to, days = MONDAY_TO_FRIDAY }: WorkingHours): Hours {
  const hours = { from: wallMinutes(from) * MINUTE, to: wallMinutes(to) * MINUTE, days };
  if (hours.to <= hours.from) throw new RangeError(`hours must end after they start: ${from} to ${to}`);
  return hours;
}

function addStarts(hours: Hours, { firstDay, lastDay, timeZone }: Stay, length: number, starts: number[]): void {
  const table = tableOfDays(timeZone, firstDay, lastDay);
  let index = indexAtWall(table, firstDay * WALL_DAY);
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (!hours.days.includes(weekdayOf(day))) continue;
    const wall = day * WALL_DAY;
    while (wall >= table.wallEnds[index]!) index += 1;
    const first = readWall(table, index, wall + hours.from);
    const last = readWall(table, index, wall + hours.to) - length;
    if (last >= first) starts.push(first, last);
  }
}

/** On a journey a later date can begin first. */
function sortedPairs(pairs: readonly number[]): number[] {
  return Array.from({ length: pairs.length / 2 }, (_, i) => i * 2)
    .toSorted((a, b) => pairs[a]! - pairs[b]!)
    .flatMap((i) => [pairs[i]!, pairs[i + 1]!]);
}
