import type { Cell } from '../../live/board.ts';
import { city, coordinatorWords, words } from '../../locales/index.ts';
import { BoardHead, type BoardProps, isShown, type Side, topicSides } from './board.tsx';
import { CellButton } from './cell-button.tsx';

/** The same sessions by who gives them; those that nobody gives yet come last. */
export function BoardByFacilitator(props: BoardProps & { cells: readonly Cell[] }) {
  const { catalogue, view } = props;
  const copy = coordinatorWords().coverage;
  const cells = props.cells.filter((cell) => isShown(cell, view));
  const columns = topicSides(catalogue, cells);
  const givers: { id: string | undefined; name: string; small?: string }[] = [
    ...[...catalogue.facilitators.values()].map(({ id, name, timeZone }) => ({ id, name, small: copy.rowTime(city(timeZone)) })),
    { id: undefined, name: copy.nobodyYet },
  ];
  return (
    <>
      <BoardHead columns={columns} corner={copy.facilitator} last={words().nav.sessions} />
      <tbody>
        {givers.map(({ id, name, small }) => {
          const own = cells.filter((cell) => (cell.booking ?? cell.hold)?.facilitatorId === id);
          if (own.length === 0) return null;
          return (
            <tr key={id ?? ''}>
              <th scope="row">{name}<small>{small}</small></th>
              {columns.map((column) => <Place key={column.id} {...props} column={column} cells={own.filter(({ topicId }) => topicId === column.id)} />)}
              <td class="board-sum">{words().sessionsCount(own.length)}</td>
            </tr>
          );
        })}
      </tbody>
    </>
  );
}

function Place({ column, cells, catalogue, outlook, flashing, onOpen }: BoardProps & { column: Side; cells: readonly Cell[] }) {
  if (cells.length === 0) return <td class="board-none quiet">–</td>;
  return (
    <td class="board-many">
      {cells.map((cell) => {
        const cluster = catalogue.clusters.get(cell.clusterId);
        return cluster && <CellButton key={cell.sessionId} cell={cell} cluster={cluster} topic={column.name} narrowName={column.name} who={cluster.name} outlook={outlook} flashing={flashing.has(cell.sessionId)} onOpen={onOpen} />;
      })}
    </td>
  );
}
