import { BARRIER_CAUSES, clusterBarriers, facilitatorBarriers, type Barrier, type Forbidden } from './barriers.ts';
import type { Frame } from './frame.ts';
import type { SlotCause, SlotFacilitator } from './slot-question.ts';
import { windowsOf } from './sweep.ts';
import type { Windows } from './windows.ts';

/** Everything that stands in one facilitator's way, in the order in which causes are named. */
export function barriersInOrder(frame: Frame, facilitator: SlotFacilitator): Barrier[] {
  return [...clusterBarriers(frame), ...facilitatorBarriers(frame, facilitator)]
    .toSorted((a, b) => BARRIER_CAUSES.indexOf(a.cause) - BARRIER_CAUSES.indexOf(b.cause));
}

/** Why a start in the frame is no slot of this facilitator. */
export function causeOf(frame: Frame, facilitator: SlotFacilitator, start: number): SlotCause {
  const cause = placeCause(frame, windowsOf(frame, facilitator), start)
    ?? barriersInOrder(frame, facilitator).find(({ forbidden }) => forbids(forbidden, start))?.cause;
  if (!cause) throw new Error(`no rule forbids ${start}, yet it was not listed`);
  return cause;
}

/** What is wrong with where a start lies, before anything stands in its way. */
function placeCause({ phaseStart, phaseEnd, length, step }: Frame, windows: Windows, start: number): SlotCause | undefined {
  if (start < phaseStart || start + length > phaseEnd) return 'outside-phase';
  for (let i = 0; i < windows.length; i += 2) {
    if (start < windows[i]! || start + length > windows[i + 1]!) continue;
    return (start - windows[i]!) % step === 0 ? undefined : 'off-grid';
  }
  return 'outside-availability';
}

function forbids(forbidden: Forbidden, start: number): boolean {
  for (let i = 0; i < forbidden.length; i += 2) {
    if (forbidden[i]! < start && start < forbidden[i + 1]!) return true;
  }
  return false;
}
