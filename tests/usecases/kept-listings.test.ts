import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import type { Call } from '../../server/usecases/call.ts';
import { slotsOfProgramme, slotsOfSession } from '../../server/usecases/listing/list-slots.ts';
import { openListings, type Listings } from '../../server/usecases/listing/listings.ts';
import { apiOf, type Api } from '../support/api.ts';
import { testSettings } from '../support/settings.ts';
import { startApp, type App } from '../support/app.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made, type SessionRow } from '../support/programme.ts';

let app: App;
let owner: Api;
let made: Made;
let sessions: SessionRow[];
let db: Database;
/** Another process's, as it were: it is told nothing of what the app writes. */
let keeping: Listings;

beforeAll(async () => {
  // Without mail, whose states would raise revisions between two looks.
  app = await startApp({ env: { ROLE: 'web' } });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
  sessions = await sessionsOf(owner, made.id);
  db = openDatabase(app.databaseUrl);
  keeping = openListings(db);
}, 30_000);
afterAll(async () => {
  await db.close();
  await app.stop();
});

const of = (cluster: string, topic: string) => sessions.find((each) => each.clusterId === made.clusters[cluster] && each.topicId === made.topics[topic])!;

async function lists(listings: Listings, now: Instant) {
  const call: Call = { access: { role: 'owner', actor: 'owner' }, now, settings: testSettings };
  const listed = [
    await slotsOfSession(listings, call, of('madrid', 'mapping').id, {}),
    await slotsOfSession(listings, call, of('madrid', 'mapping').id, { outsideHours: '1', timeZone: 'Asia/Singapore' }),
    await slotsOfProgramme(listings, call, made.id, { topicId: made.topics.mapping }),
  ];
  return listed.map((each) => {
    if (!each.ok) throw new Error(each.problem.detail);
    return each.value;
  });
}

const slots = async () => (await owner.get(`/sessions/${of('madrid', 'mapping').id}/slots`)).body.slots as { start: string; facilitatorId: string }[];
const wish = async (place: number) => { const { start, facilitatorId } = (await slots())[place]!; return { start, facilitatorId }; };
const known: Record<string, string> = {};
const quercus = () => Object.values(made.facilitators)[0]!;

const writes: [string, () => Promise<{ status: number }>][] = [
  ['a hold', async () => {
    const held = await owner.post(`/sessions/${of('dublin', 'mapping').id}/holds`, await wish(3));
    known.hold = held.body.id;
    return held;
  }],
  ['a longer hold', () => owner.post(`/holds/${known.hold}/extension`)],
  ['a hold given back', () => owner.delete(`/holds/${known.hold}`)],
  ['a booking', async () => {
    const booked = await owner.post(`/sessions/${of('dublin', 'mapping').id}/booking`, await wish(3));
    known.booking = booked.body.id;
    return booked;
  }],
  ['a move', async () => owner.patch(`/bookings/${known.booking}`, await wish(40))],
  ['a cancellation', () => owner.delete(`/bookings/${known.booking}`)],
  ['working hours of a facilitator', () => owner.patch(`/facilitators/${quercus()}`, { workingHours: { from: '09:00', to: '12:00' } })],
  ['the zone of a cluster', () => owner.patch(`/clusters/${made.clusters.madrid}`, { timeZone: 'Atlantic/Canary' })],
  ['the programme’s rules', () => owner.patch(`/programmes/${made.id}`, { policy: { bufferAfterMinutes: 45 } })],
  ['the days of a phase', async () => {
    const phase = (await owner.get(`/phases/${of('madrid', 'mapping').phaseId}`)).body;
    return owner.patch(`/phases/${phase.id}`, { endsOn: phase.startsOn });
  }],
  ['who teaches a topic', () => owner.patch(`/topics/${made.topics.mapping}`, { facilitatorIds: [quercus()] })],
  ['availability', () => owner.put(`/facilitators/${quercus()}/availability`, { rules: [{ days: [1], from: '10:00', to: '12:00' }], overrides: [] })],
];

it('a list is the same object as long as it stays as it is, and a new one as hours become too near and holds lapse', async () => {
  const first = Date.parse((await slots())[0]!.start);
  const hold = await owner.post(`/sessions/${of('dublin', 'mapping').id}/holds`, await wish(60));
  expect(hold.status).toBe(201);
  const noticeMs = (await owner.get(`/programmes/${made.id}`)).body.policy.minimumNoticeMinutes * 60_000;
  const lapse = Date.parse(hold.body.expiresAt);
  const moments = [Date.now(), Date.now() + 1000, lapse - 1, lapse, lapse + 1, first - noticeMs, first - noticeMs + 1] as Instant[];
  const counts: number[] = [];
  for (const now of moments) {
    const kept = await lists(keeping, now);
    expect(kept).toEqual(await lists(openListings(db), now));
    expect((await lists(keeping, now)).map(({ list }, i) => list === kept[i]!.list)).toEqual([true, true, true]);
    counts.push((kept[0]!.list as { slots: unknown[] }).slots.length);
  }
  await owner.delete(`/holds/${hold.body.id}`);
  const [held, free] = [counts[0]!, counts[3]!];
  const soonest = (await slots()).filter(({ start }) => Date.parse(start) === first).length;
  expect(counts.slice(0, 6)).toEqual([held, held, held, free, free, free]);
  expect(free).toBeGreaterThan(held);
  expect(counts[6]).toBe(free - soonest);
});

it.each(writes)('a kept list is never older than %s', async (_what, write) => {
  const now = Date.now() as Instant;
  const before = await lists(keeping, now);
  expect((await write()).status).toBeLessThan(300);
  const after = await lists(keeping, now);
  expect(after).toEqual(await lists(openListings(db), now));
  // The first was made anew, or this test could not fail.
  expect(after[0]!.list.revision).toBeGreaterThan(before[0]!.list.revision);
});

it('a kept grid answers what was asked for, and not what somebody asked for under the same name', async () => {
  const now = Date.now() as Instant;
  const [one, other] = Object.values(made.facilitators);
  const grid = async (access: Call['access'], filter: Parameters<typeof slotsOfProgramme>[3], listings = keeping) => {
    const listed = await slotsOfProgramme(listings, { access, now, settings: testSettings }, made.id, filter);
    return listed.ok ? listed.value.list : listed.problem;
  };
  const facilitator: Call['access'] = { role: 'facilitator', actor: one!, programmeId: made.id, facilitatorId: one! };
  const cluster: Call['access'] = { role: 'representative', actor: 'rep', programmeId: made.id, clusterId: made.clusters.madrid! };
  const questions: [Call['access'], Parameters<typeof slotsOfProgramme>[3]][] = [
    [facilitator, { facilitatorId: other! }], [facilitator, { facilitatorId: one! }], [facilitator, {}],
    [cluster, { clusterId: made.clusters.paris! }], [cluster, { clusterId: made.clusters.madrid! }], [cluster, {}],
  ];
  for (const [access, filter] of questions) expect(await grid(access, filter)).toEqual(await grid(access, filter, openListings(db)));
});

describe('a list over HTTP', () => {
  it('is not sent again to whoever has it, until it changes', async () => {
    const path = `/sessions/${of('warsaw', 'mapping').id}/slots`;
    const { headers, body } = await owner.get(path);
    const tag = headers.get('etag')!;
    expect(tag).toMatch(new RegExp(`^W/"${body.revision}-[\\w-]{16}"$`));
    const again = await owner.get(path, { 'if-none-match': `"other", ${tag}` });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await owner.patch(`/programmes/${made.id}`, { name: 'Another' })).status).toBe(200);
    const changed = await owner.get(path, { 'if-none-match': tag });
    expect([changed.status, changed.body.slots]).toEqual([200, body.slots]);
  });
});
