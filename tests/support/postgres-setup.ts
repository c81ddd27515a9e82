import { chmod, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../server/postgres/index.ts';
import type { EmbeddedPostgres } from '../../server/postgres/index.ts';
import { isPostgresOf, readPidFile } from '../../server/postgres/pid-file.ts';
import { lockFolder } from '../../server/postgres/lock.ts';
import { migrate } from '../../server/store/migrate.ts';
import { beginLogs } from './logs.ts';
import { addressVariable, administer, templateName, urlOf } from './postgres.ts';

const prefix = 'visavis-test-postgres-';

/** Jest's global setup: one PostgreSQL for all test files of the run. */
export default async function setUp(): Promise<void> {
  if (process.env.VISAVIS_TEST_ENGINE_ONLY) return;
  beginLogs();
  await removeLeftOvers();
  const dataDir = await mkdtemp(join(tmpdir(), prefix));
  // So that PostgreSQL's account can walk through when we are root.
  if (process.geteuid?.() === 0) await chmod(dataDir, 0o711);
  const postgres = await startForTests(dataDir);
  globalThis.visavisTestPostgres = { postgres, dataDir };
  await administer(`CREATE DATABASE ${templateName}`);
  await migrate(urlOf(templateName), join(__dirname, '../../server/migrations'));
}

declare global {
  var visavisTestPostgres: { postgres: EmbeddedPostgres; dataDir: string } | undefined;
}

/** Tests that were killed leave their PostgreSQL running: whatever nobody holds the lock of is ended and removed. */
async function removeLeftOvers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const name of names) await removeLeftOver(join(tmpdir(), name)).catch(() => undefined);
}

async function removeLeftOver(dataDir: string): Promise<void> {
  // A run that has only just begun beside us may not hold its lock yet.
  if (Date.now() - (await stat(dataDir)).mtimeMs < 120_000) return;
  const lock = await lockFolder(await realpath(dataDir));
  const cluster = join(dataDir, 'postgresql');
  const pid = readPidFile(cluster)?.pid ?? 0;
  if (isPostgresOf(cluster, pid)) process.kill(pid, 'SIGQUIT');
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  lock.release();
}

/**
 * What a test database loses in a power failure nobody misses; and races open more connections than an installation does.
 * Benchmarks measure what an installation has.
 */
async function startForTests(dataDir: string): Promise<EmbeddedPostgres> {
  const first = await startEmbeddedPostgres({ dataDir });
  process.env[addressVariable] = first.url;
  const careless = process.env.VISAVIS_BENCH ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off'];
  for (const setting of [...careless, 'max_connections = 400']) {
    await administer(`ALTER SYSTEM SET ${setting}`);
  }
  await first.stop();
  const postgres = await startEmbeddedPostgres({ dataDir });
  process.env[addressVariable] = postgres.url;
  return postgres;
}
