import type { Outlook } from '../../api/coverage.ts';
import type { KnownCluster } from '../../api/endpoints.ts';
import { Mark } from '../../components/mark.tsx';
import { serverNow } from '../../format/clock.ts';
import { clock, dateAt, dayShort } from '../../format/time.ts';
import { type Cell, concernOf } from '../../live/board.ts';
import { city, coordinatorWords, words } from '../../locales/index.ts';

interface CellButtonProps {
  cell: Cell;
  cluster: KnownCluster;
  topic: string;
  /** What stands in the cell where its column has no head: on a phone. */
  narrowName: string;
  /** Stands in the cell at every width, where neither head says it. */
  who?: string;
  outlook: Outlook;
  flashing: boolean;
  onOpen: (sessionId: string) => void;
}

/** One cluster's one topic; what can be done about it is one press away. */
export function CellButton({ cell, cluster, topic, narrowName, who, outlook, flashing, onOpen }: CellButtonProps) {
  const copy = coordinatorWords().coverage;
  const isDue = concernOf(cell, serverNow(), outlook.bySession.get(cell.sessionId), outlook.bounced) !== null;
  const start = cell.booking ? Date.parse(cell.booking.start) : null;
  return (
    <button type="button" class={`cell cell-${cell.state}${isDue ? ' cell-due' : ''}${flashing ? ' cell-flash' : ''}`} data-session={cell.sessionId} onClick={() => onOpen(cell.sessionId)}>
      <span class="sr">{copy.cellLabel(cluster.name, topic)}: </span>
      <span class="narrow-only cell-topic" aria-hidden="true">{narrowName}</span>
      {who !== undefined && <span class="cell-who" aria-hidden="true">{who}</span>}
      <span class="cell-state"><Mark state={cell.state} />{isDue && <span class="cell-alarm" title={copy.attention}>!<span class="sr"> {copy.attention}</span></span>}</span>
      {start !== null && <small class="cell-time">{dayShort(dateAt(start, cluster.timeZone))}, <span class="time">{clock(start, cluster.timeZone)}</span><span class="sr"> {words().inCity(city(cluster.timeZone))}</span></small>}
      {start === null && (cell.state === 'open' || cell.state === 'held') && <small class="cell-time">{copy.daysLeft(cell.daysLeft)}</small>}
    </button>
  );
}
