import type { IsoDate, WallTime, Weekday } from './programme.ts';

export const MINUTE = 60_000;
/** The length of a day on the wall clock. Days on the time-line may be longer or shorter. */
export const WALL_DAY = 86_400_000;

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Days since 1970-01-01 of the proleptic Gregorian calendar. Throws RangeError for what is no date. */
export function epochDay(date: IsoDate): number {
  const [, year, month, day] = DATE.exec(date) ?? [];
  const milliseconds = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const number = milliseconds / WALL_DAY;
  // Date.UTC turns 30 February into March and the years 0–99 into 1900–1999, so the date must come back as it went in.
  if (year === undefined || isoDate(number) !== date) throw new RangeError(`not a date: ${date}`);
  return number;
}

export function isoDate(day: number): IsoDate {
  return new Date(day * WALL_DAY).toISOString().slice(0, 10);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(epochDay(date) + days);
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): Weekday {
  return (((day + 3) % 7 + 7) % 7 + 1) as Weekday;
}

/** Minutes since 00:00 on the wall clock, 0 to 1,440. Throws RangeError for what is no wall time. */
export function wallMinutes(time: WallTime): number {
  const match = TIME.exec(time);
  if (!match) throw new RangeError(`not a wall time: ${time}`);
  return match[1] === undefined ? 1440 : Number(match[1]) * 60 + Number(match[2]);
}

/** `HH:mm` of minutes since 00:00. */
export function wallTime(minutes: number): WallTime {
  const hour = Math.floor(minutes / 60);
  return `${twoDigits(hour)}:${twoDigits(minutes - hour * 60)}`;
}

export function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
