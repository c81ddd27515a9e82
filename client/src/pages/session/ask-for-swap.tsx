import { useState } from 'preact/hooks';
import type { Booking } from '../../../../shared/api/bookings.ts';
import type { SwapsOfBooking } from '../../../../shared/api/swaps.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import type { Problem } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { askForSwap } from '../../api/swaps.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { serverNow } from '../../format/clock.ts';
import { clockRange, dateAt, dayWords } from '../../format/time.ts';
import { line } from '../../live/connection.ts';
import { city, swapsWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import { PlaceLine } from './place-line.tsx';

interface AskProps {
  booking: Booking;
  candidates: SwapsOfBooking['candidates'];
  catalogue: Catalogue;
  onClose: () => void;
}

/** Which of the other clusters' times one would rather have; only those that suit both sides by the rules are there. */
export function AskForSwap({ booking, candidates, catalogue, onClose }: AskProps) {
  const copy = swapsWords();
  const { timeZone } = useViewer();
  const start = Date.parse(booking.start);
  const present = `${dayWords(dateAt(start, timeZone), serverNow())}, ${clockRange(start, Date.parse(booking.end), timeZone)} ${words().cityTime(city(timeZone))}`;
  return (
    <Dialog heading={copy.askHeading} onClose={onClose} wide>
      {candidates.length === 0
        ? <div class="stack"><p>{copy.none}</p><p>{copy.noneMove} <a class="button" href={`/book/${booking.sessionId}?move=1`}>{copy.move}</a></p></div>
        : <AskForm booking={booking} candidates={candidates} catalogue={catalogue} onClose={onClose} lead={copy.askLead(present)} />}
    </Dialog>
  );
}

function AskForm({ booking, candidates, catalogue, onClose, lead }: AskProps & { lead: string }) {
  const copy = swapsWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function send(): Promise<void> {
    if (chosen === null) return setMissing(true);
    setBusy(true);
    const answer = await askForSwap(booking.id, { otherBookingId: chosen, ...(note.trim() && { note: note.trim() }) });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    await refresh('swaps');
    toast(copy.asked);
    onClose();
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <p>{lead}</p>
      <fieldset class="group" aria-describedby={missing ? 'swap-error' : undefined}>
        <legend>{copy.places}</legend>
        {candidates.map((place) => (
          <p key={place.bookingId}><label class="check"><input type="radio" name="place" checked={chosen === place.bookingId} onChange={() => { setChosen(place.bookingId); setMissing(false); }} /><span><PlaceLine place={place} catalogue={catalogue} /></span></label></p>
        ))}
        {missing && <p id="swap-error" class="field-error" role="alert">{copy.choose}</p>}
      </fieldset>
      <label class="field"><span>{copy.note}</span><textarea rows={3} maxLength={500} value={note} aria-describedby="swap-note-hint" onInput={(event) => setNote(event.currentTarget.value)} /><small id="swap-note-hint" class="quiet">{copy.noteHint}</small></label>
      {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
      <p class="actions"><button class="button button-main" aria-disabled={busy} disabled={line.value === 'offline'}>{busy ? copy.sending : copy.send}</button></p>
    </form>
  );
}
