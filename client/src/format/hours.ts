import type { Cluster } from '../../../shared/api/programmes.ts';

/** Somebody's working hours: minutes after midnight on their clock, ISO weekdays. */
export interface WorkingHours {
  from: number;
  to: number;
  days: readonly number[];
}

/** What holds where no hours are set: nine to five, Monday to Friday. */
const USUAL: WorkingHours = { from: 540, to: 1020, days: [1, 2, 3, 4, 5] };

export function hoursOf(set: Cluster['workingHours']): WorkingHours {
  if (!set) return USUAL;
  return { from: minutesOf(set.from), to: minutesOf(set.to), days: set.days ?? USUAL.days };
}

/** Minutes after midnight of `HH:mm`; `24:00` is 1440. */
export function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3, 5));
}
