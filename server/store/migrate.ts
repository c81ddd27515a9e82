import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';

/** Any number, the same in every process: who holds it migrates, the others wait. */
const MIGRATION_LOCK = 8_742_391_006;

/**
 * Brings the schema up to date, forward only; safe when several processes start at once.
 * @throws Error when an applied migration was edited afterwards, or the database is newer than this program.
 */
export async function migrate(url: string, directory: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await applyMissing(client, await readMigrations(directory));
  } finally {
    await client.end();
  }
}

interface Migration {
  name: string;
  sql: string;
  fingerprint: string;
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).toSorted();
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(path.join(directory, name), 'utf8');
    return { name, sql, fingerprint: createHash('sha256').update(sql).digest('hex') };
  }));
}

async function applyMissing(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query('CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, fingerprint text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())');
  const { rows } = await client.query<{ name: string; fingerprint: string }>('SELECT name, fingerprint FROM schema_migrations');
  const applied = new Map(rows.map((row) => [row.name, row.fingerprint]));
  refuseSurprises(migrations, applied);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

function refuseSurprises(migrations: Migration[], applied: Map<string, string>): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.fingerprint]));
  for (const [name, fingerprint] of applied) {
    if (!known.has(name)) throw new Error(`the database has migration ${name}, which this program does not know: start the newer program`);
    if (known.get(name) !== fingerprint) throw new Error(`migration ${name} was edited after it had been applied: write a new one instead`);
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await client.query('INSERT INTO schema_migrations (name, fingerprint) VALUES ($1, $2)', [migration.name, migration.fingerprint]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${migration.name} failed`, { cause });
  }
}
