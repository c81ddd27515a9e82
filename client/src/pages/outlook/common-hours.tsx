import { useState } from 'preact/hooks';
import type { Foresight } from '../../../../shared/api/foresight.ts';
import { hoursWord } from '../../format/time.ts';
import { city, outlookWords } from '../../locales/index.ts';
import type { Cast } from './foresight-view.tsx';

/** Which hours each pair shares, one week at a time: a table, since every pair is asked for by itself. */
export function CommonHours({ pairs, cast }: { pairs: Foresight['pairs']; cast: Cast }) {
  const copy = outlookWords();
  const weeks = cast.phases.filter(({ id }) => pairs.some(({ phaseId }) => phaseId === id));
  const [chosen, setChosen] = useState<string | null>(null);
  const week = weeks.find(({ id }) => id === chosen) ?? weeks[0];
  const ours = pairs.filter(({ phaseId }) => phaseId === week?.id);
  const facilitators = [...cast.facilitators].filter(([id]) => ours.some(({ facilitatorId }) => facilitatorId === id));
  const clusters = [...cast.clusters].filter(([id]) => ours.some(({ clusterId }) => clusterId === id));
  return (
    <section aria-labelledby="common">
      <div class="split">
        <h2 id="common">{copy.common}</h2>
        {weeks.length > 1 && <label class="field-inline"><span>{copy.week}</span><select value={week?.id} onChange={(event) => setChosen(event.currentTarget.value)}>{weeks.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></label>}
      </div>
      <p class="small quiet">{copy.commonHint}</p>
      {facilitators.length === 0 ? <p class="empty">{copy.nobody}</p> : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keys
        <section class="common-scroll" aria-label={`${copy.common}: ${week?.name}`} tabIndex={0}>
          <table class="common">
            <thead><tr><th scope="col">{copy.cluster}</th>{facilitators.map(([id, { name, timeZone }]) => <th key={id} scope="col">{name}<small>{city(timeZone)}</small></th>)}</tr></thead>
            <tbody>
              {clusters.map(([clusterId, cluster]) => (
                <tr key={clusterId}>
                  <th scope="row">{cluster.name}<small>{city(cluster.timeZone)}</small></th>
                  {facilitators.map(([facilitatorId]) => <Shared key={facilitatorId} pair={ours.find((pair) => pair.clusterId === clusterId && pair.facilitatorId === facilitatorId)} />)}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Shared({ pair }: { pair: Foresight['pairs'][number] | undefined }) {
  const copy = outlookWords();
  if (!pair) return <td class="quiet">–</td>;
  if (pair.wakingMinutes === 0) return <td class="common-none">{copy.none}</td>;
  return <td class={pair.commonMinutes === 0 ? 'common-edge' : 'common-day'}>{copy.hours(hoursWord(pair.commonMinutes), hoursWord(pair.wakingMinutes))}</td>;
}
