import type { Instant } from '../domain/interval.ts';
import type { StoredSoFar } from '../store/plans.ts';
import type { SolvedSoFar } from '../usecases/planning/solve-timetable.ts';
import { openDatabase, type Database } from '../store/database.ts';
import type { Solving } from '../store/plans.ts';
import { offerPlans } from '../usecases/planning/offer-plans.ts';
import { finishPlan, givePlanBack, openPlan, tellProgress } from '../usecases/planning/solve-plan.ts';
import { connectQueue } from './connect-queue.ts';
import { nameOf, warnSparingly, type Log } from './log.ts';
import type { Solvable } from '../usecases/planning/solve-timetable.ts';
import { openHands, ProcessLost, type PlanHands } from './plan-solving.ts';
import { queueBackend, type LockTiming, type NamedJob } from './queue-backend.ts';
import { startRelayLoop } from './relay-loop.ts';
import { within } from './within.ts';

export interface PlanQueueOptions {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly role: 'web' | 'worker' | 'all';
  readonly clock: () => Instant;
  /** A change of a plan is committed. */
  readonly committed: () => void;
  readonly log: Log;
}

export interface PlanQueue {
  /** After a commit that may have asked for a plan. */
  wake(): void;
  ready(): Promise<void>;
  healthy(): Promise<boolean>;
  /** Ends what is being solved; another worker, or this one after its start, begins it anew. */
  stop(): Promise<void>;
}

interface PlanJob {
  readonly planId: string;
  readonly generation: number;
}

/** Longest that one plan may be solved, seconds; then the best so far is its answer, with its gap. */
const MOST_SECONDS = 50;
/** A plan whose process was killed is begun anew some ten seconds later. */
const TIMING: LockTiming = { lockMs: 5000, stalledMs: 2500 };
const POLL_MS = 500;
/** A plan that nobody has been seen solving for so long is offered again, in case the queue has lost it; one that it has is not taken twice. */
const OFFER_AGAIN_MS = 10_000;
/** How often a solving looks whether it is still wanted, and tells how far it is. */
const TELL_MS = 500;
const BATCH = 20;
/** A worker first takes what waits for it, and then gets ready for the next plan. */
const SETTLE_MS = 5000;

/** Plans asked for go to BullMQ and are solved one at a time by whichever process has a worker. */
export function startPlanQueue(options: PlanQueueOptions): PlanQueue {
  const { db, databaseUrl, redisUrl, role, clock, log } = options;
  const onError = warnSparingly(log, 'the plan queue lost a connection');
  const own = openDatabase(databaseUrl, { maximum: 2, onError });
  // Where a program has this one task, it is ready for it; beside the web it costs others' memory until there is a plan.
  const hands = openHands(role === 'worker');
  const warming = role === 'worker' ? setTimeout(hands.prepare, SETTLE_MS).unref() : undefined;
  const backend = queueBackend<PlanJob>({ databaseUrl, redisUrl, queue: 'visavis-plans', concurrency: 1, locks: TIMING, onError });
  const connection = connectQueue<PlanJob>(backend, role === 'web' ? null : ({ data }) => solve({ ...options, db: own }, hands, { id: data.planId, generation: data.generation }), log);
  const offer = async (solvings: readonly Solving[]) => {
    const queue = connection.queue();
    if (!queue) throw new Error('the queue is not connected');
    await within(4000, queue.addBulk(solvings.map(planJob)));
  };
  const loop = startRelayLoop(async () => {
    await connection.ready();
    return connection.queue() !== null && await offerPlans(db, { offer, staleBefore: clock() - OFFER_AGAIN_MS as Instant, limit: BATCH }, clock()) === BATCH;
  }, POLL_MS, log, 'plans could not be handed to the queue');
  return {
    wake: loop.wake,
    ready: connection.ready,
    healthy: connection.healthy,
    stop: async () => {
      clearTimeout(warming);
      hands.stop();
      const stopped = connection.stop();
      await loop.stop();
      await stopped;
      await own.close();
    },
  };
}

/** Seconds are those of this solving: one that was lost and begun anew counts anew. */
function progressSince(began: Instant, best: SolvedSoFar | null, now: Instant): { progress: number; soFar: StoredSoFar | null } {
  if (!best) return { progress: 0, soFar: null };
  const { progress, ...soFar } = best;
  return { progress, soFar: { ...soFar, seconds: Math.round((now - began) / 1000) } };
}

function planJob({ id, generation }: Solving): NamedJob<PlanJob> {
  return {
    name: 'plan',
    data: { planId: id, generation },
    opts: { jobId: `plan-${id}-${generation}`, removeOnComplete: true, removeOnFail: true },
  };
}

/** One solving from its row to its answer; a row that is done or no longer wanted is passed by. One whose process was ended is begun anew, a few times. */
async function solve(options: PlanQueueOptions, hands: PlanHands, solving: Solving): Promise<string> {
  for (;;) {
    hands.prepare();
    const solvable = await openPlan(options.db, solving, options.clock());
    options.committed();
    if (!solvable) return 'passed by';
    const outcome = await solveOnce(options, hands, solving, solvable);
    if (outcome !== 'lost') return outcome;
  }
}

async function solveOnce({ db, clock, committed, log }: PlanQueueOptions, hands: PlanHands, solving: Solving, solvable: Solvable): Promise<string> {
  const began = clock();
  let best: SolvedSoFar | null = null;
  const hand = hands.solve({ solvable, seconds: MOST_SECONDS }, (soFar) => { best = soFar; });
  const look = async () => {
    const isWanted = await tellProgress(db, solving, progressSince(began, best, clock()), clock());
    committed();
    if (!isWanted) hand.stop();
  };
  const watching = setInterval(() => {
    look().catch((error: unknown) => log.warn({ fault: nameOf(error) }, 'how far a plan is could not be told'));
  }, TELL_MS);
  try {
    const result = await hand.result;
    if (!result) return await (hands.isStopped() ? givePlanBack(db, solving) : 'stopped');
    await finishPlan(db, solving, { result }, clock());
    log.info({ planId: solving.id, placed: result.placements.length, unplaced: result.unplaced.length }, 'plan solved');
    return 'solved';
  } catch (error) {
    if (error instanceof ProcessLost) {
      log.warn({ planId: solving.id, fault: error.message }, 'the process that solves a plan was ended');
      return 'lost';
    }
    log.error({ planId: solving.id, fault: nameOf(error) }, 'a plan could not be solved');
    await finishPlan(db, solving, { error: 'The solver failed. Try again with fewer sessions, and tell whoever runs this server.' }, clock());
    return 'failed';
  } finally {
    clearInterval(watching);
    committed();
  }
}
