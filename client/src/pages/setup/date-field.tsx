import type { Faults } from '../office/fields.tsx';

export function DateField({ id, label, value, faults, onChange }: { id: string; label: string; value: string; faults: Faults; onChange: (value: string) => void }) {
  const said = faults.get(id);
  return (
    <label class="field">
      <span>{label}</span>
      <input id={id} type="date" value={value} aria-invalid={said !== undefined} aria-describedby={said === undefined ? undefined : `${id}-error`} onChange={(event) => onChange(event.currentTarget.value)} />
      {said !== undefined && <span class="field-error" id={`${id}-error`}>{said}</span>}
    </label>
  );
}
