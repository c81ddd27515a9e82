import { useState } from 'preact/hooks';
import type { Programme } from '../../../../shared/api/programmes.ts';
import { changeProgramme } from '../../api/rules.ts';
import { rulesWords, setupWords } from '../../locales/index.ts';
import { faultsOf } from '../office/check.ts';
import { TextField, ZoneField, ZoneList } from '../office/fields.tsx';
import { SaveForm, saidSaved } from '../office/save-form.tsx';
import { DateField } from '../../components/date-field.tsx';

interface RulesFormProps {
  programme: Programme;
  part: 'facts' | 'booking';
  onClose: () => void;
}

export function RulesForm(props: RulesFormProps) {
  return props.part === 'facts' ? <><ZoneList /><FactsForm {...props} /></> : <BookingForm {...props} />;
}

function FactsForm({ programme, onClose }: RulesFormProps) {
  const copy = setupWords();
  const [facts, setFacts] = useState({ name: programme.name, timeZone: programme.timeZone, startsOn: programme.startsOn, endsOn: programme.endsOn, meetingAddress: programme.meetingAddress ?? '' });
  const set = (change: Partial<typeof facts>) => setFacts({ ...facts, ...change });
  const check = () => {
    const faults = faultsOf([['name', facts.name, 'filled'], ['timeZone', facts.timeZone, 'zone'], ['startsOn', facts.startsOn, 'filled'], ['endsOn', facts.endsOn, 'filled']]);
    if (facts.endsOn < facts.startsOn) faults.set('endsOn', copy.dateOrder);
    return faults;
  };
  return (
    <SaveForm heading={rulesWords().facts} onClose={onClose} check={check} idOf={(path) => path} onDone={saidSaved} save={() => changeProgramme(programme, { ...facts, name: facts.name.trim(), meetingAddress: facts.meetingAddress.trim() || null })}>
      {(faults) => (
        <>
          <TextField id="name" label={copy.name} value={facts.name} faults={faults} onChange={(name) => set({ name })} />
          <ZoneField id="timeZone" label={copy.zone} value={facts.timeZone} faults={faults} onChange={(timeZone) => set({ timeZone })} />
          <div class="line">
            <DateField id="startsOn" label={copy.firstDay} value={facts.startsOn} faults={faults} onChange={(startsOn) => set({ startsOn })} />
            <DateField id="endsOn" label={copy.lastDay} value={facts.endsOn} faults={faults} onChange={(endsOn) => set({ endsOn })} />
          </div>
          <TextField id="meetingAddress" label={rulesWords().meeting} hint={rulesWords().meetingHint} value={facts.meetingAddress} faults={faults} onChange={(meetingAddress) => set({ meetingAddress })} />
        </>
      )}
    </SaveForm>
  );
}

type NumberRule = 'sessionMinutes' | 'slotStepMinutes' | 'minimumNoticeMinutes' | 'holdMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes' | 'maximumPerFacilitatorPerDay' | 'maximumPerClusterPerDay';

function BookingForm({ programme, onClose }: RulesFormProps) {
  const copy = rulesWords();
  const rules: readonly [NumberRule, string][] = [
    ['sessionMinutes', copy.session], ['slotStepMinutes', copy.step], ['minimumNoticeMinutes', copy.notice], ['holdMinutes', copy.hold],
    ['bufferBeforeMinutes', copy.bufferBefore], ['bufferAfterMinutes', copy.bufferAfter], ['maximumPerFacilitatorPerDay', copy.perFacilitator], ['maximumPerClusterPerDay', copy.perCluster],
  ];
  const [texts, setTexts] = useState(() => Object.fromEntries(rules.map(([rule]) => [rule, String(programme.policy[rule] ?? '')])) as Record<NumberRule, string>);
  const isLimit = (rule: NumberRule) => rule.startsWith('maximum');
  const check = () => new Map(rules.filter(([rule]) => !/^\d+$/.test(texts[rule].trim()) && !(isLimit(rule) && texts[rule].trim() === '')).map(([rule]) => [rule, copy.number]));
  const save = () => changeProgramme(programme, { policy: Object.fromEntries(rules.map(([rule]) => [rule, texts[rule].trim() === '' ? null : Number(texts[rule])])) });
  return (
    <SaveForm heading={copy.booking} onClose={onClose} check={check} save={save} idOf={(path) => path.replace('policy.', '')} onDone={saidSaved}>
      {(faults) => rules.map(([rule, label]) => <TextField key={rule} id={rule} label={label} hint={isLimit(rule) ? copy.noLimit : copy.minutes} value={texts[rule]} faults={faults} onChange={(text) => setTexts({ ...texts, [rule]: text })} />)}
    </SaveForm>
  );
}
