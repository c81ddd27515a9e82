import { parentPort, workerData } from 'node:worker_threads';
import { openSolver } from '../solver/highs.ts';
import { solveTimetable } from '../usecases/planning/solve-timetable.ts';
import type { PlanTask, PlanWord } from './plan-solving.ts';

const clock = () => performance.now();

/** Solving takes a processor for as long as it lasts, so it has a thread of its own; ending the thread is how it is stopped. */
async function main(port: NonNullable<typeof parentPort>, { solvable, seconds }: PlanTask): Promise<void> {
  const say = (word: PlanWord) => port.postMessage(word);
  const solver = await openSolver({ clock, deadline: clock() + seconds * 1000 });
  const result = solveTimetable(solvable, solver, ({ done, of, placed }) => say({ progress: done / of, placed: placed.length }));
  say({ result });
}

if (parentPort) void main(parentPort, workerData as PlanTask);
