import { Worker } from 'node:worker_threads';
import type { StoredResult } from '../store/plans.ts';
import type { Solvable } from '../usecases/planning/solve-timetable.ts';
import { planThreadFile } from './plan-thread-file.ts';

export interface PlanTask {
  readonly solvable: Solvable;
  /** It stops after so long with the best it has. */
  readonly seconds: number;
}

/** What the thread says while it works, and at its end. */
export type PlanWord = { readonly progress: number; readonly placed: number } | { readonly result: StoredResult };

export interface Solving {
  /** Null when it was stopped. Rejects when the thread fails. */
  readonly result: Promise<StoredResult | null>;
  stop(): void;
}

/** The heap's end, megabytes; the solver's own memory is beside it. */
const MOST_HEAP = 700;

/** Solves in a thread of its own, so that nobody else waits. */
export function startSolving(task: PlanTask, onProgress: (progress: number, placed: number) => void): Solving {
  const thread = new Worker(planThreadFile, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP } });
  const result = new Promise<StoredResult | null>((resolve, reject) => {
    thread.on('message', (word: PlanWord) => {
      if ('result' in word) resolve(word.result);
      else onProgress(word.progress, word.placed);
    });
    thread.once('error', reject);
    // Comes last, whatever was before: then nothing more can be said.
    thread.once('exit', () => resolve(null));
  });
  return { result, stop: () => void thread.terminate() };
}
