import '../../styles/coverage.css';
import { useState } from 'preact/hooks';
import type { Coverage } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { getCoverage } from '../../api/endpoints.ts';
import { useReading } from '../../api/resource.ts';
import { both } from '../../api/sessions.ts';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { clock } from '../../format/time.ts';
import { isUnsettled } from '../../live/board.ts';
import { city, coordinatorWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { Board } from './board.tsx';
import { CellPanel } from './cell-panel.tsx';
import { EveryonesDay } from './everyones-day.tsx';
import { FacilitatorLoad } from './facilitator-load.tsx';
import { useNews } from './use-news.ts';

/** Who still misses what: every cluster against every topic, live. */
export function CoveragePage() {
  const { programmeId } = useViewer();
  const coverage = useReading(`coverage/${programmeId}`, () => getCoverage(programmeId));
  return (
    <>
      <Heading title={words().home.coordinator} />
      <Loaded of={both(useCatalogue(programmeId), coverage)} heights={[26, 24, 48, 300, 120]}>
        {([catalogue, read]) => <CoverageView catalogue={catalogue} coverage={read} />}
      </Loaded>
    </>
  );
}

function CoverageView({ catalogue, coverage }: { catalogue: Catalogue; coverage: Coverage }) {
  const copy = coordinatorWords().coverage;
  const { timeZone } = useViewer();
  const [onlyUnsettled, setOnlyUnsettled] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const news = useNews(coverage, catalogue);
  const cell = coverage.cells.find(({ sessionId }) => sessionId === opened);
  const unsettled = coverage.cells.filter(isUnsettled).length;
  if (coverage.cells.length === 0) return <p class="empty">{words().noSessions}</p>;
  return (
    <>
      <p class="lead">{catalogue.programme.name}</p>
      <Totals coverage={coverage} />
      <div class="board-tools">
        <label class="check">
          <input type="checkbox" checked={onlyUnsettled} onChange={(event) => setOnlyUnsettled(event.currentTarget.checked)} />
          <span>{copy.onlyAttention} <span class="quiet">{copy.attentionCount(unsettled)}</span></span>
        </label>
        <p class="news small quiet">{news.facts.length > 0 && news.since !== null && copy.since(clock(news.since, timeZone), city(timeZone), news.facts.join(', '))}</p>
      </div>
      {onlyUnsettled && unsettled === 0
        ? <p class="empty">{copy.nothingNeeds}</p>
        : <Board catalogue={catalogue} coverage={coverage} onlyUnsettled={onlyUnsettled} flashing={news.flashing} onOpen={setOpened} />}
      <div id="after-board" tabIndex={-1} class="columns">
        <FacilitatorLoad catalogue={catalogue} coverage={coverage} />
        <EveryonesDay catalogue={catalogue} now={Date.parse(coverage.now)} />
      </div>
      {cell && <CellPanel cell={cell} catalogue={catalogue} onClose={() => setOpened(null)} />}
    </>
  );
}

function Totals({ coverage: { cells } }: { coverage: Coverage }) {
  const copy = coordinatorWords().coverage;
  const settled = cells.filter((cell) => !isUnsettled(cell)).length;
  const rest = (['open', 'held', 'missed'] as const)
    .map((state) => [state, cells.filter((cell) => cell.state === state).length] as const).filter(([, count]) => count > 0);
  return (
    <p class="covered">
      <progress class="meter" value={settled} max={cells.length} aria-hidden="true" />
      <span><b>{copy.covered(settled, cells.length)}</b> {copy.coveredRest}{rest.map(([state, count]) => <span key={state}>{words().joinList}{copy.counts[state](count)}</span>)}</span>
    </p>
  );
}
