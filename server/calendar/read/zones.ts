import { findIana } from 'windows-iana';
import { WALL_DAY } from '../../domain/calendar-date.ts';
import type { Instant } from '../../domain/interval.ts';
import { isTimeZone, wallToInstant } from '../../domain/wall-time.ts';
import { line, linesOf, type Component } from './components.ts';
import { parseRule, recurrenceDays, type Effort } from './recurrence.ts';
import { readTime, type ReadClock, type WrittenTime } from './times.ts';

type Clock = (wall: number) => Instant;

/**
 * Reads all the clocks of one calendar. A TZID is, in this order: an IANA name, a Windows name, a path that ends in an IANA name, what its
 * VTIMEZONE says it is, the rules of its VTIMEZONE, the calendar's X-WR-TIMEZONE, and the facilitator's zone with a warning.
 * Floating times begin at X-WR-TIMEZONE, without a warning; dates are the facilitator's own days, wherever the calendar was made.
 */
export function clockOf(calendar: Component, homeZone: string, effort: Effort, warn: (warning: 'unknown-zone') => void): ReadClock {
  const definitions = new Map(calendar.parts.filter(({ name }) => name === 'VTIMEZONE').map((part) => [line(part, 'TZID')?.value ?? '', part]));
  const usual = ianaName(line(calendar, 'X-WR-TIMEZONE')?.value ?? '');
  const found = new Map<string, Clock>();
  const find = (name: string): Clock => {
    const known = ianaName(name) ?? ianaName(line(definitions.get(name) ?? NOTHING, 'X-LIC-LOCATION')?.value ?? '');
    if (known) return (wall) => wallToInstant(wall, known);
    const described = clockOfDefinition(definitions.get(name), effort);
    if (described) return described;
    warn('unknown-zone');
    return (wall) => wallToInstant(wall, usual ?? homeZone);
  };
  return ({ isDate, wall, zone }: WrittenTime): Instant => {
    if (zone === null) return wall as Instant;
    if (zone === undefined) return wallToInstant(wall, isDate ? homeZone : usual ?? homeZone);
    let clock = found.get(zone);
    if (!clock) found.set(zone, clock = find(zone));
    return clock(wall);
  };
}

const NOTHING: Component = { name: '', lines: [], parts: [] };

function ianaName(name: string): string | null {
  const plain = name.trim().replace(/^"|"$/g, '');
  if (plain === '') return null;
  if (isTimeZone(plain)) return plain;
  const [windows] = findIana(plain);
  if (windows !== undefined && isTimeZone(windows)) return windows;
  // `/freeassociation.sourceforge.net/Tzfile/Europe/Berlin`, `/mozilla.org/20050126_1/America/Argentina/Salta`
  const path = plain.split('/');
  const tails = [3, 2, 1].filter((length) => path.length > length).map((length) => path.slice(-length).join('/'));
  return tails.find((tail) => tail.includes('/') && isTimeZone(tail)) ?? null;
}

/** An offset of a VTIMEZONE from an instant on, milliseconds. */
interface Onset {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const OFFSET = /^([+-])(\d\d)(\d\d)(\d\d)?$/;
const YEARS = 3 * 366;

/** Its rules, looked up around each time that is asked for. Null where a part of it cannot be read. */
function clockOfDefinition(definition: Component | undefined, effort: Effort): Clock | null {
  const parts = definition?.parts.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT') ?? [];
  if (parts.length === 0) return null;
  const parsed = parts.map(onsetsOf);
  if (parsed.some((each) => each === null)) return null;
  const kept = new Map<number, Onset[]>();
  return (wall) => {
    // By year: all times of one year share one look-up.
    const year = Math.floor(wall / WALL_DAY / 366);
    let onsets = kept.get(year);
    if (!onsets) {
      onsets = parsed.flatMap((each) => each!(year * 366, effort)).toSorted((a, b) => a.at - b.at);
      kept.set(year, onsets);
    }
    return (wall - offsetAt(onsets, wall)) as Instant;
  };
}

/** A time that happens twice is the first; one that is skipped is read with the offset before (RFC 5545 §3.3.5). */
function offsetAt(onsets: readonly Onset[], wall: number): number {
  const last = onsets.findLast(({ at, before, after }) => wall >= at + Math.max(before, after));
  return last?.after ?? onsets[0]?.before ?? 0;
}

function onsetsOf(part: Component): ((day: number, effort: Effort) => Onset[]) | null {
  const start = line(part, 'DTSTART');
  const first = start && readTime(start.value.replace(/^(1[0-8]\d\d)/, '1900'), start.params);
  const before = offset(line(part, 'TZOFFSETFROM')?.value);
  const after = offset(line(part, 'TZOFFSETTO')?.value);
  const written = line(part, 'RRULE')?.value;
  const rule = written === undefined ? null : parseRule(written);
  if (!first || before === null || after === null || (written !== undefined && !rule)) return null;
  const dates = linesOf(part, 'RDATE').flatMap(({ value, params }) => value.split(',').map((each) => readTime(each, params)?.wall)).filter((wall) => wall !== undefined);
  const onset = (wall: number): Onset => ({ at: wall - before, before, after });
  const startDay = Math.floor(first.wall / WALL_DAY);
  const until = rule?.until ? readTime(rule.until, new Map()) : null;
  return (day, effort) => {
    const days = rule ? [...recurrenceDays(rule, startDay, day - YEARS, day + YEARS, effort)] : [];
    const walls = days.map((each) => each * WALL_DAY + first.wall - startDay * WALL_DAY);
    return [first.wall, ...dates, ...walls.filter((wall) => !until || wall - (until.zone === null ? before : 0) <= until.wall)].map(onset);
  };
}

function offset(text: string | undefined): number | null {
  const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(text ?? '') ?? [];
  if (sign === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}
