import { clock, clockRange, dateAt, dayShift, dayWords } from '../format/time.ts';
import { serverNow } from '../format/clock.ts';
import { city, words } from '../locales/index.ts';

/** `Thursday 26 March, 11:00–12:00 Madrid time`: an instant is never printed without its city. */
export function When({ start, end, zone }: { start: number; end: number; zone: string }) {
  return (
    <span class="when">
      <time dateTime={new Date(start).toISOString()}>{dayWords(dateAt(start, zone), serverNow())}, <b class="time">{clockRange(start, end, zone)}</b></time>{' '}
      <span>{words().cityTime(city(zone))}</span>
    </span>
  );
}

/** `11:00 in Copenhagen`, and `+1 day` where the other side's date differs. */
export function TimeThere({ instant, zone, here }: { instant: number; zone: string; here: string }) {
  const shift = dayShift(instant, here, zone);
  return (
    <span class="there">
      <span class="time">{clock(instant, zone)}</span> {words().inCity(city(zone))}
      {shift !== 0 && <span class="shift">{words().shift(shift)}</span>}
    </span>
  );
}
