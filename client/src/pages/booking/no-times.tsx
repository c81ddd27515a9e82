import type { SlotReason } from '../../../../shared/api/slots.ts';
import { dateRange } from '../../format/time.ts';
import { bookingWords } from '../../locales/index.ts';
import type { StepProps } from './booking-page.tsx';
import type { Filters } from './filters.ts';

interface NoTimesProps extends StepProps {
  reasons: readonly SlotReason[];
  /** Free times that only the outside-hours checkbox hides. */
  outside: number;
  filters: Filters;
  onFilters: (filters: Filters) => void;
}

/** Never just an empty list: why there is nothing, and what would give more. */
export function NoTimes({ session, catalogue, reasons, outside, filters, onFilters }: NoTimesProps) {
  const phase = catalogue.phases.find(({ id }) => id === session.phaseId);
  const name = filters.facilitatorId === null ? undefined : catalogue.facilitators.get(filters.facilitatorId)?.name;
  return (
    <section class="empty card" aria-labelledby="no-times">
      <h2 id="no-times">{bookingWords().book.emptyHeading(phase ? dateRange(phase.startsOn, phase.endsOn) : '')}</h2>
      {outside > 0 && <p>{bookingWords().book.emptyOutside(outside)} <button type="button" class="button" onClick={() => onFilters({ ...filters, outsideHours: true })}>{bookingWords().book.showOutside}</button></p>}
      {name !== undefined && <p>{bookingWords().book.emptyFilter(name)} <button type="button" class="button" onClick={() => onFilters({ ...filters, facilitatorId: null })}>{bookingWords().book.showAnyone}</button></p>}
      {name === undefined && <Why reasons={reasons} />}
      <p class="quiet">{bookingWords().book.askCoordinator}</p>
    </section>
  );
}

function Why({ reasons }: { reasons: readonly SlotReason[] }) {
  const copy = bookingWords().reason;
  const lines = reasons.map(({ cause, slots }) => {
    const counted = copy.causes[cause];
    return counted !== undefined && slots > 0 ? copy.line(slots, counted) : copy.none[cause];
  }).filter((text) => text !== undefined);
  if (lines.length === 0) return null;
  return <><h3>{copy.heading}</h3><ul class="reasons">{lines.map((text) => <li key={text}>{text}</li>)}</ul></>;
}
