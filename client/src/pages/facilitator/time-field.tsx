import { clockOf } from '../../format/time.ts';
import { hasFault, type Fault } from './availability-form.ts';

interface TimeFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Whether this is an end, which may be 24:00. */
  isEnd?: boolean;
  faults?: readonly Fault[];
}

const NONE: readonly Fault[] = [];
const STEP_MINUTES = 15;
const starts = Array.from({ length: 1440 / STEP_MINUTES }, (_, index) => clockOf(index * STEP_MINUTES));
const ends = [...starts.slice(1), '24:00'];

/** A wall time on 24 hours in every language; the browser's own time field follows the device's habits instead. */
export function TimeField({ id, label, value, onChange, isEnd = false, faults = NONE }: TimeFieldProps) {
  const known = isEnd ? ends : starts;
  const options = known.includes(value) ? known : [...known, value].toSorted();
  const isFaulty = hasFault(faults, id);
  return (
    <label class="field field-time">
      <span>{label}</span>
      <select id={id} value={value} aria-invalid={isFaulty} aria-describedby={isFaulty ? `${id}-error` : undefined} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((time) => <option key={time} value={time}>{time}</option>)}
      </select>
    </label>
  );
}
