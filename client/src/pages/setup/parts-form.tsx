import { useState } from 'preact/hooks';
import type { Phase, Topic } from '../../../../shared/api/programmes.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { addPhase, addTopic, changePhase, changeTopic } from '../../api/parts.ts';
import { DateField } from '../../components/date-field.tsx';
import { addDays, weekdayOf } from '../../format/zoned.ts';
import { officeWords, rulesWords, setupWords } from '../../locales/index.ts';
import { faultsOf } from '../office/check.ts';
import { TextField } from '../office/fields.tsx';
import { RemoveDialog } from '../office/remove-dialog.tsx';
import { SaveForm, saidSaved } from '../office/save-form.tsx';
import type { OpenedPart } from './parts-card.tsx';

interface PartFormProps {
  catalogue: Catalogue;
  onClose: () => void;
}

/** One week or one topic of a programme that runs. */
export function PartForm({ opened, ...props }: PartFormProps & { opened: OpenedPart }) {
  if (opened.form === 'phase') return <PhaseForm phase={opened.phase} {...props} />;
  if (opened.form === 'topic') return <TopicForm topic={opened.topic} {...props} />;
  return <RemoveDialog removal={opened.removal} onClose={props.onClose} />;
}

function PhaseForm({ phase, catalogue, onClose }: PartFormProps & { phase: Phase | null }) {
  const copy = setupWords();
  const [facts, setFacts] = useState(() => (phase ? { name: phase.name, mode: phase.mode, startsOn: phase.startsOn, endsOn: phase.endsOn } : nextWeek(catalogue)));
  const set = (change: Partial<typeof facts>) => setFacts({ ...facts, ...change });
  const check = () => {
    const faults = faultsOf([['name', facts.name, 'filled'], ['startsOn', facts.startsOn, 'filled'], ['endsOn', facts.endsOn, 'filled']]);
    if (facts.endsOn !== '' && facts.endsOn < facts.startsOn) faults.set('endsOn', copy.dateOrder);
    return faults;
  };
  const body = { ...facts, name: facts.name.trim() };
  return (
    <SaveForm heading={phase ? officeWords().people.changeWho(phase.name) : copy.addWeek} onClose={onClose} check={check} idOf={(path) => path} onDone={saidSaved} save={() => (phase ? changePhase(phase, body) : addPhase(catalogue.programme.id, body))}>
      {(faults) => (
        <>
          <TextField id="name" label={copy.name} value={facts.name} faults={faults} onChange={(name) => set({ name })} />
          <label class="field"><span>{copy.mode}</span>
            <select id="mode" value={facts.mode} onChange={(event) => set({ mode: event.currentTarget.value as Phase['mode'] })}>{(['virtual', 'classroom'] as const).map((mode) => <option key={mode} value={mode}>{copy.modes[mode]}</option>)}</select>
          </label>
          <div class="line">
            <DateField id="startsOn" label={copy.firstDay} value={facts.startsOn} faults={faults} onChange={(startsOn) => set({ startsOn })} />
            <DateField id="endsOn" label={copy.lastDay} value={facts.endsOn} faults={faults} onChange={(endsOn) => set({ endsOn })} />
          </div>
          <p class="small quiet">{rulesWords().weekHint}</p>
        </>
      )}
    </SaveForm>
  );
}

/** Monday to Friday of the week after the last one. */
function nextWeek({ phases, programme }: Catalogue): Pick<Phase, 'name' | 'mode' | 'startsOn' | 'endsOn'> {
  const last = phases.at(-1)?.endsOn;
  const startsOn = last ? addDays(last, 8 - weekdayOf(last)) : programme.startsOn;
  return { name: setupWords().weekName(phases.length + 1), mode: 'virtual', startsOn, endsOn: addDays(startsOn, 4) };
}

function TopicForm({ topic, catalogue, onClose }: PartFormProps & { topic: Topic | null }) {
  const copy = setupWords();
  const virtual = catalogue.phases.filter(({ mode }) => mode === 'virtual');
  const [name, setName] = useState(topic?.name ?? '');
  const [phaseId, setPhase] = useState(topic ? topic.phaseId : virtual[0]?.id ?? null);
  const [facilitatorIds, setGivers] = useState<readonly string[]>(topic?.facilitatorIds ?? []);
  const save = () => {
    const body = { name: name.trim(), facilitatorIds: [...facilitatorIds] };
    return topic ? changeTopic(topic, body) : addTopic(catalogue.programme.id, { ...body, phaseId });
  };
  return (
    <SaveForm heading={topic ? officeWords().people.changeWho(topic.name) : copy.addTopic} onClose={onClose} check={() => faultsOf([['name', name, 'filled']])} idOf={(path) => path.split('.')[0] ?? path} onDone={saidSaved} save={save}>
      {(faults) => (
        <>
          <TextField id="name" label={copy.name} value={name} faults={faults} onChange={setName} />
          {!topic && (
            <label class="field"><span>{copy.inWeek}</span>
              <select id="phaseId" value={phaseId ?? ''} onChange={(event) => setPhase(event.currentTarget.value || null)}>
                <option value="">{copy.noWeek}</option>
                {virtual.map((phase) => <option key={phase.id} value={phase.id}>{phase.name}</option>)}
              </select>
            </label>
          )}
          <fieldset class="group" id="facilitatorIds">
            <legend>{rulesWords().givers}</legend>
            <div class="checks">
              {[...catalogue.facilitators.values()].map((facilitator) => (
                <label class="check" key={facilitator.id}>
                  <input type="checkbox" checked={facilitatorIds.includes(facilitator.id)} onChange={(event) => setGivers(event.currentTarget.checked ? [...facilitatorIds, facilitator.id] : facilitatorIds.filter((id) => id !== facilitator.id))} /><span>{facilitator.name}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <p class="small quiet">{rulesWords().topicHint}</p>
        </>
      )}
    </SaveForm>
  );
}
