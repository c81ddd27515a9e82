import type { Instant } from '../../domain/interval.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Database } from '../../store/database.ts';
import { countBegun, findPlan, giveBack, writeProgress, writeResult, type Solving, type StoredResult, type StoredSoFar } from '../../store/plans.ts';
import { asSystem } from '../signing-in/access.ts';
import { planChanged } from './plan-changes.ts';
import { readSolvable } from './plan-reads.ts';
import type { Solvable } from './solve-timetable.ts';

/** Where nothing else is new, it is said that it goes on, once in so many seconds. */
const SECONDS_APART = 2;

/** How often a solving is begun whose process, or whose whole server, ends before it is done. */
const MOST_BEGUN = 3;
const LOST = `The process that solves it was ended ${MOST_BEGUN} times before it was done: most likely there is too little memory. Plan fewer sessions at once, and tell whoever runs this server.`;

/** What there is to solve; null when this solving is no longer wanted, or was begun too often in vain, which then is its answer. */
export async function openPlan(db: Database, solving: Solving, now: Instant): Promise<Solvable | null> {
  const begun = await db.transaction((tx) => countBegun(tx, solving));
  if (begun === null) return null;
  if (begun > MOST_BEGUN) {
    await finishPlan(db, solving, { error: LOST }, now);
    return null;
  }
  const plan = await findPlan(db, solving.id);
  return plan && readSolvable(db, plan, now);
}

/** Says that it is in hand, and how far it is where it has come further; answers whether it is still wanted. */
export async function tellProgress(db: Database, solving: Solving, { progress, soFar }: { progress: number; soFar: StoredSoFar | null }, now: Instant): Promise<boolean> {
  const plan = await findPlan(db, solving.id);
  if (!plan || plan.state !== 'solving' || plan.generation !== solving.generation) return false;
  return db.transaction(async (tx) => {
    if (!await writeProgress(tx, solving, progress, soFar, now)) return false;
    const isNews = progress > plan.progress || (soFar !== null && Math.floor(soFar.seconds / SECONDS_APART) > Math.floor((plan.soFar?.seconds ?? -1) / SECONDS_APART));
    if (isNews) appendChanges(tx, asSystem(plan.programmeId), [planChanged('plan.progress', { ...plan, progress }, 'system', soFar ? told(soFar) : {})], now);
    return true;
  });
}

function told({ placed, objective, value, gap, seconds }: StoredSoFar): Record<string, unknown> {
  return { placed, objective, value, gap, seconds };
}

/** This process is ending: the row says that nobody has it in hand, and another worker, or this one after its start, begins it anew. */
export async function givePlanBack(db: Database, solving: Solving): Promise<string> {
  await db.transaction((tx) => giveBack(tx, solving));
  return 'given back';
}

/** Writes down what came of it, unless it is no longer wanted. */
export async function finishPlan(db: Database, solving: Solving, outcome: { result: StoredResult } | { error: string }, now: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    const [result, error] = 'result' in outcome ? [outcome.result, null] : [null, outcome.error];
    if (!await writeResult(tx, solving, result, error)) return;
    const plan = (await findPlan(tx, solving.id))!;
    appendChanges(tx, asSystem(plan.programmeId), [planChanged('plan.ready', plan, 'system', {
      placed: plan.result?.placements.length ?? 0, unplaced: plan.result?.unplaced.length ?? 0,
    })], now);
  });
}
