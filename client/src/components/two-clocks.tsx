import { ComfortDot } from './comfort-dot.tsx';
import { comfortAt } from '../format/comfort.ts';
import type { WorkingHours } from '../format/hours.ts';
import { serverNow } from '../format/clock.ts';
import { clockRange, dateAt, dayWords, offsetLabel } from '../format/time.ts';
import { city, words } from '../locales/index.ts';

export interface Side {
  name: string;
  zone: string;
  hours: WorkingHours;
  you: boolean;
}

/** One span face to face: the same hour on both sides' walls. */
export function TwoClocks({ start, end, sides }: { start: number; end: number; sides: readonly Side[] }) {
  return (
    <div class="two-clocks">
      {sides.map((side) => <ClockFace key={side.zone + side.name} start={start} end={end} side={side} />)}
    </div>
  );
}

function ClockFace({ start, end, side }: { start: number; end: number; side: Side }) {
  const copy = words().comfort;
  const comfort = comfortAt(start, side.zone, side.hours);
  return (
    <div class="clock-face">
      <p class="clock-city"><b>{city(side.zone)}</b>{side.you && ` ${copy.you}`} <small class="quiet">{offsetLabel(start, side.zone)}</small></p>
      <p class="clock-time time">{clockRange(start, end, side.zone)}</p>
      <p><time dateTime={new Date(start).toISOString()}>{dayWords(dateAt(start, side.zone), serverNow())}</time></p>
      <p class="small quiet"><ComfortDot comfort={comfort} /> {copy.band[comfort]}{!side.you && <> {words().joinList} {side.name}</>}</p>
    </div>
  );
}
