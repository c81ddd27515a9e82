import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { recordCalendar, recordFolder } from './calendar-record.ts';

/** Set by tests/support/postgres-setup.ts: the address of the run's PostgreSQL, as its superuser. */
export const addressVariable = 'VISAVIS_TEST_POSTGRES';

/** Cloned for every test database; has the migrations. */
export const templateName = 'visavis_template';

export interface TestDatabase {
  url: string;
  /** Closes what is still connected, and removes it. */
  drop(): Promise<void>;
}

/** A database of its own for one test file, with the newest schema and no rows, in the PostgreSQL that the run shares. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${templateName}`);
  return { url: urlOf(name), drop: async () => {
    if (recordFolder) await recordMailbox(name);
    await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } };
}

/** What processes of their own have written, too: every invitation in the built-in mailbox, and the span it was to name. */
async function recordMailbox(database: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(database) });
  await client.connect();
  const { rows } = await client.query<{ ics: string; uid: string; start: string; end: string }>(`
    SELECT m.ics, b.uid, 1000 * extract(epoch FROM lower(r.span)) AS start, 1000 * extract(epoch FROM upper(r.span)) AS end
    FROM mailbox m
    JOIN deliveries d ON m.message_id LIKE '<' || d.id || '@%'
    JOIN booking_revisions r ON r.booking_id = d.booking_id AND r.sequence = d.sequence
    JOIN bookings b ON b.id = d.booking_id
    WHERE m.ics IS NOT NULL AND (d.method = 'REQUEST' OR r.status = 'cancelled')`);
  for (const { ics, uid, start, end } of rows) recordCalendar({ kind: 'message', text: ics, events: [{ uid, start: Number(start), end: Number(end) }] });
  await client.end();
}

/** Runs one statement outside the test databases. */
export async function administer(statement: string, database = 'postgres'): Promise<void> {
  const client = new Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of a database in the run's PostgreSQL. */
export function urlOf(database: string): string {
  const address = process.env[addressVariable];
  if (!address) throw new Error('This run has no PostgreSQL: the tests run through Jest with its configuration at the top of the repository.');
  return Object.assign(new URL(address), { pathname: `/${database}` }).href;
}
