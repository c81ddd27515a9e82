import { useEffect, useRef, useState } from 'preact/hooks';
import type { AvailabilityAnswer } from '../../../../shared/api/availability.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { putAvailability } from '../../api/endpoints.ts';
import type { Problem } from '../../api/http.ts';
import { readAgain } from '../../api/resource.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { serverNow } from '../../format/clock.ts';
import { clock, hoursWord, knownZones, offsetLabel } from '../../format/time.ts';
import { line } from '../../live/connection.ts';
import { city, facilitatorWords, words } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useEvent } from '../../state/use-event.ts';
import { availabilityOf, type Fault, faultsOf, type Form, formOf, weeklyMinutes } from './availability-form.ts';
import { DatedHours } from './dated-hours.tsx';
import { FaultSummary } from './faults.tsx';
import { Journeys } from './journeys.tsx';
import { WeeklyHours } from './weekly-hours.tsx';
import { WeekPicture } from './week-picture.tsx';

interface EditorProps {
  catalogue: Catalogue;
  saved: AvailabilityAnswer;
  facilitatorId: string;
}

/** Edits a copy; saving replaces the whole, unless somebody else has saved since. */
export function AvailabilityEditor({ catalogue, saved, facilitatorId }: EditorProps) {
  const copy = facilitatorWords().availability;
  const [base, setBase] = useState(saved);
  const [form, setForm] = useState<Form>(() => formOf(saved));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const isChanged = JSON.stringify(availabilityOf(form)) !== JSON.stringify(availabilityOf(formOf(base)));
  const summary = useRef<HTMLDivElement>(null);
  const take = (answer: AvailabilityAnswer) => {
    setBase(answer);
    setForm(formOf(answer));
    setProblem(null);
    setFaults([]);
  };
  // Somebody else's version is taken over silently only while nothing of one's own would be lost.
  const follow = useEvent((other: AvailabilityAnswer) => {
    if (other.version > base.version && !isChanged) take(other);
  });
  useEffect(() => follow(saved), [saved, follow]);
  const change = (next: Form) => {
    setForm(next);
    if (faults.length > 0) setFaults(faultsOf(next, zonesFor(next)));
  };
  async function save(version: number): Promise<void> {
    const found = faultsOf(form, zonesFor(form));
    setFaults(found);
    if (found.length > 0) {
      setTimeout(() => summary.current?.focus());
      return;
    }
    setBusy(true);
    const answer = await putAvailability(facilitatorId, availabilityOf(form), version);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      if (answer.problem.code === 'stale') void readAgain(`availability/${facilitatorId}`);
      return;
    }
    take(answer.value);
    setSavedAt(serverNow());
    announce(copy.saved(clock(serverNow(), base.timeZone), city(base.timeZone)));
  }
  return (
    <>
      <p class="lead">{copy.lead(city(base.timeZone), offsetLabel(serverNow(), base.timeZone))} {copy.opens(hoursWord(weeklyMinutes(form.rules)))}</p>
      <WeekPicture form={form} zone={base.timeZone} catalogue={catalogue} />
      <form class="stack-wide" noValidate onSubmit={(event) => { event.preventDefault(); void save(base.version); }}>
        {faults.length > 0 && <FaultSummary refTo={summary} faults={faults} />}
        <WeeklyHours form={form} onChange={change} faults={faults} />
        <DatedHours form={form} onChange={change} faults={faults} firstDate={catalogue.programme.startsOn} />
        <Journeys form={form} onChange={change} faults={faults} />
        {problem?.code === 'stale' && <Conflict onTheirs={() => take(saved)} onMine={() => void save(saved.version)} />}
        {problem && problem.code !== 'stale' && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
        <div class="save-bar">
          <button class="button button-main button-large" disabled={busy || line.value === 'offline'}>{busy ? copy.saving : copy.save}</button>
          <span class="quiet">{isChanged ? copy.unsaved : savedAt === null ? copy.nothingToSave : copy.saved(clock(savedAt, base.timeZone), city(base.timeZone))}</span>
        </div>
      </form>
    </>
  );
}

function Conflict({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) {
  const copy = facilitatorWords().availability;
  return (
    <div class="note note-held" role="alert">
      <p>{copy.stale}</p>
      <p class="actions"><button type="button" class="button" onClick={onTheirs}>{copy.takeTheirs}</button><button type="button" class="button" onClick={onMine}>{copy.keepMine}</button></p>
    </div>
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
