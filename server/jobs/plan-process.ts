import { setFlagsFromString } from 'node:v8';
import { openSolver } from '../solver/highs.ts';
import { solveTimetable } from '../usecases/planning/solve-timetable.ts';
import type { PlanTask, PlanWord } from './plan-solving.ts';

const parent = process.ppid;

/** Nobody hears what is solved for a program that has ended; and while it solves, this process hears nothing either. */
function clock(): number {
  if (process.ppid !== parent) process.exit(1);
  return performance.now();
}

/** Solving takes a processor for as long as it lasts, so it has a process of its own, which yields to all others; ending it is how it is stopped. */
async function solve({ solvable, seconds }: PlanTask): Promise<void> {
  try {
    const solver = await openSolver({ clock, deadline: clock() + seconds * 1000 });
    const result = solveTimetable(solvable, solver, (soFar) => { clock(); say({ soFar }); });
    say({ result, megabytes: process.memoryUsage.rss() / 2 ** 20 });
  } catch (error) {
    say({ fault: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' });
  }
}

function say(word: PlanWord): void {
  process.send?.(word);
}

// Compiling the solver's code anew, and better, takes as long as most timetables do: only what runs for long is worth it. (An engine without this setting says so and goes on.)
setFlagsFromString('--wasm-tiering-budget=20000000');
process.on('disconnect', () => process.exit(0));
process.on('message', (task: PlanTask) => void solve(task));
// Compiled while the task is still being read.
void openSolver({ clock, deadline: 0 });
