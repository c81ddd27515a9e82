import { setupWords } from '../../locales/index.ts';
import { TextField } from '../office/fields.tsx';
import type { StepProps } from './basics.tsx';
import { Item, listOf } from './item.tsx';
import { freshKey } from './model.ts';

export function Topics(props: StepProps) {
  const copy = setupWords();
  const { setup, faults } = props;
  const { items, set, add, remove } = listOf('topics', props);
  const virtual = setup.phases.filter(({ mode }) => mode === 'virtual');
  return (
    <div class="stack">
      <p class="quiet">{copy.topicsHint}</p>
      {items.length === 0 && <p class="empty">{copy.noTopics}</p>}
      {items.map((topic, index) => (
        <Item key={topic.key} title={copy.item.topic(index + 1)} name={topic.name} onRemove={() => remove(index, topic.name)}>
          <div class="line">
            <TextField id={`topics.${index}.name`} label={copy.name} value={topic.name} faults={faults} onChange={(name) => set(index, { name })} />
            <label class="field"><span>{copy.inWeek}</span>
              <select id={`topics.${index}.phase`} value={topic.phase ?? ''} onChange={(event) => set(index, { phase: event.currentTarget.value || null })}>
                <option value="">{copy.noWeek}</option>
                {virtual.map((phase) => <option key={phase.key} value={phase.key}>{phase.name}</option>)}
              </select>
            </label>
          </div>
        </Item>
      ))}
      <p><button type="button" class="button" onClick={() => add({ key: freshKey('topic', items), name: '', phase: items.at(-1)?.phase ?? virtual[0]?.key ?? null })}>{copy.addTopic}</button></p>
    </div>
  );
}
