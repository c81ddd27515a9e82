import { createDatabase } from '../support/postgres.ts';
import { startProgram } from '../support/program.ts';
import { booking } from './booking.bench.ts';
import { client } from './client.bench.ts';
import { contention } from './contention.bench.ts';
import { crowd } from './crowd.bench.ts';
import { invitations } from './invitations.bench.ts';
import { listing } from './listing.bench.ts';
import { live } from './live.bench.ts';
import { planning } from './plans.bench.ts';
import type { Row } from './row.ts';
import { run as slots } from './slots.bench.ts';
import { start } from './start.bench.ts';

/** With a web server of their own: its address, and its database's. */
const overHttp: Record<string, (url: string, databaseUrl: string) => Promise<Row[]>> = {
  'Slots over HTTP': listing,
  'Two hundred takers of one slot': contention,
  'Bookings': booking,
  'Live updates': live,
  'A crowd that watches for a minute': crowd,
};

/** Everything, one after the other; `say` hears what is being measured. `only`: what has this in its name. */
export async function measureAll(say: (what: string) => void, only = ''): Promise<Row[]> {
  const works: [string, () => Promise<Row[]>][] = [
    ['Slots, against careful Luxon', slots],
    ...Object.entries(overHttp).map(([what, work]) => [what, () => withServer(work)] as [string, () => Promise<Row[]>]),
    ['Invitations', invitations],
    ['Planning timetables', planning],
    ['Pages in a browser', client],
    ['Starting', start],
  ];
  const wanted = works.filter(([each]) => each.toLowerCase().includes(only.toLowerCase()));
  if (wanted.length === 0) throw new Error(`nothing to measure has “${only}” in its name: ${works.map(([what]) => what).join(', ')}`);
  const rows: Row[] = [];
  for (const [what, work] of wanted) {
    say(what);
    rows.push(...await work());
  }
  return rows;
}

async function withServer(work: (url: string, databaseUrl: string) => Promise<Row[]>): Promise<Row[]> {
  const database = await createDatabase();
  const program = await startProgram({ DATABASE_URL: database.url, ROLE: 'web', LOG_LEVEL: 'warn' });
  try {
    return await work(program.url, database.url);
  } finally {
    program.kill('SIGTERM');
    await program.ended;
    await database.drop();
  }
}
