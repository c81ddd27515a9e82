import type { Log } from './log.ts';
import { warnSparingly } from './log.ts';
import { within } from './within.ts';

export interface RelayLoop {
  /** Something was committed: look now. Costs nothing and never fails. */
  wake(): void;
  /** Waits for the round in hand. */
  stop(): Promise<void>;
}

/** A loop that is woken again and again rests four times as long as each round took: it takes a fifth of a processor at most, and finds more to do at once. */
const REST_SHARE = 4;
const LONGEST_BREATH_MS = 250;
/** Longer than any round takes that comes to an end: one that hears nothing any more, from a connection that was lost unnoticed say, must not be the last. */
const LONGEST_ROUND_MS = 120_000;

/**
 * Calls `relay` at once when woken, else every `pollMs`, which finds what a process left behind that died before it could wake us.
 * `relay` answers whether there may be more. A round that fails is no loss: what it left is found by the next.
 */
export function startRelayLoop(relay: () => Promise<boolean>, pollMs: number, log: Log, whenItFails = 'deliveries could not be handed to the queue'): RelayLoop {
  const stopping = new AbortController();
  const warn = warnSparingly(log, whenItFails);
  let woken = false;
  let rouse: (() => void) | undefined;

  const rest = () => new Promise<void>((resolve) => {
    if (woken || stopping.signal.aborted) return resolve();
    const timer = setTimeout(resolve, pollMs);
    rouse = () => { clearTimeout(timer); resolve(); };
  });
  const breathe = (milliseconds: number) => new Promise<void>((resolve) => {
    const timer = setTimeout(done, stopping.signal.aborted ? 0 : Math.min(milliseconds, LONGEST_BREATH_MS));
    function done() {
      clearTimeout(timer);
      stopping.signal.removeEventListener('abort', done);
      resolve();
    }
    stopping.signal.addEventListener('abort', done);
  });
  const run = async () => {
    while (!stopping.signal.aborted) {
      woken = false;
      const began = performance.now();
      const hasMore = await within(LONGEST_ROUND_MS, relay()).catch((error: unknown) => {
        warn(error);
        return false;
      });
      if (hasMore) continue;
      await breathe(REST_SHARE * (performance.now() - began));
      await rest();
    }
  };
  const running = run();
  return {
    wake() {
      woken = true;
      rouse?.();
    },
    async stop() {
      stopping.abort();
      rouse?.();
      await running;
    },
  };
}
