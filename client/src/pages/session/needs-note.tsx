import { useState } from 'preact/hooks';
import type { Booking } from '../../../../shared/api/bookings.ts';
import { changeBooking } from '../../api/booking.ts';
import type { Problem } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { sessionWords, words } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useViewer } from '../../state/me.ts';

/** What the cluster wants to work on; it may be changed until the session begins. */
export function NeedsNote({ booking, editable }: { booking: Booking; editable: boolean }) {
  const copy = words().session;
  const { role } = useViewer();
  const [open, setOpen] = useState(false);
  return (
    <section class="card stack" aria-labelledby="needs">
      <div class="split"><h2 id="needs">{role === 'representative' ? copy.needs : copy.needsOfCluster}</h2>{editable && <button type="button" class="button" onClick={() => setOpen(true)}>{sessionWords().changeNeeds}</button>}</div>
      {booking.needs ? <p class="prose">{booking.needs}</p> : <p class="quiet">{copy.noNeeds}</p>}
      {open && <NeedsDialog booking={booking} onClose={() => setOpen(false)} />}
    </section>
  );
}

function NeedsDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const copy = words().session;
  const [text, setText] = useState(booking.needs ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function save(): Promise<void> {
    setBusy(true);
    const answer = await changeBooking(booking, { needs: text.trim() || null });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      if (answer.problem.code === 'stale') void refresh('sessions');
      return;
    }
    await refresh('sessions');
    announce(copy.saved);
    onClose();
  }
  return (
    <Dialog heading={sessionWords().needsDialog} onClose={onClose}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <label class="field"><span class="sr">{copy.needs}</span><textarea rows={7} maxLength={4000} value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
        {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
        <p class="actions"><button class="button button-main" aria-disabled={busy}>{busy ? copy.saving : copy.save}</button></p>
      </form>
    </Dialog>
  );
}
