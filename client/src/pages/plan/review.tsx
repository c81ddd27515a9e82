import { useState } from 'preact/hooks';
import type { Plan, PlanUnplaced } from '../../../../shared/api/plans.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { solveAgain } from '../../api/plans.ts';
import { Reason } from '../../components/reason.tsx';
import { clockRange, dateAt, dayShort } from '../../format/time.ts';
import { city, planWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { act } from './act.ts';
import { Changes } from './changes.tsx';
import { Days } from './days.tsx';
import { discardSoon } from './discarding.ts';
import { PlacesDialog, PublishDialog } from './far.ts';
import { Measures } from './measures.tsx';
import { type Staying, useStaying } from './staying.ts';

/** A plan to look at: how good it is, what it leaves out and why, every place by day; changed by hand, solved again, published or discarded. */
export function Review({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const copy = planWords();
  const [isPublishing, setPublishing] = useState(false);
  const staying = useStaying(plan, catalogue);
  const left = [...staying.values()].filter(({ isAway }) => isAway).length;
  const gone = plan.placements.filter((place) => place.gone !== null).length;
  const changes = plan.placements.filter(({ present, moved }) => present === null || moved).length;
  return (
    <>
      {plan.state === 'stopped' && <p class="note">{copy.stopped}</p>}
      {plan.state === 'failed' && <p class="note note-bad" role="alert">{copy.failed}</p>}
      {gone > 0 && <p class="note note-held" role="alert"><span>{copy.goneCount(gone)}</span> <button type="button" class="button" onClick={() => void act(solveAgain(plan.id, { gone: true }))}>{copy.replanGone}</button></p>}
      {left > 0 && <p class="note note-held" role="alert">{copy.stays(left)}</p>}
      <Changes plan={plan} catalogue={catalogue} />
      <Measures plan={plan} catalogue={catalogue} />
      {plan.unplaced.length > 0 && <Unplaced plan={plan} staying={staying} catalogue={catalogue} />}
      <Days plan={plan} catalogue={catalogue} />
      <div class="action-bar plan-bar">
        {changes > 0 && <button type="button" class="button button-main button-large" disabled={gone > 0} onClick={() => setPublishing(true)}>{copy.publish(changes)}</button>}
        <button type="button" class="button" onClick={() => void act(solveAgain(plan.id, {}))}>{copy.again}</button>
        <button type="button" class="button button-bad" onClick={() => discardSoon(plan.id)}>{copy.discard}</button>
      </div>
      {isPublishing && <PublishDialog plan={plan} left={left} catalogue={catalogue} onClose={() => setPublishing(false)} />}
    </>
  );
}

function Unplaced({ plan, staying, catalogue }: { plan: Plan; staying: ReadonlyMap<string, Staying>; catalogue: Catalogue }) {
  const copy = planWords();
  const [choosing, setChoosing] = useState<PlanUnplaced | null>(null);
  return (
    <section class="card attention-card" aria-labelledby="unplaced">
      <h2 id="unplaced">{copy.unplaced} <span class="day-count">{plan.unplaced.length}</span></h2>
      <ul class="unplaced">
        {plan.unplaced.map((each) => {
          const who = `${catalogue.clusters.get(each.clusterId)?.name ?? ''}: ${catalogue.topics.get(each.topicId)?.name ?? ''}`;
          const stays = staying.get(each.sessionId);
          return (
            <li key={each.sessionId} class="split">
              <span>
                <b>{who}</b>
                {stays && <StaysLine stays={stays} catalogue={catalogue} />}
                <span class="second"><Reason reason={each.reason} /></span>
                {each.relaxation && <span class="second quiet">{copy.relaxation} <Reason reason={each.relaxation} /></span>}
              </span>
              <span class="actions">
                <button type="button" class="button button-small" aria-label={copy.placeWho(who)} onClick={() => setChoosing(each)}>{copy.place}</button>
                {stays?.isAway && <a class="button button-small" href={`/book/${each.sessionId}?move=1`} aria-label={copy.findTimeWho(who)}>{copy.findTime}</a>}
                {stays?.isAway && <a class="button button-small" href={`/sessions/${each.sessionId}`} aria-label={copy.tellThemWho(who)}>{copy.tellThem}</a>}
              </span>
            </li>
          );
        })}
      </ul>
      {choosing && <PlacesDialog plan={plan} place={choosing} catalogue={catalogue} onClose={() => setChoosing(null)} />}
    </section>
  );
}

/** Where it is booked now, which publishing does not change. */
function StaysLine({ stays: { start, end, facilitatorId, isAway }, catalogue }: { stays: Staying; catalogue: Catalogue }) {
  const copy = planWords();
  const { timeZone } = useViewer();
  const when = `${dayShort(dateAt(start, timeZone))}, ${words().timeIn(clockRange(start, end, timeZone), city(timeZone))}`;
  const who = catalogue.facilitators.get(facilitatorId)?.name ?? '';
  return <span class="second">{isAway ? <b>{copy.staysLine(who, when)}</b> : copy.keepsLine(who, when)}</span>;
}
