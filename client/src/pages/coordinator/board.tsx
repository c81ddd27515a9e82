import type { Topic } from '../../../../shared/api/programmes.ts';
import type { Coverage } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import type { KnownCluster } from '../../api/endpoints.ts';
import { FieldLink } from '../../components/field-link.tsx';
import { Mark } from '../../components/mark.tsx';
import { clock, dateAt, dayShort } from '../../format/time.ts';
import { type Cell, isUnsettled, needsAttention } from '../../live/board.ts';
import { city, coordinatorWords, words } from '../../locales/index.ts';

interface BoardProps {
  catalogue: Catalogue;
  coverage: Coverage;
  onlyUnsettled: boolean;
  flashing: ReadonlySet<string>;
  onOpen: (sessionId: string) => void;
}

/** A plain table: clusters down, topics across under their weeks. On a narrow screen the same rows become lists. */
export function Board({ catalogue, coverage, onlyUnsettled, flashing, onOpen }: BoardProps) {
  const copy = coordinatorWords().coverage;
  const topics = columnsOf(catalogue, coverage);
  const phases = catalogue.phases.map((phase) => ({ phase, count: topics.filter(({ phaseId }) => phaseId === phase.id).length })).filter(({ count }) => count > 0);
  const cells = new Map(coverage.cells.map((cell) => [`${cell.clusterId} ${cell.topicId}`, cell]));
  const clusters = [...catalogue.clusters.values()].filter(({ id }) => coverage.cells.some((cell) => cell.clusterId === id && (!onlyUnsettled || isUnsettled(cell))));
  return (
    <>
      <FieldLink class="skip-table" to="after-board">{copy.skipTable}</FieldLink>
      <section class="board-scroll" aria-label={words().home.coordinator}>
        <table class="board">
          <caption class="sr">{copy.caption}</caption>
          <thead>
            <tr><th scope="col" rowSpan={2}>{copy.cluster}</th>{phases.map(({ phase, count }) => <th key={phase.id} scope="colgroup" colSpan={count} class="board-phase">{phase.name}</th>)}<th scope="col" rowSpan={2}>{copy.coveredHead}</th></tr>
            <tr>{topics.map((topic) => <th key={topic.id} scope="col" class="board-topic">{topic.name}</th>)}</tr>
          </thead>
          <tbody>
            {clusters.map((cluster) => <BoardRow key={cluster.id} cluster={cluster} topics={topics} cells={cells} onlyUnsettled={onlyUnsettled} flashing={flashing} onOpen={onOpen} />)}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface RowProps extends Pick<BoardProps, 'onlyUnsettled' | 'flashing' | 'onOpen'> {
  cluster: KnownCluster;
  topics: readonly Topic[];
  cells: ReadonlyMap<string, Cell>;
}

function BoardRow({ cluster, topics, cells, onlyUnsettled, flashing, onOpen }: RowProps) {
  const copy = coordinatorWords().coverage;
  const own = topics.map((topic) => cells.get(`${cluster.id} ${topic.id}`));
  const settled = own.filter((cell) => cell && !isUnsettled(cell)).length;
  return (
    <tr>
      <th scope="row">{cluster.name}<small>{copy.rowTime(city(cluster.timeZone))}</small></th>
      {topics.map((topic, index) => {
        const cell = own[index];
        if (!cell) return <td key={topic.id} class="board-none quiet">–</td>;
        if (onlyUnsettled && !isUnsettled(cell)) return <td key={topic.id} class="board-settled"><span class="quiet"><Mark state={cell.state} /></span></td>;
        return <td key={topic.id}><CellButton cell={cell} cluster={cluster} topic={topic} flashing={flashing.has(cell.sessionId)} onOpen={onOpen} /></td>;
      })}
      <td class="board-sum"><span class="narrow-only">{copy.coveredHead} </span>{settled}/{own.filter(Boolean).length}</td>
    </tr>
  );
}

function CellButton({ cell, cluster, topic, flashing, onOpen }: { cell: Cell; cluster: KnownCluster; topic: Topic; flashing: boolean; onOpen: (sessionId: string) => void }) {
  const copy = coordinatorWords().coverage;
  const isDue = needsAttention(cell);
  const start = cell.booking ? Date.parse(cell.booking.start) : null;
  return (
    <button type="button" class={`cell cell-${cell.state}${isDue ? ' cell-due' : ''}${flashing ? ' cell-flash' : ''}`} data-session={cell.sessionId} onClick={() => onOpen(cell.sessionId)}>
      <span class="sr">{copy.cellLabel(cluster.name, topic.name)}: </span>
      <span class="narrow-only cell-topic" aria-hidden="true">{topic.name}</span>
      <span class="cell-state"><Mark state={cell.state} />{isDue && <span class="cell-alarm" title={copy.attention}>!<span class="sr"> {copy.attention}</span></span>}</span>
      {start !== null && <small class="cell-time">{dayShort(dateAt(start, cluster.timeZone))}, <span class="time">{clock(start, cluster.timeZone)}</span><span class="sr"> {words().inCity(city(cluster.timeZone))}</span></small>}
      {start === null && (cell.state === 'open' || cell.state === 'held') && <small class="cell-time">{copy.daysLeft(cell.daysLeft)}</small>}
    </button>
  );
}

/** Topics that somebody has a session of, in the order of their weeks. */
function columnsOf(catalogue: Catalogue, coverage: Coverage): Topic[] {
  const present = new Set(coverage.cells.map(({ topicId }) => topicId));
  const place = new Map(catalogue.phases.map(({ id }, index) => [id, index]));
  return [...catalogue.topics.values()].filter(({ id }) => present.has(id))
    .toSorted((a, b) => (place.get(a.phaseId ?? '') ?? 0) - (place.get(b.phaseId ?? '') ?? 0));
}
