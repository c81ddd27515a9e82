import { useEffect, useRef, useState } from 'preact/hooks';
import type { Catalogue } from '../../api/catalogue.ts';
import { knownZones, offsetLabel } from '../../format/time.ts';
import { line } from '../../live/connection.ts';
import { facilitatorWords, hoursWords } from '../../locales/index.ts';
import { type Fault, type Form } from './availability-form.ts';
import { faultsOf } from './form-faults.ts';
import { DatedHours } from './dated-hours.tsx';
import { FaultSummary } from './faults.tsx';
import { Journeys } from './journeys.tsx';
import type { Editing } from './use-availability.ts';
import { WeeklyHours } from './weekly-hours.tsx';

/** The same hours as lists: exact to the minute, bound to dates, and where one travels. Saved by a button, since half a line cannot be. */
export function HoursLists({ editing, catalogue }: { editing: Editing; catalogue: Catalogue }) {
  const { form, isChanged, isSaving } = editing;
  const copy = facilitatorWords().availability;
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const summary = useRef<HTMLDivElement>(null);
  const change = (next: Form) => {
    editing.edit(next);
    if (faults.length > 0) setFaults(faultsOf(next, zonesFor(next)));
  };
  const isFaulty = faults.length > 0;
  useEffect(() => {
    if (isFaulty) summary.current?.focus();
  }, [isFaulty]);
  function save(): void {
    const found = faultsOf(form, zonesFor(form));
    setFaults(found);
    if (found.length === 0) void editing.save();
    else summary.current?.focus();
  }
  return (
    <form class="stack-wide" noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
      {isFaulty && <FaultSummary refTo={summary} faults={faults} />}
      <WeeklyHours form={form} onChange={change} faults={faults} />
      <DatedHours form={form} onChange={change} faults={faults} firstDate={catalogue.programme.startsOn} />
      <Journeys form={form} onChange={change} faults={faults} />
      {isChanged && (
        <div class="save-bar">
          <button class="button button-main button-large" aria-disabled={isSaving} disabled={line.value === 'offline'}>{isSaving ? copy.saving : copy.save}</button>
          <span class="quiet">{hoursWords().unsaved}</span>
        </div>
      )}
    </form>
  );
}

/** Zones that may be named: those the browser lists, and those already saved, which it may know by another name. */
function zonesFor(form: Form): Set<string> {
  return new Set([...knownZones(), ...form.travel.map(({ timeZone }) => timeZone).filter((zone) => zone.includes('/') && isZone(zone))]);
}

function isZone(name: string): boolean {
  try {
    offsetLabel(0, name);
    return true;
  } catch {
    return false;
  }
}
