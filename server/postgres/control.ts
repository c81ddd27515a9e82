import { closeSync, fstatSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { ask } from './connection.ts';
import { isPostgresOf, pidFilePath, readPidFile } from './pid-file.ts';
import { orUseDatabaseUrl, StartupProblem } from './problem.ts';
import { run } from './run.ts';
import type { Outcome } from './run.ts';

export interface Running {
  port: number;
  pid: number;
  /** It was running already: the program before us was killed. */
  adopted: boolean;
}

const secondsToAnswer = 60;
const logName = 'postgresql.log';

/** Adopts the PostgreSQL that runs on this cluster, else starts one. @throws StartupProblem */
export async function ensureRunning(cluster: Cluster): Promise<Running> {
  const deadline = performance.now() + secondsToAnswer * 1000;
  for (;;) {
    const found = readPidFile(cluster.folder);
    if (!found) return start(cluster, undefined);
    if (!isPostgresOf(cluster.folder, found.pid)) {
      // Its writer is dead, and nobody else starts one here meanwhile: we hold the lock on DATA_DIR.
      rmSync(pidFilePath(cluster.folder), { force: true });
      return start(cluster, found.port);
    }
    const answer = await ask(found.port, cluster.password);
    if (answer === 'ready') return { ...found, adopted: true };
    if (answer === 'denied') throw new StartupProblem(`A PostgreSQL that does not know Visavis (process ${found.pid}) runs on ${cluster.folder}: stop it, or choose another DATA_DIR.`);
    if (performance.now() > deadline) throw new StartupProblem(`PostgreSQL (process ${found.pid}) on ${cluster.folder} does not answer: end it with “kill -9 ${found.pid}” and start again; no committed booking is lost.`);
    await sleep(100);
  }
}

/** @param wished the port it had before, taken again if it is free */
async function start(cluster: Cluster, wished: number | undefined): Promise<Running> {
  const deadline = performance.now() + secondsToAnswer * 1000;
  let port = await freePort(wished);
  for (;;) {
    const logged = logSize(cluster);
    // -t is the time to replay the write-ahead log in; pg_ctl returns as soon as PostgreSQL is ready or has failed.
    const { code, output } = await pgCtl(cluster, ['-w', '-t', '600', '-l', logName, '-o', `-p ${port}`, 'start']);
    const running = readPidFile(cluster.folder);
    if (code === 0 && running) return { port, pid: running.pid, adopted: false };
    const said = logSince(cluster, logged) || output;
    const passing = /could not bind|Address already in use|pre-existing shared memory block/.test(said);
    if (!passing || performance.now() > deadline) throw new StartupProblem(explain(cluster, said));
    // The port was taken since we asked, or children of a killed PostgreSQL are still on their way out.
    await sleep(100);
    port = await freePort(undefined);
  }
}

/** Stops it as fast as every transaction can be left in order; returns at once if it is not running. */
export async function stopPostgres(cluster: Cluster): Promise<void> {
  const isUp = (): boolean => isPostgresOf(cluster.folder, readPidFile(cluster.folder)?.pid ?? 0);
  if (isUp()) await pgCtl(cluster, ['-m', 'fast', '-w', '-t', '30', 'stop']);
  // Immediate is what kill does: the next start replays the write-ahead log.
  if (isUp()) await pgCtl(cluster, ['-m', 'immediate', '-w', '-t', '10', 'stop']);
}

/**
 * pg_ctl makes PostgreSQL the leader of a session of its own, so that neither Ctrl-C nor our own end reaches it.
 * The folder is also the working folder: the log's name needs no path, which pg_ctl would pass through a shell.
 */
function pgCtl(cluster: Cluster, args: readonly string[]): Promise<Outcome> {
  return run(join(cluster.native, 'bin', 'pg_ctl'), ['-D', cluster.dataArgument, ...args], { cwd: cluster.folder, account: cluster.account });
}

function freePort(wished: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wished ? resolve(freePort(undefined)) : reject(error)));
    server.listen(wished ?? 0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function logSize(cluster: Cluster): number {
  return statSync(join(cluster.folder, logName), { throwIfNoEntry: false })?.size ?? 0;
}

function logSince(cluster: Cluster, position: number): string {
  try {
    const file = openSync(join(cluster.folder, logName), 'r');
    const buffer = Buffer.alloc(Math.min(fstatSync(file).size - position, 65_536));
    readSync(file, buffer, 0, buffer.length, position);
    closeSync(file);
    return buffer.toString();
  } catch {
    return '';
  }
}

function explain(cluster: Cluster, said: string): string {
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC|ERROR|could not/.test(line)) ?? said.trim().split('\n').at(-1) ?? '';
  return `PostgreSQL did not start on ${cluster.folder} (${reason.trim()}): see ${logName} there, ${orUseDatabaseUrl}.`;
}
