import { useState } from 'preact/hooks';
import { hoursWords } from '../../locales/index.ts';
import type { DayColumn } from './week-columns.ts';

const WEEKDAYS = 'weekdays';

interface CopyDayProps {
  columns: readonly DayColumn[];
  day: number;
  onCopy: (from: number, to: readonly number[]) => void;
}

/** One day's hours onto another, or onto all from Monday to Friday. */
export function CopyDay({ columns, day, onCopy }: CopyDayProps) {
  const copy = hoursWords();
  const [target, setTarget] = useState(WEEKDAYS);
  const days = target === WEEKDAYS ? [0, 1, 2, 3, 4] : [Number(target)];
  return (
    <div class="line copy-day">
      <label class="field"><span>{copy.copyTo(columns[day]?.name ?? '')}</span>
        <select value={target} onChange={(event) => setTarget(event.currentTarget.value)}>
          <option value={WEEKDAYS}>{copy.weekdays}</option>
          {columns.map((column, index) => index !== day && <option key={column.short} value={String(index)}>{column.name}</option>)}
        </select>
      </label>
      <button type="button" class="button" onClick={() => onCopy(day, days.filter((each) => each !== day))}>{copy.copy}</button>
    </div>
  );
}
