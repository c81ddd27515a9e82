import { openDatabase, type Database } from '../../server/store/database.ts';
import { asSystem } from '../../server/domain/access.ts';
import type { Instant } from '../../server/domain/interval.ts';
import type { Call } from '../../server/usecases/call.ts';
import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import { bookSession, lookBeforeBooking } from '../../server/usecases/booking/book-session.ts';
import { openBookings } from '../../server/usecases/booking/book-together.ts';
import { cancelBooking } from '../../server/usecases/booking/cancel-booking.ts';
import { placeHold } from '../../server/usecases/booking/place-hold.ts';
import { releaseHold } from '../../server/usecases/booking/release-hold.ts';
import { createProgramme } from '../../server/usecases/programme/create-programme.ts';
import { openListings } from '../../server/usecases/listing/listings.ts';
import { changesAfter, currentRevision } from '../../server/store/changes.ts';
import { listSessions } from '../../server/store/sessions.ts';
import { testSettings } from '../support/settings.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { crowd } from '../support/programme.ts';

/** No HTTP and nobody's courtesy between the takers and the database: as many connections as takers. */
const TAKERS = 30;
const ROUNDS = 30;

let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  database = await createDatabase();
  db = openDatabase(database.url, { maximum: TAKERS });
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

const call = (): Call => ({
  access: { role: 'owner', actor: 'owner' },
  now: Date.now() as Instant,
  settings: testSettings,
});

/** How many won each round, and the names of what the others got. */
async function race(rounds: number): Promise<{ winners: number[]; others: Set<string> }> {
  const { document, monday } = crowd({ clusters: TAKERS, facilitators: 1 });
  const made = await db.transaction((tx) => createProgramme(tx, call(), ProgrammeDocument.parse(document)));
  if (!made.ok) throw new Error(made.problem.detail);
  const sessions = await listSessions(db, asSystem(made.value.id), {});
  const facilitatorId = made.value.facilitators['facilitator-1']!;
  const winners: number[] = [];
  const others = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const start = Date.parse(`${monday}T00:00:00Z`) + (round % 160) * 3_600_000 as Instant;
    const results = await Promise.all(sessions.map(({ id }) => db.transaction((tx) => bookSession(tx, call(), { sessionId: id, facilitatorId, start }))));
    const won = results.filter((result) => result.ok).map((result) => result.value.id);
    winners.push(won.length);
    for (const result of results) if (!result.ok) others.add(result.problem.code);
    for (const id of won) await db.transaction((tx) => cancelBooking(tx, call(), { id, ifVersion: null }));
  }
  return { winners, others };
}

async function deadlocks(): Promise<string> {
  const { rows } = await db.query<{ deadlocks: string }>('SELECT deadlocks::text FROM pg_stat_database WHERE datname = current_database()');
  return rows[0]!.deadlocks;
}

it('the constraints give one slot to one of thirty at once, thirty times, without a deadlock', async () => {
  const { winners, others } = await race(ROUNDS);
  expect(winners).toEqual(Array.from({ length: ROUNDS }, () => 1));
  expect(others).toEqual(new Set(['slot-taken']));
  expect(await deadlocks()).toBe('0');
}, 120_000);

it('bookings that are written together, by two processes, are had or not each by itself: every slot has one, whole with its invitations, without a deadlock', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { document, monday } = crowd({ clusters: TAKERS, facilitators: 3 });
    const made = await db.transaction((tx) => createProgramme(tx, call(), ProgrammeDocument.parse(document)));
    if (!made.ok) throw new Error(made.problem.detail);
    const sessions = await listSessions(db, asSystem(made.value.id), {});
    const processes = [0, 1].map(() => ({ listings: openListings(db), bookTogether: openBookings(db) }));
    const results = await Promise.all(sessions.map(async ({ id }, index) => {
      const wish = { sessionId: id, facilitatorId: made.value.facilitators[`facilitator-${1 + index % 3}`]!, start: Date.parse(`${monday}T00:00:00Z`) + Math.floor(index / 6) * 3_600_000 as Instant };
      const { listings, bookTogether } = processes[index < TAKERS / 2 ? index % 2 : (index + 1) % 2]!;
      const looked = await lookBeforeBooking(listings, call(), wish);
      if (!looked.ok) return looked.problem.code;
      const booking = await bookTogether({ call: call(), needs: undefined, looked: looked.value });
      if (booking) return booking.id;
      const alone = await db.transaction((tx) => bookSession(tx, call(), wish));
      return alone.ok ? alone.value.id : alone.problem.code;
    }));
    const booked = results.filter((each) => each.startsWith('bkg_'));
    expect(results.filter((each) => !each.startsWith('bkg_'))).toEqual(Array.from({ length: TAKERS / 2 }, () => 'slot-taken'));
    const { rows } = await db.query(
      `SELECT count(DISTINCT b.id)::int AS bookings, count(DISTINCT s.id)::int AS sessions, count(d.id)::int AS invitations, count(DISTINCT (b.facilitator_id, b.span))::int AS slots,
         (SELECT array_agg(revision ORDER BY revision) = array_agg(row_number ORDER BY row_number) FROM (SELECT revision, row_number() OVER (ORDER BY revision) FROM changes WHERE programme_id = $2) c) AS gapless
       FROM bookings b JOIN sessions s ON s.id = b.session_id AND s.state = 'booked' JOIN engagements e ON e.id = b.id AND e.kind = 'booking' AND e.span = b.span
         JOIN booking_revisions r ON r.booking_id = b.id AND (r.facilitator_id, r.span) = (b.facilitator_id, b.span) JOIN deliveries d ON d.booking_id = b.id
       WHERE b.id = ANY($1)`, [booked, made.value.id]);
    const each = TAKERS / 2;
    expect(rows).toEqual([{ bookings: each, sessions: each, slots: each, invitations: 2 * each, gapless: true }]);
  }
  expect(await deadlocks()).toBe('0');
}, 60_000);

it('what was decided on and has changed since is not booked with others: a hold that has come or gone, or who comes', async () => {
  const { document, monday } = crowd({ clusters: 4, facilitators: 1 });
  const made = await db.transaction((tx) => createProgramme(tx, call(), ProgrammeDocument.parse(document)));
  if (!made.ok) throw new Error(made.problem.detail);
  const [listings, bookTogether] = [openListings(db), openBookings(db)];
  const facilitatorId = made.value.facilitators['facilitator-1']!;
  const sessions = await listSessions(db, asSystem(made.value.id), {});
  const wishes = sessions.map(({ id }, index) => ({ sessionId: id, facilitatorId, start: Date.parse(`${monday}T00:00:00Z`) + index * 3_600_000 as Instant }));
  const look = async (wish: typeof wishes[number]) => {
    const looked = await lookBeforeBooking(listings, call(), wish);
    if (!looked.ok) throw new Error(looked.problem.detail);
    return looked.value;
  };
  const hold = async (wish: typeof wishes[number]) => {
    const held = await db.transaction((tx) => placeHold(tx, call(), wish));
    if (!held.ok) throw new Error(held.problem.detail);
    return held.value.id;
  };
  const ended = await hold(wishes[1]!);
  const kept = await hold(wishes[3]!);
  const looked = await Promise.all(wishes.map(look));
  const others = await hold(wishes[0]!);
  await db.transaction((tx) => releaseHold(tx, call(), ended));
  await db.query("UPDATE clusters SET version = version + 1 WHERE id = $1", [sessions[2]!.clusterId]);
  const before = await currentRevision(db, asSystem(made.value.id));
  const booked = await Promise.all(looked.map((each) => bookTogether({ call: call(), needs: undefined, looked: each })));
  expect(booked.map((each) => each?.sessionId ?? null)).toEqual([null, null, null, sessions[3]!.id]);
  const { rows } = await db.query('SELECT (SELECT array_agg(session_id) FROM bookings) AS bookings, (SELECT count(DISTINCT booking_id)::int FROM deliveries) AS told, (SELECT array_agg(id) FROM engagements WHERE kind = \'hold\') AS holds', []);
  expect(rows).toEqual([{ bookings: [sessions[3]!.id], told: 1, holds: [others] }]);
  expect((await changesAfter(db, asSystem(made.value.id), before, 10)).map(({ kind, revision, subject }) => [revision - before, kind, subject.id])).toEqual([
    [1, 'hold.ended', kept], [2, 'booking.made', booked[3]!.id], [3, 'session.changed', sessions[3]!.id],
  ]);
});

it('without them, in a copy, more than one wins: the race can be seen', async () => {
  await db.query('ALTER TABLE engagements DROP CONSTRAINT engagements_facilitator_no_overlap');
  const { winners } = await race(5);
  expect(Math.max(...winners)).toBeGreaterThan(1);
}, 60_000);
