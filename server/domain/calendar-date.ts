import type { IsoDate, WallTime, Weekday } from './programme.ts';

export const MINUTE = 60_000;
/** The length of a day on the wall clock. Days on the time-line may be longer or shorter. */
export const WALL_DAY = 86_400_000;

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Days since 1970-01-01 of the proleptic Gregorian calendar. Throws RangeError for what is no date. */
export function epochDay(date: IsoDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  if (!DATE.test(date) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new RangeError(`not a date: ${date}`);
  }
  return daysBefore(year, month) + day - 1;
}

function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : daysBefore(year, month + 1) - daysBefore(year, month);
}

/**
 * Days from 1970 to the first of a month. Years are counted from March, so that the leap day comes last, and months then
 * come in fives of 153 days. Several times faster than a Date, and years before 100 are those years.
 */
function daysBefore(year: number, month: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) - 719_468;
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
