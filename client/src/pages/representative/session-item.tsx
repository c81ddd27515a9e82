import type { Phase } from '../../../../shared/api/programmes.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { isOffer, KeptUntil } from '../../components/kept-until.tsx';
import { Mark } from '../../components/mark.tsx';
import { TimeThere, When } from '../../components/when.tsx';
import { clock, countdown, dateAt, dayShort, dayWords } from '../../format/time.ts';
import { city, clusterWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { SECOND_MS, useNow } from '../../state/tick.ts';
import { daysBetween } from './deadlines.ts';

interface SessionItemProps {
  session: Session;
  phase: Phase;
  catalogue: Catalogue;
  now: number;
}

/** One session of a week: its state in shape and word, what is known, what can be done. */
export function SessionItem({ session, phase, catalogue, now }: SessionItemProps) {
  const topic = catalogue.topics.get(session.topicId)?.name ?? '';
  return (
    <li class={`item item-${session.state}`}>
      <div class="item-text">
        <h3>{topic}</h3>
        <p class="item-line"><Mark state={session.state} /> <Detail session={session} phase={phase} catalogue={catalogue} now={now} /></p>
      </div>
      <Action session={session} phase={phase} topic={topic} catalogue={catalogue} now={now} />
    </li>
  );
}

function Detail({ session, phase, catalogue, now }: SessionItemProps) {
  const copy = clusterWords().programme;
  const { timeZone } = useViewer();
  if (session.state === 'waived') return <span class="quiet">{copy.waived}</span>;
  const left = daysBetween(dateAt(now, catalogue.programme.timeZone), phase.endsOn);
  if (session.state === 'held' && session.hold) {
    return <span>{copy.heldByYou(`${dayShort(dateAt(Date.parse(session.hold.start), timeZone))}, ${clock(Date.parse(session.hold.start), timeZone)}`, city(timeZone))}, <TimeLeft until={Date.parse(session.hold.expiresAt)} /></span>;
  }
  if (session.state === 'missed' && session.booking) {
    return <span>{copy.missedOn(dayWords(dateAt(Date.parse(session.booking.start), timeZone), now))}{left >= 0 ? `, ${copy.againUntil(dayWords(phase.endsOn, now))}` : `. ${copy.weekOver}`}</span>;
  }
  if (session.booking) return <BookedDetail session={session} booking={session.booking} catalogue={catalogue} now={now} />;
  if (left < 0) return <span class="quiet">{copy.weekOver}</span>;
  return <span>{copy.by(dayWords(phase.endsOn, now))} <span class={left <= 3 ? 'due' : 'quiet'}>({copy.daysLeft(left)})</span></span>;
}

function BookedDetail({ session, booking, catalogue, now }: { session: Session; booking: NonNullable<Session['booking']>; catalogue: Catalogue; now: number }) {
  const copy = clusterWords().programme;
  const { timeZone } = useViewer();
  const facilitator = catalogue.facilitators.get(booking.facilitatorId);
  const start = Date.parse(booking.start);
  if (session.state === 'done') return <span class="quiet">{copy.doneOn(dayWords(dateAt(start, timeZone), now))}, {copy.with(facilitator?.name ?? '')}</span>;
  return (
    <span>
      <When start={start} end={Date.parse(booking.end)} zone={timeZone} />
      <Answers session={session} />
      {facilitator && <span class="second quiet"><TimeThere instant={start} zone={facilitator.timeZone} here={timeZone} /> {words().joinList} {facilitator.name}</span>}
    </span>
  );
}

/** What asks for another look: whoever opens the session can move it. */
function Answers({ session }: { session: Session }) {
  const copy = clusterWords().programme;
  const answers = session.answers ?? [];
  const declined = answers.filter(({ reply }) => reply === 'declined');
  const asking = answers.filter(({ reply, wantsOtherTime }) => wantsOtherTime && reply !== 'declined');
  const names = (list: typeof answers) => list.map(({ name }) => name).join(', ');
  return (
    <>
      {declined.length > 0 && <span class="second due">{copy.declined(names(declined))}</span>}
      {asking.length > 0 && <span class="second due">{copy.otherTime(names(asking))}</span>}
    </>
  );
}

function Action({ session, phase, topic, catalogue, now }: SessionItemProps & { topic: string }) {
  const { action } = words();
  const copy = clusterWords().programme;
  if (session.state === 'held') return <a class="button button-main" href={`/book/${session.id}`}>{copy.goOn}</a>;
  const over = daysBetween(dateAt(now, catalogue.programme.timeZone), phase.endsOn) < 0;
  // Nothing can be chosen there any more, but the coordinator can be asked.
  if (over && (session.state === 'open' || session.state === 'missed')) return <a class="button" href={`/book/${session.id}`} aria-label={copy.askDateTopic(topic)}>{copy.askDate}</a>;
  if (session.state === 'missed') return <a class="button" href={`/book/${session.id}`} aria-label={copy.againTopic(topic)}>{copy.again}</a>;
  if (session.booking) return <a class="button" href={`/sessions/${session.id}`} aria-label={action.openTopic(topic)}>{action.open}</a>;
  if (session.state !== 'open') return null;
  return <a class="button" href={`/book/${session.id}`} aria-label={action.bookTopic(topic)}>{action.book}</a>;
}

/** `4:12`, counted on the server's clock; a plan's offer says until when instead. */
export function TimeLeft({ until }: { until: number }) {
  const now = useNow(SECOND_MS);
  return isOffer(until, now) ? <KeptUntil until={until} /> : <span class="time">{countdown(until - now)}</span>;
}
