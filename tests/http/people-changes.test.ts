import { Client } from 'pg';
import { openDatabase, type Database } from '../../server/store/database.ts';
import type { SignInRole } from '../../server/store/signing-people.ts';
import type { Slot } from '../../shared/api/slots.ts';
import { signIn } from '../access/cast.ts';
import { apiOf, type Api } from '../support/api.ts';
import { answerText } from '../support/answers.ts';
import { startApp, type App } from '../support/app.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';

let app: App;
let owner: Api;
let made: Made;
let db: Database;
beforeAll(async () => {
  app = await startApp();
  db = openDatabase(app.databaseUrl, { maximum: 1 });
  owner = apiOf(app.url);
  const document = cecilInFuture();
  document.programme.policy.minimumNoticeMinutes = 0;
  made = await makeProgramme(owner, document);
});
afterAll(async () => {
  await db.close();
  await app.stop();
});

interface Booked { id: string; uid: string; sequence: number; facilitatorId: string; version: number }

async function book(cluster: string, topic: string): Promise<Booked> {
  const session = (await sessionsOf(owner, made.id)).find((each) => each.clusterId === made.clusters[cluster] && each.topicId === made.topics[topic])!;
  const [slot] = (await owner.get(`/sessions/${session.id}/slots`)).body.slots as Slot[];
  return (await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot!.facilitatorId, start: slot!.start })).body;
}

/** Every mail of a booking in the order it was sent, by what its calendar part says. */
async function mailsOf(booking: Booked) {
  await until('its mail has left', async () => (await owner.get(`/programmes/${made.id}/deliveries?bookingId=${booking.id}&state=queued`)).body.items.length === 0);
  const { items } = (await owner.get('/mailbox?limit=500')).body as { items: { to: string; ics: string }[] };
  return items.toReversed().map(({ to, ics }) => ({ to, lines: ics.replace(/\r\n /g, '').split('\r\n') })).filter(({ lines }) => lines.includes(`UID:${booking.uid}`)).map(({ to, lines }) => ({
    lines,
    says: `${to} ${lines.find((line) => line.startsWith('METHOD'))!.slice(7)} ${lines.find((line) => line.startsWith('SEQUENCE'))!.slice(9)}`,
    attendees: lines.filter((line) => line.startsWith('ATTENDEE')).map((line) => /MAILTO:(.*)$/.exec(line)![1]!),
  }));
}

async function mailsAfter(booking: Booked, count: number) {
  return (await mailsOf(booking)).slice(count).map(({ says, attendees }) => ({ says, attendees })).toSorted((a, b) => (a.says < b.says ? -1 : 1));
}

function partstatOf(lines: readonly string[], email: string): string | undefined {
  return /PARTSTAT=([\w-]+)/.exec(lines.find((line) => line.startsWith('ATTENDEE') && line.endsWith(email)) ?? '')?.[1];
}

const emailOf = async (facilitatorId: string) => (await owner.get(`/facilitators/${facilitatorId}`)).body.email as string;
const clusterOf = async (key: string) => (await owner.get(`/clusters/${made.clusters[key]}`)).body as { id: string; name: string; representatives: { id: string; name: string; email: string; language: string; timeZone: string | null }[] };
const asInput = ({ name, email, language, timeZone }: { name: string; email: string; language: string; timeZone: string | null }) => ({ name, email, language, timeZone });

it('tells everyone of a representative who joins, one who leaves, and one with another address; whoever left hears that it is off', async () => {
  const booking = await book('madrid', 'mapping');
  const host = await emailOf(booking.facilitatorId);
  const cluster = await clusterOf('madrid');
  const [first, ...rest] = cluster.representatives;
  const others = rest.map(({ email }) => email);
  const newcomer = { name: 'Nuria Vidal', email: 'nuria@madrid.example', language: 'es' };
  const sent = (await mailsOf(booking)).length;

  await owner.patch(`/clusters/${cluster.id}`, { representatives: [...cluster.representatives.map(asInput), newcomer] });
  const all = [host, first!.email, ...others, newcomer.email];
  expect(await mailsAfter(booking, sent)).toEqual(all.toSorted().map((to) => ({ says: `${to} REQUEST 1`, attendees: expect.arrayContaining(all) })));

  const count = (await mailsOf(booking)).length;
  await owner.patch(`/clusters/${cluster.id}`, { representatives: [...rest.map(asInput), { ...newcomer, email: 'n.vidal@madrid.example' }] });
  expect(await mailsAfter(booking, count)).toEqual([
    ...[first!.email, newcomer.email].map((to) => ({ says: `${to} CANCEL 2`, attendees: [to] })),
    ...[host, ...others, 'n.vidal@madrid.example'].map((to) => ({ says: `${to} REQUEST 2`, attendees: expect.not.arrayContaining([first!.email]) })),
  ].toSorted((a, b) => (a.says < b.says ? -1 : 1)));
  expect((await owner.get(`/bookings/${booking.id}`)).body).toMatchObject({ sequence: 2, version: 3, status: 'confirmed' });
});

it('keeps two people of one cluster apart who share an address', async () => {
  const both = [{ name: 'Ana', email: 'office@copenhagen.example' }, { name: 'Bo', email: 'Office@copenhagen.example' }];
  const save = () => owner.patch(`/clusters/${made.clusters.copenhagen}`, { representatives: both });
  const [first, second] = [await save(), await save()];
  const people = ({ body }: typeof first) => body.representatives.map(({ id, name }: { id: string; name: string }) => ({ id, name }));
  expect([first.status, second.status, people(second)]).toEqual([200, 200, people(first)]);
});

it('leaves people the language and clock that they chose meanwhile', async () => {
  const path = `/clusters/${made.clusters.dublin}`;
  const before = (await owner.get(path)).body as { version: number; representatives: { id: string; name: string; email: string; language: string }[] };
  const [her] = before.representatives;
  const as = async (role: SignInRole, id: string) => apiOf(app.url, null, await signIn(app, db, role, id));
  expect((await (await as('representative', her!.id)).patch('/me', { language: 'pl', timeZone: 'Europe/Warsaw' })).status).toBe(204);
  const people = before.representatives.map(({ name, email, language }) => ({ name, email, language }));
  expect((await owner.send('PATCH', path, { representatives: people }, { 'if-match': `"${before.version}"` })).status).toBe(412);
  // Who names neither changes neither.
  const saved = await owner.patch(path, { representatives: people.map(({ language: _language, ...rest }) => rest) });
  expect([saved.status, saved.body.representatives[0]]).toEqual([200, expect.objectContaining({ id: her!.id, language: 'pl', timeZone: 'Europe/Warsaw' })]);

  const facilitator = `/facilitators/${made.facilitators['quercus-nairobi']}`;
  const { version } = (await owner.get(facilitator)).body;
  expect((await (await as('facilitator', made.facilitators['quercus-nairobi']!)).patch('/me', { language: 'fr' })).status).toBe(204);
  expect((await owner.send('PATCH', facilitator, { language: 'en' }, { 'if-match': `"${version}"` })).status).toBe(412);
});

it('tells everyone of a facilitator’s new name and address, and in nobody’s calendar stands the old one', async () => {
  const booking = await book('paris', 'mapping');
  const old = await emailOf(booking.facilitatorId);
  const representatives = (await clusterOf('paris')).representatives.map(({ email }) => email);
  const count = (await mailsOf(booking)).length;
  await owner.patch(`/facilitators/${booking.facilitatorId}`, { name: 'Another Name', email: 'another@quercus.example' });
  const all = ['another@quercus.example', ...representatives];
  expect(await mailsAfter(booking, count)).toEqual([
    { says: `${old} CANCEL 1`, attendees: [old] },
    ...all.map((to) => ({ says: `${to} REQUEST 1`, attendees: expect.arrayContaining(all) })),
  ].toSorted((a, b) => (a.says < b.says ? -1 : 1)));
});

it('tells everyone of another name of the programme, a topic or a cluster, and of what the cluster needs; what was answered to the hour still holds', async () => {
  const booking = await book('paris', 'economics');
  const { body: { representatives: [her] } } = await owner.get(`/clusters/${made.clusters.paris}`);
  const answer = (sequence: number, status: string) => owner.send('POST', '/inbound/itip', answerText({ uid: booking.uid, attendee: her.email, sequence, status }), { 'content-type': 'text/calendar' });
  expect((await answer(0, 'ACCEPTED')).body.outcome).toBe('kept');
  const edits = [
    [`/topics/${made.topics.economics}`, { name: 'Money matters' }, /^SUMMARY:Money matters · /],
    [`/programmes/${made.id}`, { name: 'CECIL, once more' }, /^ORGANIZER;CN="CECIL, once more":/],
    [`/clusters/${made.clusters.paris}`, { name: 'Paris Image' }, /^SUMMARY:.* · Paris Image · /],
    [`/bookings/${booking.id}`, { needs: 'Two examples.' }, /^DESCRIPTION:.*Two examples\./],
  ] as const;
  for (const [index, [path, patch, says]] of edits.entries()) {
    expect([path, (await owner.patch(path, patch)).status]).toEqual([path, 200]);
    const last = (await mailsOf(booking)).filter((each) => each.says.endsWith(` REQUEST ${index + 1}`));
    expect(last.length).toBeGreaterThan(1);
    expect(last.map(({ lines }) => [lines.some((line) => says.test(line)), partstatOf(lines, her.email)])).toEqual(last.map(() => [true, 'ACCEPTED']));
  }
  const { body: { answers } } = await owner.get(`/sessions/${(await owner.get(`/bookings/${booking.id}`)).body.sessionId}`);
  expect(answers).toEqual([{ name: her.name, role: 'representative', reply: 'accepted', wantsOtherTime: false, verified: true }]);

  // An answer to an earlier mail about the same hour counts; the same name again is no news.
  expect((await answer(2, 'TENTATIVE')).body.outcome).toBe('kept');
  await owner.patch(`/topics/${made.topics.economics}`, { name: 'Money matters' });
  expect((await owner.get(`/bookings/${booking.id}`)).body.sequence).toBe(4);
  const replies = ((await owner.get(`/programmes/${made.id}/deliveries?bookingId=${booking.id}`)).body.items as { attendee: { email: string }; reply: string }[])
    .filter(({ attendee }) => attendee.email === her.email).map(({ reply }) => reply);
  expect(replies).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'tentative']);
});

it('sends nothing for what no calendar shows, and tells the parties in the programme’s history of what it does send', async () => {
  const booking = await book('dublin', 'mapping');
  const count = (await mailsOf(booking)).length;
  const cluster = await clusterOf('dublin');
  const { revision } = (await owner.get(`/programmes/${made.id}`)).body;
  await owner.patch(`/clusters/${cluster.id}`, { workingHours: { from: '08:00', to: '18:00' }, representatives: cluster.representatives.map((each) => ({ ...asInput(each), language: 'fr', timeZone: 'Europe/Dublin' })) });
  expect((await owner.get(`/bookings/${booking.id}`)).body.sequence).toBe(0);
  await owner.patch(`/clusters/${cluster.id}`, { representatives: [] });
  expect(await mailsAfter(booking, count)).toHaveLength(cluster.representatives.length + 1);
  const { changes } = (await owner.get(`/programmes/${made.id}/changes?after=${revision}`)).body as { changes: { kind: string }[] };
  expect(changes.map(({ kind }) => kind).filter((kind) => kind !== 'delivery.changed')).toEqual(['programme.changed', 'programme.changed', 'session.changed']);
});

it('leaves cancelled bookings alone, and starts a booking made again under a UID of its own', async () => {
  const booking = await book('warsaw', 'mapping');
  await owner.delete(`/bookings/${booking.id}`);
  const again = await book('warsaw', 'mapping');
  expect([again.uid === booking.uid, again.sequence]).toEqual([false, 0]);
  const count = (await mailsOf(booking)).length;
  const cluster = await clusterOf('warsaw');
  await owner.patch(`/clusters/${cluster.id}`, { representatives: [{ name: 'Nobody Else', email: 'else@warsaw.example' }] });
  expect(await mailsAfter(booking, count)).toEqual([]);
  expect((await owner.get(`/bookings/${again.id}`)).body.sequence).toBe(1);
});

it('lets a facilitator go whose sessions others have taken over, and every one of those stands', async () => {
  const topicId = made.topics.internationalisation!;
  const stand = (await owner.post(`/programmes/${made.id}/facilitators`, {
    name: 'Dana Okafor', email: 'dana@example.org', timeZone: 'Europe/Copenhagen', topicIds: [topicId], availability: { rules: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], overrides: [] },
  })).body as { id: string };
  const session = (await sessionsOf(owner, made.id)).find((each) => each.clusterId === made.clusters.dublin && each.topicId === topicId)!;
  const slotWith = async (isTheirs: boolean) => ((await owner.get(`/sessions/${session.id}/slots`)).body.slots as Slot[]).find(({ facilitatorId }) => (facilitatorId === stand.id) === isTheirs)!;
  const theirs = await slotWith(true);
  const booked = (await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: stand.id, start: theirs.start })).body as Booked;
  expect((await owner.delete(`/facilitators/${stand.id}`)).body.code).toBe('policy');
  const others = await slotWith(false);
  const moved = await owner.patch(`/bookings/${booked.id}`, { facilitatorId: others.facilitatorId, start: others.start });
  expect([moved.status, (await owner.delete(`/facilitators/${stand.id}`)).status]).toEqual([200, 204]);
  const [kept, shown] = [await owner.get(`/bookings/${booked.id}`), (await sessionsOf(owner, made.id)).find(({ id }) => id === session.id)];
  expect([kept.status, kept.body.sequence, shown?.state, shown?.booking?.id]).toEqual([200, 1, 'booked', booked.id]);
});

describe('a change that waited for somebody else’s', () => {
  let holder: Client;
  beforeAll(async () => {
    await owner.put(`/clusters/${made.clusters.paris}/preferences`, { marks: [] });
    holder = new Client({ connectionString: app.databaseUrl });
    await holder.connect();
  });
  afterAll(() => holder.end());

  const waits = async () => Number((await holder.query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rows[0].count) > 0;

  it.each([
    ['a facilitator', 'facilitators', () => `/facilitators/${Object.values(made.facilitators)[0]}`, { language: 'fr' }],
    ['a cluster', 'clusters', () => `/clusters/${made.clusters.paris}`, { workingHours: null }],
    ['a phase', 'phases', () => `/phases/${Object.values(made.phases)[1]}`, { name: 'Mine' }],
    ['a topic', 'topics', () => `/topics/${made.topics.mapping}`, { name: 'Mine' }],
    ['a cluster’s marks', 'preferences', () => `/clusters/${made.clusters.paris}/preferences`, { marks: [] }],
  ])('is refused where that has changed %s since', async (_what, table, pathOf, change) => {
    const path = pathOf();
    const { version } = (await owner.get(path)).body as { version: number };
    await holder.query('BEGIN');
    await holder.query('SELECT FROM programmes WHERE id = $1 FOR NO KEY UPDATE', [made.id]);
    await holder.query(`UPDATE ${table} SET version = version + 1 WHERE ${table === 'preferences' ? 'cluster_id' : 'id'} = $1`, [path.split('/')[2]]);
    const asked = owner.send(table === 'preferences' ? 'PUT' : 'PATCH', path, change, { 'if-match': `"${version}"` });
    await until('it waits', waits);
    await holder.query('COMMIT');
    const refused = await asked;
    expect([refused.status, refused.body.code]).toEqual([412, 'stale']);
  });
});

it('tells of people and of moves at the same time, one after the other, without a stand-off', async () => {
  const booking = await book('copenhagen', 'mapping');
  const { sessionId } = (await owner.get(`/bookings/${booking.id}`)).body;
  const slots = ((await owner.get(`/sessions/${sessionId}/slots?facilitatorId=${booking.facilitatorId}`)).body.slots as Slot[]).slice(0, 5);
  for (const [n, { start }] of slots.entries()) {
    const replies = await Promise.all([
      owner.patch(`/bookings/${booking.id}`, { start }),
      owner.patch(`/clusters/${made.clusters.copenhagen}`, { representatives: [{ name: `Person ${n}`, email: `person${n}@copenhagen.example` }] }),
      owner.patch(`/facilitators/${booking.facilitatorId}`, { name: `Facilitator ${n}` }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  }
  expect(await deadlocks()).toBe(0);
  const [{ sequence, version }, deliveries] = [(await owner.get(`/bookings/${booking.id}`)).body, (await owner.get(`/programmes/${made.id}/deliveries?bookingId=${booking.id}&limit=500`)).body.items as { sequence: number }[]];
  expect(version).toBe(sequence + 1);
  expect([...new Set(deliveries.map((each) => each.sequence))].toSorted((a, b) => a - b)).toEqual(Array.from({ length: sequence + 1 }, (_, n) => n));
});

async function deadlocks(): Promise<number> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT pg_stat_clear_snapshot(), deadlocks::int FROM pg_stat_database WHERE datname = current_database()');
  await client.end();
  return rows[0].deadlocks;
}
