import { WALL_DAY } from './calendar-date.ts';

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
/** A programme lies in the years 1900 to 2200, and looks a little beyond. */
const FIRST = Date.UTC(1898, 0, 1);
const LAST = Date.UTC(2203, 0, 1);

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
  const table = reaching(known, platformClock(timeZone), Math.max(FIRST, from - AHEAD), Math.min(LAST, until + AHEAD));
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

/** The offset (milliseconds) at an instant, asked of the platform: some thousand times slower than the table. */
type PlatformClock = (instant: number) => number;

function platformClock(timeZone: string): PlatformClock {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (instant) => {
    // `6/1/2026, GMT+05:30`; with seconds where clocks kept local mean time.
    const [, sign, hours, minutes, seconds = 0] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(instant))!;
    return (sign === '-' ? -SECOND : SECOND) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  };
}

interface Change {
  readonly at: number;
  readonly offset: number;
}

/** The known table made longer: only what is new is looked up. */
function reaching(known: ZoneTable | undefined, clock: PlatformClock, from: number, until: number): ZoneTable {
  if (!known) return tableOf(from, until, clock(from), changesBetween(clock, from, until));
  const first = Math.min(from, known.from);
  const last = Math.max(until, known.until);
  return tableOf(first, last, clock(first), [
    ...changesBetween(clock, first, known.from),
    ...Array.from(known.starts, (at, i) => ({ at, offset: known.offsets[i]! })).slice(1),
    ...changesBetween(clock, known.until, last),
  ]);
}

function tableOf(from: number, until: number, offset: number, changes: readonly Change[]): ZoneTable {
  const starts = Float64Array.of(Number.NEGATIVE_INFINITY, ...changes.map(({ at }) => at));
  const offsets = Float64Array.of(offset, ...changes.map((change) => change.offset));
  const wallEnds = starts.map((_, i) =>
    (i + 1 < starts.length ? starts[i + 1]! + Math.max(offsets[i]!, offsets[i + 1]!) : Number.POSITIVE_INFINITY));
  return { from, until, starts, offsets, wallEnds };
}

/** Changes after `from`, until `until`. */
function changesBetween(clock: PlatformClock, from: number, until: number): Change[] {
  const changes: Change[] = [];
  let offset = clock(from);
  for (let probed = from; probed < until;) {
    const next = Math.min(probed + PROBE, until);
    if (clock(next) === offset) {
      probed = next;
    } else {
      // Two changes within one probe are found one after the other.
      probed = firstChange(clock, probed, next, offset);
      offset = clock(probed);
      changes.push({ at: probed, offset });
    }
  }
  return changes;
}

/** Clocks change on whole seconds. */
function firstChange(clock: PlatformClock, from: number, until: number, offset: number): number {
  let low = Math.floor(from / SECOND);
  let high = Math.floor(until / SECOND);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clock(middle * SECOND) === offset) low = middle;
    else high = middle;
  }
  return high * SECOND;
}
