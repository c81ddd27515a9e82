import type { Cluster } from './cluster.ts';
import { ensureRunning } from './control.ts';
import { isPostgresOf, readPidFile } from './pid-file.ts';

export interface Supervision {
  /** Returns once no start is under way any more. */
  end(): Promise<void>;
}

const everyMs = 500;

/**
 * Starts PostgreSQL again, at the same port, when it was killed (by the kernel for want of memory, say). One that
 * leaves no `postmaster.pid` was stopped in order: somebody is at work on it and will start it again.
 */
export function supervise(cluster: Cluster, port: number, log: (event: object) => void): Supervision {
  let starting: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (starting || !hasDied(cluster)) return;
    starting = startAgain(cluster, port, log).finally(() => { starting = undefined; });
  }, everyMs).unref();
  return {
    end: async () => {
      clearInterval(timer);
      await starting;
    },
  };
}

function hasDied(cluster: Cluster): boolean {
  try {
    const found = readPidFile(cluster.folder);
    return found !== undefined && !isPostgresOf(cluster.folder, found.pid);
  } catch {
    // The folder cannot be read just now; if it is gone for good there is nothing to start.
    return false;
  }
}

/** Never rejects: the next look tries again. */
async function startAgain(cluster: Cluster, port: number, log: (event: object) => void): Promise<void> {
  log({ event: 'postgres.died', port });
  try {
    const { pid } = await ensureRunning(cluster, port);
    log({ event: 'postgres.restarted', pid, port });
  } catch (error) {
    log({ event: 'postgres.not-restarted', port, reason: (error as Error).message });
  }
}
