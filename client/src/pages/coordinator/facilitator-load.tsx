import type { Coverage } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { hoursWord } from '../../format/time.ts';
import { city, coordinatorWords, words } from '../../locales/index.ts';

/** Who carries how many hours of the programme. */
export function FacilitatorLoad({ catalogue, coverage }: { catalogue: Catalogue; coverage: Coverage }) {
  const copy = words();
  const loads = [...catalogue.facilitators.values()].map((facilitator) => {
    const bookings = coverage.cells.flatMap(({ booking }) => (booking?.facilitatorId === facilitator.id ? [booking] : []));
    return { facilitator, count: bookings.length, minutes: bookings.reduce((sum, { start, end }) => sum + (Date.parse(end) - Date.parse(start)) / 60_000, 0) };
  });
  const most = Math.max(60, ...loads.map(({ minutes }) => minutes));
  return (
    <section aria-labelledby="load">
      <h2 id="load">{coordinatorWords().coverage.load}</h2>
      <ul class="loads">
        {loads.map(({ facilitator, count, minutes }) => (
          <li key={facilitator.id}>
            <span>{facilitator.name} <small class="quiet">{city(facilitator.timeZone)}</small></span>
            <progress class="meter" value={minutes} max={most} aria-hidden="true" />
            <span>{count === 0 ? coordinatorWords().coverage.loadNone : coordinatorWords().coverage.loadLine(hoursWord(minutes), copy.sessionsCount(count))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
