import { Worker } from 'node:worker_threads';

/** From its beginning. */
export const LONGEST_MS = 4000;
/** A thread that has not begun by then will not. */
const LONGEST_START_MS = 10_000;
const MEMORY_MB = 256;
/** Threads of a process at once: whoever sends a hundred mails at a time has four read, and then the next. */
const MOST_AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs a built script that posts one answer, in a thread of its own with an end to its time and memory: what somebody else has
 * written to take either takes this thread's and no more, and no request waits for it. Null when it came to no answer.
 */
export function runApart<Answer>(script: string, data: object): Promise<Answer | null> {
  return inTurn(() => threadOf<Answer>(script, data));
}

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => { waiting.push(resolve); });
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function threadOf<Answer>(script: string, data: object): Promise<Answer | null> {
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
