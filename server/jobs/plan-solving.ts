import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import type { StoredResult } from '../store/plans.ts';
import type { Solvable, SolvedSoFar } from '../usecases/planning/solve-timetable.ts';
import { planProcessFile } from './plan-process-file.ts';

export interface PlanTask {
  readonly solvable: Solvable;
  /** It stops after so long with the best it has. */
  readonly seconds: number;
}

/** What the process says while it works, and at its end. */
export type PlanWord =
  | { readonly soFar: SolvedSoFar }
  | { readonly result: StoredResult; readonly megabytes: number }
  | { readonly fault: string };

export interface PlanHands {
  /** Gets a process ready, so that it is when there is something to solve. */
  prepare(): void;
  solve(task: PlanTask, onProgress: (soFar: SolvedSoFar) => void): Solving;
  /** Ends all of them, for good. */
  stop(): void;
  isStopped(): boolean;
}

/** Its process has ended before it was done, and not by us: most likely the system had no memory left for it. */
export class ProcessLost extends Error {}

export interface Solving {
  /** Null when it was stopped. Rejects when the solver fails, with `ProcessLost` where its process does. */
  readonly result: Promise<StoredResult | null>;
  stop(): void;
}

/** Whoever asks for slots comes first; but on a machine with much else to do a plan must come to its end too. */
const NICE = 5;
/** The heap's end, megabytes; the solver's own memory is beside it. */
const MOST_HEAP = 700;
/** A process that has solved something is kept for a while: the next plan has a solver that is warm. Not one that has grown. */
const KEEP_MS = 120_000;
const KEEP_MEGABYTES = 350;

/** Solves in processes of low priority, so that nobody else waits; several at once have one each. `keepsReady`: one waits at any time, so that no plan begins with a solver that is cold. */
export function openHands(keepsReady = false): PlanHands {
  const all = new Set<ChildProcess>();
  let idle: ChildProcess | null = null;
  let tired: NodeJS.Timeout | undefined;
  let isStopped = false;
  const start = () => {
    const child = startProcess();
    all.add(child);
    const forget = () => {
      all.delete(child);
      if (idle === child) idle = null;
    };
    child.once('exit', forget);
    child.once('error', forget);
    return child;
  };
  const keep = (child: ChildProcess) => {
    if (idle) return void child.kill('SIGKILL');
    idle = child;
    clearTimeout(tired);
    if (!keepsReady) tired = setTimeout(() => child.kill('SIGKILL'), KEEP_MS).unref();
  };
  const take = () => {
    const child = idle ?? start();
    idle = null;
    clearTimeout(tired);
    return child;
  };
  return {
    prepare: () => { if (!idle) keep(start()); },
    solve: (task, onProgress) => solveIn(take(), task, onProgress, { isStopped: () => isStopped, done: (child, megabytes) => (megabytes < KEEP_MEGABYTES ? keep(child) : void child.kill('SIGKILL')) }),
    isStopped: () => isStopped,
    stop: () => {
      isStopped = true;
      clearTimeout(tired);
      for (const child of all) child.kill('SIGKILL');
    },
  };
}

function startProcess(): ChildProcess {
  const child = fork(planProcessFile, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [`--max-old-space-size=${MOST_HEAP}`], env: {} });
  // It comes to nothing where a system knows no priorities; so does a process that could not be started.
  try {
    if (child.pid !== undefined) setPriority(child.pid, NICE);
  } catch { /* then it runs like any other */ }
  child.on('error', () => child.kill('SIGKILL'));
  return child;
}

interface Around {
  isStopped(): boolean;
  done(child: ChildProcess, megabytes: number): void;
}

function solveIn(child: ChildProcess, task: PlanTask, onProgress: (soFar: SolvedSoFar) => void, { isStopped, done }: Around): Solving {
  let isWanted = true;
  const result = new Promise<StoredResult | null>((resolve, reject) => {
    const lost = (why: string) => (isWanted && !isStopped() ? reject(new ProcessLost(why)) : resolve(null));
    const ended = (code: number | null, signal: string | null) => lost(signal ?? `code ${code}`);
    // One that could not even be started, or cannot be told anything any more, may never say that it has ended.
    const failed = (error: Error) => {
      child.kill('SIGKILL');
      lost(error.name);
    };
    const hear = (word: PlanWord) => {
      if ('soFar' in word) return onProgress(word.soFar);
      child.off('message', hear);
      child.off('exit', ended);
      child.off('error', failed);
      if ('fault' in word) {
        child.kill('SIGKILL');
        return reject(new Error(word.fault));
      }
      done(child, word.megabytes);
      resolve(word.result);
    };
    child.on('message', hear);
    child.once('exit', ended);
    child.once('error', failed);
    child.send(task, (error) => { if (error) failed(error); });
  });
  return {
    result,
    stop: () => {
      isWanted = false;
      child.kill('SIGKILL');
    },
  };
}
