import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { openCluster } from './cluster.ts';
import { ensureDatabase, urlOf } from './connection.ts';
import { ensureRunning, stopPostgres } from './control.ts';
import { lockFolder } from './lock.ts';
import { StartupProblem } from './problem.ts';
import { supervise } from './supervise.ts';

export { StartupProblem } from './problem.ts';

export interface EmbeddedPostgres {
  /** `postgres://visavis:…@127.0.0.1:PORT/visavis`; holds the password. */
  url: string;
  /** Stops PostgreSQL and gives DATA_DIR free. Returns also when it has died meanwhile; a second call does nothing. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** DATA_DIR: the cluster is in its folder `postgresql`. Made if it is not there. */
  dataDir: string;
  /** Told what happened, one object for each step. */
  log?: (event: object) => void;
}

/**
 * Starts the PostgreSQL that comes with Visavis, or adopts the one that a killed Visavis has left running.
 * It listens on 127.0.0.1 only, at a port of its own choice, and outlives this process unless it is stopped. While
 * this process lives a PostgreSQL that was killed is started again at the same address; one that somebody has stopped
 * in order is theirs to start.
 *
 * @throws StartupProblem when it cannot be had; another Visavis on the same DATA_DIR is such a reason
 */
export async function startEmbeddedPostgres({ dataDir, log = () => undefined }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = openDataDir(dataDir);
  const lock = await lockFolder(folder);
  try {
    const cluster = await openCluster(folder, () => log({ event: 'postgres.created' }));
    const { port, pid, adopted } = await ensureRunning(cluster);
    await ensureDatabase(port, cluster.password);
    log({ event: adopted ? 'postgres.adopted' : 'postgres.started', pid, port });
    const supervision = supervise(cluster, port, log);
    const stop = once(async () => {
      await supervision.end();
      await stopPostgres(cluster).finally(() => lock.release());
      log({ event: 'postgres.stopped' });
    });
    return { url: urlOf(port, cluster.password), stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openDataDir(dataDir: string): string {
  const folder = resolve(dataDir);
  try {
    if (!existsSync(folder)) {
      makeFolders(folder);
      // PostgreSQL's account must be able to walk through when we are root; nobody else needs to see anything.
      chmodSync(folder, process.geteuid?.() === 0 ? 0o711 : 0o700);
    }
    // The dot, because a file is not a folder.
    accessSync(`${folder}/.`, constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    throw new StartupProblem(`DATA_DIR ${folder} cannot be written (${(error as NodeJS.ErrnoException).code ?? error}): set DATA_DIR to a folder that you may write.`, { cause: error });
  }
}

/** One by one: Node's own `recursive` tries for ever where a folder is that takes none (ENOENT), as those of automounters and /proc do. */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another start may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= action());
}
