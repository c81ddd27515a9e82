import { useEffect, useRef, useState } from 'preact/hooks';
import type { Catalogue } from '../../api/catalogue.ts';
import { unwaive, waive } from '../../api/coordination.ts';
import type { Answer } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { problemWords } from '../../components/error-note.tsx';
import { serverNow } from '../../format/clock.ts';
import type { Cell } from '../../live/board.ts';
import { coordinatorWords, words } from '../../locales/index.ts';
import { cancelSoon } from '../../state/cancel-soon.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import { remindOf } from './remind-of.ts';

interface CellActsProps {
  cell: Cell;
  catalogue: Catalogue;
  onClose: () => void;
}

/** What can be done about one session, by its state. What undoes or tells others asks once more, in place. */
export function CellActs({ cell, catalogue, onClose }: CellActsProps) {
  const copy = coordinatorWords().coverage;
  const { role } = useViewer();
  const [asking, setAsking] = useState<'waive' | 'cancel' | null>(null);
  const who = copy.ofTopic(catalogue.clusters.get(cell.clusterId)?.name ?? '', catalogue.topics.get(cell.topicId)?.name ?? '');
  const { booking } = cell;
  const hasBegun = booking !== undefined && Date.parse(booking.start) <= serverNow();
  if (role === 'observer') return <p class="actions"><a class="button" href={`/sessions/${cell.sessionId}`}>{copy.details}</a></p>;
  if (asking === 'waive') return <Ask hint={copy.waiveHint} label={copy.waiveReason} confirm={copy.waive} onKeep={() => setAsking(null)} onConfirm={(reason) => { onClose(); void waiveNow(cell.sessionId, reason, who); }} />;
  if (asking === 'cancel' && booking) {
    const facilitator = catalogue.facilitators.get(booking.facilitatorId)?.name ?? '';
    return <Ask hint={copy.cancelHint(facilitator)} label={copy.cancelReason} confirm={copy.confirmCancel} onKeep={() => setAsking(null)} onConfirm={(reason) => { onClose(); cancelSoon(booking, reason, { cancelled: copy.cancelled, failed: copy.cancelFailed }); }} />;
  }
  return (
    <p class="actions">
      {(cell.state === 'open' || cell.state === 'missed') && <a class="button button-main" href={`/book/${cell.sessionId}`}>{copy.bookForThem}</a>}
      {cell.state === 'open' && <button type="button" class="button" onClick={() => { onClose(); void remindOf(catalogue.programme.id, [cell.sessionId]); }}>{copy.remind}</button>}
      {cell.state === 'booked' && !hasBegun && <a class="button button-main" href={`/book/${cell.sessionId}?move=1`}>{copy.move}</a>}
      {cell.state === 'booked' && hasBegun && <a class="button button-main" href={`/sessions/${cell.sessionId}`}>{copy.attendance}</a>}
      <a class="button" href={`/sessions/${cell.sessionId}`}>{copy.details}</a>
      {cell.state === 'booked' && !hasBegun && <button type="button" class="button button-bad" onClick={() => setAsking('cancel')}>{copy.cancel}</button>}
      {(cell.state === 'open' || cell.state === 'missed') && <button type="button" class="button" onClick={() => setAsking('waive')}>{copy.waive}</button>}
      {cell.state === 'waived' && <button type="button" class="button" onClick={() => { onClose(); void unwaiveNow(cell.sessionId, who); }}>{copy.unwaive}</button>}
    </p>
  );
}

function Ask({ hint, label, confirm, onKeep, onConfirm }: { hint: string; label: string; confirm: string; onKeep: () => void; onConfirm: (reason: string) => void }) {
  const copy = coordinatorWords().coverage;
  const [reason, setReason] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <form class="note" onSubmit={(event) => { event.preventDefault(); onConfirm(reason.trim()); }}>
      <div class="stack">
        <p>{hint}</p>
        <label class="field"><span>{label}</span><input value={reason} maxLength={500} ref={input} onInput={(event) => setReason(event.currentTarget.value)} /></label>
        <p class="actions"><button class="button button-bad">{confirm}</button><button type="button" class="button" onClick={onKeep}>{copy.keep}</button></p>
      </div>
    </form>
  );
}

async function waiveNow(sessionId: string, reason: string, who: string): Promise<void> {
  const copy = coordinatorWords().coverage;
  if (await done(waive(sessionId, reason))) toast(copy.waived(who), { label: words().app.undo, run: () => void unwaiveNow(sessionId, who) });
}

async function unwaiveNow(sessionId: string, who: string): Promise<void> {
  if (await done(unwaive(sessionId))) toast(coordinatorWords().coverage.unwaived(who));
}

async function done(answer: Promise<Answer<unknown>>): Promise<boolean> {
  const { ok, ...rest } = await answer;
  if ('problem' in rest) toast(problemWords(rest.problem));
  await refresh('coverage', 'sessions', 'slots');
  return ok;
}
