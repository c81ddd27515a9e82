import { useState } from 'preact/hooks';
import { minutesOf } from '../../format/hours.ts';
import type { MinuteSpan } from '../../format/spans.ts';
import { wishesWords, words } from '../../locales/index.ts';
import { TimeField } from '../facilitator/time-field.tsx';
import type { MarkDay } from './mark-editor.tsx';
import type { Brush } from './marks.ts';

const BRUSHES: readonly Brush[] = ['preferred', 'possible', 'no', 'none'];

/** What the next stroke says. */
export function BrushChoice({ brush, onBrush }: { brush: Brush; onBrush: (brush: Brush) => void }) {
  const copy = wishesWords();
  return (
    <fieldset class="segments brushes">
      <legend class="sr">{copy.brush}</legend>
      {BRUSHES.map((each) => (
        <label key={each}><input type="radio" name="brush" checked={brush === each} onChange={() => onBrush(each)} /><span><i class={`swatch mark-${each}`} aria-hidden="true">{SIGNS[each]}</i>{copy.marks[each]}</span></label>
      ))}
    </fieldset>
  );
}

/** Beside its colour, each mark has a sign. */
export const SIGNS: Record<Brush, string> = { preferred: '★', possible: '○', no: '✕', none: '' };

interface MarkFormProps {
  days: readonly MarkDay[];
  day: number;
  brush: Brush;
  onDay: (day: number) => void;
  onMark: (days: readonly number[], span: MinuteSpan, brush: Brush) => void;
  canUndo: boolean;
  onUndo: () => void;
}

const EVERY_DAY = 'every';

/** The same as painting, by fields alone. */
export function MarkForm({ days, day, brush, onDay, onMark, canUndo, onUndo }: MarkFormProps) {
  const copy = wishesWords();
  const [every, setEvery] = useState(false);
  const [from, setFrom] = useState('09:00');
  const [to, setTo] = useState('12:00');
  return (
    <div class="card range-form">
      <div class="line">
        <label class="field"><span>{copy.day}</span>
          <select value={every ? EVERY_DAY : String(day)} onChange={({ currentTarget: { value } }) => { setEvery(value === EVERY_DAY); if (value !== EVERY_DAY) onDay(Number(value)); }}>
            {days.map(({ date, name }, index) => <option key={date} value={String(index)}>{name}</option>)}
            <option value={EVERY_DAY}>{copy.everyDay}</option>
          </select>
        </label>
        <TimeField id="mark-from" label={copy.from} value={from} onChange={setFrom} />
        <TimeField id="mark-to" label={copy.to} value={to} isEnd onChange={setTo} />
        <button type="button" class="button" disabled={from >= to} onClick={() => onMark(every ? [0, 1, 2, 3, 4] : [day], { from: minutesOf(from), to: minutesOf(to) }, brush)}>{copy.set}: {copy.marks[brush]}</button>
        <button type="button" class="button" disabled={!canUndo} onClick={onUndo}>{words().app.undo}</button>
      </div>
    </div>
  );
}
