import { spansOn, stretches, type Schedule, type Stay } from './availability.ts';
import { MINUTE, WALL_DAY } from './calendar-date.ts';
import { readWall, tableOfDays } from './wall-time.ts';
import { indexAtWall } from './zone-table.ts';

/** Spans on the time-line in epoch milliseconds, `start, end, start, end, …`, sorted, none touching. */
export type Windows = readonly number[];

/** How long before a phase a window's beginning is looked for. */
const LOOK_BACK_DAYS = 370;
/** A local date, UTC−12 and a skipped day included, ends within this many days of its end in UTC. */
const DAYS_LATE = 2;

/**
 * The merged windows that meet `[from, until)`, each from its own beginning, which the grid of starts is counted from.
 * Someone who has been available without a break since 370 days before `phaseDay` (an epoch day) counts from 00:00 of
 * that date, whatever is asked for, so that listing and booking agree.
 */
export function windowsBetween(schedule: Schedule, from: number, until: number, phaseDay: number): Windows {
  const earliest = phaseDay - LOOK_BACK_DAYS;
  const lastDay = Math.floor(until / WALL_DAY) + 1;
  for (let daysBack = DAYS_LATE; ; daysBack *= 4) {
    const firstDay = Math.max(earliest, Math.floor(from / WALL_DAY) - daysBack);
    const windows = meeting(windowsOfDays(schedule, firstDay, lastDay), from, until);
    if (firstDay === earliest || beginsAfter(windows, firstDay)) return windows;
  }
}

/** Whether no day before `firstDay` can reach the first window. */
function beginsAfter(windows: Windows, firstDay: number): boolean {
  return windows.length === 0 || windows[0]! > (firstDay + DAYS_LATE) * WALL_DAY;
}

function meeting(windows: Windows, from: number, until: number): Windows {
  let first = 0;
  while (first < windows.length && windows[first + 1]! <= from) first += 2;
  let last = windows.length;
  while (last > first && windows[last - 2]! >= until) last -= 2;
  return windows.slice(first, last);
}

function windowsOfDays(schedule: Schedule, firstDay: number, lastDay: number): Windows {
  const spans: number[] = [];
  let inOrder = true;
  for (const stretch of stretches(schedule, firstDay, lastDay)) {
    if (!addStretch(schedule, stretch, spans)) inOrder = false;
  }
  return inOrder ? spans : mergedSpans(spans);
}

/** Adds the windows of days in one zone, merged while they come in order. Answers whether they did. */
function addStretch(schedule: Schedule, { firstDay, lastDay, timeZone }: Stay, spans: number[]): boolean {
  const table = tableOfDays(timeZone, firstDay, lastDay);
  let index = indexAtWall(table, firstDay * WALL_DAY);
  let inOrder = true;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const wall = day * WALL_DAY;
    while (wall >= table.wallEnds[index]!) index += 1;
    const { given, merged } = spansOn(schedule, day);
    const plain = wall + WALL_DAY < table.wallEnds[index]!;
    const minutes = plain ? merged : given;
    for (let i = 0; i < minutes.length; i += 2) {
      const start = readWall(table, index, wall + minutes[i]! * MINUTE);
      const end = readWall(table, index, wall + minutes[i + 1]! * MINUTE);
      if (!append(spans, start, end)) inOrder = false;
    }
  }
  return inOrder;
}

/** Appends a span to sorted ones, or merges it into the last. Answers false where it begins before the last one. */
function append(spans: number[], start: number, end: number): boolean {
  if (end <= start) return true;
  const last = spans.length - 1;
  if (last < 0 || start > spans[last]!) {
    spans.push(start, end);
    return true;
  }
  if (start >= spans[last - 1]!) {
    if (end > spans[last]!) spans[last] = end;
    return true;
  }
  spans.push(start, end);
  return false;
}

/** The union of spans in any order. A clock change or a journey can put a later rule's span first. */
function mergedSpans(spans: readonly number[]): number[] {
  const order = Array.from({ length: spans.length / 2 }, (_, i) => i * 2).toSorted((a, b) => spans[a]! - spans[b]!);
  const merged: number[] = [];
  for (const i of order) append(merged, spans[i]!, spans[i + 1]!);
  return merged;
}
