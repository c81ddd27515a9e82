import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { TimeThere, When } from '../../components/when.tsx';
import { clock, dateAt, dayShort, dayWords, fromNow } from '../../format/time.ts';
import { city, clusterWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { JoinLink } from '../session/join-link.tsx';
import { daysBetween, nextOf, toBook } from './deadlines.ts';
import { TimeLeft } from './session-item.tsx';

interface NextActionProps {
  catalogue: Catalogue;
  sessions: readonly Session[];
  now: number;
}

/** The first thing on the page: the one step that is due. */
export function NextAction({ catalogue, sessions, now }: NextActionProps) {
  const copy = clusterWords().programme;
  const today = dateAt(now, catalogue.programme.timeZone);
  const next = nextOf(sessions, catalogue.phases, now, today);
  if (!next) return sessions.every(({ state }) => state !== 'open') ? <p class="next next-done">{copy.allBooked}</p> : null;
  const topic = catalogue.topics.get(next.session.topicId)?.name ?? '';
  const open = toBook(sessions, catalogue.phases, today).length;
  return (
    <section class={`next next-${next.kind}`} aria-labelledby="next">
      <div class="next-text">
        <p class="eyebrow">{copy.next}</p>
        <h2 id="next">{next.kind === 'book' ? copy.nextToBook(topic) : topic}</h2>
        <Facts next={next} catalogue={catalogue} today={today} now={now} />
      </div>
      {next.kind === 'join' && next.session.booking
        ? <JoinLink booking={next.session.booking} />
        : (
          <div class="next-ways">
            <a class="button button-main button-large" href={`/book/${next.session.id}`}>{next.kind === 'hold' ? copy.goOn : words().action.book}</a>
            {next.kind === 'book' && open > 1 && <a href="/book/all">{copy.suggestAll(open)}</a>}
          </div>
        )}
    </section>
  );
}

function Facts({ next: { kind, session }, catalogue, today, now }: { next: NonNullable<ReturnType<typeof nextOf>>; catalogue: Catalogue; today: string; now: number }) {
  const copy = clusterWords().programme;
  const { timeZone } = useViewer();
  if (kind === 'hold' && session.hold) {
    return <p>{copy.heldByYou(`${dayShort(dateAt(Date.parse(session.hold.start), timeZone))}, ${clock(Date.parse(session.hold.start), timeZone)}`, city(timeZone))}, <TimeLeft until={Date.parse(session.hold.expiresAt)} /></p>;
  }
  if (kind === 'join' && session.booking) {
    const start = Date.parse(session.booking.start);
    const facilitator = catalogue.facilitators.get(session.booking.facilitatorId);
    return (
      <p>
        <When start={start} end={Date.parse(session.booking.end)} zone={timeZone} />, {fromNow(start, now)}
        {facilitator && <span class="second quiet"><TimeThere instant={start} zone={facilitator.timeZone} here={timeZone} /> {words().joinList} {facilitator.name}</span>}
      </p>
    );
  }
  const phase = catalogue.phases.find(({ id }) => id === session.phaseId);
  return phase ? <p>{copy.bookBy(dayWords(phase.endsOn, now))} <span class="quiet">({copy.daysLeft(daysBetween(today, phase.endsOn))})</span></p> : null;
}
