import type { Foresight } from '../../../../shared/api/foresight.ts';
import { Mark } from '../../components/mark.tsx';
import { Reason } from '../../components/reason.tsx';
import { outlookWords } from '../../locales/index.ts';
import type { Cast } from './foresight-view.tsx';

/** Supply against demand by week and topic, and what has no place at all and why. The bars say what the numbers beside them say. */
export function Fit({ foresight: { phases, supply, unfit }, cast }: { foresight: Foresight; cast: Cast }) {
  const copy = outlookWords();
  const most = Math.max(1, ...phases.flatMap((phase) => [phase.demand, phase.supply]));
  return (
    <section aria-labelledby="fit">
      <h2 id="fit">{copy.fit}</h2>
      <p class="small quiet">{copy.fitHint}</p>
      <ul class="fit">
        {phases.map((phase) => (
          <li key={phase.phaseId}>
            <b>{cast.phases.find(({ id }) => id === phase.phaseId)?.name}</b>
            <span class="fit-bars" aria-hidden="true">
              <span class="fit-bar fit-supply" style={{ width: `${(phase.supply * 100) / most}%` }} />
              <span class="fit-bar fit-demand" style={{ width: `${(phase.demand * 100) / most}%` }} />
            </span>
            <span>{copy.fitLine(phase.demand, phase.supply)}{phase.supply < phase.demand && <b class="due"> {copy.short}</b>}</span>
            <ul class="fit-topics small">
              {supply.filter(({ phaseId }) => phaseId === phase.phaseId).map((topic) => (
                <li key={topic.topicId}>{cast.topics.get(topic.topicId)?.name}: {copy.topicLine(topic.demand, topic.facilitators, topic.supply)}{topic.supply < topic.demand && <b class="due"> {copy.short}</b>}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {unfit.length === 0 ? <p class="fit-all"><Mark state="done" label={copy.fits} /></p> : <Unfit unfit={unfit} cast={cast} />}
    </section>
  );
}

function Unfit({ unfit, cast }: { unfit: Foresight['unfit']; cast: Cast }) {
  return (
    <div class="card unfit">
      <h3>{outlookWords().unfit(unfit.length)}</h3>
      <ul class="facts-list">
        {unfit.map(({ sessionId, clusterId, topicId, reason }) => (
          <li key={sessionId}><b>{cast.clusters.get(clusterId)?.name}: {cast.topics.get(topicId)?.name}</b><span class="second"><Reason reason={reason} /></span></li>
        ))}
      </ul>
    </div>
  );
}
