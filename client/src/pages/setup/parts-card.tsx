import { useState } from 'preact/hooks';
import type { Phase, Topic } from '../../../../shared/api/programmes.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { deferred } from '../../components/deferred.tsx';
import { dateRange } from '../../format/time.ts';
import { officeWords, rulesWords, setupWords } from '../../locales/index.ts';
import type { Removal } from '../office/remove-dialog.tsx';

/** What is being changed: null is a new one. */
export type OpenedPart =
  | { form: 'phase'; phase: Phase | null }
  | { form: 'topic'; topic: Topic | null }
  | { form: 'remove'; removal: Removal };

const PartForm = deferred(async () => (await import('./parts-form.tsx')).PartForm);

/** Weeks in their order, each with its topics: to add to, to change, to take away. */
export function PartsCard({ catalogue }: { catalogue: Catalogue }) {
  const copy = setupWords();
  const [opened, setOpened] = useState<OpenedPart | null>(null);
  const topics = [...catalogue.topics.values()];
  const aside = topics.filter(({ phaseId }) => phaseId === null);
  return (
    <section class="card rules-card" aria-labelledby="rules-parts">
      <div class="split">
        <h2 id="rules-parts">{rulesWords().parts}</h2>
        <span class="begin">
          <button type="button" class="button" onClick={() => setOpened({ form: 'phase', phase: null })}>{copy.addWeek}</button>
          <button type="button" class="button" onClick={() => setOpened({ form: 'topic', topic: null })}>{copy.addTopic}</button>
        </span>
      </div>
      <ol class="parts">
        {catalogue.phases.map((phase) => (
          <li key={phase.id}>
            <div class="split part"><h3>{phase.name} <small class="quiet">{dateRange(phase.startsOn, phase.endsOn)}, {copy.modes[phase.mode]}</small></h3>
              <Acts name={phase.name} onChange={() => setOpened({ form: 'phase', phase })} onRemove={() => setOpened({ form: 'remove', removal: { kind: 'phases', id: phase.id, name: phase.name } })} /></div>
            <TopicList topics={topics.filter(({ phaseId }) => phaseId === phase.id)} catalogue={catalogue} onOpen={setOpened} />
          </li>
        ))}
        {aside.length > 0 && <li><h3>{copy.noWeek}</h3><TopicList topics={aside} catalogue={catalogue} onOpen={setOpened} /></li>}
      </ol>
      {opened && <PartForm opened={opened} catalogue={catalogue} onClose={() => setOpened(null)} />}
    </section>
  );
}

function TopicList({ topics, catalogue, onOpen }: { topics: readonly Topic[]; catalogue: Catalogue; onOpen: (opened: OpenedPart) => void }) {
  return (
    <ul>
      {topics.map((topic) => {
        const givers = topic.facilitatorIds.flatMap((id) => catalogue.facilitators.get(id)?.name ?? []);
        return (
          <li key={topic.id} class="split part">
            <span>{topic.name} <small class={givers.length > 0 ? 'second quiet' : 'second field-error'}>{givers.length > 0 ? rulesWords().givenBy(givers.join(', ')) : rulesWords().givenByNobody}</small></span>
            <Acts name={topic.name} onChange={() => onOpen({ form: 'topic', topic })} onRemove={() => onOpen({ form: 'remove', removal: { kind: 'topics', id: topic.id, name: topic.name } })} />
          </li>
        );
      })}
    </ul>
  );
}

function Acts({ name, onChange, onRemove }: { name: string; onChange: () => void; onRemove: () => void }) {
  const copy = officeWords().people;
  return (
    <span class="party-acts">
      <button type="button" class="button button-quiet button-small" aria-label={copy.changeWho(name)} onClick={onChange}>{copy.change}</button>
      <button type="button" class="button button-quiet button-small" aria-label={setupWords().removeWho(name)} onClick={onRemove}>{copy.remove}</button>
    </span>
  );
}
