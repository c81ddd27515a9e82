import { rm } from 'node:fs/promises';

/** Jest's global teardown: ends the run's PostgreSQL and removes its folder. */
export default async function tearDown(): Promise<void> {
  const running = globalThis.visavisTestPostgres;
  if (!running) return;
  await running.postgres.stop();
  await rm(running.dataDir, { recursive: true, force: true });
}
