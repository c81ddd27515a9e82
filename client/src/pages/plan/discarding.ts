import { signal } from '@preact/signals';
import { endPlan } from '../../api/plans.ts';
import { planWords, words } from '../../locales/index.ts';
import { later } from '../../state/later.ts';
import { toast } from '../../state/toasts.ts';
import { act } from './act.ts';

/** Hours of looking may be in a plan: nothing is gone before this has passed. */
const UNDO_MS = 10_000;

/** Plans that are not shown any more, though it can still be undone. */
export const discarding = signal<ReadonlySet<string>>(new Set());
const settling = new Map<string, () => Promise<boolean>>();

/** Discards in ten seconds, or at once if the page is left; until then it can be undone. */
export function discardSoon(planId: string): void {
  const end = async (leaving: boolean): Promise<boolean> => {
    settling.delete(planId);
    const isDone = await act(endPlan(planId, leaving));
    mark(planId, false);
    return isDone;
  };
  mark(planId, true);
  const takeBack = later(UNDO_MS, (leaving) => void end(leaving));
  const drop = toast(planWords().discarded, { label: words().app.undo, run: () => { takeBack(); settling.delete(planId); mark(planId, false); } });
  settling.set(planId, () => {
    takeBack();
    drop();
    return end(false);
  });
}

/** What is being discarded is gone now: its time to think again is over, since another plan is begun. */
export async function settleDiscards(): Promise<void> {
  await Promise.all([...settling.values()].map((settle) => settle()));
}

function mark(planId: string, is: boolean): void {
  const next = new Set(discarding.value);
  if (is) next.add(planId);
  else next.delete(planId);
  discarding.value = next;
}
