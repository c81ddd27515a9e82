import type { Instant } from '../domain/interval.ts';
import type { Database } from '../store/database.ts';
import { forgetDrafts } from '../store/drafts.ts';
import { forgetKeys } from '../store/idempotency.ts';
import { forgetLinks } from '../store/sign-in-links.ts';
import { forgetSignIns } from '../store/sign-ins.ts';
import { forgetTokens } from '../store/tokens.ts';
import { forgetMessages } from '../store/webhook-messages.ts';
import type { Settings } from '../usecases/call.ts';
import { forgetWhatIsDue } from '../usecases/programme/forget-people.ts';
import { ends } from '../usecases/signing-in/sign-in.ts';
import { sweepHolds } from '../usecases/booking/sweep-holds.ts';
import type { Log } from './log.ts';
import { nameOf } from './log.ts';

const SWEEP_MS = 1000;
const FORGET_MS = 3_600_000;
/** As long as mails to one address are counted. */
const ASKED_LIVES_MS = 3_600_000;
const KEYS_LIVE_MS = 24 * 3_600_000;
/** Of programmes that nobody has gone on setting up. */
const DRAFTS_LIVE_MS = 180 * 24 * 3_600_000;
const WEBHOOK_LOG_LIVES_MS = 30 * 24 * 3_600_000;

interface Housekeeping {
  db: Database;
  clock: () => Instant;
  committed: () => void;
  log: Log;
  settings: Settings;
}

/** Tells of holds that lapsed, each second; forgets old keys, sign-ins and people whose time is up, each hour. Several processes may do it at once. */
export function startHousekeeping({ db, clock, committed, log, settings }: Housekeeping): { stop(): Promise<void> } {
  const loops = [
    startLoop(SWEEP_MS, async () => { if ((await sweepHolds(db, clock())).length > 0) committed(); }, log),
    startLoop(FORGET_MS, async () => {
      await forgetKeys(db, clock() - KEYS_LIVE_MS as Instant);
      await forgetSignIns(db, clock(), ends);
      await forgetLinks(db, clock(), clock() - ASKED_LIVES_MS as Instant);
      await forgetTokens(db, clock());
      await forgetMessages(db, clock() - WEBHOOK_LOG_LIVES_MS as Instant);
      await forgetDrafts(db, clock() - DRAFTS_LIVE_MS as Instant);
      if (await forgetWhatIsDue(db, settings, clock()) > 0) committed();
    }, log),
  ];
  return { stop: async () => { await Promise.all(loops.map((stop) => stop())); } };
}

/** The next round begins when the last has ended; a failed one is only late. */
function startLoop(intervalMs: number, round: () => Promise<void>, log: Log): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const run = async (): Promise<void> => {
    await round().catch((error: unknown) => log.warn({ fault: nameOf(error) }, 'housekeeping failed; trying again'));
    if (!stopped) timer = setTimeout(() => { current = run(); }, intervalMs);
  };
  let current = run();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current;
  };
}
