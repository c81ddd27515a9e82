import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface Outcome {
  /** Exit code; 127 when the command could not be executed at all, as a shell would say. */
  code: number;
  /** Standard output and error, in order of arrival. */
  output: string;
}

export interface RunOptions {
  cwd: string;
  /** Whom to run as; ourselves if undefined. */
  account: Account | undefined;
}

/**
 * Runs one of PostgreSQL's programs to its end. Never throws: what went wrong is in the outcome.
 *
 * It gets a session of its own (`detached`), because Ctrl-C in a terminal goes to the whole foreground group
 * and must not reach a `pg_ctl` that is starting or stopping the database.
 */
export function run(command: string, args: readonly string[], { cwd, account }: RunOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const finish = (code: number, reason = ''): void => {
      resolve({ code, output: Buffer.concat(chunks).toString() + reason });
    };
    try {
      const child = spawn(command, args, {
        cwd,
        env: environment(),
        detached: process.platform !== 'win32',
        windowsHide: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        ...(account && { uid: account.uid, gid: account.gid }),
      });
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.once('error', (error) => finish(127, error.message));
      child.once('close', (code) => finish(code ?? 1));
    } catch (error) {
      finish(127, error instanceof Error ? error.message : String(error));
    }
  });
}

/** Ours without PGDATA, PGPORT and their like, which would redirect the programs; messages in English, so that they can be read. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
