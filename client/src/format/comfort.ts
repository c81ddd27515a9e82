import type { WorkingHours } from './hours.ts';
import { wallAt } from './time.ts';
import { weekdayOf } from './zoned.ts';

export type Comfort = 'day' | 'edge' | 'night';

/** One stretch of a day's picture, in minutes from the picture's left edge. */
export interface Band {
  comfort: Comfort;
  from: number;
  to: number;
}

const STEP_MINUTES = 15;
const EDGE = { from: 7 * 60, to: 20 * 60 };

/**
 * The comfort of each hour of one day of the viewer, on somebody's own clock.
 * @param start instant of the picture's left edge; `minutes` its length, not 1440 on a day the clocks change
 */
export function bandsOf(start: number, minutes: number, zone: string, hours: WorkingHours): Band[] {
  const bands: Band[] = [];
  for (let from = 0; from < minutes; from += STEP_MINUTES) {
    const comfort = comfortAt(start + from * 60_000, zone, hours);
    const last = bands.at(-1);
    if (last?.comfort === comfort) last.to = from + STEP_MINUTES;
    else bands.push({ comfort, from, to: from + STEP_MINUTES });
  }
  return bands;
}

/** `day` inside working hours, `edge` 07:00–20:00, `night` the rest: the same bounds the server tells a slot's comfort by. */
export function comfortAt(instant: number, zone: string, hours: WorkingHours): Comfort {
  const { date, minutes } = wallAt(instant, zone);
  if (hours.days.includes(weekdayOf(date)) && minutes >= hours.from && minutes < hours.to) return 'day';
  return minutes >= EDGE.from && minutes < EDGE.to ? 'edge' : 'night';
}

/** Where everybody's office hours meet on one day, in minutes from its start. */
export function commonHours(all: readonly Band[][]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  const end = Math.max(0, ...all.map((bands) => bands.at(-1)?.to ?? 0));
  for (let minute = 0; minute < end; minute += STEP_MINUTES) {
    if (!all.every((bands) => bands.some((band) => band.comfort === 'day' && band.from <= minute && minute < band.to))) continue;
    const last = spans.at(-1);
    if (last?.to === minute) last.to = minute + STEP_MINUTES;
    else spans.push({ from: minute, to: minute + STEP_MINUTES });
  }
  return spans;
}
