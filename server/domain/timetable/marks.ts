import { MINUTE, wallMinutes } from '../calendar-date.ts';
import { union, type Instant, type Interval } from '../interval.ts';
import type { IsoDate, WallSpan } from '../programme.ts';
import { toInstant } from '../wall-time.ts';

export type Mark = 'preferred' | 'possible' | 'no';

/** What a cluster says of some hours of one date of its own zone. Hours it says nothing of are possible while they are not night. */
export interface MarkedHours extends WallSpan {
  readonly date: IsoDate;
  readonly mark: Mark;
}

export interface Wishes {
  readonly preferred: readonly Interval[];
  /** Marked preferred or possible: opened by their owner, at night too. */
  readonly opened: readonly Interval[];
  readonly refused: readonly Interval[];
}

export function wishesOf(marks: readonly MarkedHours[], timeZone: string): Wishes {
  const spans = (wanted: readonly Mark[]) => union(marks.filter(({ mark }) => wanted.includes(mark)).map(({ date, from, to }) => ({
    start: toInstant(date, from, timeZone),
    end: toInstant(date, wallMinutes(to), timeZone),
  })));
  return { preferred: spans(['preferred']), opened: spans(['preferred', 'possible']), refused: spans(['no']) };
}

export function isInside(spans: readonly Interval[], start: Instant, minutes: number): boolean {
  return spans.some((span) => span.start <= start && start + minutes * MINUTE <= span.end);
}
