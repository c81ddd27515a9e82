import { type Band, bandsOf } from '../format/comfort.ts';
import { clock, clockOf, dateAt, offsetLabel } from '../format/time.ts';
import type { WorkingHours } from '../format/hours.ts';
import { addDays, instantOf } from '../format/zoned.ts';
import { city, words } from '../locales/index.ts';

export interface StripRow {
  zone: string;
  hours: WorkingHours;
  /** Whose day it is. */
  you?: boolean;
}

interface StripProps {
  rows: readonly StripRow[];
  /** The day shown: 00:00 to 24:00 of this date on the first row's clock, or on `axisZone`'s. */
  date: string;
  axisZone: string;
  /** The slot drawn in every row. */
  slot?: { start: number; end: number } | undefined;
  /** The same facts in words; the picture itself is hidden from screen readers. */
  text: string;
}

/** One day on several clocks: which hours are office hours, early or late, night. */
export function ZoneStrip({ rows, date, axisZone, slot, text }: StripProps) {
  const start = instantOf(date, 0, axisZone);
  const minutes = (instantOf(addDays(date, 1), 0, axisZone) - start) / 60_000;
  return (
    <div class="strip">
      <p class="sr">{text}</p>
      <div class="strip-rows" aria-hidden="true">
        {rows.map((row) => (
          <div class="strip-row" key={row.zone + String(row.you)}>
            <span class="strip-city">{city(row.zone)}{row.you && <b> {words().comfort.you}</b>} <small>{offsetLabel(slot?.start ?? start, row.zone)}</small></span>
            <span class="strip-day">
              {bandsOf(start, minutes, row.zone, row.hours).map((band) => <span key={band.from} class={`band band-${band.comfort}`} style={place(band, minutes)} />)}
              {slot && <SlotBox slot={slot} zone={row.zone} dayStart={start} dayMinutes={minutes} />}
            </span>
          </div>
        ))}
        <div class="strip-row strip-axis">
          <span class="strip-city" />
          <span class="strip-day">{[0, 6, 12, 18].map((hour) => <span key={hour} class="strip-hour" style={{ left: `${(hour * 6000) / minutes}%` }}>{clockOf(hour * 60).slice(0, 2)}</span>)}</span>
        </div>
      </div>
    </div>
  );
}

/** The date whose strip shows an instant. */
export function stripDate(instant: number, axisZone: string): string {
  return dateAt(instant, axisZone);
}

function SlotBox({ slot, zone, dayStart, dayMinutes }: { slot: { start: number; end: number }; zone: string; dayStart: number; dayMinutes: number }) {
  const from = (slot.start - dayStart) / 60_000;
  const to = (slot.end - dayStart) / 60_000;
  return (
    <span class="strip-time" style={{ left: `clamp(1.6rem, ${(((from + to) / 2) * 100) / dayMinutes}%, calc(100% - 1.6rem))`, minWidth: `${((to - from) * 100) / dayMinutes}%` }}>
      {clock(slot.start, zone)}
    </span>
  );
}

function place({ from, to }: Pick<Band, 'from' | 'to'>, minutes: number): { left: string; width: string } {
  return { left: `${(from * 100) / minutes}%`, width: `${((Math.min(to, minutes) - from) * 100) / minutes}%` };
}
