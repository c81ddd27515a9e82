import { Worker } from 'node:worker_threads';
import type { BusyAnswer, BusyQuestion } from './read/busy-times.ts';

/** Reads a calendar that somebody else has written, apart from everything of ours. */
export type ReadBusy = (bytes: Uint8Array, question: BusyQuestion) => Promise<BusyAnswer>;

const LONGEST_MS = 5000;
const MEMORY_MB = 256;

/**
 * In a thread of its own with an end to its time and memory: a file made to take either takes this thread's and no more, and
 * no request waits for it. `script`: the built `busy-worker`. Never rejects for what is the file's fault.
 */
export function busyReader(script: string): ReadBusy {
  return (bytes, question) => new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: { bytes, question }, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32 },
    });
    const finish = (answer: BusyAnswer) => {
      clearTimeout(timer);
      worker.removeAllListeners('exit');
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => finish({ ok: false, fault: 'too-much' }), LONGEST_MS);
    worker.on('message', finish);
    // Out of memory, or a fault of ours in reading it: either way nothing was read.
    worker.on('error', () => finish({ ok: false, fault: 'too-much' }));
    worker.on('exit', () => finish({ ok: false, fault: 'too-much' }));
  });
}
