import { MINUTE, WALL_DAY, epochDay, isoDate, twoDigits, wallMinutes, wallTime } from './calendar-date.ts';
import type { Instant } from './interval.ts';
import type { IsoDate, WallTime } from './programme.ts';
import { indexAt, indexAtWall, zoneTable, type ZoneTable } from './zone-table.ts';

export { isTimeZone } from '../../shared/zones.ts';

/** No zone is further than this from UTC, a repeated or skipped day included. */
const MARGIN = 2 * WALL_DAY;

/**
 * The instant a clock in `timeZone` shows `time` on `date`; `24:00` is the midnight that ends the date. A local time that
 * happens twice means the first; one that does not exist is read with the offset before the gap (RFC 5545 §3.3.5,
 * Temporal's `compatible`). Throws RangeError for what is no date, time or zone.
 */
export function toInstant(date: IsoDate, time: WallTime | number, timeZone: string): Instant {
  const minutes = typeof time === 'number' ? time : wallMinutes(time);
  return wallToInstant(epochDay(date) * WALL_DAY + minutes * MINUTE, timeZone);
}

/** As `toInstant`, of a wall clock's reading in milliseconds as if it were UTC. */
export function wallToInstant(wall: number, timeZone: string): Instant {
  const table = zoneTable(timeZone, wall - MARGIN, wall + MARGIN);
  return (wall - table.offsets[indexAtWall(table, wall)]!) as Instant;
}

/** The table for walking days: reaches every instant that a clock reading on these epoch days can mean. */
export function tableOfDays(timeZone: string, firstDay: number, lastDay: number): ZoneTable {
  return zoneTable(timeZone, firstDay * WALL_DAY - MARGIN, (lastDay + 1) * WALL_DAY + MARGIN);
}

/** The instant of a wall clock's reading, searched from an offset of the table that is not too late for it. */
export function readWall({ wallEnds, offsets }: ZoneTable, index: number, wall: number): number {
  let i = index;
  while (wall >= wallEnds[i]!) i += 1;
  return wall - offsets[i]!;
}

/** Minutes east of UTC; a fraction where clocks kept local mean time. */
export function offsetMinutes(instant: Instant, timeZone: string): number {
  return offsetAt(instant, timeZone) / MINUTE;
}

export function localDate(instant: Instant, timeZone: string): IsoDate {
  return isoDate(localDay(instant, timeZone));
}

/** The epoch day a clock in `timeZone` shows. */
export function localDay(instant: Instant, timeZone: string): number {
  return Math.floor((instant + offsetAt(instant, timeZone)) / WALL_DAY);
}

/** Minutes since 00:00 that a clock in `timeZone` shows, seconds dropped. */
export function localMinutes(instant: Instant, timeZone: string): number {
  const wall = instant + offsetAt(instant, timeZone);
  return Math.floor((wall - Math.floor(wall / WALL_DAY) * WALL_DAY) / MINUTE);
}

/** `2026-03-23T09:00:00+01:00` (RFC 3339). Seconds of an offset, kept before 1972, are dropped from offset and time alike. */
export function localIso(instant: Instant, timeZone: string): string {
  const minutes = Math.trunc(offsetAt(instant, timeZone) / MINUTE);
  const wall = instant + minutes * MINUTE;
  const day = Math.floor(wall / WALL_DAY);
  const inDay = wall - day * WALL_DAY;
  const minute = Math.floor(inDay / MINUTE);
  const seconds = inDay - minute * MINUTE;
  return dateText(day) + TIMES[minute]! + (seconds === 0 ? ':00' : secondsText(seconds)) + offsetText(minutes);
}

const TIMES = Array.from({ length: 1440 }, (_, minute) => `T${wallTime(minute)}`);

function offsetAt(instant: number, timeZone: string): number {
  const table = zoneTable(timeZone, instant, instant);
  return table.offsets[indexAt(table, instant)]!;
}

/** The last day written: neighbours in a sorted list share it. */
let writtenDay = Number.NaN;
let writtenDate = '';

function dateText(day: number): string {
  if (day !== writtenDay) {
    writtenDate = isoDate(day);
    writtenDay = day;
  }
  return writtenDate;
}

function secondsText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const rest = milliseconds - seconds * 1000;
  return `:${twoDigits(seconds)}${rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`}`;
}

function offsetText(minutes: number): string {
  return (minutes < 0 ? '-' : '+') + wallTime(Math.abs(minutes));
}
