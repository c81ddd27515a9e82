import { useEffect, useState } from 'preact/hooks';
import type { Coverage } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import type { Outlook } from '../../api/coverage.ts';
import { Mark } from '../../components/mark.tsx';
import { serverNow } from '../../format/clock.ts';
import { fromNow } from '../../format/time.ts';
import { type Cell, type Concern, type Concerned, concernsOf, type SessionSupply } from '../../live/board.ts';
import { coordinatorWords, words } from '../../locales/index.ts';
import { remindOf } from './remind-of.ts';

interface AttentionProps {
  catalogue: Catalogue;
  coverage: Coverage;
  outlook: Outlook;
  onOpen: (sessionId: string) => void;
}

const SHOWN = 5;

/** What needs a coordinator, most urgent first, each with what can be done about it. A row that is settled meanwhile keeps its place. */
export function Attention({ catalogue, coverage, outlook, onOpen }: AttentionProps) {
  const copy = coordinatorWords().coverage;
  const [isWhole, setWhole] = useState(false);
  const now = concernsOf(coverage.cells, Date.parse(coverage.now), outlook.bySession, outlook.bounced);
  const rows = useSteadyRows(now, coverage.cells);
  const open = now.filter(({ cell }) => cell.state === 'open');
  if (rows.length === 0) return <p class="attention-none"><Mark state="done" label={copy.allWell} /></p>;
  return (
    <section class="card attention" aria-labelledby="attention">
      <div class="split">
        <h2 id="attention">{now.length === 0 ? copy.allWell : copy.needing(now.length)}</h2>
        {open.length > 1 && <button type="button" class="button" onClick={() => void remindOf(catalogue.programme.id, open.map(({ cell }) => cell.sessionId))}>{copy.remindAll(open.length)}</button>}
      </div>
      <ul class="concerns">
        {(isWhole ? rows : rows.slice(0, SHOWN)).map((row) => <ConcernRow key={row.cell.sessionId} {...row} catalogue={catalogue} supply={outlook.bySession.get(row.cell.sessionId)} onOpen={onOpen} />)}
      </ul>
      {rows.length > SHOWN && <p><button type="button" class="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>{isWhole ? copy.showFewer : copy.showAll(rows.length)}</button></p>}
    </section>
  );
}

interface Row {
  cell: Cell;
  /** Null once it is settled. */
  concern: Concern | null;
}

/** Rows stay where they are for as long as the page is open; what comes new comes last, so that nothing moves under a finger. */
function useSteadyRows(now: readonly Concerned[], cells: readonly Cell[]): Row[] {
  const [order, setOrder] = useState<readonly string[]>([]);
  const ids = [...new Set([...order, ...now.map(({ cell }) => cell.sessionId)])];
  const joined = ids.join(' ');
  useEffect(() => setOrder(joined === '' ? [] : joined.split(' ')), [joined]);
  const concerns = new Map(now.map(({ cell, concern }) => [cell.sessionId, concern]));
  const byId = new Map(cells.map((cell) => [cell.sessionId, cell]));
  return ids.flatMap((id): Row[] => {
    const cell = byId.get(id);
    return cell ? [{ cell, concern: concerns.get(id) ?? null }] : [];
  });
}

function ConcernRow({ cell, concern, catalogue, supply, onOpen }: Row & { catalogue: Catalogue; supply: SessionSupply | undefined; onOpen: (sessionId: string) => void }) {
  const copy = coordinatorWords().coverage;
  const cluster = catalogue.clusters.get(cell.clusterId)?.name ?? '';
  const topic = catalogue.topics.get(cell.topicId)?.name ?? '';
  return (
    <li class={concern ? 'concern' : 'concern concern-settled'}>
      <span class="concern-what">
        <button type="button" class="link concern-name" onClick={() => onOpen(cell.sessionId)}>{cluster}: {topic}</button>
        <span class="concern-why"><Mark state={cell.state} />{concern && <span>{words().joinList}{concernWords(concern, cell, supply)}</span>}
          {concern && cell.remindedAt && <span class="quiet">{words().joinList}{copy.reminded(fromNow(Date.parse(cell.remindedAt), serverNow()))}</span>}</span>
      </span>
      {concern && (cell.state === 'open' || cell.state === 'missed') && (
        <span class="concern-acts">
          {cell.state === 'open' && <button type="button" class="button button-small" aria-label={copy.remindWho(`${cluster}: ${topic}`)} onClick={() => void remindOf(catalogue.programme.id, [cell.sessionId])}>{copy.remind}</button>}
          <a class="button button-small" href={`/book/${cell.sessionId}`} aria-label={`${copy.bookForThem}: ${cluster}, ${topic}`}>{copy.bookForThem}</a>
        </span>
      )}
    </li>
  );
}

function concernWords(concern: Concern, cell: Cell, supply: SessionSupply | undefined): string {
  const copy = coordinatorWords().coverage;
  if (concern === 'due') return copy.concern.due(cell.daysLeft);
  if (concern === 'scarce') return copy.concern.scarce(supply?.comfortable ?? 0);
  const cause = concern === 'full' ? copy.cause[supply?.reasons?.[0]?.cause ?? ''] : undefined;
  return cause === undefined ? copy.concern[concern] : `${copy.concern[concern]}: ${cause}`;
}
