import type { RefObject } from 'preact';
import { FieldLink } from '../../components/field-link.tsx';
import { facilitatorWords } from '../../locales/index.ts';
import type { Fault, FaultKind } from './availability-form.ts';

/** Everything that is wrong, with a link to each field; takes focus. */
export function FaultSummary({ faults, refTo }: { faults: readonly Fault[]; refTo: RefObject<HTMLDivElement | null> }) {
  return (
    <div ref={refTo} class="note note-bad" tabIndex={-1} role="alert">
      <p><b>{facilitatorWords().availability.errors}</b></p>
      <ul>{faults.map(({ field, kind }) => <li key={field}><FieldLink to={field}>{faultWords(kind)}</FieldLink></li>)}</ul>
    </div>
  );
}

/** The fault of one field, beside it. */
export function FaultText({ faults, field }: { faults: readonly Fault[]; field: string }) {
  const fault = faults.find((each) => each.field === field);
  return fault ? <span class="field-error" id={`${field}-error`}>{faultWords(fault.kind)}</span> : null;
}

function faultWords(kind: FaultKind): string {
  const copy = facilitatorWords().availability;
  return { order: copy.orderError, days: copy.daysError, date: copy.dateError, dateTwice: copy.dateTwice, dateOrder: copy.dateOrderError, zone: copy.zoneError }[kind];
}
