import { IANAZone } from 'luxon';
import { MINUTE, WALL_DAY } from './calendar-date.ts';

/**
 * What the clocks of one zone did, as far as `from` and `until` reach. Offset `i` holds from the instant `starts[i]`
 * until `starts[i + 1]`. All numbers are milliseconds.
 */
export interface ZoneTable {
  readonly from: number;
  readonly until: number;
  readonly starts: Float64Array;
  readonly offsets: Float64Array;
  /**
   * The wall clock's reading (as if it were UTC) before which offset `i` is the one to read with, the last one endless.
   * At the end of offset `i` that is the later of the two readings: so a repeated local time is read the first time
   * it happens, and one that is skipped with the offset before the gap (RFC 5545 §3.3.5).
   */
  readonly wallEnds: Float64Array;
}

/** Morocco changes its clocks for the some 30 days of Ramadan; probes two weeks apart cannot miss it. */
const PROBE = 14 * WALL_DAY;
const SECOND = 1000;
/** How much more is looked up than was asked for, so that queries around one year build one table. */
const AHEAD = 500 * WALL_DAY;
const FIRST = Date.UTC(1899, 11, 1);
const LAST = Date.UTC(2201, 0, 31);

/** Process-wide: what the clocks do depends on nothing but the zone. */
const tables = new Map<string, ZoneTable>();

/**
 * The zone's table, reaching at least from `from` until `until` (epoch milliseconds). Throws RangeError for a name that
 * is no zone and for times outside the years 1900 to 2200.
 */
export function zoneTable(timeZone: string, from: number, until: number): ZoneTable {
  const known = tables.get(timeZone);
  if (known && known.from <= from && until <= known.until) return known;
  if (!(from >= FIRST && until <= LAST)) throw new RangeError('only the years 1900 to 2200 are known');
  const table = build(
    timeZone,
    Math.max(FIRST, Math.min(from - AHEAD, known?.from ?? from)),
    Math.min(LAST, Math.max(until + AHEAD, known?.until ?? until)),
  );
  tables.set(timeZone, table);
  return table;
}

/** The offset that holds at an instant the table reaches. */
export function indexAt({ starts }: ZoneTable, instant: number): number {
  return firstAfter(starts, instant) - 1;
}

/** The offset a wall clock's reading (as if it were UTC) is read with. */
export function indexAtWall({ wallEnds }: ZoneTable, wall: number): number {
  return firstAfter(wallEnds, wall);
}

/** The first index whose value is later than `time`. */
function firstAfter(values: Float64Array, time: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

function build(timeZone: string, from: number, until: number): ZoneTable {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`not a time zone: ${timeZone}`);
  const offsetAt = (instant: number) => Math.round(zone.offset(instant) * MINUTE);
  const starts = [Number.NEGATIVE_INFINITY];
  const offsets = [offsetAt(from)];
  for (let probed = from; probed < until;) {
    const next = Math.min(probed + PROBE, until);
    probed = addChanges(offsetAt, probed, next, starts, offsets);
  }
  return { from, until, starts: Float64Array.from(starts), offsets: Float64Array.from(offsets), wallEnds: readUntil(starts, offsets) };
}

/** Adds the first change after `from` until `next`, if any, and says how far it has looked. */
function addChanges(offsetAt: (instant: number) => number, from: number, next: number, starts: number[], offsets: number[]): number {
  const before = offsets.at(-1)!;
  if (offsetAt(next) === before) return next;
  let low = Math.floor(from / SECOND);
  let high = Math.ceil(next / SECOND);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND) === before) low = middle;
    else high = middle;
  }
  starts.push(high * SECOND);
  offsets.push(offsetAt(high * SECOND));
  return Math.min(high * SECOND, next);
}

function readUntil(starts: readonly number[], offsets: readonly number[]): Float64Array {
  return Float64Array.from(starts, (_, i) =>
    i + 1 < starts.length ? starts[i + 1]! + Math.max(offsets[i]!, offsets[i + 1]!) : Number.POSITIVE_INFINITY);
}
