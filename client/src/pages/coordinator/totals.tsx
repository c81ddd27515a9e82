import type { Coverage, SessionState } from '../../../../shared/api/sessions.ts';
import { isUnsettled } from '../../live/board.ts';
import { coordinatorWords, words } from '../../locales/index.ts';

const IN_ORDER: readonly SessionState[] = ['done', 'booked', 'waived', 'held', 'missed', 'open'];

/** How far the programme is: one bar of all its sessions by state, and the same in numbers. */
export function Totals({ coverage: { cells } }: { coverage: Coverage }) {
  const copy = coordinatorWords().coverage;
  const countOf = (state: SessionState) => cells.filter((cell) => cell.state === state).length;
  const settled = cells.filter((cell) => !isUnsettled(cell)).length;
  const rest = (['open', 'held', 'missed'] as const).map((state) => [state, countOf(state)] as const).filter(([, count]) => count > 0);
  return (
    <div class="covered totals">
      <span class="state-bar" aria-hidden="true">
        {IN_ORDER.map((state) => [state, countOf(state)] as const).filter(([, count]) => count > 0).map(([state, count]) => <span key={state} class={`state-part state-${state}`} style={{ flexGrow: count }} />)}
      </span>
      <span><b>{copy.covered(settled, cells.length)}</b> {copy.coveredRest}{rest.map(([state, count]) => <span key={state}>{words().joinList}{copy.counts[state](count)}</span>)}</span>
    </div>
  );
}
