import { Redis } from 'ioredis';
import { openLimits, type Allowance, type AllowanceName, type LimitStore } from '../../server/limits/limits.ts';
import { openPlaces, type Places } from '../../server/limits/places.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { redisIsHere, startRedis, type TestRedis } from '../support/redis.ts';

const of = (allowance: Allowance): Record<AllowanceName, Allowance> =>
  ({ account: allowance, stranger: allowance, page: allowance, ask: allowance, confirm: allowance, handshake: allowance, letters: allowance, connect: allowance });

/** How many of so many tries get through, taken in turn by two processes. */
async function through(store: LimitStore, allowance: Allowance, tries: number, key: string): Promise<number> {
  const processes = [openLimits(store, of(allowance)), openLimits(store, of(allowance))];
  const waits = await Promise.all(Array.from({ length: tries }, (_, index) => processes[index % 2]!.take('account', key)));
  for (const wait of waits) expect(wait === null || (Number.isInteger(wait) && wait >= 1 && wait <= allowance.seconds)).toBe(true);
  return waits.filter((wait) => wait === null).length;
}

function itHolds(store: () => LimitStore): void {
  it('lets through what is allowed and no more, over two processes', async () => {
    expect(await through(store(), { points: 100, seconds: 60, lease: 1 }, 300, 'one by one')).toBe(100);
    expect(await through(store(), { points: 100, seconds: 60, lease: 10 }, 300, 'ten by ten')).toBe(100);
  });

  it('counts keys and kinds apart', async () => {
    const limits = openLimits(store(), of({ points: 2, seconds: 60, lease: 1 }));
    const waits = [await limits.take('account', 'a'), await limits.take('account', 'a'), await limits.take('account', 'a'), await limits.take('account', 'b'), await limits.take('page', 'a')];
    expect(waits.map((wait) => wait === null)).toEqual([true, true, false, true, true]);
  });

  it('lets go on when the window is over', async () => {
    const limits = openLimits(store(), of({ points: 1, seconds: 1, lease: 1 }));
    expect(await limits.take('account', 'again')).toBeNull();
    expect(await limits.take('account', 'again')).toBe(1);
    await new Promise((resolve) => { setTimeout(resolve, 1100); });
    expect(await limits.take('account', 'again')).toBeNull();
  });

  it('weighs', async () => {
    const limits = openLimits(store(), of({ points: 100, seconds: 60, lease: 10 }));
    const waits = [await limits.take('account', 'heavy', 50), await limits.take('account', 'heavy', 50), await limits.take('account', 'heavy', 50)];
    expect(waits.map((wait) => wait === null)).toEqual([true, true, false]);
  });
}

describe('allowances in PostgreSQL', () => {
  let database: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    database = await createDatabase();
    db = openDatabase(database.url, { maximum: 5 });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  itHolds(() => ({ pool: db.pool }));

  it('keep no address or name as it is', async () => {
    const limits = openLimits({ pool: db.pool });
    await limits.take('stranger', '192.0.2.77');
    const { rows } = await db.query<{ key: string }>('SELECT key FROM rate_limits');
    expect(rows.filter(({ key }) => key.includes('192.0.2'))).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('places for live connections', () => {
  let database: TestDatabase;
  let db: Database;
  let processes: Places[];
  beforeAll(async () => {
    database = await createDatabase();
    db = openDatabase(database.url, { maximum: 5 });
    processes = [openPlaces(db.pool, { account: 5, network: 8 }), openPlaces(db.pool, { account: 5, network: 8 })];
  });
  afterAll(async () => {
    for (const each of processes) await each.stop();
    await db.close();
    await database.drop();
  });

  it('are given out up to the limit of a person and of a network and no further, to two processes that are asked at once', async () => {
    const tries = (name: string) => Promise.all(Array.from({ length: 14 }, (_, index) => processes[index % 2]!.take([['account', name], ['network', 'one']])));
    const mine = await tries('a');
    expect(mine.filter((leave) => leave !== null)).toHaveLength(5);
    const others = await tries('b');
    expect(others.filter((leave) => leave !== null)).toHaveLength(3);
    expect(await processes[0]!.take([['account', 'c'], ['network', 'one']])).toBeNull();
    for (const leave of [...mine, ...others]) { leave?.(); leave?.(); }
    expect((await tries('a')).filter((leave) => leave !== null)).toHaveLength(5);
  });

  it('come free when the process that had them is gone, and say neither who nor where', async () => {
    await processes[1]!.take([['account', 'mallory@example.org'], ['network', '192.0.2.9']]);
    const { rows } = await db.query<{ key: string }>('SELECT key FROM live_places');
    expect(rows.filter(({ key }) => /mallory|192\.0/.test(key))).toEqual([]);
    const take = () => processes[0]!.take([['account', 'd'], ['network', 'left behind']]);
    await processes[0]!.take([['account', 'e'], ['network', 'left behind']]);
    await db.query(`INSERT INTO live_places (process, key, places, believed_until) SELECT 'died', key, 7, now() + interval '1 minute' FROM live_places WHERE key LIKE 'network %' ON CONFLICT DO NOTHING`);
    expect(await take()).toBeNull();
    await db.query(`UPDATE live_places SET believed_until = now() WHERE process = 'died'`);
    expect(await take()).not.toBeNull();
  });
});

describe('allowances while the database is away', () => {
  it('are counted by each process, and nobody waits or fails', async () => {
    const db = openDatabase('postgres://nobody@127.0.0.1:9/nothing', { maximum: 2 });
    expect(await through({ pool: db.pool }, { points: 50, seconds: 60, lease: 10 }, 200, 'away')).toBe(100);
    await db.close();
  });
});

(redisIsHere || process.env.CI ? describe : describe.skip)('allowances in Redis (left out where there is no redis-server)', () => {
  let server: TestRedis;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
    await redis.ping();
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });
  itHolds(() => ({ redis }));
});
