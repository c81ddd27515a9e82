import type { Plan, PlanPlacement } from '../../../../shared/api/plans.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { serverNow } from '../../format/clock.ts';
import { clockRange, dateAt, dayShort, dayWords } from '../../format/time.ts';
import { city, planWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

/** Bookings that move, each before and after, first of all: whoever mends a timetable asks for nothing else. */
export function Changes({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const copy = planWords();
  const moved = plan.placements.filter((place) => place.moved).toSorted((a, b) => Date.parse(a.present!.start) - Date.parse(b.present!.start));
  if (moved.length === 0 && plan.away.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="changes">
      <h2 id="changes">{copy.changes} <span class="day-count">{copy.moved(moved.length)}</span></h2>
      {plan.away.map(({ facilitatorId, from, until }) => <p key={facilitatorId + from}>{copy.awayLine(catalogue.facilitators.get(facilitatorId)?.name ?? '', dayWords(from, serverNow()), dayWords(until, serverNow()))}</p>)}
      <ul class="unplaced">{moved.map((place) => <Move key={place.sessionId} place={place} catalogue={catalogue} />)}</ul>
    </section>
  );
}

function Move({ place, catalogue }: { place: PlanPlacement; catalogue: Catalogue }) {
  const copy = planWords();
  const { timeZone } = useViewer();
  const said = ({ start, end, facilitatorId }: { start: string; end: string; facilitatorId: string }) =>
    `${dayShort(dateAt(Date.parse(start), timeZone))}, ${words().timeIn(clockRange(Date.parse(start), Date.parse(end), timeZone), city(timeZone))}${words().joinList}${catalogue.facilitators.get(facilitatorId)?.name ?? ''}`;
  return (
    <li>
      <b>{catalogue.clusters.get(place.clusterId)?.name}: {catalogue.topics.get(place.topicId)?.name}</b>
      <span class="second quiet">{copy.before}: {said(place.present!)}</span>
      <span class="second">{copy.after}: {said(place)}</span>
    </li>
  );
}
