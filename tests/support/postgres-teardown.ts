import { rm } from 'node:fs/promises';
import { endLogs } from './logs.ts';

/** Jest's global teardown: ends the run's PostgreSQL and removes its folder; fails if anything was logged that should not have been. */
export default async function tearDown(): Promise<void> {
  const running = globalThis.visavisTestPostgres;
  if (!running) return;
  await running.postgres.stop();
  await rm(running.dataDir, { recursive: true, force: true });
  const wrong = endLogs();
  if (wrong.length > 0) throw new Error(`The log of this run has what no log may have:\n${wrong.slice(0, 20).join('\n')}`);
}
