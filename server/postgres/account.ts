import { readFileSync, statSync } from 'node:fs';
import { StartupProblem } from './problem.ts';

/** A line of the system's table of users. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * Whom PostgreSQL's programs must run as: undefined means as ourselves.
 *
 * PostgreSQL refuses to run as root. As root we therefore step down to whoever owns the cluster already, else to
 * `postgres`, else to `nobody`.
 *
 * @param cluster PostgreSQL's data folder; need not exist yet
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.geteuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid ?? 0;
  if (owner !== 0) return accountOf(owner) ?? { name: String(owner), uid: owner, gid: owner };
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (account) return account;
  throw new StartupProblem('PostgreSQL does not run as root and this system has neither an account “postgres” nor “nobody”: start Visavis as an ordinary user.');
}

export function accountNamed(name: string): Account | undefined {
  return accounts().find((account) => account.name === name && account.uid !== 0);
}

export function accountOf(uid: number): Account | undefined {
  return accounts().find((account) => account.uid === uid);
}

function accounts(): Account[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n').map(toAccount).filter((account) => account !== undefined);
  } catch {
    return [];
  }
}

function toAccount(line: string): Account | undefined {
  const [name, , uid, gid] = line.split(':');
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}
