import '../../styles/next.css';
import '../../styles/programme.css';
import { useEffect } from 'preact/hooks';
import type { Phase } from '../../../../shared/api/programmes.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { both, inTopicOrder, useSessions } from '../../api/sessions.ts';
import { deferred } from '../../components/deferred.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { dateAt, dateRange } from '../../format/time.ts';
import { city, clusterWords, need, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { MINUTE_MS, useNow } from '../../state/tick.ts';
import { NextAction } from './next-action.tsx';
import { SessionItem } from './session-item.tsx';

/** Of other clusters; it may come after the rest. */
const SwapAsks = deferred(async () => (await Promise.all([import('./swap-asks.tsx'), need('swaps')]))[0].SwapAsks);

/** When all else is there, the page that is most likely next: its code, not its times. */
const FETCH_NEXT_AFTER_MS = 2000;

/** A cluster's five weeks: what is next, what is to book, what is booked. */
export function ProgrammePage() {
  const viewer = useViewer();
  const reading = both(useCatalogue(viewer.programmeId), useSessions(viewer.programmeId));
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([import('../booking/booking-page.tsx'), need('booking')]).catch(() => undefined), FETCH_NEXT_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <Heading title={words().home.representative} />
      <Loaded of={reading} heights={[28, 116, 92, 190, 190, 190, 92]}>
        {([catalogue, sessions]) => <Programme catalogue={catalogue} sessions={sessions} />}
      </Loaded>
    </>
  );
}

function Programme({ catalogue, sessions: unordered }: { catalogue: Catalogue; sessions: readonly Session[] }) {
  const viewer = useViewer();
  const now = useNow(MINUTE_MS / 2);
  const copy = clusterWords().programme;
  const cluster = catalogue.clusters.get(viewer.clusterId ?? '');
  const sessions = inTopicOrder(unordered, catalogue.topics);
  const settled = sessions.filter(({ state }) => state === 'booked' || state === 'done' || state === 'waived').length;
  if (sessions.length === 0) return <p class="empty">{copy.empty}</p>;
  return (
    <>
      <div class="lead-row">
        <p class="lead">{copy.lead(cluster?.name ?? viewer.name, city(viewer.timeZone))}</p>
        <p class="covered"><progress class="meter" value={settled} max={sessions.length} aria-hidden="true" />{copy.progress(settled, sessions.length)}</p>
      </div>
      {sessions.some(({ state }) => state === 'booked') && <SwapAsks catalogue={catalogue} sessions={sessions} />}
      <NextAction catalogue={catalogue} sessions={sessions} now={now} />
      <ol class="weeks">
        {catalogue.phases.map((phase) => <Week key={phase.id} phase={phase} catalogue={catalogue} sessions={sessions.filter((session) => session.phaseId === phase.id)} now={now} />)}
      </ol>
    </>
  );
}

function Week({ phase, catalogue, sessions, now }: { phase: Phase; catalogue: Catalogue; sessions: readonly Session[]; now: number }) {
  const copy = clusterWords().programme;
  const today = dateAt(now, catalogue.programme.timeZone);
  const time = today > phase.endsOn ? 'past' : today >= phase.startsOn ? 'now' : 'coming';
  return (
    <li class={`week week-${time} week-${phase.mode}`} aria-current={time === 'now' ? 'date' : undefined}>
      <div class="week-head">
        <h2>{phase.name}</h2>
        <p class="quiet">{dateRange(phase.startsOn, phase.endsOn)}{time === 'now' && <b class="chip">{copy.now}</b>}</p>
      </div>
      {sessions.length === 0
        ? <p class="week-empty">{phase.mode === 'classroom' ? `${copy.inPerson}. ` : ''}{copy.nothingToBook}.</p>
        : <ul class="week-items">{sessions.map((session) => <SessionItem key={session.id} session={session} phase={phase} catalogue={catalogue} now={now} />)}</ul>}
    </li>
  );
}
