import { setupWords } from '../../locales/index.ts';
import { addDays, weekdayOf } from '../../format/zoned.ts';
import { TextField } from '../office/fields.tsx';
import type { StepProps } from './basics.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Item, listOf } from './item.tsx';
import { freshKey, type Setup, type SetupPhase } from './model.ts';

export function Weeks(props: StepProps) {
  const copy = setupWords();
  const { setup, faults } = props;
  const { items, set, add, remove } = listOf('phases', props);
  const after = items.at(-1)?.endsOn;
  const next = after ? addDays(after, 8 - weekdayOf(after)) : setup.programme.startsOn;
  const blank = (): SetupPhase => ({ key: freshKey('week', items), name: copy.weekName(items.length + 1), mode: 'virtual', startsOn: next, endsOn: next === '' ? '' : addDays(next, 4) });
  return (
    <div class="stack">
      <p class="quiet">{copy.weeksHint}</p>
      {items.length === 0 && <p class="empty">{copy.noWeeks}</p>}
      {items.map((phase, index) => (
        <Item key={phase.key} title={copy.item.phase(index + 1)} name={phase.name} onRemove={() => remove(index, phase.name)}>
          <div class="line">
            <TextField id={`phases.${index}.name`} label={copy.name} value={phase.name} faults={faults} onChange={(name) => set(index, { name })} />
            <label class="field"><span>{copy.mode}</span><select id={`phases.${index}.mode`} value={phase.mode} onChange={(event) => set(index, { mode: event.currentTarget.value as SetupPhase['mode'] })}>{(['virtual', 'classroom'] as const).map((mode) => <option key={mode} value={mode}>{copy.modes[mode]}</option>)}</select></label>
            <DateField id={`phases.${index}.startsOn`} label={copy.firstDay} value={phase.startsOn} faults={faults} onChange={(startsOn) => set(index, { startsOn })} />
            <DateField id={`phases.${index}.endsOn`} label={copy.lastDay} value={phase.endsOn} faults={faults} onChange={(endsOn) => set(index, { endsOn })} />
          </div>
        </Item>
      ))}
      <p class="actions">
        {items.length === 0 && <button type="button" class="button button-main" onClick={() => add(...weeksOf(setup, copy.weekName))}>{copy.fillWeeks}</button>}
        <button type="button" class="button" onClick={() => add(blank())}>{copy.addWeek}</button>
      </p>
    </div>
  );
}

/** Monday to Friday, from the programme's first day to its last, at most a year of them. */
function weeksOf({ programme: { startsOn, endsOn } }: Setup, nameOf: (number: number) => string): SetupPhase[] {
  const weeks: SetupPhase[] = [];
  if (startsOn === '') return weeks;
  for (let monday = addDays(startsOn, 1 - weekdayOf(startsOn)); monday <= endsOn && weeks.length < 53; monday = addDays(monday, 7)) {
    const [first, last] = [monday < startsOn ? startsOn : monday, addDays(monday, 4) > endsOn ? endsOn : addDays(monday, 4)];
    weeks.push({ key: `week-${weeks.length + 1}`, name: nameOf(weeks.length + 1), mode: 'virtual', startsOn: first, endsOn: last });
  }
  return weeks.filter((week) => week.startsOn <= week.endsOn);
}
