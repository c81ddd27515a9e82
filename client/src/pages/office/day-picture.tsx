import type { Catalogue } from '../../api/catalogue.ts';
import { bandsOf } from '../../format/comfort.ts';
import { hoursOf } from '../../format/hours.ts';
import { clock, clockOf, listWords, offsetLabel } from '../../format/time.ts';
import { addDays, instantOf } from '../../format/zoned.ts';
import { city, officeWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import type { Agreed } from './day-page.tsx';

interface Row {
  id: string;
  name: string;
  zone: string;
  hours: Parameters<typeof hoursOf>[0];
  boxes: { number: number; start: number; end: number }[];
}

/** Everyone who has a session that day, each on their own clock's comfort, all on the viewer's day; below it the same in words. */
export function DayPicture({ sessions, catalogue, date }: { sessions: readonly Agreed[]; catalogue: Catalogue; date: string }) {
  const copy = officeWords().day;
  const { timeZone } = useViewer();
  const start = instantOf(date, 0, timeZone);
  const minutes = (instantOf(addDays(date, 1), 0, timeZone) - start) / 60_000;
  const rows = rowsOf(sessions, catalogue);
  const at = (instant: number) => ((instant - start) / 60_000 / minutes) * 100;
  return (
    <section class="parties" aria-labelledby="day-picture">
      <h2 id="day-picture">{copy.picture}</h2>
      <ul class="sr">{rows.map(({ id, name, zone, boxes }) => <li key={id}>{copy.pictureText(name, city(zone), listWords(boxes.map((box) => clock(box.start, zone))))}</li>)}</ul>
      <div class="strip day-picture" aria-hidden="true">
        <div class="strip-rows">
          {rows.map(({ id, name, zone, hours, boxes }) => (
            <div class="strip-row" key={id}>
              <span class="strip-city">{name} <small>{city(zone)} {offsetLabel(start, zone)}</small></span>
              <span class="strip-day">
                {bandsOf(start, minutes, zone, hoursOf(hours)).map((band) => <span key={band.from} class={`band band-${band.comfort}`} style={{ left: `${(band.from * 100) / minutes}%`, width: `${((Math.min(band.to, minutes) - band.from) * 100) / minutes}%` }} />)}
                {boxes.map((box) => <span key={box.number} class="day-box" style={{ left: `${at(box.start)}%`, width: `${at(box.end) - at(box.start)}%` }}>{box.number}</span>)}
              </span>
            </div>
          ))}
          <div class="strip-row strip-axis"><span class="strip-city" /><span class="strip-day">{[0, 6, 12, 18].map((hour) => <span key={hour} class="strip-hour" style={{ left: `${(hour * 6000) / minutes}%` }}>{clockOf(hour * 60).slice(0, 2)}</span>)}</span></div>
        </div>
      </div>
    </section>
  );
}

/** Clusters and facilitators of the day, in the programme's order. */
function rowsOf(sessions: readonly Agreed[], { clusters, facilitators }: Catalogue): Row[] {
  return [...clusters.values(), ...facilitators.values()].flatMap((party): Row[] => {
    const boxes = sessions.flatMap(({ clusterId, booking }, index) => (clusterId === party.id || booking.facilitatorId === party.id ? [{ number: index + 1, start: Date.parse(booking.start), end: Date.parse(booking.end) }] : []));
    return boxes.length > 0 ? [{ id: party.id, name: party.name, zone: party.timeZone, hours: party.workingHours, boxes }] : [];
  });
}
