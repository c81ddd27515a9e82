import type { Foresight } from '../../../../shared/api/foresight.ts';
import { serverNow } from '../../format/clock.ts';
import { clock, dateAt, dayWords, listWords, offsetLabel } from '../../format/time.ts';
import { city, outlookWords, words } from '../../locales/index.ts';
import { CommonHours } from './common-hours.tsx';
import { Fit } from './fit.tsx';

/** Whom and what a foresight is about, by the identifiers in it. */
export interface Cast {
  phases: readonly { id: string; name: string }[];
  topics: ReadonlyMap<string, { name: string }>;
  clusters: ReadonlyMap<string, { name: string; timeZone: string }>;
  facilitators: ReadonlyMap<string, { name: string; timeZone: string }>;
}

interface ForesightProps {
  foresight: Foresight;
  cast: Cast;
  onWork: (key: string, worked: boolean) => void;
}

export function ForesightView({ foresight, cast, onWork }: ForesightProps) {
  if (foresight.phases.length === 0) return <p class="empty">{outlookWords().nothing}</p>;
  return (
    <div class="outlook">
      <Fit foresight={foresight} cast={cast} />
      <CommonHours pairs={foresight.pairs} cast={cast} />
      <Clocks changes={foresight.clockChanges} cast={cast} />
      <Holidays holidays={foresight.holidays} cast={cast} onWork={onWork} />
    </div>
  );
}

function Clocks({ changes, cast }: { changes: Foresight['clockChanges']; cast: Cast }) {
  const copy = outlookWords();
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks">{copy.clocks}</h2>
      {changes.length === 0 ? <p class="quiet">{copy.clocksNone}</p> : <p class="small quiet">{copy.clocksHint}</p>}
      <ul class="facts-list">
        {changes.map(({ timeZone, at, clusterIds, facilitatorIds }) => {
          const instant = Date.parse(at);
          return (
            <li key={timeZone + at}>
              <b>{dayWords(dateAt(instant, timeZone), serverNow())}, {words().timeIn(clock(instant - 60_000, timeZone), city(timeZone))}</b>
              <span class="second">{copy.clockLine(city(timeZone), offsetLabel(instant - 60_000, timeZone), offsetLabel(instant, timeZone))} <Touched clusterIds={clusterIds} facilitatorIds={facilitatorIds} cast={cast} /></span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Holidays({ holidays, cast, onWork }: { holidays: Foresight['holidays']; cast: Cast; onWork: ForesightProps['onWork'] }) {
  const copy = outlookWords();
  return (
    <section aria-labelledby="holidays">
      <h2 id="holidays">{copy.holidays}</h2>
      <p class="small quiet">{holidays.length === 0 ? copy.holidaysNone : copy.holidaysHint}</p>
      <ul class="facts-list">
        {holidays.map(({ key, country, date, name, worked, clusterIds, facilitatorIds }) => (
          <li key={key} class="split">
            <span><b>{dayWords(date, serverNow())}</b>: {name} <span class="second quiet">{country} · <Touched clusterIds={clusterIds} facilitatorIds={facilitatorIds} cast={cast} /></span></span>
            <label class="check"><input type="checkbox" checked={worked} aria-label={copy.workedWho(name, country)} onChange={(event) => onWork(key, event.currentTarget.checked)} /><span aria-hidden="true">{copy.worked}</span></label>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Touched({ clusterIds, facilitatorIds, cast }: { clusterIds: readonly string[]; facilitatorIds: readonly string[]; cast: Cast }) {
  const names = [...clusterIds.map((id) => cast.clusters.get(id)?.name), ...facilitatorIds.map((id) => cast.facilitators.get(id)?.name)].filter((name): name is string => name !== undefined);
  return <>{names.length > 0 && outlookWords().touches(listWords(names))}</>;
}
