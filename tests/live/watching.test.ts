import { Client } from 'pg';
import { io } from 'socket.io-client';
import { openBus } from '../../server/live/bus.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { startApp, OWNER_TOKEN, type App } from '../support/app.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made, type SessionRow } from '../support/programme.ts';
import { until as waitUntil } from '../support/until.ts';
import { openWatcher, type Watcher } from '../support/watcher.ts';

let app: App;
let second: App;
let owner: Api;
let made: Made;
let sessions: SessionRow[];
const watchers: Watcher[] = [];

beforeAll(async () => {
  app = await startApp({ demo: true });
  second = await startApp({ databaseUrl: app.databaseUrl });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
  sessions = await sessionsOf(owner, made.id);
});
afterEach(() => { for (const each of watchers.splice(0)) each.close(); });
afterAll(async () => {
  await second.stop();
  await app.stop();
});

async function watcher(who: Parameters<typeof openWatcher>[1] = { token: OWNER_TOKEN }, url = app.url): Promise<Watcher> {
  const opened = await openWatcher(url, who);
  watchers.push(opened);
  return opened;
}

async function cookieOf(link: string): Promise<string> {
  const { origin, searchParams } = new URL(link);
  const response = await fetch(`${origin}/sign-in`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ token: searchParams.get('token')! }) });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

async function bookFirstSlot(session: SessionRow) {
  const { slots } = (await owner.get(`/sessions/${session.id}/slots?outsideHours=1`)).body;
  const booked = await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slots[0].facilitatorId, start: slots[0].start });
  expect(booked.status).toBe(201);
  return booked.body;
}

async function revisionOf(programmeId: string): Promise<number> {
  return (await owner.get(`/programmes/${programmeId}`)).body.revision;
}

describe('watching a programme', () => {
  it('tells two watchers of a booking, whichever process they hang on', async () => {
    const [here, there] = [await watcher(), await watcher({ token: OWNER_TOKEN }, second.url)];
    await here.watch(made.id);
    await there.watch(made.id);
    const booking = await bookFirstSlot(sessions[0]!);
    for (const each of [here, there]) {
      const change = await each.heardKind('booking.made');
      expect([change.subject, change.data]).toEqual([{ type: 'booking', id: booking.id }, booking]);
      await each.heardKind('slot.taken');
    }
    await owner.delete(`/bookings/${booking.id}`);
    for (const each of [here, there]) await each.heardKind('slot.freed');
    // Each letter that leaves is a change: the tests that follow count changes.
    await waitUntil('its letters have left', async () => (await owner.get(`/programmes/${made.id}/deliveries?state=queued`)).body.items.length === 0);
  });

  it('answers with the revision it has reached, and tells nothing older without `after`', async () => {
    const fresh = await watcher();
    // Letters of the tests before may still be on their way, and each that arrives is a change.
    const least = await revisionOf(made.id);
    const answer = await fresh.watch(made.id) as { revision: number };
    expect([answer.revision >= least, answer.revision <= await revisionOf(made.id)]).toEqual([true, true]);
    expect(fresh.heard.filter(({ revision }) => revision <= answer.revision)).toEqual([]);
  });

  it('tells every change once and in order, to all, while many are made at once', async () => {
    const all = await Promise.all([watcher(), watcher(), watcher({ token: OWNER_TOKEN }, second.url)]);
    const from = await revisionOf(made.id);
    for (const each of all) await each.watch(made.id, from);
    const picked = sessions.slice(5, 17);
    await Promise.all(picked.map(async (session, index) => {
      const api = index % 2 === 0 ? owner : apiOf(second.url);
      const { slots } = (await api.get(`/sessions/${session.id}/slots?outsideHours=1`)).body;
      const held = await api.post(`/sessions/${session.id}/holds`, { facilitatorId: slots[index].facilitatorId, start: slots[index].start });
      if (held.status === 201) await api.delete(`/holds/${held.body.id}`);
    }));
    const until = await revisionOf(made.id);
    expect(until).toBeGreaterThan(from);
    for (const each of all) {
      await each.heardOf(until);
      // Letters on their way may be told of after it.
      expect(each.heard.map(({ revision }) => revision).filter((revision) => revision <= until)).toEqual(Array.from({ length: until - from }, (_, index) => from + 1 + index));
    }
  });

  it('gives a watcher who was cut off during ten changes all ten when they return', async () => {
    const before = await watcher();
    const { revision } = await before.watch(made.id) as { revision: number };
    before.close();
    const session = sessions[20]!;
    const { slots } = (await owner.get(`/sessions/${session.id}/slots`)).body;
    while (await revisionOf(made.id) < revision + 10) {
      const held = await owner.post(`/sessions/${session.id}/holds`, { facilitatorId: slots[0].facilitatorId, start: slots[0].start });
      await owner.delete(`/holds/${held.body.id}`);
    }
    const reached = await revisionOf(made.id);
    const after = await watcher();
    const answer = await after.watch(made.id, revision) as { revision: number };
    // A letter may have left meanwhile.
    expect(answer.revision).toBeGreaterThanOrEqual(reached);
    expect(after.heard.map((change) => change.revision).filter((each) => each <= answer.revision)).toEqual(Array.from({ length: answer.revision - revision }, (_, index) => revision + 1 + index));
    expect(after.heard.length).toBeGreaterThanOrEqual(10);
  });

  it('says `reset` to a watcher who is too far behind', async () => {
    const other = await makeProgramme(owner, { programme: { name: 'Long history', timeZone: 'UTC', startsOn: '2030-01-01', endsOn: '2030-12-31' } });
    const client = new Client({ connectionString: app.databaseUrl });
    await client.connect();
    await client.query(
      `INSERT INTO changes SELECT $1, n, now(), 'programme.changed', 'programme', $1, '{}', 'owner', true, '{}', '{}' FROM generate_series(2, 2600) n`, [other.id]);
    await client.query('UPDATE programme_revisions SET revision = 2600 WHERE programme_id = $1', [other.id]);
    await client.end();
    const late = await watcher();
    expect(await late.watch(other.id, 1)).toEqual({ revision: 2600 });
    expect([late.resets, late.heard]).toEqual([[2600], []]);
  });

  it('still tells of what a process committed just before it was killed', async () => {
    const listener = await watcher({ token: OWNER_TOKEN }, second.url);
    await listener.watch(made.id);
    // As a process would that dies between its commit and its wake-up: nobody is woken, the poll finds it.
    const client = new Client({ connectionString: app.databaseUrl });
    await client.connect();
    await client.query('BEGIN');
    const { rows: [{ revision }] } = await client.query('UPDATE programme_revisions SET revision = revision + 1 WHERE programme_id = $1 RETURNING revision', [made.id]);
    await client.query(`INSERT INTO changes VALUES ($1, $2, now(), 'programme.changed', 'programme', $1, '{}', 'owner', true, '{}', '{}')`, [made.id, revision]);
    await client.query('COMMIT');
    await client.end();
    await listener.heardOf(Number(revision));
    expect(listener.heard.map((change) => change.revision)).toContain(Number(revision));
  });
});

describe('who may hear what', () => {
  it('keeps another cluster’s booking from a cluster: only that the time is taken, without names', async () => {
    const madrid = await watcher({ cookie: await cookieOf(app.links['cluster Madrid Audio Cluster']!) });
    const dublin = await signInBy(app.links['cluster Irish Software Innovation Network']!);
    const demo = (await dublin.get('/me')).body.programmeId;
    expect(await madrid.watch(demo)).toHaveProperty('revision');
    const [session] = await sessionsOf(dublin, demo);
    const { slots } = (await dublin.get(`/sessions/${session!.id}/slots`)).body;
    const booked = await dublin.post(`/sessions/${session!.id}/booking`, { facilitatorId: slots[0].facilitatorId, start: slots[0].start, needs: 'our secret plan' });
    expect(booked.status).toBe(201);
    const taken = await madrid.heardKind('slot.taken');
    expect(taken.data).toEqual({
      facilitatorId: slots[0].facilitatorId, start: slots[0].start, end: slots[0].end,
      protectedStart: slots[0].start, protectedEnd: new Date(Date.parse(slots[0].end) + 15 * 60_000).toISOString().replace('.000Z', 'Z'),
    });
    await dublin.delete(`/bookings/${booked.body.id}`);
    await madrid.heardKind('slot.freed');
    expect(new Set(madrid.heard.map(({ kind }) => kind))).toEqual(new Set(['slot.taken', 'slot.freed']));
    expect(JSON.stringify(madrid.heard)).not.toMatch(/secret|isin|Irish|clu_|rep_/);
  });

  it('refuses a programme that is not theirs, and whoever is nobody', async () => {
    const madrid = await watcher({ cookie: await cookieOf(app.links['cluster Madrid Audio Cluster']!) });
    expect(await madrid.watch(made.id)).toEqual({ error: 'not-found' });
    await expect(openWatcher(app.url, {})).rejects.toThrow('unauthenticated');
    await expect(openWatcher(app.url, { token: 'wrong' })).rejects.toThrow('unauthenticated');
  });

  it('refuses a page of another site', async () => {
    const foreign = io(app.url, { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { origin: 'https://evil.example' }, auth: { token: OWNER_TOKEN } });
    await expect(new Promise((resolve, reject) => { foreign.once('connect', () => resolve('connected')); foreign.once('connect_error', reject); })).rejects.toThrow('websocket error');
    foreign.close();
  });

  it('cuts off who lets more and more wait, though they go on sipping and answering, and keeps everybody else', async () => {
    const [slow, other] = [await watcher(), await watcher()];
    await slow.watch(made.id);
    await other.watch(made.id);
    const isCut = () => slow.socket.disconnected;
    const { ws: reader } = slow.socket.io.engine.transport as unknown as { ws: { pause(): void; resume(): void; _socket: NodeJS.EventEmitter } };
    const { _socket: wire } = reader;
    /** What comes at once, and nothing more. */
    const sip = () => {
      wire.once('data', () => reader.pause());
      reader.resume();
    };
    reader.pause();
    const after = await revisionOf(made.id);
    let reached = after;
    const db = new Client({ connectionString: app.databaseUrl });
    await db.connect();
    // Megabytes at a time, since the system's own buffers take some before anything waits with us.
    for (let wave = 0; wave < 30 && !isCut(); wave += 1) {
      await db.query(
        `WITH counted AS (UPDATE programme_revisions SET revision = revision + 50 WHERE programme_id = $1)
         INSERT INTO changes (programme_id, revision, at, kind, subject_type, subject_id, data, actor, for_everyone, for_clusters, for_facilitators)
         SELECT $1, $2 + n, now(), 'session.changed', 'session', 'ses_long', jsonb_build_object('id', repeat('x', 40000)), 'system', true, '{}', '{}' FROM generate_series(1, 50) n`, [made.id, reached]);
      await db.query("SELECT pg_notify('visavis', 'changes')");
      reached += 50;
      await other.heardOf(reached);
      sip();
    }
    await db.end();
    reader.resume();
    await waitUntil('the slow reader is cut off', isCut);
    expect([other.socket.connected, other.heard.length >= reached - after]).toEqual([true, true]);
    // Coming back it is told to read everything again, which is less.
    const back = await watcher();
    expect(await back.watch(made.id, after)).toEqual({ revision: reached });
    expect([back.resets, back.heard]).toEqual([[reached], []]);
  });

  it('survives nonsense', async () => {
    const odd = await watcher();
    for (const request of [null, 7, {}, { programmeId: 7 }, { programmeId: made.id, after: -1 }, { programmeId: made.id, after: 'x' }]) {
      (odd.socket as unknown as { emit(event: string, ...rest: unknown[]): void }).emit('watch', request);
      (odd.socket as unknown as { emit(event: string, ...rest: unknown[]): void }).emit('look', request);
    }
    expect(await odd.watch('prg_none')).toEqual({ error: 'not-found' });
    expect(await odd.watch(made.id)).toHaveProperty('revision');
  });
});

describe('what processes say to each other', () => {
  it('comes in the order in which each was said last, the same once', async () => {
    const [here, there] = [app, second].map(({ databaseUrl }) => openBus({ databaseUrl, redisUrl: null }));
    const heard: string[] = [];
    there!.subscribe((message) => { if (message.startsWith('test ')) heard.push(message); });
    await waitUntil('both are there', () => { here!.publish('test ready'); return heard.length > 0; });
    const said = ['one', 'two', 'one', 'three', 'four'].map((word) => `test ${word}`);
    for (const message of said) here!.publish(message);
    await waitUntil('the last is heard', () => heard.includes('test four'));
    expect(heard.filter((message) => message !== 'test ready')).toEqual(['two', 'one', 'three', 'four'].map((word) => `test ${word}`));
    await Promise.all([here!.stop(), there!.stop()]);
  });
});

describe('presence', () => {
  it('says how many look at a session’s slots, over both processes', async () => {
    const [here, there] = [await watcher(), await watcher({ token: OWNER_TOKEN }, second.url)];
    const counts = (socket: Watcher['socket'], wanted: number) => new Promise<string>((resolve) => {
      socket.on('presence', ({ sessionId, looking }) => { if (looking === wanted) resolve(sessionId); });
    });
    const two = Promise.all([counts(here.socket, 2), counts(there.socket, 2)]);
    here.socket.emit('look', { sessionId: sessions[0]!.id });
    there.socket.emit('look', { sessionId: sessions[0]!.id });
    expect(await two).toEqual([sessions[0]!.id, sessions[0]!.id]);
    const one = counts(here.socket, 1);
    there.close();
    expect(await one).toBe(sessions[0]!.id);
  });
});
