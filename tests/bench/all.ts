import { createDatabase } from '../support/postgres.ts';
import { startProgram } from '../support/program.ts';
import { contention } from './contention.bench.ts';
import { listing } from './listing.bench.ts';
import type { Row } from './row.ts';
import { run as slots } from './slots.bench.ts';

/** Everything, one after the other; `say` hears what is being measured. */
export async function measureAll(say: (what: string) => void): Promise<Row[]> {
  say('Slots, against careful Luxon');
  const rows = await slots();
  say('Two hundred takers of one slot');
  const database = await createDatabase();
  const program = await startProgram({ DATABASE_URL: database.url, ROLE: 'web', LOG_LEVEL: 'warn' });
  try {
    rows.push(...await contention(program.url));
    say('Slots over HTTP');
    rows.push(...await listing(program.url, database.url));
  } finally {
    program.kill('SIGTERM');
    await program.ended;
    await database.drop();
  }
  return rows;
}
