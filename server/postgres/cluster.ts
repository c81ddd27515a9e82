import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor } from './account.ts';
import type { Account } from './account.ts';
import { findBinaries } from './binaries.ts';
import { initdb } from './initdb.ts';
import { freePort } from './port.ts';
import { StartupProblem } from './problem.ts';
import { run } from './run.ts';

/** A PostgreSQL cluster on disk, and what is needed to drive it. */
export interface Cluster {
  /** PostgreSQL's data folder. */
  folder: string;
  /** The folder as its programs are told it (`-D`). */
  dataArgument: string;
  /** Where `bin` is. */
  native: string;
  account: Account | undefined;
  password: string;
}

/**
 * The cluster in `DATA_DIR/postgresql`, made if there is none.
 *
 * @throws StartupProblem when it belongs to someone else, is of another version, or cannot be made
 */
export async function openCluster(dataDir: string, created: () => void): Promise<Cluster> {
  const named = join(dataDir, 'postgresql');
  const folder = existsSync(named) ? realpathSync(named) : named;
  const account = accountFor(folder);
  const entries = entriesOf(folder);
  if (!entries || entries.includes('PG_VERSION')) claim(folder, account);
  else if (entries.length > 0) throw new StartupProblem(`${folder} holds files but no PostgreSQL cluster: move them away, or choose another DATA_DIR.`);
  const { native, major } = await findBinaries(account, dataDir);
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    await createCluster(folder, native, account);
    created();
  }
  checkVersion(folder, major);
  return { folder, dataArgument: await dataArgument(folder, account), native, account, password: readPassword(folder) };
}

/** Undefined when we may not look. */
function entriesOf(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : undefined;
  }
}

function claim(folder: string, account: Account | undefined): void {
  const { uid, mode } = statSync(folder);
  const self = account?.uid ?? process.geteuid?.() ?? uid;
  if (uid !== self) throw new StartupProblem(belongsToAnother(folder, uid, self));
  // A restored copy often has wider permissions, with which PostgreSQL refuses to start.
  if ((mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
}

function belongsToAnother(folder: string, owner: number, self: number): string {
  if (owner === 0) return `${folder} belongs to root, as whom PostgreSQL does not run: give it away with “chown -R ${self} '${folder}'”, or choose another DATA_DIR.`;
  return `${folder} belongs to user ${owner}, not to user ${self}: start Visavis as its owner, or choose another DATA_DIR.`;
}

/** Complete or not there: made beside its place and then given its name by one rename. */
async function createCluster(folder: string, native: string, account: Account | undefined): Promise<void> {
  const partial = `${folder}.partial`;
  const [inner, password] = [join(partial, 'cluster'), join(partial, 'password')];
  rmSync(partial, { recursive: true, force: true });
  try {
    for (const path of [partial, inner]) makePrivate(path, account);
    writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
    give(password, account);
    await initdb({ native, account, folder: inner, dataArgument: await dataArgument(inner, account), port: await freePort() });
    renameSync(password, passwordPath(inner));
    renameSync(inner, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function makePrivate(path: string, account: Account | undefined): void {
  mkdirSync(path, { mode: 0o700 });
  give(path, account);
}

function give(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}

function checkVersion(folder: string, major: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== major) throw new StartupProblem(`${folder} was made by PostgreSQL ${version}, this is PostgreSQL ${major}: go back to the Visavis that made it, export its programmes, and import them into a new DATA_DIR.`);
}

/**
 * How PostgreSQL is told its data folder. When its account cannot walk the path, as below root's home, the path
 * is `/proc/self/cwd`: we enter the folder while we are still root, and Linux lets a process use the folder that
 * it stands in whatever lies above. All of PostgreSQL's processes are forked from the first and never leave it.
 */
async function dataArgument(folder: string, account: Account | undefined): Promise<string> {
  // pg_ctl hands the path to a shell inside double quotes, where these four are not themselves; it stands in the folder.
  const told = /["$`\\]/.test(folder) && process.platform !== 'win32' ? '.' : folder;
  if (!account) return told;
  const reached = await run('/bin/sh', ['-c', 'test -w "$0"', folder], { cwd: '/', account });
  if (reached.code === 0) return told;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new StartupProblem(`PostgreSQL does not run as root, and its account ${account.name} cannot reach ${folder}: set DATA_DIR to a folder that everybody may enter, or start Visavis as an ordinary user.`);
}

function readPassword(folder: string): string {
  try {
    return readFileSync(passwordPath(folder), 'utf8').trim();
  } catch (error) {
    throw new StartupProblem(`${passwordPath(folder)} cannot be read (${(error as NodeJS.ErrnoException).code}): it holds the password of this PostgreSQL cluster; put it back from a copy, or choose another DATA_DIR.`, { cause: error });
  }
}

function passwordPath(folder: string): string {
  return join(folder, 'visavis.password');
}
