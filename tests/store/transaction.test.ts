import { openDatabase, type Database } from '../../server/store/database.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createDatabase();
  db = openDatabase(database.url);
  await db.query('CREATE TABLE kept (value int PRIMARY KEY)');
});
beforeEach(() => db.query('TRUNCATE kept'));
afterAll(async () => {
  await db.close();
  await database.drop();
});

const insert = 'INSERT INTO kept (value) VALUES ($1)';
const kept = async () => (await db.query<{ value: number }>('SELECT value FROM kept ORDER BY value')).rows.map(({ value }) => value);

describe('a transaction', () => {
  it('commits what was sent without waiting, in the order it was sent', async () => {
    await db.transaction(async (tx) => {
      tx.send(insert, [1]);
      tx.send('UPDATE kept SET value = value + $1', [10]);
      tx.send(insert, [2]);
    });
    expect(await kept()).toEqual([2, 11]);
  });

  it('keeps nothing, and fails with the first fault, when a statement that nobody waited for fails', async () => {
    await expect(db.transaction(async (tx) => {
      tx.send(insert, [1]);
      tx.send(insert, [1]);
      tx.send(insert, [2]);
    })).rejects.toMatchObject({ code: '23505' });
    expect(await kept()).toEqual([]);
  });

  it('names the fault, not what failed for its sake afterwards', async () => {
    await expect(db.transaction(async (tx) => {
      tx.send(insert, [1]);
      tx.send(insert, [1]);
      await tx.query('SELECT 1');
    })).rejects.toMatchObject({ code: '23505' });
    expect(await kept()).toEqual([]);
  });

  it('keeps nothing of what was sent when the work itself throws', async () => {
    await expect(db.transaction(async (tx) => {
      tx.send(insert, [1]);
      throw new Error('no after all');
    })).rejects.toThrow('no after all');
    expect(await kept()).toEqual([]);
  });

  it('is tried again when what was sent could not be serialized', async () => {
    let tries = 0;
    await db.transaction(async (tx) => {
      tries += 1;
      tx.send(insert, [tries]);
      if (tries < 3) tx.send(`DO $$ BEGIN RAISE EXCEPTION 'busy' USING ERRCODE = '40001'; END $$`, []);
    });
    expect([tries, await kept()]).toEqual([3, [3]]);
  });

  it('leaves its connection fit for the next', async () => {
    const small = openDatabase(database.url, { maximum: 1 });
    await expect(small.transaction(async (tx) => { tx.send('SELECT 1 / $1::int', [0]); })).rejects.toMatchObject({ code: '22012' });
    await small.transaction(async (tx) => { tx.send(insert, [7]); });
    await small.close();
    expect(await kept()).toEqual([7]);
  });
});
