import { serverNow } from '../format/clock.ts';
import { dayWords } from '../format/time.ts';

interface DateFieldProps {
  id: string;
  label: string;
  value: string;
  /** What is wrong with fields, by their id. */
  faults?: ReadonlyMap<string, string>;
  onChange: (value: string) => void;
}

/** A date, and below it the same in words: browsers write it by their own rules, which leave day and month open. */
export function DateField({ id, label, value, faults, onChange }: DateFieldProps) {
  const said = faults?.get(id);
  const isDate = /^\d{4}-\d\d-\d\d$/.test(value);
  return (
    <label class="field">
      <span>{label}</span>
      <input id={id} type="date" value={value} aria-invalid={said !== undefined} aria-describedby={said === undefined ? undefined : `${id}-error`} onChange={(event) => onChange(event.currentTarget.value)} />
      {isDate && <small class="quiet">{dayWords(value, serverNow())}</small>}
      {said !== undefined && <span class="field-error" id={`${id}-error`}>{said}</span>}
    </label>
  );
}
