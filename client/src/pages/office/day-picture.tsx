import type { Catalogue } from '../../api/catalogue.ts';
import { bandsOf } from '../../format/comfort.ts';
import { hoursOf } from '../../format/hours.ts';
import { clock, clockOf, listWords, offsetLabel } from '../../format/time.ts';
import { addDays, instantOf } from '../../format/zoned.ts';
import { city } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

/** Something that two parties do at one time. */
export interface Item {
  clusterId: string;
  facilitatorId: string;
  start: string;
  end: string;
}

interface Row {
  id: string;
  name: string;
  zone: string;
  hours: Parameters<typeof hoursOf>[0];
  boxes: { number: number; start: number; end: number }[];
}

/** Everyone who has a session that day, each on their own clock's comfort, all on the viewer's day; below it the same in words. */
export function DayPicture({ items, catalogue, date }: { items: readonly Item[]; catalogue: Catalogue; date: string }) {
  const { timeZone } = useViewer();
  const start = instantOf(date, 0, timeZone);
  const minutes = (instantOf(addDays(date, 1), 0, timeZone) - start) / 60_000;
  const rows = rowsOf(items, catalogue);
  const at = (instant: number) => ((instant - start) / 60_000 / minutes) * 100;
  return (
    <>
      <ul class="sr">{rows.map(({ id: party, name, zone, boxes }) => <li key={party}>{name}, {city(zone)}: {listWords(boxes.map((box) => clock(box.start, zone)))}</li>)}</ul>
      <div class="strip day-picture" aria-hidden="true">
        <div class="strip-rows">
          {rows.map(({ id: party, name, zone, hours, boxes }) => (
            <div class="strip-row" key={party}>
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
    </>
  );
}

/** Clusters and facilitators of the day, in the programme's order. */
function rowsOf(items: readonly Item[], { clusters, facilitators }: Catalogue): Row[] {
  return [...clusters.values(), ...facilitators.values()].flatMap((party): Row[] => {
    const boxes = items.flatMap(({ clusterId, facilitatorId, start, end }, index) => (clusterId === party.id || facilitatorId === party.id ? [{ number: index + 1, start: Date.parse(start), end: Date.parse(end) }] : []));
    return boxes.length > 0 ? [{ id: party.id, name: party.name, zone: party.timeZone, hours: party.workingHours, boxes }] : [];
  });
}
