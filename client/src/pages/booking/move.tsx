import { useState } from 'preact/hooks';
import type { Booking } from '../../../../shared/api/bookings.ts';
import type { Slot } from '../../../../shared/api/slots.ts';
import { changeBooking } from '../../api/booking.ts';
import type { Problem } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Heading } from '../../components/heading.tsx';
import { When } from '../../components/when.tsx';
import { serverNow } from '../../format/clock.ts';
import { clock, clockRange, dateAt, dayWords } from '../../format/time.ts';
import { claim, disclaim } from '../../live/own.ts';
import { city, bookingWords, sessionWords, words } from '../../locales/index.ts';
import { go } from '../../router.tsx';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import type { StepProps } from './booking-page.tsx';
import { Picker } from './picker.tsx';
import type { Setback } from './use-hold.ts';

/** Another time for a booked session: the old one stays until the new one is had. */
export function Move({ session, catalogue, booking }: StepProps & { booking: Booking }) {
  const copy = words();
  const { timeZone } = useViewer();
  const [wish, setWish] = useState<Slot | null>(null);
  const [setback, setSetback] = useState<Setback | null>(null);
  const [shownZone, setShownZone] = useState<string | null>(null);
  const start = Date.parse(booking.start);
  return (
    <>
      <p class="crumbs"><a href={`/sessions/${session.id}`}>{catalogue.topics.get(session.topicId)?.name}</a> / {copy.session.move}</p>
      <Heading title={bookingWords().book.chooseNew} />
      <p class="note">{sessionWords().now(dayWords(dateAt(start, timeZone), serverNow()), clockRange(start, Date.parse(booking.end), timeZone), city(timeZone))}</p>
      <Picker
        session={session} catalogue={catalogue} busy={false} setback={setback} shownZone={shownZone} onZone={setShownZone}
        action={(slot, zone) => sessionWords().moveTo(clock(Date.parse(slot.start), zone))}
        actionName={(slot, zone) => `${sessionWords().moveTo(clock(Date.parse(slot.start), zone))} ${copy.cityTime(city(zone))}`}
        onChosen={setWish}
      />
      {wish && <MoveDialog booking={booking} wish={wish} sessionId={session.id} onClose={() => setWish(null)} onLost={(problem) => { setWish(null); setSetback({ kind: 'lost', place: wish, alternatives: problem.alternatives }); }} />}
    </>
  );
}

interface MoveDialogProps {
  booking: Booking;
  wish: Slot;
  sessionId: string;
  onClose: () => void;
  onLost: (problem: Problem) => void;
}

function MoveDialog({ booking, wish, sessionId, onClose, onLost }: MoveDialogProps) {
  const copy = sessionWords();
  const { timeZone } = useViewer();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function move(): Promise<void> {
    setBusy(true);
    claim(wish);
    const answer = await changeBooking(booking, { start: wish.start, facilitatorId: wish.facilitatorId, ...(reason.trim() ? { reason: reason.trim() } : {}) });
    setBusy(false);
    if (answer.ok) {
      await refresh('sessions', 'coverage', 'deliveries');
      toast(copy.moved);
      go(`/sessions/${sessionId}`, true);
      return;
    }
    disclaim(wish);
    void refresh('slots', 'sessions');
    if (answer.problem.code === 'slot-taken' || answer.problem.code === 'not-a-slot') onLost(answer.problem);
    else setProblem(answer.problem);
  }
  return (
    <Dialog heading={copy.moveHeading} onClose={onClose}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void move(); }}>
        <dl class="facts">
          <dt>{copy.was}</dt><dd><When start={Date.parse(booking.start)} end={Date.parse(booking.end)} zone={timeZone} /></dd>
          <dt>{copy.becomes}</dt><dd><When start={Date.parse(wish.start)} end={Date.parse(wish.end)} zone={timeZone} /></dd>
        </dl>
        <label class="field"><span>{copy.moveReason}</span><input value={reason} maxLength={500} onInput={(event) => setReason(event.currentTarget.value)} /></label>
        {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
        <p class="actions"><button class="button button-main" aria-disabled={busy}>{busy ? copy.moving : copy.confirmMove(clock(Date.parse(wish.start), timeZone))}</button><button type="button" class="button" onClick={onClose}>{copy.keepOld}</button></p>
      </form>
    </Dialog>
  );
}
