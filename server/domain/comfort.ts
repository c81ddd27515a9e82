import { outsideHoursOf, type Forbidden } from './barriers.ts';
import type { Frame } from './frame.ts';
import type { WorkingHours } from './programme.ts';
import type { Comfort } from './slot-question.ts';
import { USUAL_HOURS, type Whereabouts } from './working-hours.ts';

/** How a start suits one side. Ask with rising starts: it looks forward only. */
export interface Suitability {
  comfortOf(start: number): Comfort;
  /** Outside working hours that are set, or that a cluster has by default. */
  isOutside(start: number): boolean;
}

/** Hours on any day that are early or late, but not night. */
const WAKING_HOURS: WorkingHours = { from: '07:00', to: '20:00', days: [1, 2, 3, 4, 5, 6, 7] };

/**
 * How the frame's starts suit someone who works `hours`, or whenever available where that is null: their day is then
 * 09:00–17:00, Monday–Friday. On a journey all hours are those of the place where they are on the date.
 */
export function suitability(frame: Frame, hours: WorkingHours | null, where: Whereabouts): Suitability {
  const isOutsideDay = forwardTest(outsideHoursOf(frame, hours ?? USUAL_HOURS, where));
  const isNight = forwardTest(outsideHoursOf(frame, WAKING_HOURS, where));
  return {
    comfortOf: (start) => (!isOutsideDay(start) ? 'day' : isNight(start) ? 'night' : 'edge'),
    isOutside: (start) => hours !== null && isOutsideDay(start),
  };
}

function forwardTest(forbidden: Forbidden): (start: number) => boolean {
  let i = 0;
  return (start) => {
    while (forbidden[i + 1]! <= start) i += 2;
    return forbidden[i]! < start;
  };
}
