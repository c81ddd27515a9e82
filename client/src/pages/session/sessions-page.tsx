import '../../styles/session.css';
import type { Session } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { both, byStart, useSessions } from '../../api/sessions.ts';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { city, sessionsWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { MINUTE_MS, useNow } from '../../state/tick.ts';
import { AgendaList } from './agenda-list.tsx';

/** Every agreed session, coming and past, as a list. */
export function SessionsPage() {
  const { programmeId, timeZone } = useViewer();
  return (
    <>
      <Heading title={words().nav.sessions} />
      <p class="lead">{sessionsWords().lead(city(timeZone))}</p>
      <Loaded of={both(useCatalogue(programmeId), useSessions(programmeId))} heights={[30, 90, 90, 90]}>
        {([catalogue, sessions]) => <Lists catalogue={catalogue} sessions={sessions} />}
      </Loaded>
    </>
  );
}

function Lists({ catalogue, sessions }: { catalogue: Catalogue; sessions: readonly Session[] }) {
  const copy = sessionsWords();
  const { role } = useViewer();
  const now = useNow(MINUTE_MS);
  const agreed = byStart(sessions);
  const past = agreed.filter(({ booking }) => Date.parse(booking.end) <= now);
  return (
    <>
      <h2>{copy.coming}</h2>
      {past.length === agreed.length ? <p class="empty">{copy.none} <a href="/">{words().home[role]}</a></p> : <AgendaList sessions={agreed.filter((session) => !past.includes(session))} catalogue={catalogue} now={now} />}
      {past.length > 0 && <><h2>{copy.past}</h2><AgendaList sessions={past.toReversed()} catalogue={catalogue} now={now} /></>}
    </>
  );
}
