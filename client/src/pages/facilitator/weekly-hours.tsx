import { weekdayWord } from '../../format/time.ts';
import { facilitatorWords } from '../../locales/index.ts';
import { hasFault, type Fault, type Form, line, type Rule } from './availability-form.ts';
import { FaultText } from './faults.tsx';
import { replaceAt, withoutAt } from './lists.ts';
import { TimeField } from './time-field.tsx';

interface WeeklyHoursProps {
  form: Form;
  onChange: (form: Form) => void;
  faults: readonly Fault[];
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** The ordinary week: days and hours, some perhaps only between two dates. */
export function WeeklyHours({ form, onChange, faults }: WeeklyHoursProps) {
  const copy = facilitatorWords().availability;
  const add = () => onChange({ ...form, rules: [...form.rules, line<Rule>({ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' })] });
  return (
    <section class="card stack" aria-labelledby="weekly">
      <div><h2 id="weekly">{copy.weekly}</h2><p class="small quiet">{copy.weeklyHint}</p></div>
      {form.rules.length === 0 && <p class="note">{copy.noRules}</p>}
      {form.rules.map((rule, index) => (
        <RuleFields
          key={rule.line} rule={rule} index={index} faults={faults}
          onChange={(next) => onChange({ ...form, rules: replaceAt(form.rules, index, { ...next, line: rule.line }) })}
          onRemove={() => onChange({ ...form, rules: withoutAt(form.rules, index) })}
        />
      ))}
      <div><button type="button" class="button" onClick={add}>{copy.addRule}</button></div>
    </section>
  );
}

function RuleFields({ rule, index, faults, onChange, onRemove }: { rule: Rule; index: number; faults: readonly Fault[]; onChange: (rule: Rule) => void; onRemove: () => void }) {
  const copy = facilitatorWords().availability;
  const toggle = (day: typeof WEEK[number], open: boolean) => onChange({ ...rule, days: WEEK.filter((each) => (each === day ? open : rule.days.includes(each))) });
  return (
    <fieldset class="group rule">
      <legend class="sr">{copy.ruleName(index + 1)}</legend>
      <div class="line">
        <fieldset id={`rule-${index}-days`} class="days" tabIndex={-1}>
          <legend class="sr">{copy.days}</legend>
          {WEEK.map((day) => (
            <label class="day-check" key={day}>
              <input type="checkbox" aria-label={weekdayWord(day)} checked={rule.days.includes(day)} aria-invalid={hasFault(faults, `rule-${index}-days`)} onChange={(event) => toggle(day, event.currentTarget.checked)} />
              <span>{weekdayWord(day, 'short')}</span>
            </label>
          ))}
        </fieldset>
        <TimeField id={`rule-${index}-from`} label={copy.from} value={rule.from} onChange={(from) => onChange({ ...rule, from })} />
        <TimeField id={`rule-${index}-to`} label={copy.to} value={rule.to} isEnd faults={faults} onChange={(to) => onChange({ ...rule, to })} />
        <button type="button" class="button button-quiet" aria-label={copy.removeRule(index + 1)} onClick={onRemove}>{copy.remove}</button>
      </div>
      <FaultText faults={faults} field={`rule-${index}-days`} /> <FaultText faults={faults} field={`rule-${index}-to`} />
      <Bounds rule={rule} index={index} faults={faults} onChange={onChange} />
    </fieldset>
  );
}

/** First and last day of hours that do not hold for good. */
function Bounds({ rule, index, faults, onChange }: { rule: Rule; index: number; faults: readonly Fault[]; onChange: (rule: Rule) => void }) {
  const copy = facilitatorWords().availability;
  const set = (bound: 'validFrom' | 'validUntil', date: string) => {
    const { [bound]: _, ...rest } = rule;
    onChange(date ? { ...rest, [bound]: date } : rest);
  };
  return (
    <details class="bounds" open={rule.validFrom !== undefined || rule.validUntil !== undefined}>
      <summary>{copy.limited}</summary>
      <div class="line">
        <label class="field"><span>{copy.validFrom}</span><input type="date" value={rule.validFrom ?? ''} onChange={(event) => set('validFrom', event.currentTarget.value)} /></label>
        <label class="field"><span>{copy.validUntil}</span><input id={`rule-${index}-until`} type="date" value={rule.validUntil ?? ''} onChange={(event) => set('validUntil', event.currentTarget.value)} /></label>
      </div>
      <FaultText faults={faults} field={`rule-${index}-until`} />
    </details>
  );
}
