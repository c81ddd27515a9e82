import { Client } from 'pg';
import { apiOf, type Api, type Reply } from '../support/api.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { PROGRAM_TOKEN, startProgram, type Program } from '../support/program.ts';
import { crowd, makeProgramme, sessionsOf, type Made, type SessionRow } from '../support/programme.ts';

/** Two server processes on one database: requests go to one or the other in turn. */
let database: TestDatabase;
let programs: Program[];
let apis: Api[];

beforeAll(async () => {
  database = await createDatabase();
  // `web`: mail is another suite's; here it would only take time from the race.
  programs = await Promise.all([1, 2].map(() => startProgram({ DATABASE_URL: database.url, ROLE: 'web', LOG_LEVEL: 'warn' })));
  apis = programs.map(({ url }) => apiOf(url, PROGRAM_TOKEN));
});
afterAll(async () => {
  for (const program of programs) program.kill('SIGTERM');
  expect(await Promise.all(programs.map(({ ended }) => ended))).toEqual([0, 0]);
  await database.drop();
});

const owner = () => apis[0]!;
const either = (index: number) => apis[index % 2]!;

function tally(replies: Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) {
    const name = status < 400 ? String(status) : `${status} ${body.code}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const sql = <Row extends object>(text: string, values: unknown[] = []) => runSql<Row>(database.url, text, values);

async function runSql<Row extends object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** What must hold whatever happened: nobody is engaged twice at once. */
async function overlaps(): Promise<number> {
  const [row] = await sql<{ count: string }>(
    `SELECT count(*) FROM bookings a JOIN bookings b ON a.id < b.id AND a.status = 'confirmed' AND b.status = 'confirmed' AND a.span && b.span
     WHERE a.facilitator_id = b.facilitator_id OR a.cluster_id = b.cluster_id`);
  return Number(row!.count);
}

async function deadlocks(): Promise<number> {
  const [row] = await sql<{ deadlocks: string }>('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
  return Number(row!.deadlocks);
}

const at = (day: string, hour: number, minute = 0) => new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000).toISOString();

async function book(api: Api, session: SessionRow, facilitatorId: string, start: string): Promise<Reply> {
  return api.post(`/sessions/${session.id}/booking`, { facilitatorId, start });
}

async function cancelAll(made: Made): Promise<void> {
  for (const session of await sessionsOf(owner(), made.id)) {
    if (session.booking) await owner().delete(`/bookings/${session.booking.id}`);
  }
}

describe('200 clusters that all want one slot', () => {
  it('give it to exactly one, 200 times over, tell the others what is near, and never deadlock', async () => {
    const { document, monday } = crowd({ clusters: 200, facilitators: 1 });
    const made = await makeProgramme(owner(), document);
    const sessions = await sessionsOf(owner(), made.id);
    const facilitatorId = made.facilitators['facilitator-1']!;
    const outcomes: Record<string, number> = {};
    let withAlternatives = 0;
    for (let round = 0; round < 200; round += 1) {
      const start = at(monday, round % 160);
      const replies = await Promise.all(sessions.map((session, index) => book(either(index), session, facilitatorId, start)));
      for (const [name, count] of Object.entries(tally(replies))) outcomes[name] = (outcomes[name] ?? 0) + count;
      withAlternatives += replies.filter(({ status, body }) => status === 409 && body.alternatives.length > 0).length;
      const winner = replies.find(({ status }) => status === 201);
      if (winner) await owner().delete(`/bookings/${winner.body.id}`);
    }
    expect(outcomes).toEqual({ 201: 200, '409 slot-taken': 200 * 199 });
    expect(withAlternatives).toBe(200 * 199);
    expect([await overlaps(), await deadlocks()]).toEqual([0, 0]);
  }, 240_000);
});

describe('ten clusters and ten facilitators at one hour', () => {
  it('make ten pairs in every round, whoever asks for whom', async () => {
    const { document, monday } = crowd({ clusters: 10, facilitators: 10 });
    const made = await makeProgramme(owner(), document);
    const sessions = await sessionsOf(owner(), made.id);
    const facilitators = Object.values(made.facilitators);
    const wishes = sessions.flatMap((session) => facilitators.map((facilitatorId) => ({ session, facilitatorId })));
    const rounds: Record<string, number>[] = [];
    for (let round = 0; round < 10; round += 1) {
      const replies = await Promise.all(shuffled(wishes, round).map(({ session, facilitatorId }, index) => book(either(index), session, facilitatorId, at(monday, round))));
      rounds.push(tally(replies));
      await cancelAll(made);
    }
    expect(rounds.map((outcomes) => outcomes['201'])).toEqual(Array.from({ length: 10 }, () => 10));
    expect(new Set(rounds.flatMap((outcomes) => Object.keys(outcomes)))).toEqual(new Set(['201', '409 slot-taken', '409 already-booked']));
    expect([await overlaps(), await deadlocks()]).toEqual([0, 0]);
  }, 120_000);
});

describe('spans that overlap without being equal', () => {
  it('never stand together, and never lose all', async () => {
    const { document, monday } = crowd({ clusters: 30, facilitators: 1, policy: { bufferBeforeMinutes: 10, bufferAfterMinutes: 15 } });
    const made = await makeProgramme(owner(), document);
    const sessions = await sessionsOf(owner(), made.id);
    const winners: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const starts = [at(monday, 10), at(monday, 10, 30), at(monday, 11)];
      const replies = await Promise.all(sessions.map((session, index) => book(either(index), session, made.facilitators['facilitator-1']!, starts[index % 3]!)));
      winners.push(tally(replies)['201'] ?? 0);
      await cancelAll(made);
    }
    // 10:00 and 11:00 need 25 minutes between them: any two of the three stand in each other's way.
    expect(winners).toEqual(Array.from({ length: 10 }, () => 1));
    expect([await overlaps(), await deadlocks()]).toEqual([0, 0]);
  }, 120_000);
});

describe('two representatives of one cluster', () => {
  it('book its session once, at whatever hours they press', async () => {
    const { document, monday } = crowd({ clusters: 1, facilitators: 5 });
    const made = await makeProgramme(owner(), document);
    const [session] = await sessionsOf(owner(), made.id);
    const rounds: Record<string, number>[] = [];
    for (let round = 0; round < 20; round += 1) {
      const replies = await Promise.all(Object.values(made.facilitators).flatMap((facilitatorId, index) =>
        [book(either(index), session!, facilitatorId, at(monday, 8 + index * 2)), book(either(index + 1), session!, facilitatorId, at(monday, 9 + index * 2))]));
      rounds.push(tally(replies));
      await cancelAll(made);
    }
    expect(rounds).toEqual(Array.from({ length: 20 }, () => ({ 201: 1, '409 already-booked': 9 })));
  }, 120_000);

  it('get the same answer to the same key pressed fifty times, and one booking', async () => {
    const { document, monday } = crowd({ clusters: 1, facilitators: 1 });
    const made = await makeProgramme(owner(), document);
    const [session] = await sessionsOf(owner(), made.id);
    const body = { facilitatorId: made.facilitators['facilitator-1'], start: at(monday, 10) };
    for (let round = 0; round < 10; round += 1) {
      const key = { 'idempotency-key': `round-${made.id}-${round}` };
      const replies = await Promise.all(Array.from({ length: 50 }, (_, index) => either(index).post(`/sessions/${session!.id}/booking`, body, key)));
      expect(new Set(replies.map((reply) => JSON.stringify([reply.status, reply.body]))).size).toBe(1);
      expect(replies[0]!.status).toBe(201);
      expect(replies.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(49);
      expect((await owner().post(`/sessions/${session!.id}/booking`, { ...body, needs: 'another body' }, key)).body.code).toBe('idempotency-mismatch');
      await cancelAll(made);
    }
  }, 120_000);
});

describe('a day with a maximum', () => {
  it('is never filled beyond it by bookings that race at different hours', async () => {
    const { document, monday } = crowd({ clusters: 12, facilitators: 1, policy: { maximumPerFacilitatorPerDay: 4 } });
    const made = await makeProgramme(owner(), document);
    const sessions = await sessionsOf(owner(), made.id);
    const rounds: Record<string, number>[] = [];
    for (let round = 0; round < 20; round += 1) {
      const replies = await Promise.all(sessions.map((session, index) => book(either(index), session, made.facilitators['facilitator-1']!, at(monday, 2 * index))));
      rounds.push(tally(replies));
      await cancelAll(made);
    }
    expect(rounds).toEqual(Array.from({ length: 20 }, () => ({ 201: 4, '409 slot-taken': 8 })));
    expect(await deadlocks()).toBe(0);
  }, 120_000);
});

describe('a move against bookings and holds', () => {
  it('moves to a slot or loses it, and keeps its old one until then', async () => {
    const { document, monday } = crowd({ clusters: 12, facilitators: 2 });
    const made = await makeProgramme(owner(), document);
    const [mover, ...others] = await sessionsOf(owner(), made.id);
    const [from, to] = Object.values(made.facilitators);
    for (let round = 0; round < 20; round += 1) {
      const booking = (await book(owner(), mover!, from!, at(monday, 10))).body;
      const [moved, ...replies] = await Promise.all([
        either(round).patch(`/bookings/${booking.id}`, { facilitatorId: to, start: at(monday, 14) }),
        ...others.map((session, index) => (index % 2 === 0
          ? book(either(index), session, to!, at(monday, 14))
          : either(index).post(`/sessions/${session.id}/holds`, { facilitatorId: to, start: at(monday, 14, 30) }))),
      ]);
      const winners = [moved!, ...replies].filter(({ status }) => status < 300);
      expect(winners).toHaveLength(1);
      expect([...new Set([moved!, ...replies].filter(({ status }) => status >= 300).map(({ body }) => body.code))]).toEqual(['slot-taken']);
      const now = (await owner().get(`/bookings/${booking.id}`)).body;
      expect([now.facilitatorId, now.start]).toEqual(moved!.status === 200 ? [to, at(monday, 14).replace('.000', '')] : [from, at(monday, 10).replace('.000', '')]);
      await cancelAll(made);
      for (const session of await sessionsOf(owner(), made.id)) if (session.hold) await owner().delete(`/holds/${session.hold.id}`);
    }
    expect([await overlaps(), await deadlocks()]).toEqual([0, 0]);
  }, 120_000);
});

describe('a hold that lapses while others wait for it', () => {
  it('goes to exactly one of those who try, without waiting for any sweep', async () => {
    const { document, monday } = crowd({ clusters: 20, facilitators: 1 });
    const made = await makeProgramme(owner(), document);
    const [holder, ...others] = await sessionsOf(owner(), made.id);
    const facilitatorId = made.facilitators['facilitator-1']!;
    for (let round = 0; round < 15; round += 1) {
      const hold = await owner().post(`/sessions/${holder!.id}/holds`, { facilitatorId, start: at(monday, 10) });
      expect(hold.status).toBe(201);
      const early = await book(owner(), others[0]!, facilitatorId, at(monday, 10, 30));
      expect([early.status, early.body.code]).toEqual([409, 'slot-taken']);
      await sql(`UPDATE engagements SET expires_at = now() - interval '1 millisecond' WHERE id = $1`, [hold.body.id]);
      const replies = await Promise.all(others.map((session, index) => (index % 3 === 0
        ? either(index).post(`/sessions/${session.id}/holds`, { facilitatorId, start: at(monday, 10) })
        : book(either(index), session, facilitatorId, at(monday, 10)))));
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(replies.filter(({ status, body }) => status === 409 && body.code === 'slot-taken')).toHaveLength(others.length - 1);
      expect((await owner().post(`/holds/${hold.body.id}/extension`)).body.code).toBe('hold-expired');
      await cancelAll(made);
      for (const session of await sessionsOf(owner(), made.id)) if (session.hold) await owner().delete(`/holds/${session.hold.id}`);
    }
    expect([await overlaps(), await deadlocks()]).toEqual([0, 0]);
  }, 120_000);
});

describe('a booking while the facilitator withdraws the hour', () => {
  it('is made before, or refused after: never on availability that is gone', async () => {
    const { document, monday } = crowd({ clusters: 8, facilitators: 1 });
    const made = await makeProgramme(owner(), document);
    const sessions = await sessionsOf(owner(), made.id);
    const facilitatorId = made.facilitators['facilitator-1']!;
    const open = { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }], overrides: [] };
    for (let round = 0; round < 20; round += 1) {
      const [withdrawn, ...replies] = await Promise.all([
        either(round).put(`/facilitators/${facilitatorId}/availability`, { ...open, overrides: [{ date: monday, spans: [] }] }),
        ...sessions.map((session, index) => book(either(index), session, facilitatorId, at(monday, 10))),
      ]);
      expect(withdrawn!.status).toBe(200);
      const changes = await sql<{ kind: string; revision: string }>(
        `SELECT kind, revision FROM changes WHERE programme_id = $1 AND kind IN ('availability.changed', 'booking.made') ORDER BY revision DESC LIMIT 2`, [made.id]);
      const booked = replies.filter(({ status }) => status === 201).length;
      // A booking that committed after the withdrawal would stand first here.
      expect([booked, changes[0]!.kind]).toEqual([booked, 'availability.changed']);
      expect(booked).toBeLessThanOrEqual(1);
      expect(new Set(replies.filter(({ status }) => status !== 201).map(({ body }) => body.code))).not.toContain('internal');
      await cancelAll(made);
      await owner().put(`/facilitators/${facilitatorId}/availability`, open);
    }
    expect(await deadlocks()).toBe(0);
  }, 120_000);
});

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed + 1;
  const random = () => { state = (state * 48_271) % 2_147_483_647; return state; };
  return items.map((item) => ({ item, key: random() })).toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
