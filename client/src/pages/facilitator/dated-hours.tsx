import { serverNow } from '../../format/clock.ts';
import { dayWords } from '../../format/time.ts';
import { facilitatorWords } from '../../locales/index.ts';
import { hasFault, type Fault, type Form, line, type Override } from './availability-form.ts';
import { FaultText } from './faults.tsx';
import { replaceAt, withoutAt } from './lists.ts';
import { TimeField } from './time-field.tsx';

interface DatedHoursProps {
  form: Form;
  onChange: (form: Form) => void;
  faults: readonly Fault[];
  /** Where a date picker opens. */
  firstDate: string;
}

/** Dates that do not follow the pattern; no hours is a day off. */
export function DatedHours({ form, onChange, faults, firstDate }: DatedHoursProps) {
  const copy = facilitatorWords().availability;
  const add = () => onChange({ ...form, overrides: [...form.overrides, line<Override>({ date: '', spans: [] })] });
  return (
    <section class="card stack" aria-labelledby="dated">
      <div><h2 id="dated">{copy.dated}</h2><p class="small quiet">{copy.datedHint}</p></div>
      {form.overrides.map((override, index) => (
        <DateFields
          key={override.line} override={override} index={index} faults={faults} firstDate={firstDate}
          onChange={(next) => onChange({ ...form, overrides: replaceAt(form.overrides, index, { ...next, line: override.line }) })}
          onRemove={() => onChange({ ...form, overrides: withoutAt(form.overrides, index) })}
        />
      ))}
      <div><button type="button" class="button" onClick={add}>{copy.addDate}</button></div>
    </section>
  );
}

interface DateFieldsProps {
  override: Override;
  index: number;
  faults: readonly Fault[];
  firstDate: string;
  onChange: (override: Override) => void;
  onRemove: () => void;
}

function DateFields({ override, index, faults, onChange, onRemove }: DateFieldsProps) {
  const copy = facilitatorWords().availability;
  const day = override.date ? dayWords(override.date, serverNow()) : copy.date;
  const isFaulty = hasFault(faults, `date-${index}`);
  return (
    <fieldset class="group dated">
      <legend class="sr">{day}</legend>
      <div class="line">
        <label class="field">
          <span>{copy.date}</span>
          <input id={`date-${index}`} type="date" value={override.date} aria-invalid={isFaulty} aria-describedby={isFaulty ? `date-${index}-error` : undefined} onChange={(event) => onChange({ ...override, date: event.currentTarget.value })} />
        </label>
        <div class="spans">
          {override.date && <p class="dated-day">{day}{override.spans.length === 0 && <b class="chip">{copy.dayOff}</b>}</p>}
          {override.spans.map((span, place) => (
            <div class="line" key={span.line}>
              <TimeField id={`date-${index}-from-${place}`} label={copy.from} value={span.from} onChange={(from) => onChange({ ...override, spans: replaceAt(override.spans, place, { ...span, from }) })} />
              <TimeField id={`date-${index}-to-${place}`} label={copy.to} value={span.to} isEnd faults={faults} onChange={(to) => onChange({ ...override, spans: replaceAt(override.spans, place, { ...span, to }) })} />
              <button type="button" class="button button-quiet" aria-label={copy.removeSpan(span.from, day)} onClick={() => onChange({ ...override, spans: withoutAt(override.spans, place) })}>{copy.remove}</button>
              <FaultText faults={faults} field={`date-${index}-to-${place}`} />
            </div>
          ))}
        </div>
        <div class="line-end">
          <button type="button" class="button" onClick={() => onChange({ ...override, spans: [...override.spans, line({ from: '09:00', to: '12:00' })] })}>{copy.addSpan}</button>
          <button type="button" class="button button-quiet" aria-label={copy.removeDate(day)} onClick={onRemove}>{copy.reset}</button>
        </div>
      </div>
      <FaultText faults={faults} field={`date-${index}`} />
    </fieldset>
  );
}
