import { useState } from 'preact/hooks';
import { deferred } from '../../components/deferred.tsx';
import type { MinuteSpan } from '../../format/spans.ts';
import { minutesOf } from '../../format/hours.ts';
import { hoursWords, words } from '../../locales/index.ts';
import { TimeField } from './time-field.tsx';
import type { DayColumn } from './week-columns.ts';

/** Not needed to see the week; its place is kept. */
const CopyDay = deferred(async () => (await import('./copy-day.tsx')).CopyDay);

interface RangeFormProps {
  columns: readonly DayColumn[];
  day: number;
  onDay: (day: number) => void;
  onPaint: (days: readonly number[], span: MinuteSpan, open: boolean) => void;
  onCopy: (from: number, to: readonly number[]) => void;
  onReset: (day: number) => void;
  onUndo: () => void;
  canUndo: boolean;
}

/** The same as painting, by fields alone; and a day's hours onto other days. */
export function RangeForm(props: RangeFormProps) {
  const { columns, day, onDay, onPaint } = props;
  const copy = hoursWords();
  const [from, setFrom] = useState('09:00');
  const [to, setTo] = useState('12:00');
  const set = (open: boolean) => from < to && onPaint([day], { from: minutesOf(from), to: minutesOf(to) }, open);
  return (
    <div class="card range-form">
      <div class="line">
        <label class="field"><span>{copy.day}</span>
          <select value={String(day)} onChange={(event) => onDay(Number(event.currentTarget.value))}>
            {columns.map((column, index) => <option key={column.short} value={String(index)}>{column.name}</option>)}
          </select>
        </label>
        <TimeField id="range-from" label={copy.from} value={from} onChange={setFrom} />
        <TimeField id="range-to" label={copy.to} value={to} isEnd onChange={setTo} />
        <button type="button" class="button" disabled={from >= to} onClick={() => set(true)}>{copy.open}</button>
        <button type="button" class="button" disabled={from >= to} onClick={() => set(false)}>{copy.close}</button>
        <button type="button" class="button" disabled={!props.canUndo} onClick={props.onUndo}>{words().app.undo}</button>
        {columns[day]?.isChanged && <button type="button" class="button" onClick={() => props.onReset(day)}>{copy.backToPattern}</button>}
      </div>
      <div class="copy-place"><CopyDay columns={columns} day={day} onCopy={props.onCopy} /></div>
    </div>
  );
}
