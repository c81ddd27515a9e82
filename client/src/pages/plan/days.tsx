import { useState } from 'preact/hooks';
import type { Plan, PlanPlacement } from '../../../../shared/api/plans.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { changePlan } from '../../api/plans.ts';
import { serverNow } from '../../format/clock.ts';
import { clock, clockRange, dateAt, dayShort, dayWords } from '../../format/time.ts';
import { Gone } from '../../components/reason.tsx';
import { TimeThere } from '../../components/when.tsx';
import { city, planWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { act } from './act.ts';
import { Comforts } from './comforts.tsx';
import { DayPicture, PlacesDialog } from './far.ts';

/** Every place by day, on the viewer's clock; each day also as a picture of everybody's. */
export function Days({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const { timeZone } = useViewer();
  const [choosing, setChoosing] = useState<PlanPlacement | null>(null);
  const inOrder = plan.placements.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const days = [...new Set(inOrder.map(({ start }) => dateAt(Date.parse(start), timeZone)))];
  return (
    <>
      {days.map((date) => {
        const ours = inOrder.filter(({ start }) => dateAt(Date.parse(start), timeZone) === date);
        return (
          <section class="parties" key={date} aria-labelledby={`plan-${date}`}>
            <h2 id={`plan-${date}`}>{dayWords(date, serverNow())} <span class="day-count">{words().sessionsCount(ours.length)}</span></h2>
            <ol class="day-list">{ours.map((place, index) => <Place key={place.sessionId} number={index + 1} place={place} plan={plan} catalogue={catalogue} onChoose={() => setChoosing(place)} />)}</ol>
            <details class="plan-picture"><summary>{planWords().picture}</summary><DayPicture items={ours} catalogue={catalogue} date={date} /></details>
          </section>
        );
      })}
      {choosing && <PlacesDialog plan={plan} place={choosing} catalogue={catalogue} onClose={() => setChoosing(null)} />}
    </>
  );
}

function Place({ number, place, plan, catalogue, onChoose }: { number: number; place: PlanPlacement; plan: Plan; catalogue: Catalogue; onChoose: () => void }) {
  const copy = planWords();
  const { timeZone } = useViewer();
  const [cluster, facilitator] = [catalogue.clusters.get(place.clusterId), catalogue.facilitators.get(place.facilitatorId)];
  const topic = catalogue.topics.get(place.topicId)?.name ?? '';
  const who = `${cluster?.name ?? ''}: ${topic}`;
  const start = Date.parse(place.start);
  const others = [...new Set([cluster?.timeZone, place.facilitatorTimeZone])].filter((zone): zone is string => zone !== undefined && zone !== timeZone);
  const change = (placement: Parameters<typeof changePlan>[1]['placements'][number]) => void act(changePlan(plan, { placements: [placement] }));
  return (
    <li class={`day-item plan-place${place.gone === null ? '' : ' plan-gone'}`}>
      <span class="day-number">{number}</span>
      <span><span class="time">{clockRange(start, Date.parse(place.end), timeZone)}</span><span class="sr"> {words().inCity(city(timeZone))}</span></span>
      <span>
        <b>{cluster?.name}</b> · {topic}
        <span class="second small quiet">{facilitator?.name}{others.map((zone) => <span key={zone}>{words().joinList}<TimeThere instant={start} zone={zone} here={timeZone} /></span>)}</span>
        <Comforts comfort={place.comfort} cluster={cluster?.name ?? ''} facilitator={facilitator?.name ?? ''} />
        {place.unwished && <span class="second small">{copy.unwished}</span>}
        {place.moved && place.present && <span class="second small"><b>{copy.was(presentWords(place.present.start, timeZone))}</b></span>}
        {place.gone !== null && <span class="second field-error">{copy.gone}{place.goneCause && <>: <Gone cause={place.goneCause} /></>}</span>}
      </span>
      <span class="plan-acts">
        <label class="check"><input type="checkbox" checked={place.pinned} aria-label={copy.lockWho(who)} onChange={(event) => change({ sessionId: place.sessionId, pinned: event.currentTarget.checked })} /><span aria-hidden="true">{copy.lock}</span></label>
        <button type="button" class="button button-small" aria-label={copy.otherWho(who)} onClick={onChoose}>{copy.other}</button>
        {place.present === null && <button type="button" class="button button-small button-quiet" aria-label={copy.outWho(who)} onClick={() => change({ sessionId: place.sessionId, unplaced: true })}>{copy.out}</button>}
      </span>
    </li>
  );
}

function presentWords(start: string, zone: string): string {
  return `${dayShort(dateAt(Date.parse(start), zone))}, ${words().timeIn(clock(Date.parse(start), zone), city(zone))}`;
}
