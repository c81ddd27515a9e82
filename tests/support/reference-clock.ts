/**
 * What a zone's clock shows, asked of the platform for every minute: slow, plain, and nothing shared with the engine.
 * Instants and wall times are whole minutes since 1970-01-01T00:00, on the time-line and on the wall.
 */
export interface ReferenceClock {
  offsetAt(minute: number): number;
  wallAt(minute: number): number;
  /** Days since 1970-01-01 of the date shown. */
  dayAt(minute: number): number;
  /**
   * The minute at which the clock shows a wall time: the first that does; in a gap, read with the offset before it.
   */
  meaningOf(wall: number): number;
}

// Jest looks globals up slowly; this is asked hundreds of millions of times.
const { floor, max } = Math;

const DAY = 1440;
const clocks = new Map<string, ReferenceClock>();

export function referenceClock(timeZone: string): ReferenceClock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const days = new Map<number, number | Int16Array>();
  const midnights = new Map<number, number>();
  const meanings = new Map<number, number>();

  let lastDay = Number.NaN;
  let offsets: number | Int16Array = 0;
  function offsetAt(minute: number): number {
    const day = floor(minute / DAY);
    if (day !== lastDay) {
      lastDay = day;
      offsets = days.get(day) ?? offsetsOf(zone, midnights, day);
      days.set(day, offsets);
    }
    return typeof offsets === 'number' ? offsets : offsets[minute - day * DAY]!;
  }

  function search(wall: number): number {
    // No clock changes twice in three days, so that it shows nothing earlier than by the greatest of these.
    const ahead = max(offsetAt(wall - DAY), offsetAt(wall), offsetAt(wall + DAY));
    for (let minute = wall - ahead - 1; minute < wall + DAY; minute += 1) {
      const shown = minute + offsetAt(minute);
      if (shown === wall) return minute;
      if (shown < wall && minute + 1 + offsetAt(minute + 1) > wall) return wall - offsetAt(minute);
    }
    throw new Error(`${timeZone} never shows ${wall}`);
  }

  const clock: ReferenceClock = {
    offsetAt,
    wallAt: (minute) => minute + offsetAt(minute),
    dayAt: (minute) => floor((minute + offsetAt(minute)) / DAY),
    meaningOf(wall) {
      let minute = meanings.get(wall);
      if (minute === undefined) meanings.set(wall, minute = search(wall));
      return minute;
    },
  };
  clocks.set(timeZone, clock);
  return clock;
}

/** One number where the platform gives the same offset at both ends and in the middle of a UTC day, else that of each minute. */
function offsetsOf(zone: Intl.DateTimeFormat, midnights: Map<number, number>, day: number): number | Int16Array {
  const start = midnightOffset(zone, midnights, day);
  const isOne = start === midnightOffset(zone, midnights, day + 1) && start === platformOffset(zone, day * DAY + DAY / 2);
  return isOne ? start : Int16Array.from({ length: DAY }, (_, minute) => platformOffset(zone, day * DAY + minute));
}

/** The end of one day is the start of the next: asked once. */
function midnightOffset(zone: Intl.DateTimeFormat, known: Map<number, number>, day: number): number {
  let offset = known.get(day);
  if (offset === undefined) known.set(day, offset = platformOffset(zone, day * DAY));
  return offset;
}

/** From text like `3/29/2026, GMT+05:45`, or `GMT` alone. */
function platformOffset(zone: Intl.DateTimeFormat, minute: number): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(zone.format(minute * 60_000))!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
