import { readFileSync, writeFileSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
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
  await writeFile(path.join(folder, '9999-broken.sql'), 'CREATE TABLE half (id int); SELECT nonsense;');
  await expect(migrate(database.url, folder)).rejects.toThrow('migration 9999-broken.sql failed');
  expect(await describeSchema(database.url)).toBe(readFileSync(dump, 'utf8'));
});

it('gives bookings made before revisions kept their words the words of today', async () => {
  await administer('CREATE DATABASE booked_before');
  const url = urlOf('booked_before');
  for (const name of await readdir(folder)) if (!name.startsWith('0001')) await rm(path.join(folder, name));
  const client = new Client({ connectionString: url });
  try {
    await migrate(url, folder);
    await client.connect();
    await client.query(BOOKED_BEFORE);
    await migrate(url, migrations);
    const { rows } = await client.query(`SELECT sequence, programme, topic, cluster, cluster_time_zone, facilitator, facilitator_time_zone, join_url FROM booking_revisions ORDER BY sequence`);
    const words = { programme: 'CECIL', topic: 'Economics', cluster: 'Madrid', cluster_time_zone: 'Europe/Madrid', join_url: 'https://meet.example/1' };
    expect(rows).toEqual([
      { sequence: 0, ...words, facilitator: 'Nairobi, as it was called', facilitator_time_zone: 'Africa/Nairobi' },
      { sequence: 1, ...words, facilitator: 'Singapore', facilitator_time_zone: 'Asia/Singapore' },
    ]);
  } finally {
    await client.end();
    await administer('DROP DATABASE booked_before WITH (FORCE)');
  }
});

/** A booking that was given by one facilitator, who was invited, and then moved to another. */
const BOOKED_BEFORE = `
  INSERT INTO programmes (id, name, time_zone, starts_on, ends_on, session_minutes, slot_step_minutes, buffer_before_minutes, buffer_after_minutes, minimum_notice_minutes, hold_minutes, created_at)
  VALUES ('p', 'CECIL', 'UTC', '2026-03-16', '2026-04-17', 60, 30, 0, 15, 0, 5, now());
  INSERT INTO phases (id, programme_id, name, mode, starts_on, ends_on, position) VALUES ('w', 'p', 'Week 2', 'virtual', '2026-03-23', '2026-03-27', 0);
  INSERT INTO topics (id, programme_id, phase_id, name, position) VALUES ('t', 'p', 'w', 'Economics', 0);
  INSERT INTO facilitators (id, programme_id, name, email, time_zone, language, availability, position)
  VALUES ('n', 'p', 'Nairobi', 'n@example.org', 'Africa/Nairobi', 'en', '{}', 0), ('s', 'p', 'Singapore', 's@example.org', 'Asia/Singapore', 'en', '{}', 1);
  INSERT INTO clusters (id, programme_id, name, time_zone, position) VALUES ('c', 'p', 'Madrid', 'Europe/Madrid', 0);
  INSERT INTO sessions (id, programme_id, cluster_id, topic_id, phase_id, state) VALUES ('x', 'p', 'c', 't', 'w', 'booked');
  INSERT INTO bookings (id, programme_id, session_id, cluster_id, facilitator_id, span, status, uid, sequence, join_url, created_at, stamped_at)
  VALUES ('b', 'p', 'x', 'c', 's', '[2026-03-24 09:00Z, 2026-03-24 10:00Z)', 'confirmed', 'u', 1, 'https://meet.example/1', now(), now());
  INSERT INTO booking_revisions (booking_id, sequence, facilitator_id, span, status, stamped_at)
  VALUES ('b', 0, 'n', '[2026-03-24 09:00Z, 2026-03-24 10:00Z)', 'confirmed', now()), ('b', 1, 's', '[2026-03-24 09:00Z, 2026-03-24 10:00Z)', 'confirmed', now());
  INSERT INTO deliveries (id, programme_id, booking_id, sequence, method, person_id, role, name, email, language, time_zone, queued_at)
  VALUES ('d', 'p', 'b', 0, 'REQUEST', 'n', 'facilitator', 'Nairobi, as it was called', 'n@example.org', 'en', 'Africa/Nairobi', now())`;
