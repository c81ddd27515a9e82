import { useState } from 'preact/hooks';
import type { Plan, PlanUnplaced } from '../../../../shared/api/plans.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { changePlan, getPlaces } from '../../api/plans.ts';
import { useReading } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Loaded } from '../../components/page.tsx';
import { TimeThere, When } from '../../components/when.tsx';
import { planWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { act } from './act.ts';
import { Comforts } from './comforts.tsx';

/** Where one session may be moved to in this plan: only places that are free and allowed, the others keeping theirs. */
export function PlacesDialog({ plan, place, catalogue, onClose }: { plan: Plan; place: Pick<PlanUnplaced, 'sessionId' | 'clusterId' | 'topicId'>; catalogue: Catalogue; onClose: () => void }) {
  const copy = planWords();
  const { timeZone } = useViewer();
  const [chosen, setChosen] = useState<string | null>(null);
  const reading = useReading(`plan/places/${plan.id}/${place.sessionId}/${plan.version}`, () => getPlaces(plan.id, place.sessionId));
  const zone = catalogue.clusters.get(place.clusterId)?.timeZone ?? timeZone;
  return (
    <Dialog heading={copy.choose} onClose={onClose} wide>
      <p class="lead">{catalogue.clusters.get(place.clusterId)?.name}: {catalogue.topics.get(place.topicId)?.name}</p>
      <Loaded of={reading} heights={[48, 48, 48]}>
        {({ places }) => (places.length === 0 ? <p class="empty">{copy.noPlaces}</p> : (
          <form class="stack" onSubmit={(event) => {
            event.preventDefault();
            const taken = places.find((each) => keyOf(each) === chosen);
            if (!taken) return;
            onClose();
            void act(changePlan(plan, { placements: [{ sessionId: place.sessionId, facilitatorId: taken.facilitatorId, start: taken.start }] }));
          }}>
            <fieldset class="places">
              <legend class="sr">{copy.choose}</legend>
              {places.map((each) => (
                <label key={keyOf(each)} class="place">
                  <input type="radio" name="place" checked={chosen === keyOf(each)} onChange={() => setChosen(keyOf(each))} />
                  <span><When start={Date.parse(each.start)} end={Date.parse(each.end)} zone={zone} />
                    <span class="second small quiet">{catalogue.facilitators.get(each.facilitatorId)?.name}{words().joinList}<TimeThere instant={Date.parse(each.start)} zone={each.facilitatorTimeZone} here={zone} /></span>
                    {each.unwished && <span class="second small">{copy.unwished}</span>}
                    <Comforts comfort={each.comfort} cluster={catalogue.clusters.get(place.clusterId)?.name ?? ''} facilitator={catalogue.facilitators.get(each.facilitatorId)?.name ?? ''} /></span>
                </label>
              ))}
            </fieldset>
            <p class="actions"><button class="button button-main" disabled={chosen === null}>{copy.take}</button><button type="button" class="button" onClick={onClose}>{words().app.close}</button></p>
          </form>
        ))}
      </Loaded>
    </Dialog>
  );
}

function keyOf({ facilitatorId, start }: { facilitatorId: string; start: string }): string {
  return `${start} ${facilitatorId}`;
}
