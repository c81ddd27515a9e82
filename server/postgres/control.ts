import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { ask } from './connection.ts';
import { logName, logSince, logSize, turnLog } from './log-file.ts';
import { isPostgresOf, readPidFile } from './pid-file.ts';
import type { PidFile } from './pid-file.ts';
import { freePort } from './port.ts';
import { orUseDatabaseUrl, StartupProblem } from './problem.ts';
import { clearRemains } from './remains.ts';
import { run } from './run.ts';
import type { Outcome } from './run.ts';

export interface Running {
  port: number;
  pid: number;
  /** It was running already: the program before us was killed. */
  adopted: boolean;
}

const secondsToAnswer = 60;

/**
 * Adopts the PostgreSQL that runs on this cluster, else starts one. To be called by the holder of DATA_DIR's lock only.
 *
 * @param onlyPort refuse to listen anywhere else
 * @throws StartupProblem
 */
export async function ensureRunning(cluster: Cluster, onlyPort?: number): Promise<Running> {
  const deadline = performance.now() + secondsToAnswer * 1000;
  for (;;) {
    const found = readPidFile(cluster.folder);
    if (!found || !isPostgresOf(cluster.folder, found.pid)) {
      await clearRemains(cluster.folder, found?.pid);
      return start(cluster, found?.port || configuredPort(cluster), onlyPort);
    }
    const answer = await ask(found.port, cluster.password);
    if (answer === 'ready') return { ...found, adopted: true };
    if (answer === 'denied') throw new StartupProblem(`A PostgreSQL that does not know Visavis (process ${found.pid}) runs on ${cluster.folder}: stop it, or choose another DATA_DIR.`);
    if (performance.now() > deadline) throw unresponsive(cluster, found);
    // It is starting, recovering or stopping.
    await sleep(100);
  }
}

function unresponsive({ folder }: Cluster, { pid }: PidFile): StartupProblem {
  return new StartupProblem(`PostgreSQL (process ${pid}) on ${folder} has not answered for ${secondsToAnswer} seconds: end it with “kill -9 ${pid}” and start again; no committed booking is lost.`);
}

/** @param wished the port it had before, taken again if it is free */
async function start(cluster: Cluster, wished: number | undefined, onlyPort: number | undefined): Promise<Running> {
  const deadline = performance.now() + secondsToAnswer * 1000;
  turnLog(cluster.folder);
  let port = onlyPort ?? (await freePort(wished));
  let more = '';
  for (;;) {
    const before = logSize(cluster.folder);
    // -t is the time to replay the write-ahead log in; pg_ctl returns as soon as PostgreSQL is ready or has failed.
    const { code, output } = await pgCtl(cluster, ['-w', '-t', '600', '-l', logName, '-o', `-p ${port}${more}`, 'start']);
    const running = readPidFile(cluster.folder);
    if (code === 0 && running) return { port, pid: running.pid, adopted: false };
    const said = logSince(cluster.folder, before) || output;
    if (!isPassing(said) || performance.now() > deadline) throw new StartupProblem(explain(cluster, said));
    // Where the file system has no sockets PostgreSQL does without; everybody connects by TCP.
    if (said.includes('Unix-domain sockets')) more = ' -c unix_socket_directories=';
    await sleep(100);
    port = onlyPort ?? (await freePort());
  }
}

/** The port was taken since we asked, or children of a killed PostgreSQL are still on their way out. */
function isPassing(said: string): boolean {
  return /could not create any (TCP\/IP|Unix-domain) sockets|pre-existing shared memory block/.test(said);
}

function explain(cluster: Cluster, said: string): string {
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC|ERROR|could not/.test(line)) ?? said.trim().split('\n').at(-1) ?? '';
  return `PostgreSQL did not start on ${cluster.folder} (${reason.trim()}): see ${logName} there, ${orUseDatabaseUrl}.`;
}

function configuredPort(cluster: Cluster): number | undefined {
  const line = /^port = (\d+)/m.exec(readFileSync(join(cluster.folder, 'postgresql.conf'), 'utf8'));
  return line ? Number(line[1]) : undefined;
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
