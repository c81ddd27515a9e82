import type { Coverage } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { type Comfort, comfortAt } from '../../format/comfort.ts';
import { hoursOf, type WorkingHours } from '../../format/hours.ts';
import { hoursWord } from '../../format/time.ts';
import { city, coordinatorWords, words } from '../../locales/index.ts';

/** Who gives or takes how many hours, and how many of them are early, late or at night on their own clock. */
export function Loads({ catalogue, coverage }: { catalogue: Catalogue; coverage: Coverage }) {
  const copy = coordinatorWords().coverage;
  const bookings = coverage.cells.flatMap(({ booking }) => (booking ? [booking] : []));
  const facilitators = [...catalogue.facilitators.values()].map((each) => loadOf(each, bookings.filter(({ facilitatorId }) => facilitatorId === each.id)));
  const clusters = [...catalogue.clusters.values()].map((each) => loadOf(each, bookings.filter(({ clusterId }) => clusterId === each.id)));
  return (
    <section aria-labelledby="load">
      <h2 id="load">{copy.load}</h2>
      <LoadList loads={facilitators} />
      {bookings.length > 0 && (
        <>
          <h3 class="loads-head">{copy.comfortTitle}</h3>
          <p class="small quiet">{copy.comfortHint}</p>
          <LoadList loads={clusters} />
        </>
      )}
    </section>
  );
}

interface Load {
  id: string;
  name: string;
  zone: string;
  minutes: number;
  count: number;
  comfort: Record<Comfort, number>;
}

function LoadList({ loads }: { loads: readonly Load[] }) {
  const copy = coordinatorWords().coverage;
  const most = Math.max(60, ...loads.map(({ minutes }) => minutes));
  return (
    <ul class="loads">
      {loads.map(({ id, name, zone, minutes, count, comfort }) => (
        <li key={id}>
          <span>{name} <small class="quiet">{city(zone)}</small></span>
          <span class="load-bar" aria-hidden="true">
            {(['day', 'edge', 'night'] as const).filter((each) => comfort[each] > 0).map((each) => <span key={each} class={`load-part band-${each}`} style={{ width: `${(comfort[each] / Math.max(1, count)) * (minutes / most) * 100}%` }} />)}
          </span>
          <span>{count === 0 ? copy.loadNone : <>{copy.loadLine(hoursWord(minutes), words().sessionsCount(count))}{comfort.day < count && <small class="quiet second">{copy.comfortOf(comfort.day, comfort.edge, comfort.night)}</small>}</>}</span>
        </li>
      ))}
    </ul>
  );
}

function loadOf(party: { id: string; name: string; timeZone: string; workingHours: Parameters<typeof hoursOf>[0] }, bookings: readonly { start: string; end: string }[]): Load {
  const hours: WorkingHours = hoursOf(party.workingHours);
  const comfort: Record<Comfort, number> = { day: 0, edge: 0, night: 0 };
  for (const { start } of bookings) comfort[comfortAt(Date.parse(start), party.timeZone, hours)] += 1;
  const minutes = bookings.reduce((sum, { start, end }) => sum + (Date.parse(end) - Date.parse(start)) / 60_000, 0);
  return { id: party.id, name: party.name, zone: party.timeZone, minutes, count: bookings.length, comfort };
}
