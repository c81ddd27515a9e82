import '../../styles/session.css';
import type { Booking } from '../../../../shared/api/bookings.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { both, useSessions } from '../../api/sessions.ts';
import { AddToCalendar } from '../../components/add-to-calendar.tsx';
import { deferred } from '../../components/deferred.tsx';
import { DeliveryLine } from '../../components/deliveries.tsx';
import { Heading } from '../../components/heading.tsx';
import { Mark } from '../../components/mark.tsx';
import { Loaded } from '../../components/page.tsx';
import { dateAt, dayWords, fromNow } from '../../format/time.ts';
import { need, sessionWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { MINUTE_MS, useNow } from '../../state/tick.ts';
import { NotFound } from '../not-found.tsx';
import { BothDays } from './both-days.tsx';
import { ChangeTime } from './change-time.tsx';
import { JoinLink } from './join-link.tsx';
import { NeedsNote } from './needs-note.tsx';

const Record = deferred(async () => (await Promise.all([import('./record.tsx'), need('record')]))[0].Record);
const Notes = deferred(async () => (await Promise.all([import('./notes.tsx'), need('record')]))[0].Notes);

/** Below the session's facts, and drawn after them. */
const Swaps = deferred(async () => (await Promise.all([import('./swaps.tsx'), need('swaps')]))[0].Swaps);

/** One session, for whoever takes part in it. */
export function SessionPage({ params }: { params?: Record<string, string> }) {
  const { programmeId } = useViewer();
  const reading = both(useCatalogue(programmeId), useSessions(programmeId));
  return (
    <Loaded of={reading} heights={[20, 40, 120, 90, 120]}>
      {([catalogue, sessions]) => {
        const session = sessions.find(({ id }) => id === params?.['id']);
        return session ? <SessionView key={session.id} session={session} catalogue={catalogue} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function SessionView({ session, catalogue }: { session: Session; catalogue: Catalogue }) {
  const copy = words();
  const { role } = useViewer();
  const topic = catalogue.topics.get(session.topicId)?.name ?? '';
  const cluster = catalogue.clusters.get(session.clusterId)?.name ?? '';
  return (
    <>
      <p class="crumbs"><a href="/">{copy.home[role]}</a> / {catalogue.phases.find(({ id }) => id === session.phaseId)?.name}</p>
      <Heading title={topic} />
      <p class="lead"><Mark state={session.state} />{session.booking && <> {copy.joinList} <TimeTo booking={session.booking} /></>}{role !== 'representative' && <> {copy.joinList} {cluster}</>}</p>
      {session.booking ? <Agreed session={session} booking={session.booking} catalogue={catalogue} topic={topic} /> : <Unbooked session={session} />}
    </>
  );
}

/** What people's calendars have said. Whoever may move the session is offered to; cancelling is right below. */
function Answers({ session }: { session: Session }) {
  const copy = sessionWords();
  const answers = session.answers ?? [];
  const { role } = useViewer();
  const declined = answers.filter(({ reply }) => reply === 'declined').map(({ name }) => name);
  const asking = answers.filter(({ reply, wantsOtherTime }) => wantsOtherTime && reply !== 'declined').map(({ name }) => name);
  const notes = [
    ...(declined.length > 0 ? [copy.declined(declined.join(', '))] : []),
    ...(asking.length > 0 ? [copy.otherTime(asking.join(', '))] : []),
    ...(session.busyConflict ? [role === 'facilitator' ? copy.clashOwn : copy.clash] : []),
  ];
  const isOffered = declined.length + asking.length > 0 && role !== 'facilitator';
  return (
    <>
      {notes.map((note) => <p key={note} class="note note-held">{note}</p>)}
      {isOffered && <p><a class="button button-main" href={`/book/${session.id}?move=1`}>{copy.anotherTime}</a></p>}
    </>
  );
}

function Unbooked({ session }: { session: Session }) {
  const copy = words();
  const { role } = useViewer();
  const mayBook = role !== 'facilitator' && role !== 'observer' && (session.state === 'open' || session.state === 'held');
  return <div class="card stack"><p>{sessionWords().notBooked}</p>{mayBook && <p><a class="button button-main" href={`/book/${session.id}`}>{copy.action.book}</a></p>}</div>;
}

/** Nobody came: who may book is led to it, whoever gave it is told that it may happen. */
function Missed({ session, catalogue, now }: { session: Session; catalogue: Catalogue; now: number }) {
  const copy = sessionWords();
  const { role } = useViewer();
  const endsOn = catalogue.phases.find(({ id }) => id === session.phaseId)?.endsOn ?? '';
  const isOver = endsOn < dateAt(now, catalogue.programme.timeZone);
  return (
    <div class="note note-held">
      <p>{isOver ? copy.missedLate : copy.missed(dayWords(endsOn, now))}</p>
      {role !== 'facilitator' && !isOver && <a class="button button-main" href={`/book/${session.id}`}>{copy.bookAgain}</a>}
    </div>
  );
}

function TimeTo({ booking }: { booking: Booking }) {
  const now = useNow(MINUTE_MS / 2);
  if (now >= Date.parse(booking.end)) return <>{words().session.over}</>;
  return <>{now >= Date.parse(booking.start) ? sessionWords().runningNow : fromNow(Date.parse(booking.start), now)}</>;
}

function Agreed({ session, booking, catalogue, topic }: { session: Session; booking: Booking; catalogue: Catalogue; topic: string }) {
  const copy = words();
  const viewer = useViewer();
  const now = useNow(MINUTE_MS / 2);
  const facilitator = catalogue.facilitators.get(booking.facilitatorId);
  const cluster = catalogue.clusters.get(session.clusterId);
  const other = viewer.role === 'facilitator' ? cluster : facilitator;
  const start = Date.parse(booking.start);
  if (viewer.role === 'observer') return <section class="card stack" aria-label={copy.session.when}><BothDays booking={booking} session={session} catalogue={catalogue} /></section>;
  return (
    <>
      <section class="card stack" aria-label={copy.session.when}>
        {session.state === 'booked' && <Answers session={session} />}
        {session.state === 'missed' && <Missed session={session} catalogue={catalogue} now={now} />}
        <BothDays booking={booking} session={session} catalogue={catalogue} />
        <div class="actions"><JoinLink booking={booking} /></div>
        <AddToCalendar booking={booking} topic={topic} who={other?.name ?? ''} />
        {session.state === 'booked' && <ChangeTime session={session} booking={booking} topic={topic} told={other?.name ?? ''} now={now} noticeMinutes={catalogue.programme.policy.minimumNoticeMinutes} />}
      </section>
      {now >= start && <Record booking={booking} />}
      <NeedsNote booking={booking} editable={session.state === 'booked' && viewer.role !== 'facilitator' && now < start} />
      <Notes booking={booking} />
      {viewer.role !== 'facilitator' && session.state === 'booked' && now < start && <Swaps booking={booking} catalogue={catalogue} />}
      <section class="card stack" aria-labelledby="invitations">
        <h2 id="invitations">{copy.delivery.heading}</h2>
        <DeliveryLine programmeId={viewer.programmeId} bookingId={booking.id} />
      </section>
    </>
  );
}
