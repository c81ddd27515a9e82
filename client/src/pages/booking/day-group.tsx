import type { Slot } from '../../../../shared/api/slots.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { ComfortDot } from '../../components/comfort-dot.tsx';
import { TimeThere } from '../../components/when.tsx';
import { cityName } from '../../format/city.ts';
import { serverNow } from '../../format/clock.ts';
import { nameBeside } from '../../format/names.ts';
import { clock, clockRange, dayWords } from '../../format/time.ts';
import { keyOf, type Row } from '../../live/listing.ts';
import { city, bookingWords, words } from '../../locales/index.ts';
import { headOf } from './day-links.tsx';
import type { Day } from './days.ts';
import { freeCount } from './filters.ts';

interface DayGroupProps {
  day: Day;
  zone: string;
  catalogue: Catalogue;
  /** Key of the chosen time. */
  chosen: string | null;
  onChoose: (slot: Slot) => void;
}

/** One day's times under a heading that stays in sight, with how many are left. */
export function DayGroup({ day, zone, catalogue, chosen, onChoose }: DayGroupProps) {
  const id = headOf(day.date);
  const copy = bookingWords().book;
  return (
    <>
      {day.clockChange && <p class="clock-change">{copy.clocksChange(city(zone), day.clockChange.before, day.clockChange.after)}</p>}
      <section class="day" aria-labelledby={id}>
        <h2 id={id} class="day-head" tabIndex={-1}>{dayWords(day.date, serverNow())} <span class="day-count">{copy.times(freeCount(day.rows))}</span></h2>
        <div class="day-slots">
          {day.rows.map((row) => <SlotRow key={keyOf(row.slot)} row={row} zone={zone} catalogue={catalogue} chosen={chosen === keyOf(row.slot)} onChoose={onChoose} />)}
        </div>
      </section>
    </>
  );
}

function SlotRow({ row: { slot, taken }, zone, catalogue, chosen, onChoose }: Omit<DayGroupProps, 'day' | 'chosen'> & { row: Row; chosen: boolean }) {
  const copy = words();
  const facilitator = catalogue.facilitators.get(slot.facilitatorId);
  const start = Date.parse(slot.start);
  return (
    <label class={`slot${taken ? ' slot-taken' : ''}${chosen ? ' slot-chosen' : ''}`}>
      <input type="radio" name="slot" value={keyOf(slot)} checked={chosen} disabled={taken} onChange={() => onChoose(slot)} />
      <span class="slot-here"><span class="time">{clockRange(start, Date.parse(slot.end), zone)}</span> <small>{copy.inCity(city(zone))}</small></span>
      <span class="slot-there">
        {facilitator && <span class="slot-clock"><ComfortDot comfort={slot.comfort.facilitator} /><TimeThere instant={start} zone={slot.facilitatorTimeZone} here={zone} /></span>}
        <small>{facilitator && nameBeside(facilitator.name, cityName(slot.facilitatorTimeZone))} {copy.joinList} {copy.comfort.toCluster[slot.comfort.cluster][slot.comfort.facilitator]}</small>
        {slot.busyAsOf && <small>{bookingWords().book.busyAsOf(clock(Date.parse(slot.busyAsOf), zone), city(zone))}</small>}
      </span>
      {taken && <span class="slot-word">{bookingWords().book.taken}</span>}
    </label>
  );
}
