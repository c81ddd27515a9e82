import '../../styles/next.css';
import '../../styles/session.css';
import type { Session } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { both, byStart, useSessions } from '../../api/sessions.ts';
import { deferred } from '../../components/deferred.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { When } from '../../components/when.tsx';
import { dateAt, fromNow, offsetLabel } from '../../format/time.ts';
import { city, facilitatorWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { MINUTE_MS, useNow } from '../../state/tick.ts';
import { AgendaList } from '../session/agenda-list.tsx';
import { BothDays } from '../session/both-days.tsx';
import { JoinLink } from '../session/join-link.tsx';

/** Under the list, and drawn after it. */
const FreeHours = deferred(async () => (await import('./free-hours.tsx')).FreeHours);

/** A facilitator's sessions as a list: what is next, then day by day, with what each cluster needs. */
export function AgendaPage() {
  const { programmeId, timeZone } = useViewer();
  const now = useNow(MINUTE_MS / 2);
  const copy = facilitatorWords().agenda;
  return (
    <>
      <Heading title={words().home.facilitator} />
      <p class="lead">{copy.lead(city(timeZone), offsetLabel(now, timeZone))}</p>
      <Loaded of={both(useCatalogue(programmeId), useSessions(programmeId))} heights={[150, 30, 90, 90]}>
        {([catalogue, sessions]) => <Agenda catalogue={catalogue} sessions={sessions} now={now} />}
      </Loaded>
    </>
  );
}

function Agenda({ catalogue, sessions, now }: { catalogue: Catalogue; sessions: readonly Session[]; now: number }) {
  const copy = facilitatorWords().agenda;
  const { timeZone, facilitatorId } = useViewer();
  const today = dateAt(now, timeZone);
  const free = (date: string) => facilitatorId && <FreeHours facilitatorId={facilitatorId} date={date} sessions={sessions} catalogue={catalogue} now={now} />;
  const coming = byStart(sessions).filter(({ booking }) => Date.parse(booking.end) > now);
  const next = coming[0];
  if (!next) return <div class="card stack"><p class="empty">{copy.empty}</p><p><a class="button" href="/availability">{copy.openHours}</a></p></div>;
  const hasToday = coming.some(({ booking }) => dateAt(Date.parse(booking.start), timeZone) === today);
  return (
    <>
      <Next session={next} catalogue={catalogue} now={now} />
      <h2>{copy.coming}</h2>
      {!hasToday && <><p class="quiet">{copy.noneToday}</p>{free(today)}</>}
      <AgendaList sessions={coming} catalogue={catalogue} now={now} withNeeds underDay={free} />
    </>
  );
}

function Next({ session, catalogue, now }: { session: ReturnType<typeof byStart>[number]; catalogue: Catalogue; now: number }) {
  const copy = facilitatorWords().agenda;
  const { timeZone } = useViewer();
  const { booking } = session;
  const cluster = catalogue.clusters.get(session.clusterId);
  const start = Date.parse(booking.start);
  const name = cluster?.name ?? '';
  return (
    <section class="next next-wide" aria-labelledby="next">
      <div class="next-text">
        <h2 id="next">{start <= now ? copy.runningNow(name) : copy.next(name, fromNow(start, now))}</h2>
        <p><When start={start} end={Date.parse(booking.end)} zone={timeZone} /></p>
        <p>{catalogue.topics.get(session.topicId)?.name}</p>
      </div>
      <JoinLink booking={booking} />
      <div class="next-strip"><BothDays booking={booking} session={session} catalogue={catalogue} /></div>
    </section>
  );
}
