import { join } from 'node:path';
import type { Account } from './account.ts';
import { orUseDatabaseUrl, StartupProblem } from './problem.ts';
import { userName } from './connection.ts';
import { run } from './run.ts';

export interface InitdbOptions {
  native: string;
  account: Account | undefined;
  /** An empty folder; the password to set lies beside it in a file `password`. */
  folder: string;
  dataArgument: string;
}

/** What an installation of tens to some thousands of bookings needs, in little memory; the rest is PostgreSQL's default. */
const settings = {
  listen_addresses: '127.0.0.1',
  // In the cluster itself, so that nothing of ours lies in the temporary folder.
  unix_socket_directories: '.',
  max_connections: '100',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // %e is the SQLSTATE: deadlocks and refused writes can be counted in the log.
  log_line_prefix: '%m [%p] %e ',
};

/** Makes an empty cluster. @throws StartupProblem with initdb's own reason */
export async function initdb({ native, account, folder, dataArgument }: InitdbOptions): Promise<void> {
  const args = [
    '-D', dataArgument, '-U', userName, '--pwfile=../password', '--auth=scram-sha-256', '--no-instructions',
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
    ...Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ];
  const { code, output } = await run(join(native, 'bin', 'initdb'), args, { cwd: folder, account });
  if (code !== 0) throw new StartupProblem(explain(output, folder));
}

function explain(output: string, folder: string): string {
  const reason = output.split('\n').findLast((line) => /error|FATAL|PANIC|could not/i.test(line)) ?? output.trim();
  return `PostgreSQL could not make its cluster in ${folder} (${reason.trim()}): choose another DATA_DIR, ${orUseDatabaseUrl}.`;
}
