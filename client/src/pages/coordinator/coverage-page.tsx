import '../../styles/coverage.css';
import { useState } from 'preact/hooks';
import type { Coverage } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { useCoverage, useOutlook } from '../../api/coverage.ts';
import { both } from '../../api/sessions.ts';
import { deferred } from '../../components/deferred.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { clock } from '../../format/time.ts';
import { isUnsettled } from '../../live/board.ts';
import { city, coordinatorWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { Attention } from './attention.tsx';
import { Board } from './board.tsx';
import { type BoardView, BoardTools } from './board-tools.tsx';
import { Totals } from './totals.tsx';
import { useNews } from './use-news.ts';

/** Fetched once the board is there: they are not needed to see it. */
const Panel = deferred(async () => (await import('./cell-panel.tsx')).CellPanel);
const Foot = deferred(async () => (await import('./board-foot.tsx')).BoardFoot);

/** Who still misses what: every cluster against every topic, live. */
export function CoveragePage() {
  const { programmeId } = useViewer();
  return (
    <>
      <Heading title={words().home.coordinator} />
      <Rooms of="coverage" />
      <Loaded of={both(useCatalogue(programmeId), useCoverage(programmeId))} heights={[26, 24, 64, 48, 300, 120]}>
        {([catalogue, read]) => <CoverageView catalogue={catalogue} coverage={read} />}
      </Loaded>
    </>
  );
}

function CoverageView({ catalogue, coverage }: { catalogue: Catalogue; coverage: Coverage }) {
  const copy = coordinatorWords().coverage;
  const { programmeId, role, timeZone } = useViewer();
  const [view, setView] = useState<BoardView>({ onlyUnsettled: false, phaseId: null, rows: 'cluster' });
  const [opened, setOpened] = useState<string | null>(null);
  const outlook = useOutlook(programmeId);
  const news = useNews(coverage, catalogue);
  const cell = coverage.cells.find(({ sessionId }) => sessionId === opened);
  const unsettled = coverage.cells.filter(isUnsettled).length;
  if (coverage.cells.length === 0) return <p class="empty">{words().noSessions}</p>;
  return (
    <>
      <p class="lead">{catalogue.programme.name}</p>
      <Totals coverage={coverage} />
      {role !== 'observer' && <Attention catalogue={catalogue} coverage={coverage} outlook={outlook} onOpen={setOpened} />}
      <BoardTools catalogue={catalogue} view={view} unsettled={unsettled} onView={setView} />
      <p class="news small quiet">{news.facts.length > 0 && news.since !== null && copy.since(clock(news.since, timeZone), city(timeZone), news.facts.join(', '))}</p>
      {view.onlyUnsettled && unsettled === 0
        ? <p class="empty">{copy.nothingNeeds}</p>
        : <Board catalogue={catalogue} coverage={coverage} view={view} outlook={outlook} flashing={news.flashing} onOpen={setOpened} />}
      <div id="after-board" tabIndex={-1} class="columns">
        <Foot catalogue={catalogue} coverage={coverage} outlook={outlook} />
      </div>
      {cell && <Panel cell={cell} catalogue={catalogue} supply={outlook.bySession.get(cell.sessionId)} onClose={() => setOpened(null)} />}
    </>
  );
}
