import { epochDay, WALL_DAY } from '../../domain/calendar-date.ts';
import type { Instant } from '../../domain/interval.ts';
import type { ContentLine } from './content-lines.ts';

/** A time as it is written: a clock's reading (epoch milliseconds as if it were UTC) and whose clock. */
export interface WrittenTime {
  readonly wall: number;
  /** A date alone. */
  readonly isDate: boolean;
  /** Null: UTC. Undefined: whoever looks (floating), and dates. */
  readonly zone: string | null | undefined;
}

/** A length as it is written: days are the calendar's, the rest is elapsed (RFC 5545 §3.3.6). */
export interface WrittenLength {
  readonly days: number;
  readonly milliseconds: number;
}

const DATE_TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?$/i;

/** A DATE or DATE-TIME with its TZID; null for what is neither, or does not exist. Years before 1900 are nobody's appointments. */
export function readTime(text: string, params: ContentLine['params']): WrittenTime | null {
  const [, year, month, day, hour, minute, second, utc] = DATE_TIME.exec(text.trim()) ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2199) return null;
  const date = dayOf(`${year}-${month}-${day}`);
  if (date === null) return null;
  if (hour === undefined) return { wall: date * WALL_DAY, isDate: true, zone: undefined };
  // A leap second is the minute's last (RFC 5545 §3.3.12).
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Math.min(59, Number(second ?? 0));
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return { wall: date * WALL_DAY + seconds * 1000, isDate: false, zone: utc ? null : params.get('TZID') };
}

function dayOf(date: string): number | null {
  try {
    return epochDay(date);
  } catch {
    return null;
  }
}

const DURATION = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/i;

/** Null for what is no length, and for negative ones. */
export function readLength(text: string): WrittenLength | null {
  const match = DURATION.exec(text.trim());
  if (!match || text.trim().length < 3) return null;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return { days: weeks! * 7 + days!, milliseconds: (hours! * 3600 + minutes! * 60 + seconds!) * 1000 };
}

/** A clock's reading as an instant, in the zone a calendar names. */
export type ReadClock = (time: WrittenTime) => Instant;
