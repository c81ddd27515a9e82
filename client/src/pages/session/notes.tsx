import { useEffect, useState } from 'preact/hooks';
import type { Notes as Written } from '../../../../shared/api/attendance.ts';
import type { Booking } from '../../../../shared/api/bookings.ts';
import { getNotes, putNotes } from '../../api/record.ts';
import type { Problem } from '../../api/http.ts';
import { useReading } from '../../api/resource.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loaded } from '../../components/page.tsx';
import { recordWords, words } from '../../locales/index.ts';
import { useEvent } from '../../state/use-event.ts';

/** Notes on a session: the facilitator writes their own and the shared ones, everybody else reads what is shared. */
export function Notes({ booking }: { booking: Booking }) {
  const reading = useReading<Written>(`notes/${booking.id}`, () => getNotes(booking.id));
  const copy = recordWords();
  if (reading.value && reading.value.own === undefined && reading.value.shared === '') return null;
  return (
    <section class="card stack" aria-labelledby="notes">
      <h2 id="notes">{copy.notes}</h2>
      <Loaded of={reading} heights={[160]}>{(notes) => (notes.own === undefined ? <p class="prose">{notes.shared}</p> : <NotesForm notes={notes} own={notes.own} />)}</Loaded>
    </section>
  );
}

/** After the last key: notes are saved by themselves. */
const PAUSE_MS = 1200;

function NotesForm({ notes, own: ownBefore }: { notes: Written; own: string }) {
  const copy = recordWords();
  const [own, setOwn] = useState(ownBefore);
  const [shared, setShared] = useState(notes.shared);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [saved, setSaved] = useState({ own: ownBefore, shared: notes.shared, version: notes.version });
  const isChanged = own !== saved.own || shared !== saved.shared;
  const save = useEvent(async () => {
    if (!isChanged || isSaving) return;
    setSaving(true);
    const answer = await putNotes(notes.bookingId, { own, shared }, saved.version);
    if (answer.ok) setSaved({ own, shared, version: answer.value.version });
    setProblem(answer.ok ? null : answer.problem);
    setSaving(false);
  });
  useEffect(() => {
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [own, shared, isSaving, save]);
  // Left before the pause was over: the last words go too.
  useEffect(() => () => void save(), [save]);
  return (
    <div class="notes">
      <label class="field"><span>{copy.own}</span><textarea rows={4} maxLength={4000} value={own} onInput={(event) => setOwn(event.currentTarget.value)} /><small class="quiet">{copy.ownHint}</small></label>
      <label class="field"><span>{copy.shared}</span><textarea rows={4} maxLength={4000} value={shared} onInput={(event) => setShared(event.currentTarget.value)} /><small class="quiet">{copy.sharedHint}</small></label>
      {problem && <ErrorNote problem={problem} heading={problem.code === 'stale' ? copy.stale : words().problem.notSaved} onRetry={() => void save()} />}
      <output class="small quiet">{isSaving ? copy.notesSaving : isChanged ? copy.notesUnsaved : copy.notesSaved}</output>
    </div>
  );
}
