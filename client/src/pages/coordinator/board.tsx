import type { Coverage } from '../../../../shared/api/sessions.ts';
import type { Topic } from '../../../../shared/api/programmes.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import type { Outlook } from '../../api/coverage.ts';
import type { KnownCluster } from '../../api/endpoints.ts';
import { deferred } from '../../components/deferred.tsx';
import { FieldLink } from '../../components/field-link.tsx';
import { Mark } from '../../components/mark.tsx';
import { hoursWord } from '../../format/time.ts';
import { type Cell, isUnsettled } from '../../live/board.ts';
import { city, coordinatorWords, words } from '../../locales/index.ts';
import { CellButton } from './cell-button.tsx';
import type { BoardView } from './board-tools.tsx';

export interface BoardProps {
  catalogue: Catalogue;
  coverage: Coverage;
  view: BoardView;
  outlook: Outlook;
  flashing: ReadonlySet<string>;
  onOpen: (sessionId: string) => void;
}

/** One side of the table: a cluster or a topic. */
export interface Side {
  id: string;
  name: string;
  small: string;
  group?: string;
  cluster?: KnownCluster;
}

/** Fetched when it is asked for. */
const ByFacilitator = deferred(async () => (await import('./board-by-facilitator.tsx')).BoardByFacilitator);

/** A plain table: clusters against topics. On a narrow screen the same rows become lists. */
export function Board(props: BoardProps) {
  const copy = coordinatorWords().coverage;
  const cells = props.coverage.cells.filter(({ phaseId }) => props.view.phaseId === null || phaseId === props.view.phaseId);
  return (
    <>
      <FieldLink class="skip-table" to="after-board">{copy.skipTable}</FieldLink>
      <section class="board-scroll" aria-label={words().home.coordinator}>
        <table class="board">
          <caption class="sr">{copy.caption}</caption>
          {props.view.rows === 'facilitator' ? <ByFacilitator {...props} cells={cells} /> : <BothSides {...props} cells={cells} />}
        </table>
      </section>
    </>
  );
}

function BothSides(props: BoardProps & { cells: readonly Cell[] }) {
  const { catalogue, cells, view, outlook } = props;
  const copy = coordinatorWords().coverage;
  const topics = topicSides(catalogue, cells);
  const clusters = clusterSides(catalogue, cells);
  const [rows, columns] = view.rows === 'cluster' ? [clusters, topics] : [topics, clusters];
  const byPlace = new Map(cells.flatMap((cell) => [[`${cell.clusterId} ${cell.topicId}`, cell], [`${cell.topicId} ${cell.clusterId}`, cell]] as const));
  const shown = rows.filter((row) => columns.some((column) => isShown(byPlace.get(`${row.id} ${column.id}`), view)));
  return (
    <>
      <BoardHead columns={columns} corner={view.rows === 'cluster' ? copy.cluster : copy.topic} />
      <tbody>{shown.map((row) => <BoardRow key={row.id} {...props} row={row} columns={columns} byPlace={byPlace} />)}</tbody>
      {view.rows === 'cluster' && outlook.supply && <StillOpen topics={topics} outlook={outlook} />}
    </>
  );
}

export function BoardHead({ columns, corner, last = coordinatorWords().coverage.coveredHead }: { columns: readonly Side[]; corner: string; last?: string }) {
  const groups = [...new Set(columns.flatMap(({ group }) => (group === undefined ? [] : [group])))].map((name) => ({ name, count: columns.filter(({ group }) => group === name).length }));
  const span = groups.length > 0 ? 2 : 1;
  const heads = columns.map(({ id, name, small, group }) => <th key={id} scope="col" class="board-topic">{name}{group === undefined && <small>{small}</small>}</th>);
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={span}>{corner}</th>
        {groups.length > 0 ? groups.map(({ name, count }) => <th key={name} scope="colgroup" colSpan={count} class="board-phase">{name}</th>) : heads}
        <th scope="col" rowSpan={span}>{last}</th>
      </tr>
      {groups.length > 0 && <tr>{heads}</tr>}
    </thead>
  );
}

interface RowProps extends BoardProps {
  row: Side;
  columns: readonly Side[];
  byPlace: ReadonlyMap<string, Cell>;
}

function BoardRow({ row, columns, byPlace, view, outlook, flashing, onOpen }: RowProps) {
  const copy = coordinatorWords().coverage;
  const own = columns.map((column) => byPlace.get(`${row.id} ${column.id}`));
  const settled = own.filter((cell) => cell && !isUnsettled(cell)).length;
  return (
    <tr>
      <th scope="row">{row.name}<small>{row.small}</small></th>
      {columns.map((column, index) => {
        const cell = own[index];
        const [cluster, topic] = row.cluster ? [row.cluster, column.name] : [column.cluster, row.name];
        if (!cell || !cluster) return <td key={column.id} class="board-none quiet">–</td>;
        if (!isShown(cell, view)) return <td key={column.id} class="board-settled"><span class="quiet"><Mark state={cell.state} /></span></td>;
        return <td key={column.id}><CellButton cell={cell} cluster={cluster} topic={topic} narrowName={column.name} outlook={outlook} flashing={flashing.has(cell.sessionId)} onOpen={onOpen} /></td>;
      })}
      <td class="board-sum"><span class="narrow-only">{copy.coveredHead} </span>{settled}/{own.filter(Boolean).length}</td>
    </tr>
  );
}

/** How many hours could still be booked, topic by topic. */
function StillOpen({ topics, outlook }: { topics: readonly Side[]; outlook: Outlook }) {
  const copy = coordinatorWords().coverage;
  const minutes = new Map(outlook.supply?.topics.map(({ topicId, openMinutes }) => [topicId, openMinutes]));
  return (
    <tfoot>
      <tr>
        <th scope="row">{copy.stillOpen}</th>
        {topics.map(({ id, name }) => <td key={id}><span class="narrow-only">{name}: </span>{copy.openHours(hoursWord(minutes.get(id) ?? 0))}</td>)}
      </tr>
    </tfoot>
  );
}

export function isShown(cell: Cell | undefined, view: BoardView): boolean {
  return cell !== undefined && (!view.onlyUnsettled || isUnsettled(cell));
}

function clusterSides({ clusters }: Catalogue, cells: readonly Cell[]): Side[] {
  const present = new Set(cells.map(({ clusterId }) => clusterId));
  return [...clusters.values()].filter(({ id }) => present.has(id))
    .map((cluster) => ({ id: cluster.id, name: cluster.name, small: coordinatorWords().coverage.rowTime(city(cluster.timeZone)), cluster }));
}

/** Topics that somebody has a session of, in the order of their weeks. */
export function topicSides({ phases, topics }: Catalogue, cells: readonly Cell[]): Side[] {
  const present = new Set(cells.map(({ topicId }) => topicId));
  const place = new Map(phases.map(({ id }, index) => [id, index]));
  const placeOf = ({ phaseId }: Topic) => place.get(phaseId ?? '') ?? 0;
  return [...topics.values()].filter(({ id }) => present.has(id)).toSorted((a, b) => placeOf(a) - placeOf(b)).map((topic) => {
    const phase = phases[placeOf(topic)]?.name ?? '';
    return { id: topic.id, name: topic.name, small: phase, group: phase };
  });
}
