import type { ServerResponse } from 'node:http';
import { Client } from 'pg';
import type { BusyCalendar } from '../../shared/api/calendars.ts';
import { startApp, type App } from '../support/app.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { calendarOf, startCalendarServer, type CalendarServer } from '../support/calendar-server.ts';
import { crowd, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';

let app: App;
let server: CalendarServer;
let owner: Api;

beforeAll(async () => {
  server = await startCalendarServer();
  app = await startApp({ demo: true, env: { ALLOW_PRIVATE_HOSTS: server.host } });
  owner = apiOf(app.url);
});
afterAll(async () => {
  await app?.stop();
  await server?.stop();
});

describe('an external calendar', () => {
  it('is read soon after it is added, and what it says is taken is neither listed nor booked', async () => {
    const { made, monday, facilitatorId, sessionId } = await small();
    server.answers.set('/a.ics', calendarOf(`${monday}T09:00:00Z/${monday}T11:00:00Z`));
    const added = await owner.post<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { url: server.url('/a.ics'), name: 'Work' });
    expect(added.status).toBe(201);
    expect(added.body).toEqual({
      id: expect.any(String), facilitatorId, name: 'Work', address: null, state: 'waiting', fault: null, warnings: [], eventCount: 0, lastGoodRead: null,
      lastTried: null, nextReading: expect.any(String), stale: true,
    });
    const good = await readGood(added.body.id);
    expect(good).toEqual({ ...added.body, state: 'good', eventCount: 1, lastGoodRead: expect.any(String), lastTried: good.lastGoodRead, nextReading: expect.any(String), stale: false });
    expect(await startsOn(sessionId, monday)).not.toEqual(expect.arrayContaining([expect.stringMatching(/T(08:30|09:00|10:30):00Z/)]));
    expect(await startsOn(sessionId, monday)).toEqual(expect.arrayContaining([`${monday}T08:00:00Z`, `${monday}T11:00:00Z`]));
    expect((await owner.post(`/sessions/${sessionId}/booking`, { facilitatorId, start: `${monday}T09:30:00Z` })).body).toMatchObject({ code: 'slot-taken', status: 409 });
    expect((await owner.post(`/sessions/${sessionId}/booking`, { facilitatorId, start: `${monday}T11:00:00Z` })).status).toBe(201);
    expect((await owner.get(`/facilitators/${facilitatorId}/calendars`)).body.items.map(({ id }: BusyCalendar) => id)).toEqual([added.body.id]);
    expect(made.sessions).toBe(1);
    const week = `/facilitators/${facilitatorId}/busy?from=${monday}T00:00:00Z`;
    expect((await owner.get(`${week}&to=${monday}T23:00:00Z`)).body).toEqual({
      items: [{ calendarId: added.body.id, calendar: 'Work', start: `${monday}T09:00:00Z`, end: `${monday}T11:00:00Z` }], nextCursor: null,
    });
    expect((await owner.get(`/facilitators/${facilitatorId}/busy?from=${monday}T11:00:00Z&to=${monday}T23:00:00Z`)).body.items).toEqual([]);
    const backwards = await owner.get(`${week}&to=${monday}T00:00:00Z`);
    expect([backwards.status, backwards.body.errors[0].path]).toEqual([422, 'query.to']);
  });

  it('never gives titles or its address away: not in the database, nor to others', async () => {
    const link = Object.keys(app.links).find((who) => who.startsWith('facilitator'))!;
    const facilitator = await signInBy(app.links[link]!);
    const { id: facilitatorId } = (await facilitator.get('/me')).body;
    server.answers.set('/private-of-nobody-else/basic.ics', calendarOf('2027-03-24T09:00:00Z/2027-03-24T10:00:00Z'));
    const { body } = await facilitator.post<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { url: server.url('/private-of-nobody-else/basic.ics').replace('http', 'HTTP') });
    await until('read', async () => (await facilitator.get(`/calendars/${body.id}`)).body.state === 'good');
    expect((await facilitator.get(`/calendars/${body.id}`)).body).toMatchObject({ address: `${server.host}/…`, eventCount: 1 });
    expect((await owner.get(`/calendars/${body.id}`)).body).toMatchObject({ address: null });
    const cluster = await signInBy(app.links[Object.keys(app.links).find((who) => who.startsWith('cluster'))!]!);
    expect((await cluster.get(`/calendars/${body.id}`)).status).toBe(404);
    expect((await cluster.get(`/facilitators/${facilitatorId}/calendars`)).status).toBe(404);
    expect((await cluster.post(`/calendars/${body.id}/refresh`)).status).toBe(404);
    expect((await cluster.delete(`/calendars/${body.id}`)).status).toBe(404);
    const everything = await dump();
    expect(everything).not.toContain('private-of-nobody-else');
    expect(everything).not.toContain('Secret matter');
    expect(everything).toContain(body.id);
  });

  it('keeps what it last said when it fails, and says why', async () => {
    const { monday, facilitatorId, sessionId } = await small();
    server.answers.set('/b.ics', calendarOf(`${monday}T09:00:00Z/${monday}T11:00:00Z`));
    const { body } = await owner.post<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { url: server.url('/b.ics') });
    const { lastGoodRead } = await readGood(body.id);
    const bad: [string, Parameters<typeof server.answers.set>[1], string][] = [
      ['an error', (_request, response) => response.writeHead(500).end(), 'server-fault'],
      ['a page', '<html><body>Sign in</body></html>', 'not-a-calendar'],
      ['half of it', calendarOf(`${monday}T15:00:00Z/${monday}T16:00:00Z`).slice(0, -20), 'cut-off'],
      ['nothing in it', calendarOf(), 'emptied'],
      ['not for you', (_request, response) => response.writeHead(403).end(), 'refused'],
      ['somewhere else', (_request, response) => response.writeHead(302, { Location: 'http://169.254.169.254/' }).end(), 'not-public'],
    ];
    for (const [what, answer, fault] of bad) {
      server.answers.set('/b.ics', answer);
      await readAgain(body.id);
      await until(`${what}: ${fault}`, async () => (await owner.get(`/calendars/${body.id}`)).body.fault === fault);
      expect((await owner.get(`/calendars/${body.id}`)).body).toMatchObject({ state: 'failed', lastGoodRead, eventCount: 1, stale: false });
      expect(await startsOn(sessionId, monday)).not.toContain(`${monday}T09:30:00Z`);
    }
    server.answers.set('/b.ics', calendarOf(`${monday}T15:00:00Z/${monday}T16:00:00Z`));
    await readAgain(body.id);
    await until('good again', async () => (await owner.get(`/calendars/${body.id}`)).body.state === 'good');
    expect(await startsOn(sessionId, monday)).toContain(`${monday}T09:30:00Z`);
    expect(await startsOn(sessionId, monday)).not.toContain(`${monday}T15:30:00Z`);
  });

  it('is asked whether it has changed, and what it said stays when it has not', async () => {
    const { monday, facilitatorId, sessionId } = await small();
    const text = calendarOf(`${monday}T09:00:00Z/${monday}T11:00:00Z`);
    server.answers.set('/c.ics', (request, response) => {
      if (request.headers['if-none-match'] === '"7"') response.writeHead(304).end();
      else response.setHeader('ETag', '"7"').end(text);
    });
    const { body } = await owner.post<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { url: server.url('/c.ics') });
    const first = await readGood(body.id);
    await readAgain(body.id);
    await until('asked again', async () => (await owner.get(`/calendars/${body.id}`)).body.lastGoodRead !== first.lastGoodRead);
    expect(server.requests.filter(({ url }) => url === '/c.ics').map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"7"']);
    expect((await owner.get(`/calendars/${body.id}`)).body).toMatchObject({ state: 'good', eventCount: 1 });
    expect(await startsOn(sessionId, monday)).not.toContain(`${monday}T09:30:00Z`);
  });

  it('is read once more where somebody asks for it while it is being read', async () => {
    const { facilitatorId } = await small();
    const asked: ServerResponse[] = [];
    server.answers.set('/slow.ics', (_request, response) => asked.push(response));
    const { body } = await owner.post<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { url: server.url('/slow.ics') });
    await until('asked', async () => asked.length === 1);
    expect((await owner.post(`/calendars/${body.id}/refresh`)).status).toBe(202);
    asked[0]!.end(calendarOf());
    const { lastTried, nextReading } = await readGood(body.id);
    expect(Date.parse(nextReading) - Date.parse(lastTried!)).toBe(15_000);
  });

  it('is not kept waiting by others whose servers do not answer', async () => {
    const { facilitatorId } = await small();
    const add = async (path: string) => (await owner.post<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { url: server.url(path) })).body;
    const silent: ServerResponse[] = [];
    const silence = ['/silent-1.ics', '/silent-2.ics', '/silent-3.ics'];
    for (const path of silence) server.answers.set(path, (_request, response) => silent.push(response));
    for (const path of silence) await add(path);
    await until('all of them are waited for', async () => silent.length === silence.length);
    server.answers.set('/swift.ics', calendarOf());
    expect(await readGood((await add('/swift.ics')).id)).toMatchObject({ state: 'good' });
    for (const response of silent) response.end(calendarOf());
  });

  it('that is too old is never taken for free: slots say so, or there are none', async () => {
    const { made, monday, facilitatorId, sessionId } = await small();
    server.answers.set('/d.ics', calendarOf(`${monday}T09:00:00Z/${monday}T11:00:00Z`));
    const { body } = await owner.post<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { url: server.url('/d.ics') });
    await readGood(body.id);
    await inDatabase("UPDATE busy_calendars SET good_at = good_at - interval '7 hours', next_reading_at = now() + interval '1 day' WHERE id = $1", [body.id]);
    const { goodAt } = await inDatabase<{ goodAt: Date }>('SELECT good_at AS "goodAt" FROM busy_calendars WHERE id = $1', [body.id]);
    await owner.patch(`/programmes/${made.id}`, { name: 'Warned' });
    const listed = (await owner.get(`/sessions/${sessionId}/slots`)).body.slots;
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.every(({ busyAsOf }: { busyAsOf: string }) => Date.parse(busyAsOf) === goodAt.getTime())).toBe(true);
    expect(listed.map(({ start }: { start: string }) => start)).not.toContain(`${monday}T09:30:00Z`);

    expect((await owner.patch(`/programmes/${made.id}`, { policy: { whenBusyUnknown: 'block' } })).status).toBe(200);
    const blocked = (await owner.get(`/sessions/${sessionId}/slots`)).body;
    expect(blocked.slots).toEqual([]);
    expect(blocked.reasons).toEqual(expect.arrayContaining([expect.objectContaining({ cause: 'busy-unknown' })]));
    const refused = await owner.post(`/sessions/${sessionId}/booking`, { facilitatorId, start: `${monday}T12:00:00Z` });
    expect(refused.body).toMatchObject({ code: 'busy-unknown', status: 503 });

    expect((await owner.patch(`/programmes/${made.id}`, { policy: { busyMaximumAgeMinutes: 600 } })).status).toBe(200);
    expect((await owner.post(`/sessions/${sessionId}/booking`, { facilitatorId, start: `${monday}T12:00:00Z` })).status).toBe(201);
  });

  it('that comes to lie over a booked session flags it to the facilitator and the coordinator; the booking stands', async () => {
    const { made, monday, facilitatorId, sessionId } = await small();
    const booking = (await owner.post(`/sessions/${sessionId}/booking`, { facilitatorId, start: `${monday}T09:00:00Z` })).body;
    server.answers.set('/e.ics', calendarOf(`${monday}T09:30:00Z/${monday}T09:45:00Z`));
    const { body } = await owner.post<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { url: server.url('/e.ics') });
    await readGood(body.id);
    expect((await owner.get(`/sessions/${sessionId}`)).body).toMatchObject({ state: 'booked', busyConflict: true });
    expect((await owner.get(`/programmes/${made.id}/coverage`)).body.cells).toEqual([expect.objectContaining({ sessionId, busyConflict: true })]);
    expect(await conflictChanges(made.id)).toEqual([expect.objectContaining({ sessionId, bookingId: booking.id, busyConflict: true })]);
    expect((await owner.delete(`/calendars/${body.id}`)).status).toBe(204);
    expect((await owner.get(`/sessions/${sessionId}`)).body).not.toHaveProperty('busyConflict');
    expect((await conflictChanges(made.id)).map(({ busyConflict }: { busyConflict: boolean }) => busyConflict)).toEqual([true, false]);
  });

  it('does not stand in the way of the very session it shows', async () => {
    const { monday, facilitatorId, sessionId } = await small();
    const booking = (await owner.post(`/sessions/${sessionId}/booking`, { facilitatorId, start: `${monday}T09:00:00Z` })).body;
    server.answers.set('/f.ics', calendarOf(`${monday}T09:00:00Z/${monday}T10:00:00Z`).replace('theirs-0', booking.uid));
    const { body } = await owner.post<BusyCalendar>(`/facilitators/${facilitatorId}/calendars`, { url: server.url('/f.ics') });
    expect(await readGood(body.id)).toMatchObject({ eventCount: 1 });
    expect((await owner.get(`/sessions/${sessionId}`)).body).not.toHaveProperty('busyConflict');
    expect((await owner.patch(`/bookings/${booking.id}`, { start: `${monday}T09:30:00Z` })).status).toBe(200);
  });
});

describe('an address', () => {
  it.each([
    ['http://127.0.0.1/cal.ics'], ['http://localhost/cal.ics'], ['http://2130706433/'], ['http://[::1]/'], ['http://[::ffff:10.0.0.1]/'], ['http://169.254.169.254/'],
    ['webcal://10.0.0.1/cal.ics'], ['https://user:pass@example.org/cal.ics'], ['https://example.org:22/cal.ics'], ['file:///etc/passwd'], ['nonsense'], [''],
  ])('%s is refused at once, without a word of what is inside', async (url) => {
    const { facilitatorId } = await small();
    const refused = await owner.post(`/facilitators/${facilitatorId}/calendars`, { url });
    expect(refused.body).toMatchObject({ status: 422, code: 'invalid', errors: [{ path: 'body.url', message: expect.any(String) }] });
  });

  it('is accepted as webcal, but not twice', async () => {
    const { facilitatorId } = await small();
    expect((await owner.post(`/facilitators/${facilitatorId}/calendars`, { url: 'webcal://calendar.invalid/cal.ics' })).status).toBe(201);
    expect((await owner.post(`/facilitators/${facilitatorId}/calendars`, { url: 'https://calendar.invalid/cal.ics' })).body).toMatchObject({ status: 422 });
  });
});

let smalls = 0;
let programmes: Made[] = [];

/** One session that one facilitator can give at any hour of one week. */
async function small() {
  smalls += 1;
  const { document, monday } = crowd({ clusters: 1, facilitators: 1 });
  const made = await makeProgramme(owner, { ...document, programme: { ...document.programme, name: `Small ${smalls}` } });
  programmes = [...programmes, made];
  const [session] = await sessionsOf(owner, made.id);
  return { made, monday, facilitatorId: made.facilitators['facilitator-1']!, sessionId: session!.id };
}

async function readGood(id: string): Promise<BusyCalendar> {
  await until('a good reading', async () => (await owner.get(`/calendars/${id}`)).body.state === 'good');
  return (await owner.get(`/calendars/${id}`)).body;
}

/** As "refresh now" after its rest. */
async function readAgain(id: string): Promise<void> {
  await inDatabase("UPDATE busy_calendars SET tried_at = tried_at - interval '1 minute' WHERE id = $1", [id]);
  expect((await owner.post(`/calendars/${id}/refresh`)).status).toBe(202);
}

async function startsOn(sessionId: string, day: string): Promise<string[]> {
  return (await owner.get(`/sessions/${sessionId}/slots?from=${day}&to=${day}&outsideHours=1`)).body.slots.map(({ start }: { start: string }) => start);
}

async function conflictChanges(programmeId: string) {
  const { changes } = (await owner.get(`/programmes/${programmeId}/changes?after=0`)).body;
  return changes.map(({ data }: { data: { busyConflict?: boolean } }) => data).filter(({ busyConflict }: { busyConflict?: boolean }) => busyConflict !== undefined);
}

async function inDatabase<Row>(text: string, values: unknown[]): Promise<Row> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    return (await client.query(text, values)).rows[0] as Row;
  } finally {
    await client.end();
  }
}

/** Every row of every table that may hold words. */
async function dump(): Promise<string> {
  const { tables } = await inDatabase<{ tables: string[] }>("SELECT array_agg(table_name::text) AS tables FROM information_schema.tables WHERE table_schema = 'public'", []);
  const all = await Promise.all(tables.map((table) => inDatabase<{ text: string }>(`SELECT string_agg(t::text, '\n') AS text FROM "${table}" t`, [])));
  return all.map(({ text }) => text ?? '').join('\n');
}
