import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { pidFileName, readPidFile } from './pid-file.ts';
import { StartupProblem } from './problem.ts';

/**
 * Removes what a PostgreSQL that has died could not: its pid file, its socket, and that one's lock. Left there, the
 * number in them keeps the next one from starting as soon as any process of the same user has it. To be called by
 * the holder of DATA_DIR's lock, so that nobody starts one meanwhile.
 *
 * @param deadPid what the pid file said when its process was found not to be this PostgreSQL
 * @throws StartupProblem when it is alive where we cannot see its process
 */
export async function clearRemains(cluster: string, deadPid: number | undefined): Promise<void> {
  const names = readdirSync(cluster).filter((name) => name.startsWith('.s.PGSQL.'));
  for (const name of names.filter((one) => !one.endsWith('.lock'))) {
    if (await answers(cluster, name)) throw new StartupProblem(`A PostgreSQL out of sight (process ${deadPid ?? 'unknown'} of another container?) runs on ${cluster}: stop the program that uses it, or choose another DATA_DIR.`);
  }
  // Whoever starts one by hand at this very moment has written files of their own.
  if (!Object.is(readPidFile(cluster)?.pid, deadPid)) return;
  for (const name of [...names, pidFileName]) rmSync(join(cluster, name), { force: true });
}

/**
 * PostgreSQL listens on a socket in its folder. Containers that share the folder and the machine can connect to it,
 * though each has process numbers, ports and lock names of its own; a dead one's socket refuses.
 */
function answers(cluster: string, socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const folder = openSync(cluster, 'r');
    // By way of the open folder, because a socket's path may have 107 bytes at most.
    const path = process.platform === 'linux' ? `/proc/self/fd/${folder}` : cluster;
    const connection = connect(join(path, socket));
    const finish = (answered: boolean): void => {
      connection.destroy();
      closeSync(folder);
      resolve(answered);
    };
    connection.once('connect', () => finish(true));
    connection.once('error', () => finish(false));
  });
}
