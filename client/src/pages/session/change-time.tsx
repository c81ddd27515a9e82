import { useState } from 'preact/hooks';
import type { Booking } from '../../../../shared/api/bookings.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import { Dialog } from '../../components/dialog.tsx';
import { When } from '../../components/when.tsx';
import { minutesWords } from '../../format/time.ts';
import { sessionWords, words } from '../../locales/index.ts';
import { go } from '../../router.tsx';
import { cancelSoon } from '../../state/cancel-soon.ts';
import { useViewer } from '../../state/me.ts';

interface ChangeTimeProps {
  session: Session;
  booking: Booking;
  topic: string;
  /** Who will be told. */
  told: string;
  now: number;
  /** How far ahead a new time has to lie. */
  noticeMinutes: number;
}

/** Move or cancel, until the session begins. */
export function ChangeTime({ session, booking, topic, told, now, noticeMinutes }: ChangeTimeProps) {
  const copy = sessionWords();
  const [asking, setAsking] = useState(false);
  if (now >= Date.parse(booking.start)) return <p class="quiet">{copy.tooLate}</p>;
  return (
    <div>
      <p class="actions">
        <a class="button" href={`/book/${session.id}?move=1`}>{words().session.move}</a>
        <button type="button" class="button button-bad" onClick={() => setAsking(true)}>{words().session.cancel}</button>
      </p>
      <p class="small quiet limit">{noticeMinutes > 0 ? copy.changeUntil(minutesWords(noticeMinutes)) : copy.changeUntilBegun}</p>
      {asking && <CancelDialog booking={booking} topic={topic} told={told} onClose={() => setAsking(false)} />}
    </div>
  );
}

function CancelDialog({ booking, topic, told, onClose }: Pick<ChangeTimeProps, 'booking' | 'topic' | 'told'> & { onClose: () => void }) {
  const copy = sessionWords();
  const { timeZone } = useViewer();
  const [reason, setReason] = useState('');
  function cancel(): void {
    onClose();
    cancelSoon(booking, reason.trim(), { cancelled: copy.cancelled(told), failed: copy.cancelFailed });
    go('/');
  }
  return (
    <Dialog heading={copy.cancelHeading} onClose={onClose}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); cancel(); }}>
        <p><b>{topic}</b><br /><When start={Date.parse(booking.start)} end={Date.parse(booking.end)} zone={timeZone} /></p>
        <p>{copy.cancelEffect(topic, told)}</p>
        <label class="field"><span>{copy.cancelReason}</span><input value={reason} maxLength={500} onInput={(event) => setReason(event.currentTarget.value)} /></label>
        <p class="actions"><button class="button button-bad">{copy.confirmCancel}</button><button type="button" class="button" onClick={onClose}>{copy.keep}</button></p>
      </form>
    </Dialog>
  );
}
