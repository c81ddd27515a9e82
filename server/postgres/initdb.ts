import { join } from 'node:path';
import { accountNamed } from './account.ts';
import type { Account } from './account.ts';
import { orUseDatabaseUrl, StartupProblem } from './problem.ts';
import { userName } from './connection.ts';
import { run } from './run.ts';
import type { Outcome, RunOptions } from './run.ts';

export interface InitdbOptions {
  native: string;
  account: Account | undefined;
  /** An empty folder; the password to set lies beside it in a file `password`. */
  folder: string;
  dataArgument: string;
  /** Kept in its configuration, so that the address stays the same as long as the port is free. */
  port: number;
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
export async function initdb({ native, account, folder, dataArgument, port }: InitdbOptions): Promise<void> {
  const args = [
    '-D', dataArgument, '-U', userName, '--pwfile=../password', '--auth=scram-sha-256', '--no-instructions',
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
    ...Object.entries({ ...settings, port }).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ];
  const program = join(native, 'bin', 'initdb');
  const first = await run(program, args, { cwd: folder, account });
  const { code, output } = isNameless(first.output) ? await runWithBorrowedName(program, args, { cwd: folder, account }) : first;
  if (code !== 0) throw new StartupProblem(explain(output, folder));
}

/** Containers are often run as a number that the system's table of users lacks; initdb, and only initdb, wants its name. */
function isNameless(output: string): boolean {
  return output.includes('could not look up effective user ID');
}

/** In a user namespace in which our number appears as one that has a name. Many systems forbid them: then it stays nameless. */
async function runWithBorrowedName(program: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  const lender = accountNamed('nobody');
  if (process.platform !== 'linux' || !lender) return { code: 1, output: nameless };
  const outcome = await run('unshare', ['--user', `--map-user=${lender.uid}`, '--', program, ...args], options);
  return outcome.code === 0 ? outcome : { code: 1, output: nameless };
}

const nameless = 'could not look up effective user ID';

function explain(output: string, folder: string): string {
  if (isNameless(output)) return `You are user ${process.geteuid?.()}, who has no entry in /etc/passwd, and PostgreSQL makes no cluster for a user without a name: add the entry (as root: echo "visavis:x:${process.geteuid?.()}:${process.getegid?.()}::/:/bin/false" >> /etc/passwd), start as another user, ${orUseDatabaseUrl}.`;
  const reason = output.split('\n').findLast((line) => /error|FATAL|PANIC|could not/i.test(line)) ?? output.trim();
  return `PostgreSQL could not make its cluster in ${folder} (${reason.trim()}): choose another DATA_DIR, ${orUseDatabaseUrl}.`;
}
