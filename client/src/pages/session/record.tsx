import { useState } from 'preact/hooks';
import type { Attendance } from '../../../../shared/api/attendance.ts';
import type { Booking } from '../../../../shared/api/bookings.ts';
import { getAttendance, putAttendance } from '../../api/record.ts';
import type { Problem } from '../../api/http.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loaded } from '../../components/page.tsx';
import { line } from '../../live/connection.ts';
import { listWords } from '../../format/time.ts';
import { recordWords, words } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useViewer } from '../../state/me.ts';

/** Who came: to be said by the facilitator or a coordinator, to be read by the cluster. */
export function Record({ booking }: { booking: Booking }) {
  const { role } = useViewer();
  const reading = useReading<Attendance>(`attendance/${booking.id}`, () => getAttendance(booking.id));
  const says = role === 'facilitator' || role === 'coordinator' || role === 'owner';
  if (!says && reading.value?.outcome === null) return null;
  return (
    <section class="card stack" aria-labelledby="record">
      <h2 id="record">{says ? recordWords().heading : recordWords().cameHeading}</h2>
      <Loaded of={reading} heights={[120]}>{(attendance) => (says ? <RecordForm key={attendance.recordedAt} attendance={attendance} /> : <Came attendance={attendance} />)}</Loaded>
    </section>
  );
}

function Came({ attendance: { people, attended } }: { attendance: Attendance }) {
  const names = people.filter(({ id }) => attended.includes(id)).map(({ name }) => name);
  return <p>{names.length > 0 ? listWords(names) : recordWords().nobody}</p>;
}

type Outcome = NonNullable<Attendance['outcome']>;

function RecordForm({ attendance }: { attendance: Attendance }) {
  const copy = recordWords();
  const [attended, setAttended] = useState<readonly string[]>(attendance.attended);
  const [outcome, setOutcome] = useState<Outcome | null>(attendance.outcome);
  const [notes, setNotes] = useState(attendance.notes ?? '');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function save(): Promise<void> {
    if (!outcome) return setMissing(true);
    setBusy(true);
    const answer = await putAttendance(attendance.bookingId, { attended: [...attended], outcome, ...(notes.trim() && { notes: notes.trim() }) });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    announce(copy.saved);
    await refresh('attendance', 'sessions', 'coverage');
  }
  const toggle = (id: string, came: boolean) => setAttended(came ? [...attended, id] : attended.filter((each) => each !== id));
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p class="small quiet">{copy.hint}</p>
      <fieldset class="group">
        <legend>{copy.people}</legend>
        <div class="checks">
          {attendance.people.map(({ id, name, role }) => (
            <label class="check" key={id}><input type="checkbox" checked={attended.includes(id)} onChange={(event) => toggle(id, event.currentTarget.checked)} /><span>{name}{role === 'facilitator' && <small class="quiet"> ({copy.facilitator})</small>}</span></label>
          ))}
        </div>
        <button type="button" class="link" onClick={() => { setAttended(attendance.people.map(({ id }) => id)); setOutcome('done'); setMissing(false); }}>{copy.allPresent}</button>
      </fieldset>
      <fieldset class="group" aria-describedby={missing ? 'outcome-error' : undefined}>
        <legend>{copy.outcome}</legend>
        <div class="checks">
          {(['done', 'missed'] as const).map((each) => (
            <label class="check" key={each}><input type="radio" name="outcome" checked={outcome === each} onChange={() => { setOutcome(each); setMissing(false); }} /><span>{copy[each]}</span></label>
          ))}
        </div>
        {missing && <p id="outcome-error" class="field-error" role="alert">{copy.choose}</p>}
      </fieldset>
      <label class="field"><span>{copy.remark}</span><textarea rows={2} maxLength={4000} value={notes} onInput={(event) => setNotes(event.currentTarget.value)} /></label>
      {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
      <p class="actions">
        <button class="button button-main" aria-disabled={busy} disabled={line.value === 'offline'}>{busy ? copy.saving : copy.save}</button>
        {attendance.recordedAt && !busy && <span class="quiet">{copy.saved}</span>}
      </p>
    </form>
  );
}
