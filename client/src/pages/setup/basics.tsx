import { useState } from 'preact/hooks';
import { setupWords, words } from '../../locales/index.ts';
import { toast } from '../../state/toasts.ts';
import { type Faults, TextField, ZoneField } from '../office/fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { movedBy, type Setup } from './model.ts';
import type { Change } from './use-draft.ts';

/** What every step is given. */
export interface StepProps {
  setup: Setup;
  faults: Faults;
  onChange: Change;
}

export function Basics({ setup, faults, onChange }: StepProps) {
  const copy = setupWords();
  const { programme } = setup;
  const set = (change: Partial<Setup['programme']>) => onChange({ ...setup, programme: { ...programme, ...change } });
  return (
    <div class="stack setup-narrow">
      <TextField id="programme.name" label={copy.name} value={programme.name} faults={faults} onChange={(name) => set({ name })} />
      <ZoneField id="programme.timeZone" label={copy.zone} value={programme.timeZone} faults={faults} onChange={(timeZone) => set({ timeZone })} />
      <div class="line">
        <DateField id="programme.startsOn" label={copy.firstDay} value={programme.startsOn} faults={faults} onChange={(startsOn) => set({ startsOn })} />
        <DateField id="programme.endsOn" label={copy.lastDay} value={programme.endsOn} faults={faults} onChange={(endsOn) => set({ endsOn })} />
      </div>
      {setup.phases.length > 0 && <MoveAll setup={setup} onChange={onChange} />}
    </div>
  );
}

/** Last year's programme, or one that is put off: every date in it at once. */
function MoveAll({ setup, onChange }: Pick<StepProps, 'setup' | 'onChange'>) {
  const copy = setupWords();
  const [date, setDate] = useState('');
  const days = Math.round((Date.parse(date) - Date.parse(setup.programme.startsOn)) / 86_400_000);
  return (
    <form class="group line" onSubmit={(event) => {
      event.preventDefault();
      if (!Number.isFinite(days) || days === 0) return;
      onChange(movedBy(setup, days));
      toast(copy.moved(days), { label: words().app.undo, run: () => onChange((now) => movedBy(now, -days)) });
    }}>
      <DateField id="move-all" label={copy.moveAll} value={date} onChange={setDate} />
      <button class="button">{copy.moveAct}</button>
    </form>
  );
}
