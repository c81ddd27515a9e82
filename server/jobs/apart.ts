import { Worker } from 'node:worker_threads';

/** From its beginning. */
export const LONGEST_MS = 4000;
/** A thread that has not begun by then will not. */
const LONGEST_START_MS = 10_000;
const MEMORY_MB = 256;

/**
 * Runs a built script that posts one answer, in a thread of its own with an end to its time and memory: what somebody else has
 * written to take either takes this thread's and no more, and no request waits for it. Null when it came to no answer.
 */
export function runApart<Answer>(script: string, data: object): Promise<Answer | null> {
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: data, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32 },
    });
    const finish = (answer: Answer | null) => {
      clearTimeout(timer);
      worker.removeAllListeners('exit');
      void worker.terminate();
      resolve(answer);
    };
    let timer = setTimeout(() => finish(null), LONGEST_START_MS);
    worker.on('online', () => {
      clearTimeout(timer);
      timer = setTimeout(() => finish(null), LONGEST_MS);
    });
    worker.on('message', finish);
    // Out of memory, or a fault of ours in reading it: either way nothing was read.
    worker.on('error', () => finish(null));
    worker.on('exit', () => finish(null));
  });
}
