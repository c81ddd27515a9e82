import '../../styles/all-times.css';
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Slot } from '../../../../shared/api/slots.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { inTopicOrder } from '../../api/sessions.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { serverNow } from '../../format/clock.ts';
import { dateAt } from '../../format/time.ts';
import { line } from '../../live/connection.ts';
import { allTimesWords, city, words } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { lastDraft } from '../../state/draft.ts';
import { useViewer } from '../../state/me.ts';
import { ChangeLimit } from '../booking/change-limit.tsx';
import { Invited } from '../booking/invited.tsx';
import { toBook } from '../representative/deadlines.ts';
import { TimeRow } from './time-row.tsx';
import { type BookingAll, useBookingAll } from './use-booking-all.ts';
import { useTimes } from './use-times.ts';

interface AllTimesProps {
  catalogue: Catalogue;
  sessions: readonly Session[];
}

/** Every session that a cluster has still to book, with a time for each: looked over, changed, and booked at one press. */
export function AllTimes({ catalogue, sessions }: AllTimesProps) {
  const copy = allTimesWords();
  const { timeZone } = useViewer();
  // What stood here when the page was opened stays, booked or not, so that nothing moves.
  const [rows] = useState(() => new Set(toBook(sessions, catalogue.phases, dateAt(serverNow(), catalogue.programme.timeZone)).map(({ id }) => id)));
  const listed = inTopicOrder(sessions.filter(({ id }) => rows.has(id)), catalogue.topics);
  return (
    <>
      <p class="crumbs"><a href="/">{words().home.representative}</a></p>
      <Heading title={copy.heading} />
      {listed.length === 0 ? <p class="empty">{copy.nothing} <a href="/">{copy.back}</a></p> : (
        <>
          <p class="lead">{copy.lead(city(timeZone))}</p>
          <Choices catalogue={catalogue} sessions={sessions} listed={listed} />
        </>
      )}
    </>
  );
}

function Choices({ catalogue, sessions, listed }: AllTimesProps & { listed: readonly Session[] }) {
  const copy = allTimesWords();
  const [needs, setNeeds] = useState(() => lastDraft().aims);
  const booking = useBookingAll();
  const bookingOf = (session: Session) => booking.made.get(session.id) ?? (session.state === 'booked' ? session.booking : undefined);
  const open = listed.filter((session) => !bookingOf(session));
  const times = useTimes(open, sessions, catalogue);
  const { outcome } = booking;
  const chosen = open.flatMap(({ id }): [string, Slot][] => { const slot = times.chosen.get(id); return slot ? [[id, slot]] : []; });
  useEffect(() => {
    if (outcome) announce(`${copy.booked(outcome.booked)} ${outcome.lost > 0 ? copy.lost(outcome.lost) : ''}`.trim());
  }, [outcome, copy]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!booking.progress && chosen.length > 0 && line.value !== 'offline') void booking.bookAll(chosen, needs);
  };
  return (
    <Loaded of={times.reading} heights={[92, 92, 92, 92]}>
      {() => (
        <form onSubmit={submit}>
          <ol class="all-rows">
            {listed.map((session) => <TimeRow key={session.id} session={session} booking={bookingOf(session)} catalogue={catalogue} slots={times.slots.get(session.id) ?? []} slot={times.chosen.get(session.id)} isReplaced={times.replaced.has(session.id)} isLeft={times.left.has(session.id)} onChoose={(slot) => times.choose(session.id, slot)} />)}
          </ol>
          {booking.problem && <ErrorNote problem={booking.problem} heading={copy.stopped} />}
          {open.length > 0 && <About needs={needs} onNeeds={setNeeds} catalogue={catalogue} />}
          <Act booking={booking} count={chosen.length} isDone={open.length === 0} />
        </form>
      )}
    </Loaded>
  );
}

/** What is said about all of them, and what follows from it. */
function About({ needs, onNeeds, catalogue }: { needs: string; onNeeds: (needs: string) => void; catalogue: Catalogue }) {
  const copy = allTimesWords();
  const { clusterId } = useViewer();
  return (
    <>
      <div class="field">
        <label for="all-needs">{copy.needs}</label>
        <textarea id="all-needs" rows={3} maxLength={3500} value={needs} aria-describedby="all-needs-hint" onInput={(event) => onNeeds(event.currentTarget.value)} />
        <p id="all-needs-hint" class="small quiet">{copy.needsHint}</p>
      </div>
      <Invited clusterId={clusterId ?? ''} />
      <ChangeLimit catalogue={catalogue} />
    </>
  );
}

/** The one press; then, in its place, what came of it. */
function Act({ booking: { outcome, progress }, count, isDone }: { booking: BookingAll; count: number; isDone: boolean }) {
  const copy = allTimesWords();
  return (
    <div class="all-act">
      {outcome && <p><b>{copy.booked(outcome.booked)}</b> {outcome.lost > 0 && copy.lost(outcome.lost)}</p>}
      {isDone
        ? <a class="button button-main" href="/" ref={(link) => link?.focus()}>{copy.back}</a>
        : <button class="button button-main button-large" aria-disabled={progress !== null || count === 0} disabled={line.value === 'offline'}>{progress ? copy.booking(progress.done + 1, progress.all) : copy.book(count)}</button>}
      {progress && <progress class="meter" value={progress.done} max={progress.all} aria-hidden="true" />}
      {line.value === 'offline' && <p class="small">{words().app.needsConnection}</p>}
    </div>
  );
}
