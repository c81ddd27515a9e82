import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { lookBeforeBooking } from '../../server/usecases/booking/book-session.ts';
import { openBookings } from '../../server/usecases/booking/book-together.ts';
import type { Call } from '../../server/usecases/call.ts';
import { openListings } from '../../server/usecases/listing/listings.ts';
import { apiOf, type Api } from '../support/api.ts';
import { PROGRAM_TOKEN } from '../support/program.ts';
import { crowd, makeProgramme } from '../support/programme.ts';
import { testSettings as settings } from '../support/settings.ts';
import { startBare } from './bare.ts';
import { atLeast, atMost, percentile, type Row } from './row.ts';

const ROUNDS = 3;
const AT_ONCE = [1, 10, 100];
const [CLUSTERS, FACILITATORS, TOPICS] = [100, 25, 6];

interface Wish {
  sessionId: string;
  facilitatorId: string;
  start: string;
}

/** Six hundred sessions of one programme booked, each at an hour of its own, against one-row INSERTs through the same pool and Express. */
export async function booking(url: string, databaseUrl: string): Promise<Row[]> {
  const api = apiOf(url, PROGRAM_TOKEN);
  const db = openDatabase(databaseUrl);
  await db.query('CREATE TABLE IF NOT EXISTS bench_rows (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, value text NOT NULL)');
  const bare = await startBare('', databaseUrl);
  try {
    const rows: Row[] = [];
    for (const atOnce of AT_ONCE) rows.push(...await commits(db, api, atOnce), ...await overHttp(api, apiOf(bare.url.slice(0, -1)), bare.url, atOnce));
    return rows;
  } finally {
    await bare.stop();
    await db.close();
  }
}

async function commits(db: Database, api: Api, atOnce: number): Promise<Row[]> {
  const insert = async ({ start }: Wish) => { await db.query('INSERT INTO bench_rows (value) VALUES ($1)', [start]); };
  const { ours, limit } = await rounds(api, atOnce, booker(db), insert);
  return [atLeast(`bookings committed, ${atOnce} at once (limit: one-row INSERT, same pool)`, '/s', ours.map(({ rate }) => rate), limit.map(({ rate }) => rate), 0.5)];
}

/** Books as the server does, without HTTP. */
export function booker(db: Database): (wish: Wish) => Promise<void> {
  const [listings, bookTogether] = [openListings(db), openBookings(db)];
  return async ({ sessionId, facilitatorId, start }: Wish) => {
    const call: Call = { access: { role: 'owner', actor: 'owner' }, now: Date.now() as Instant, settings };
    const wish = { sessionId, facilitatorId, start: Date.parse(start) as Instant };
    const looked = await lookBeforeBooking(listings, call, wish);
    if (!looked.ok) throw new Error(looked.problem.detail);
    if (!await bookTogether({ call, needs: undefined, looked: looked.value })) throw new Error('nobody else wants it, and yet it could not be booked');
  };
}

async function overHttp(api: Api, bareApi: Api, bareUrl: string, atOnce: number): Promise<Row[]> {
  const book = async ({ sessionId, facilitatorId, start }: Wish) => {
    const { status } = await api.post(`/sessions/${sessionId}/booking`, { facilitatorId, start });
    if (status !== 201) throw new Error(`answered with ${status}`);
  };
  const insert = async (wish: Wish) => {
    const { status } = await bareApi.post('', wish);
    if (status !== 201) throw new Error(`${bareUrl} answered with ${status}`);
  };
  const { ours, limit } = await rounds(api, atOnce, book, insert);
  const what = `bookings over HTTP, ${atOnce} at once`;
  return [
    atLeast(`${what} (limit: Express, one INSERT)`, '/s', ours.map(({ rate }) => rate), limit.map(({ rate }) => rate), 0.4),
    ...([0.5, 0.99] as const).map((share) => atMost(`${what}: p${share * 100}`, 'ms', ours.map(({ times }) => percentile(times, share)), limit.map(({ times }) => percentile(times, share)), 2.5)),
  ];
}

interface Round {
  rate: number;
  times: number[];
}

/** In turn, after one round that warms both up. */
async function rounds(api: Api, atOnce: number, ours: (wish: Wish) => Promise<void>, limit: (wish: Wish) => Promise<void>): Promise<{ ours: Round[]; limit: Round[] }> {
  const all: { ours: Round[]; limit: Round[] } = { ours: [], limit: [] };
  for (let round = -1; round < ROUNDS; round += 1) {
    const wishes = await freshWishes(api);
    const limitRound = await run(wishes, atOnce, limit);
    const oursRound = await run(wishes, atOnce, ours);
    if (round < 0) continue;
    all.ours.push(oursRound);
    all.limit.push(limitRound);
  }
  return all;
}

export async function run(wishes: readonly Wish[], atOnce: number, work: (wish: Wish) => Promise<void>): Promise<Round> {
  const waiting = [...wishes];
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let wish = waiting.pop(); wish; wish = waiting.pop()) {
      const asked = performance.now();
      await work(wish);
      times.push(performance.now() - asked);
    }
  }));
  return { rate: wishes.length / (performance.now() - began) * 1000, times };
}

/** A new programme; every session has an hour that nobody else wants. */
export async function freshWishes(api: Api): Promise<Wish[]> {
  const { document, monday } = crowd({ clusters: CLUSTERS, facilitators: FACILITATORS, topics: TOPICS });
  const made = await makeProgramme(api, document);
  const clusters = Object.values(made.clusters);
  const topics = Object.values(made.topics);
  const facilitators = Object.values(made.facilitators);
  const sessions = await everySession(api, made.id);
  return sessions.map(({ id, clusterId, topicId }) => {
    const cluster = clusters.indexOf(clusterId);
    const place = Math.floor(cluster / FACILITATORS) * TOPICS + topics.indexOf(topicId);
    return { sessionId: id, facilitatorId: facilitators[cluster % FACILITATORS]!, start: new Date(Date.parse(`${monday}T00:00:00Z`) + place * 2 * 3_600_000).toISOString() };
  });
}

async function everySession(api: Api, programmeId: string): Promise<{ id: string; clusterId: string; topicId: string }[]> {
  const items: { id: string; clusterId: string; topicId: string }[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body }: { body: { items: typeof items; nextCursor: string | null } } = await api.get(`/programmes/${programmeId}/sessions?limit=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}
