import { officeWords, setupWords } from '../../locales/index.ts';
import { HoursField, LanguageField, TextField, ZoneField } from '../office/fields.tsx';
import type { StepProps } from './basics.tsx';
import { Item, listOf } from './item.tsx';
import { freshKey, type SetupFacilitator, weekdays } from './model.ts';
import { SheetPanel } from './sheet-later.ts';

export function Facilitators(props: StepProps) {
  const copy = setupWords();
  const people = officeWords().people;
  const { faults, setup } = props;
  const { items, set, add, remove } = listOf('facilitators', props);
  const blank = (): SetupFacilitator => ({ key: freshKey('facilitator', items), name: '', email: '', timeZone: '', language: 'en', workingHours: null, availability: weekdays('09:00', '17:00'), topics: [] });
  return (
    <div class="stack">
      <p class="quiet">{copy.facilitatorsHint}</p>
      <SheetPanel setup={setup} onChange={props.onChange} kind="facilitator" />
      {items.length === 0 && <p class="empty">{copy.noFacilitators}</p>}
      {items.map((facilitator, index) => (
        <Item key={facilitator.key} title={copy.item.facilitator(index + 1)} name={facilitator.name} onRemove={() => remove(index, facilitator.name)}>
          <div class="line">
            <TextField id={`facilitators.${index}.name`} label={people.name} value={facilitator.name} faults={faults} onChange={(name) => set(index, { name })} />
            <TextField id={`facilitators.${index}.email`} type="email" label={people.email} value={facilitator.email} faults={faults} onChange={(email) => set(index, { email })} />
            <ZoneField id={`facilitators.${index}.timeZone`} label={people.zone} value={facilitator.timeZone} faults={faults} onChange={(timeZone) => set(index, { timeZone })} />
            <LanguageField id={`facilitators.${index}.language`} label={people.language} value={facilitator.language} onChange={(language) => set(index, { language })} />
          </div>
          <Offered id={`facilitators.${index}.hours`} facilitator={facilitator} faults={faults} onChange={(availability) => set(index, { availability })} />
          {setup.topics.length > 0 && (
            <fieldset class="checks" id={`facilitators.${index}.topics`}>
              <legend class="sr">{people.topics}</legend>
              {setup.topics.map(({ key, name }) => <label class="check" key={key}><input type="checkbox" checked={facilitator.topics.includes(key)} onChange={(event) => set(index, { topics: event.currentTarget.checked ? [...facilitator.topics, key] : facilitator.topics.filter((each) => each !== key) })} /><span>{name}</span></label>)}
            </fieldset>
          )}
        </Item>
      ))}
      <p><button type="button" class="button" onClick={() => add(blank())}>{people.addFacilitator}</button></p>
    </div>
  );
}

/** The same hours on all working days, or none; what is finer than that came with an uploaded programme and is left to its owner. */
function Offered({ id, facilitator: { availability }, faults, onChange }: { id: string; facilitator: SetupFacilitator; faults: StepProps['faults']; onChange: (availability: SetupFacilitator['availability']) => void }) {
  const copy = setupWords();
  const { rules, overrides } = availability;
  const [rule] = rules;
  const isPlain = rules.length <= 1 && overrides.length === 0 && (!rule || (rule.days.join() === '1,2,3,4,5' && !rule.validFrom && !rule.validUntil));
  if (!isPlain) return <p class="small quiet">{copy.offersMore(rules.length + overrides.length)}</p>;
  return <HoursField id={id} label={copy.offers} value={rule ? { from: rule.from, to: rule.to } : null} faults={faults} onChange={(hours) => onChange(hours ? weekdays(hours.from, hours.to) : { rules: [], overrides: [] })} />;
}
