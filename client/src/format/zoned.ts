import { offsetMinutesAt } from './time.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * The instant of a wall time: `date` YYYY-MM-DD and minutes after 00:00 on `zone`'s clock (1440 is the midnight that ends the day).
 * A time that happens twice is its first; one that does not exist is read with the offset before the gap (RFC 5545 §3.3.5).
 */
export function instantOf(date: string, minutes: number, zone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE_MS;
  const before = wall - offsetMinutesAt(wall - DAY_MS, zone) * MINUTE_MS;
  const after = wall - offsetMinutesAt(wall + DAY_MS, zone) * MINUTE_MS;
  const real = [before, after].filter((instant) => instant + offsetMinutesAt(instant, zone) * MINUTE_MS === wall);
  return real.length > 0 ? Math.min(...real) : before;
}

/** The calendar date some days later; dates have no zone, so days are always 24 hours here. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday of a date: 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Every date from the first to the last, both named; at most `limit` of them. */
export function datesBetween(first: string, last: string, limit = 400): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last && dates.length < limit; date = addDays(date, 1)) dates.push(date);
  return dates;
}
