import { readFileSync, writeFileSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../server/store/migrate.ts';
import { administer, createDatabase, urlOf, type TestDatabase } from '../support/postgres.ts';
import { describeSchema } from '../support/schema.ts';

const migrations = path.join(__dirname, '../../server/migrations');
const dump = path.join(migrations, 'schema.txt');

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'visavis-migrations-'));
  for (const name of (await readdir(migrations)).filter((each) => each.endsWith('.sql'))) await copyFile(path.join(migrations, name), path.join(folder, name));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

it('is what server/migrations/schema.txt shows (UPDATE_SCHEMA=1 writes it anew)', async () => {
  const schema = await describeSchema(database.url);
  if (process.env.UPDATE_SCHEMA) writeFileSync(dump, schema);
  expect(schema).toBe(readFileSync(dump, 'utf8'));
});

it('stays as it is when it is migrated again', async () => {
  expect(await migrate(database.url, migrations)).toEqual([]);
});

it('is migrated once by ten processes at once', async () => {
  await administer('CREATE DATABASE migrated_at_once');
  const url = urlOf('migrated_at_once');
  try {
    const applied = await Promise.all(Array.from({ length: 10 }, () => migrate(url, migrations)));
    expect(applied.filter((names) => names.length > 0)).toEqual([(await readdir(migrations)).filter((name) => name.endsWith('.sql')).toSorted()]);
    expect(await describeSchema(url)).toBe(readFileSync(dump, 'utf8'));
  } finally {
    await administer('DROP DATABASE migrated_at_once WITH (FORCE)');
  }
});

it('refuses a migration that was edited after it had been applied', async () => {
  await writeFile(path.join(folder, '0001-initial.sql'), 'SELECT 1;');
  await expect(migrate(database.url, folder)).rejects.toThrow('migration 0001-initial.sql was edited after it had been applied: write a new one instead');
});

it('refuses a database that a newer program has migrated', async () => {
  await writeFile(path.join(folder, '9999-from-the-future.sql'), 'SELECT 1;');
  await migrate(database.url, folder);
  await expect(migrate(database.url, migrations)).rejects.toThrow('the database has migration 9999-from-the-future.sql, which this program does not know: start the newer program');
});

it('leaves nothing of a migration that fails half-way', async () => {
  await writeFile(path.join(folder, '0002-broken.sql'), 'CREATE TABLE half (id int); SELECT nonsense;');
  await expect(migrate(database.url, folder)).rejects.toThrow('migration 0002-broken.sql failed');
  expect(await describeSchema(database.url)).toBe(readFileSync(dump, 'utf8'));
});
