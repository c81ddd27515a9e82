import type { Log } from './log.ts';
import { warnSparingly } from './log.ts';

export interface RelayLoop {
  /** Something was committed: look now. Costs nothing and never fails. */
  wake(): void;
  /** Waits for the round in hand. */
  stop(): Promise<void>;
}

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
  const run = async () => {
    while (!stopping.signal.aborted) {
      woken = false;
      const hasMore = await relay().catch((error: unknown) => {
        warn(error);
        return false;
      });
      if (!hasMore) await rest();
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
