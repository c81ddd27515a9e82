import type { Slot, SlotReason } from '../../../../shared/api/slots.ts';
import { clock, dateRange } from '../../format/time.ts';
import type { Listing } from '../../live/listing.ts';
import { city, waysWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import type { StepProps } from './booking-page.tsx';
import { type Filters, isShown } from './filters.ts';
import { WaysOn } from './ways-on.tsx';

interface NoTimesProps extends StepProps {
  listing: Listing;
  reasons: readonly SlotReason[];
  zone: string;
  filters: Filters;
  onFilters: (filters: Filters) => void;
}

/** Never just an empty list: why there is nothing, what would give more, and whom to ask. */
export function NoTimes({ session, catalogue, listing, reasons, zone, filters, onFilters }: NoTimesProps) {
  const copy = waysWords();
  const { role } = useViewer();
  const phase = catalogue.phases.find(({ id }) => id === session.phaseId);
  const name = filters.facilitatorId === null ? undefined : catalogue.facilitators.get(filters.facilitatorId)?.name;
  const outside = listing.rows.filter(({ slot, taken }) => !taken && isShown(slot, { ...filters, outsideHours: true })).map(({ slot }) => slot);
  return (
    <section class="empty card" aria-labelledby="no-times">
      <h2 id="no-times">{copy.emptyHeading(phase ? dateRange(phase.startsOn, phase.endsOn) : '')}</h2>
      {outside.length > 0 && <Hours slots={outside} zone={zone} onAccept={(slot) => { onFilters({ ...filters, outsideHours: true }); focusSoon(slot); }} />}
      {name !== undefined && <p>{copy.emptyFilter(name)} <button type="button" class="button" onClick={() => onFilters({ ...filters, facilitatorId: null })}>{copy.showAnyone}</button></p>}
      {name === undefined && <Why reasons={reasons} />}
      {role === 'representative' && <WaysOn session={session} catalogue={catalogue} waits outsideHours={outside.length === 0} />}
    </section>
  );
}

/** Hours outside the office's that would do, by the wall's time: `08:00: 4 times`. */
function Hours({ slots, zone, onAccept }: { slots: readonly Slot[]; zone: string; onAccept: (first: Slot) => void }) {
  const copy = waysWords();
  const byTime = new Map<string, Slot[]>();
  for (const slot of slots) {
    const time = clock(Date.parse(slot.start), zone);
    byTime.set(time, [...byTime.get(time) ?? [], slot]);
  }
  const hours = [...byTime].toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST_HOURS);
  return (
    <>
      <p>{copy.emptyOutside(slots.length)} {copy.acceptHeading} <span class="quiet">({words().cityTime(city(zone))})</span></p>
      <p class="actions">{hours.map(([time, of]) => <button key={time} type="button" class="button" onClick={() => of[0] && onAccept(of[0])}>{copy.accept(time, of.length)}</button>)}</p>
    </>
  );
}

const MOST_HOURS = 8;

/** Once the times are drawn, the keyboard is at the one that was asked for. */
function focusSoon({ start }: Slot): void {
  setTimeout(() => document.querySelector<HTMLElement>(`input[name="slot"][value^="${Date.parse(start)} "]`)?.focus());
}

function Why({ reasons }: { reasons: readonly SlotReason[] }) {
  const copy = waysWords().reason;
  const lines = reasons.map(({ cause, slots }) => {
    const counted = copy.causes[cause];
    return counted !== undefined && slots > 0 ? copy.line(slots, counted) : copy.none[cause];
  }).filter((text) => text !== undefined);
  if (lines.length === 0) return null;
  return <><h3>{copy.heading}</h3><ul class="reasons">{lines.map((text) => <li key={text}>{text}</li>)}</ul></>;
}
