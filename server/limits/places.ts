import { createHash, randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

/** Live connections that may be open at once, over all processes. */
export const mostPlaces = {
  /** Of one person, or of one program: many windows on many devices. */
  account: 20,
  /** From one network: a whole office behind one address. */
  network: 500,
} as const;

export type PlaceKind = keyof typeof mostPlaces;

/** What a connection counts for: whose it is, where it comes from. */
export type PlaceKey = readonly [kind: PlaceKind, name: string];

export interface Places {
  /** A place for each key, to be given back once; null where one of them has no more. */
  take(keys: readonly PlaceKey[]): Promise<(() => void) | null>;
  /** Gives all places of this process back. */
  stop(): Promise<void>;
}

/** How long what a process said is believed; it says so anew well before. */
const BELIEVED_SECONDS = 60;
const REPEAT_MS = 20_000;

/**
 * Each process keeps its own count in memory and writes it down whole. Both happen while it holds the key's lock in the database:
 * two processes never give out the same last place, and what is written is never older than what was.
 */
export function openPlaces(pool: Pool, most: Readonly<Record<PlaceKind, number>> = mostPlaces): Places {
  const self = randomUUID();
  const held = new Map<string, number>();
  const inLine = oneAfterAnother();

  const change = (ids: readonly string[], by: 1 | -1) => {
    for (const id of ids) held.set(id, (held.get(id) ?? 0) + by);
    for (const id of ids) if (held.get(id) === 0) held.delete(id);
  };
  const countsOf = (ids: readonly string[]) => ids.map((id) => ({ id, places: held.get(id) ?? 0 }));
  /** What is lost here is said again soon, or believed no longer. */
  const write = (ids: readonly string[]) => inLine(() => underLocks(pool, ids, (client) => writeDown(client, self, countsOf(ids)))).catch(() => {});
  const repeat = setInterval(() => {
    void write([...held.keys()]);
    void inLine(() => pool.query('DELETE FROM live_places WHERE believed_until <= now()')).catch(() => {});
  }, REPEAT_MS);
  repeat.unref();

  const claim = (ids: readonly string[], limits: readonly number[]) => underLocks(pool, ids, async (client) => {
    const others = await elsewhere(client, self, ids);
    if (ids.some((id, index) => (held.get(id) ?? 0) + (others.get(id) ?? 0) >= limits[index]!)) return false;
    await writeDown(client, self, countsOf(ids).map(({ id, places }) => ({ id, places: places + 1 })));
    return true;
  });

  return {
    take: (keys) => inLine(async () => {
      const ids = keys.map(([kind, name]) => idOf(kind, name));
      if (!await claim(ids, keys.map(([kind]) => most[kind]))) return null;
      change(ids, 1);
      return once(() => { change(ids, -1); void write(ids); });
    }),
    stop: () => {
      clearInterval(repeat);
      return inLine(async () => { await pool.query('DELETE FROM live_places WHERE process = $1', [self]).catch(() => {}); });
    },
  };
}

/** So that a crowd that comes back at once takes one connection to the database, not all there are. */
function oneAfterAnother(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let line: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = line.then(work);
    line = done.catch(() => {});
    return done;
  };
}

/** What other processes have open, as far as they are believed. */
async function elsewhere(client: PoolClient, self: string, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ key: string; places: number }>(
    'SELECT key, sum(places)::int AS places FROM live_places WHERE key = ANY($1) AND process <> $2 AND believed_until > now() GROUP BY key', [ids, self]);
  return new Map(rows.map(({ key, places }) => [key, places]));
}

async function writeDown(client: PoolClient, self: string, counts: readonly { id: string; places: number }[]): Promise<void> {
  const some = counts.filter(({ places }) => places > 0);
  await client.query('DELETE FROM live_places WHERE process = $1 AND key = ANY($2)', [self, counts.filter(({ places }) => places === 0).map(({ id }) => id)]);
  await client.query(
    `INSERT INTO live_places (process, key, places, believed_until)
     SELECT $1, key, places, now() + make_interval(secs => $4) FROM unnest($2::text[], $3::int[]) AS counted (key, places)
     ON CONFLICT (process, key) DO UPDATE SET places = EXCLUDED.places, believed_until = EXCLUDED.believed_until`,
    [self, some.map(({ id }) => id), some.map(({ places }) => places), BELIEVED_SECONDS],
  );
}

/** Locks in one order, so that two takers never wait for each other in a ring. */
function underLocks<Value>(pool: Pool, ids: readonly string[], work: (client: PoolClient) => Promise<Value>): Promise<Value> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest($1::text[]) AS id', [ids.toSorted()]);
    return work(client);
  });
}

async function inTransaction<Value>(pool: Pool, work: (client: PoolClient) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const value = await work(client);
    await client.query('COMMIT');
    client.release();
    return value;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** No name or address is written down. */
function idOf(kind: PlaceKind, name: string): string {
  return `${kind} ${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`;
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}
