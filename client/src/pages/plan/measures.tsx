import type { Plan, PlanMeasures, PlanPlacement } from '../../../../shared/api/plans.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { city, planWords } from '../../locales/index.ts';

/** How good it is: counted, with what has been proven, and who bears what. */
export function Measures({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const copy = planWords();
  const { measures, placements, unplaced } = plan;
  const comfort = { day: 0, edge: 0, night: 0 };
  for (const place of placements) comfort[worst(place)] += 1;
  const moved = placements.filter((place) => place.moved).length;
  const all = placements.length + unplaced.length;
  return (
    <section class="card stack" aria-labelledby="measures">
      <h2 id="measures">{copy.placed(placements.length, all)}</h2>
      <span class="load-bar plan-bar-comfort" aria-hidden="true">
        {(['day', 'edge', 'night'] as const).filter((each) => comfort[each] > 0).map((each) => <span key={each} class={`load-part band-${each}`} style={{ width: `${(comfort[each] * 100) / all}%` }} />)}
      </span>
      <p>{copy.comfort(comfort.day, comfort.edge, comfort.night)}{moved > 0 && ` · ${copy.moved(moved)}`}{measures !== null && measures.unwished > 0 && ` · ${copy.unwishedCount(measures.unwished)}`}</p>
      {plan.changedByHand ? <p class="quiet">{copy.byHand}</p> : plan.proven ? <p><b class="proven">{copy.proven}</b></p> : plan.gap !== null && plan.state !== 'stopped' && <p class="quiet">{copy.gap(plan.gap)}</p>}
      {measures && <Shares measures={measures} catalogue={catalogue} />}
      {measures && (
        <details>
          <summary>{copy.why}</summary>
          <ol class="objectives">{measures.objectives.map(({ name, value, bound, proven }) => <li key={name}>{copy.objectiveLine(copy.objective[name], value, bound, proven)}</li>)}</ol>
        </details>
      )}
    </section>
  );
}

/** Unsocial minutes of each who has any, the most burdened first. */
function Shares({ measures, catalogue }: { measures: PlanMeasures; catalogue: Catalogue }) {
  const copy = planWords();
  const bearers = measures.ledger.filter(({ before, planned }) => before + planned > 0).toSorted((a, b) => b.before + b.planned - a.before - a.planned);
  const most = Math.max(1, ...bearers.map(({ before, planned }) => before + planned));
  return (
    <div>
      <h3>{copy.share}</h3>
      {bearers.length === 0 ? <p class="quiet">{copy.shareNone}</p> : (
        <ul class="shares">
          {bearers.map(({ side, id, before, planned }) => {
            const party = side === 'cluster' ? catalogue.clusters.get(id) : catalogue.facilitators.get(id);
            return (
              <li key={id}>
                <span>{party?.name} <small class="quiet">{party && city(party.timeZone)}</small></span>
                <span class="load-bar" aria-hidden="true"><span class="load-part band-night" style={{ width: `${(before * 100) / most}%` }} /><span class="load-part band-edge" style={{ width: `${(planned * 100) / most}%` }} /></span>
                <span>{copy.shareLine(planned, before)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** As comfortable as it is for the side that has it worse. */
function worst({ comfort: { cluster, facilitator } }: PlanPlacement): 'day' | 'edge' | 'night' {
  if (cluster === 'night' || facilitator === 'night') return 'night';
  return cluster === 'edge' || facilitator === 'edge' ? 'edge' : 'day';
}
