import { useState } from 'preact/hooks';
import type { Plan } from '../../../../shared/api/plans.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { getLetters } from '../../api/plans.ts';
import { useReading } from '../../api/resource.ts';
import { Loaded } from '../../components/page.tsx';
import { planWords } from '../../locales/index.ts';

/** The mails that publishing would send about one session, word for word. */
export function Letters({ plan, catalogue }: { plan: Plan; catalogue: Catalogue }) {
  const copy = planWords();
  const changed = plan.placements.filter(({ present, moved }) => present === null || moved);
  const [sessionId, setSessionId] = useState(changed[0]?.sessionId ?? '');
  const reading = useReading(`plan/letters/${plan.id}/${plan.version}/${sessionId}`, () => getLetters(plan.id, sessionId));
  return (
    <div class="stack">
      <label class="field"><span>{copy.lettersOf}</span>
        <select value={sessionId} onChange={(event) => setSessionId(event.currentTarget.value)}>
          {changed.map((place) => <option key={place.sessionId} value={place.sessionId}>{catalogue.clusters.get(place.clusterId)?.name}: {catalogue.topics.get(place.topicId)?.name}</option>)}
        </select>
      </label>
      <Loaded of={reading} heights={[120]}>
        {({ letters }) => (
          <ul class="letters">
            {letters.map(({ to, name, subject, text }) => <li key={to}><b>{subject}</b> <span class="second quiet">{copy.letterTo(name, to)}</span><p class="letter prose">{text}</p></li>)}
          </ul>
        )}
      </Loaded>
    </div>
  );
}
