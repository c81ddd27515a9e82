import type { Cluster, Facilitator } from '../../../../shared/api/programmes.ts';
import { clockOf, knownZones } from '../../format/time.ts';
import { city, officeWords } from '../../locales/index.ts';

/** What is wrong with fields, by their id. */
export type Faults = ReadonlyMap<string, string>;

interface FieldProps<Value = string> {
  id: string;
  label: string;
  value: Value;
  faults: Faults;
  onChange: (value: Value) => void;
}

/** `hint` says more below the field. */
export function TextField({ id, label, hint, value, faults, onChange, type = 'text' }: FieldProps & { type?: 'text' | 'email'; hint?: string }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input id={id} type="text" inputMode={type} value={value} maxLength={254} autocomplete="off" aria-invalid={faults.has(id)} aria-describedby={faults.has(id) ? `${id}-error` : undefined} onInput={(event) => onChange(event.currentTarget.value)} />
      {hint !== undefined && <small class="quiet">{hint}</small>}
      <FaultOf id={id} faults={faults} />
    </label>
  );
}

/** A zone by its IANA name; the list offers each with its city. */
export function ZoneField({ id, label, value, faults, onChange }: FieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input id={id} list="all-zones" value={value} autocomplete="off" spellcheck={false} placeholder={officeWords().people.zoneHint} aria-invalid={faults.has(id)} aria-describedby={faults.has(id) ? `${id}-error` : undefined} onInput={(event) => onChange(event.currentTarget.value)} />
      <FaultOf id={id} faults={faults} />
    </label>
  );
}

/** Once on a page that has a `ZoneField`. */
export function ZoneList() {
  return <datalist id="all-zones">{knownZones().map((zone) => <option key={zone} value={zone}>{city(zone)}</option>)}</datalist>;
}

export function LanguageField({ id, label, value, onChange }: Omit<FieldProps<Facilitator['language']>, 'faults'>) {
  const names = officeWords().people.languages;
  return (
    <label class="field">
      <span>{label}</span>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as Facilitator['language'])}>
        {(Object.keys(names) as (keyof typeof names)[]).map((code) => <option key={code} value={code}>{names[code]}</option>)}
      </select>
    </label>
  );
}

export type OwnHours = Cluster['workingHours'];

const times = Array.from({ length: 48 }, (_, index) => clockOf(index * 30));

/** Office hours of one's own, or none. */
export function HoursField({ id, label, value, faults, onChange }: Omit<FieldProps<OwnHours>, 'label'> & { label?: string }) {
  const copy = officeWords().people;
  return (
    <div class="stack-small">
      <label class="check"><input id={id} type="checkbox" checked={value !== null} onChange={(event) => onChange(event.currentTarget.checked ? { from: '09:00', to: '17:00' } : null)} /><span>{label ?? copy.ownHours}</span></label>
      {value && (
        <span class="line">
          <TimeSelect id={`${id}-from`} label={copy.from} value={value.from} options={times} onChange={(from) => onChange({ ...value, from })} />
          <TimeSelect id={`${id}-to`} label={copy.to} value={value.to} options={[...times.slice(1), '24:00']} onChange={(to) => onChange({ ...value, to })} />
        </span>
      )}
      <FaultOf id={id} faults={faults} />
    </div>
  );
}

function TimeSelect({ id, label, value, options, onChange }: { id: string; label: string; value: string; options: readonly string[]; onChange: (value: string) => void }) {
  const all = options.includes(value) ? options : [...options, value].toSorted();
  return <label class="field field-time"><span>{label}</span><select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>{all.map((time) => <option key={time}>{time}</option>)}</select></label>;
}

function FaultOf({ id, faults }: { id: string; faults: Faults }) {
  const said = faults.get(id);
  return said === undefined ? null : <span class="field-error" id={`${id}-error`}>{said}</span>;
}
