import '../../styles/availability.css';
import '../../styles/wishes.css';
import type { Preferences } from '../../../../shared/api/planning.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { useReading } from '../../api/resource.ts';
import { both, useSessions } from '../../api/sessions.ts';
import { getPreferences } from '../../api/wishes.ts';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { wishesWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { mondayOf } from '../facilitator/week-columns.ts';
import { MarkEditor } from './mark-editor.tsx';

/** The preference round: a cluster marks the hours that suit it before anything is planned, on its own clock. */
export function WishesPage() {
  const { programmeId, clusterId } = useViewer();
  const id = clusterId ?? '';
  const wishes = useReading<Preferences>(`wishes/${id}`, () => getPreferences(id));
  return (
    <>
      <Heading title={wishesWords().heading} />
      <Loaded of={both(both(useCatalogue(programmeId), useSessions(programmeId)), wishes)} heights={[26, 60, 130, 720]}>
        {([[catalogue, sessions], saved]) => <Weeks catalogue={catalogue} sessions={sessions} saved={saved} />}
      </Loaded>
    </>
  );
}

function Weeks({ catalogue, sessions, saved }: { catalogue: Catalogue; sessions: readonly Session[]; saved: Preferences }) {
  const copy = wishesWords();
  const weeks = [...new Set(catalogue.phases.filter(({ mode }) => mode === 'virtual').map(({ startsOn }) => mondayOf(startsOn)))].toSorted();
  if (weeks.length === 0) return <div class="card stack"><p class="empty">{copy.noWeeks}</p><p><a class="button" href="/">{copy.toProgramme}</a></p></div>;
  const open = sessions.filter(({ state }) => state === 'open' || state === 'held' || state === 'missed').length;
  return (
    <>
      <p class="lead">{copy.why} {open === 0 ? copy.allPlaced : copy.toPlan(open)}</p>
      <MarkEditor saved={saved} weeks={weeks} sessions={sessions} catalogue={catalogue} />
    </>
  );
}
