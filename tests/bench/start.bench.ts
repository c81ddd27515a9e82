import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPidFile } from '../../server/postgres/pid-file.ts';
import { startProgram } from '../support/program.ts';
import { pause } from '../support/until.ts';
import { median, spreadOf, type Row } from './row.ts';

const STARTS = 3;
const MOST_MS = 3000;
const MOST_MEGABYTES = 250;
const IDLE_MS = 10_000;

/** The whole embedded default, its own PostgreSQL and demo included: how soon it is ready again, and what it holds when idle. */
export async function start(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'visavis-bench-'));
  if (process.geteuid?.() === 0) await chmod(folder, 0o711);
  const times: number[] = [];
  let memory = 0;
  try {
    for (let round = 0; round <= STARTS; round += 1) {
      const began = performance.now();
      const program = await startProgram({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'warn' });
      // The first makes the database; the demo's people have their links by then.
      if (round > 0) times.push(performance.now() - began);
      if (round === STARTS) {
        await pause(IDLE_MS);
        memory = megabytesOf([program.process.pid!, readPidFile(path.join(folder, 'postgresql'))!.pid]);
      }
      program.kill('SIGTERM');
      await program.ended;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return [
    row('start again to ready', median(times), MOST_MS, 'ms', spreadOf(times)),
    ...(memory > 0 ? [row('memory of program and PostgreSQL, idle (proportional, shared pages counted once)', memory, MOST_MEGABYTES, 'MB')] : []),
  ];
}

function row(work: string, ours: number, most: number, unit: string, spread?: readonly [number, number]): Row {
  return { work, ours, baseline: most, unit, ratio: ours / most, target: `≤ ${most} ${unit}`, verdict: ours <= most ? 'met' : 'short', ...(spread && { spread }) };
}

/** Of the program, its PostgreSQL, and what each has started, by what Linux counts; 0 elsewhere. */
function megabytesOf(roots: readonly number[]): number {
  if (process.platform !== 'linux') return 0;
  const ours = processes().filter((each) => roots.includes(each) || roots.includes(parentOf(each)));
  return ours.reduce((sum, each) => sum + kilobytesOf(each), 0) / 1024;
}

function processes(): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function kilobytesOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** A process may have ended since it was listed. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
