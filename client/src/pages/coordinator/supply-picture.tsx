import type { Supply } from '../../../../shared/api/coordination.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { hoursWord } from '../../format/time.ts';
import { coordinatorWords } from '../../locales/index.ts';

/** Will it fit? Open hours against hours to book, week by week; the numbers say the same as the bars. */
export function SupplyPicture({ catalogue, supply }: { catalogue: Catalogue; supply: Supply | null }) {
  const copy = coordinatorWords().coverage;
  if (!supply || supply.phases.length === 0) return null;
  const most = Math.max(60, ...supply.phases.flatMap(({ demandMinutes, openMinutes }) => [demandMinutes, openMinutes]));
  const weeks = catalogue.phases.flatMap(({ id, name }) => supply.phases.filter(({ phaseId }) => phaseId === id).map((week) => ({ ...week, name })));
  return (
    <section aria-labelledby="supply">
      <h2 id="supply">{copy.supply}</h2>
      <p class="small quiet">{copy.supplyHint}</p>
      <ul class="supply">
        {weeks.map(({ phaseId, name, openMinutes, demandMinutes, bookedMinutes }) => (
          <li key={phaseId}>
            <span>{name}</span>
            <span class="supply-bars" aria-hidden="true">
              <span class="supply-bar supply-open" style={{ width: `${(openMinutes * 100) / most}%` }} />
              <span class="supply-bar supply-need" style={{ width: `${(demandMinutes * 100) / most}%` }} />
            </span>
            <span>{copy.supplyLine(hoursWord(openMinutes), hoursWord(demandMinutes), hoursWord(bookedMinutes))}{openMinutes < demandMinutes && <b class="due"> {copy.supplyShort}</b>}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
