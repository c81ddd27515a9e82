import { endpoints } from '../../server/http/app.ts';
import { scopeOf } from '../../server/http/scopes.ts';
import { allowances, openLimits } from '../../server/limits/limits.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { signIn } from '../access/cast.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { crowd, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { mailedTokens, signInByMail, type BrowserLike } from '../support/sign-in.ts';
import { openWatcher } from '../support/watcher.ts';

let app: App;
let db: Database;
let owner: Api;
let made: Made;
let person: BrowserLike;

beforeAll(async () => {
  app = await startApp();
  db = openDatabase(app.databaseUrl, { maximum: 2 });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, crowd({ clusters: 2, facilitators: 1 }).document);
  await owner.post(`/programmes/${made.id}/coordinators`, { name: 'Office', email: 'office@example.org' });
  person = await signInByMail(app.url, 'office@example.org');
}, 60_000);
afterAll(async () => {
  await db.close();
  await app.stop();
});

async function tokenWith(...scopes: string[]): Promise<{ id: string; token: string; api: Api }> {
  const { id, token } = await (await person.send('POST', '/api/v1/tokens', { name: 'A program', scopes })).json() as { id: string; token: string };
  return { id, token, api: apiOf(app.url, token) };
}

it('is shown once, stored as a hash, and listed with its last use and its end', async () => {
  const { id, token, api } = await tokenWith('read');
  expect(token).toMatch(/^vsv_[\w-]{43}$/);
  expect((await api.get('/me')).body.role).toBe('coordinator');
  const listed = await (await person.send('GET', '/api/v1/tokens')).json() as { items: { id: string; usedAt: string | null; createdAt: string; expiresAt: string }[] };
  const mine = listed.items.find((each) => each.id === id)!;
  expect([JSON.stringify(listed).includes(token), typeof mine.usedAt, (Date.parse(mine.expiresAt) - Date.parse(mine.createdAt)) / 86_400_000]).toEqual([false, 'string', 90]);
  const { rows } = await db.query('SELECT to_jsonb(t) AS row FROM access_tokens t');
  expect(JSON.stringify(rows)).not.toContain(token);
});

it('is not said again where the request is repeated', async () => {
  const ask = () => person.send('POST', '/api/v1/tokens', { name: 'Repeated', scopes: ['read'] }, { 'idempotency-key': 'once' });
  const [first, second] = [await (await ask()).json() as { id: string; token: string }, await (await ask()).json() as { id: string; token: string | null }];
  expect([second.id, second.token, typeof first.token]).toEqual([first.id, null, 'string']);
});

it('may do what its maker may, where no scopes are named', async () => {
  const { scopes } = await (await person.send('POST', '/api/v1/tokens', { name: 'A program' })).json() as { scopes: string[] };
  expect(scopes).toEqual(['read', 'book', 'manage']);
});

it('does what its scopes say, and no more than its maker may', async () => {
  const [reads, books, manages] = [await tokenWith('read'), await tokenWith('read', 'book'), await tokenWith('manage')];
  const [session] = await sessionsOf(owner, made.id);
  const statuses = async (api: Api) => [
    (await api.get(`/programmes/${made.id}`)).status,
    (await api.post(`/sessions/${session!.id}/holds`, { facilitatorId: 'fac_none', start: '2027-01-01T10:00:00Z' })).status,
    (await api.patch(`/programmes/${made.id}`, { name: 'A crowd' })).status,
    (await api.get('/tokens')).status,
    (await api.post('/tokens', { name: 'More', scopes: ['manage'] })).status,
  ];
  expect([await statuses(reads.api), await statuses(books.api), await statuses(manages.api)]).toEqual([
    [200, 403, 403, 403, 403], [200, 422, 403, 403, 403], [403, 403, 200, 403, 403],
  ]);
  const elsewhere = await makeProgramme(owner, crowd({ clusters: 1, facilitators: 1 }).document);
  expect((await manages.api.patch(`/programmes/${elsewhere.id}`, { name: 'Mine' })).status).toBe(404);
});

it('needs a scope for every route, or a person', () => {
  const byScope = (scope: string | null) => endpoints.filter((endpoint) => !('plain' in endpoint.handle) && scopeOf(endpoint) === scope).map(({ method, path }) => `${method} ${path}`);
  expect(byScope('read').every((route) => route.startsWith('get '))).toBe(true);
  expect(byScope('book').filter((route) => !/ \/(holds|bookings|sessions)\/| \/facilitators\/:id\/availability$/.test(route))).toEqual([]);
  expect(byScope(null).filter((route) => !/ \/(tokens|me\/)/.test(route))).toEqual([]);
});

it('ends when it is revoked, with its live connections, when it is too old, and with its maker', async () => {
  const { id, token, api } = await tokenWith('read');
  const watcher = await openWatcher(app.url, { token });
  const cut = new Promise<string>((resolve) => { watcher.socket.once('disconnect', resolve); });
  expect((await person.send('DELETE', `/api/v1/tokens/${id}`)).status).toBe(204);
  expect([(await api.get('/me')).status, await cut]).toEqual([401, 'io server disconnect']);
  const old = await tokenWith('read');
  await db.query("UPDATE access_tokens SET expires_at = now() - interval '1 second' WHERE id = $1", [old.id]);
  expect((await old.api.get('/me')).status).toBe(401);
  await expect(openWatcher(app.url, { token: (await tokenWith('manage')).token })).rejects.toThrow('unauthenticated');
  const last = await tokenWith('read');
  const { items } = (await owner.get(`/programmes/${made.id}/coordinators`)).body;
  await owner.delete(`/coordinators/${items[0].id}`);
  expect([(await last.api.get('/me')).status, await person.status('/me')]).toEqual([401, 401]);
});

it('lets nobody ask more often by making more of them, nor make them without end', async () => {
  const maker = await signInByMail(app.url, 'cluster-2@example.org');
  const make = () => maker.send('POST', '/api/v1/tokens', { name: 'One more', scopes: ['read'] });
  const [one, two] = (await Promise.all([make(), make()].map(async (each) => await (await each).json() as { token: string }))).map(({ token }) => ({ api: apiOf(app.url, token) }));
  expect(await openLimits({ pool: db.pool }).take('account', `programs of ${(await maker.me()).id}`, allowances.account.points)).toBeNull();
  // What was given out to this process before is used up first.
  const statuses = async (api: Api) => {
    let last = 0;
    for (let count = 0; count < 2 * allowances.account.lease && last !== 429; count += 1) last = (await api.get('/programmes')).status;
    return last;
  };
  expect([await statuses(one!.api), await statuses(two!.api), await maker.status('/programmes')]).toEqual([429, 429, 200]);
  let answered = 201;
  for (let count = 0; count < 60 && answered === 201; count += 1) answered = (await make()).status;
  const listed = await (await maker.send('GET', '/api/v1/tokens')).json() as { items: unknown[] };
  expect([answered, listed.items.length]).toEqual([422, 50]);
});

describe('a sign-in of more than eight hours', () => {
  let numbered = 0;
  /** A coordinator of a programme of their own, who signed in so long ago. */
  async function coordinator(hoursAgo: number) {
    const own = await makeProgramme(owner, crowd({ clusters: 1, facilitators: 1 }).document);
    const email = `coordinator-${numbered++}@example.org`;
    const { id } = (await owner.post(`/programmes/${own.id}/coordinators`, { name: 'Cora', email })).body;
    const api = apiOf(app.url, null, await signIn(app, db, 'coordinator', id));
    await db.query('UPDATE sign_ins SET created_at = created_at - make_interval(secs => $2) WHERE person_id = $1', [id, hoursAgo * 3600]);
    return { api, email, id, own };
  }

  it('is asked to be renewed before what lets others in, sends data elsewhere or cannot be taken back; and before nothing else', async () => {
    const { api, own, id } = await coordinator(8.1);
    const [facilitator, cluster] = [own.facilitators['facilitator-1']!, own.clusters['cluster-1']!];
    const { id: webhook } = (await owner.post('/webhooks', { programmeId: own.id, url: 'https://example.org/hook' })).body;
    const sensitive = [
      () => api.post('/tokens', { name: 'A script', scopes: ['read'], validDays: 7 }),
      () => api.post('/webhooks', { programmeId: own.id, url: 'https://example.org/other' }),
      () => api.patch(`/webhooks/${webhook}`, { url: 'https://example.org/other' }),
      () => api.post(`/webhooks/${webhook}/secret`),
      () => api.post(`/programmes/${own.id}/coordinators`, { name: 'Another', email: 'another@example.org' }),
      () => api.post(`/programmes/${own.id}/observers`, { name: 'Another', email: 'another@example.org' }),
      () => api.delete(`/coordinators/${id}`),
      () => api.patch(`/facilitators/${facilitator}`, { email: 'another@example.org' }),
      () => api.patch(`/clusters/${cluster}`, { representatives: [{ name: 'Another', email: 'another@example.org' }] }),
      () => api.post(`/people/${facilitator}/erasure`, {}),
      () => api.put(`/programmes/${own.id}/retention`, { days: 30 }),
      () => api.delete(`/programmes/${own.id}`),
    ];
    const answers = [];
    for (const change of sensitive) answers.push(await change());
    expect(answers.map(({ status, body }) => [status, body.code, body.errors[0].path])).toEqual(sensitive.map(() => [403, 'forbidden', 'sign-in']));
    // What is not theirs is not there, however they signed in.
    expect((await api.delete(`/programmes/${made.id}`)).status).toBe(404);
    expect((await api.post(`/people/${made.facilitators['facilitator-1']}/erasure`, {})).status).toBe(404);
    const others = [
      await api.patch(`/webhooks/${webhook}`, { on: false }),
      await api.patch(`/facilitators/${facilitator}`, { name: 'Another Name', email: 'Facilitator-1@example.org' }),
      await api.patch(`/clusters/${cluster}`, { name: 'Another Name', representatives: [{ name: 'Another Name', email: 'cluster-1@example.org' }] }),
      await api.patch(`/programmes/${own.id}`, { name: 'Another Name' }),
    ];
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('is renewed by a link that is mailed to oneself, on the same device; sooner nobody is asked', async () => {
    const fresh = await coordinator(7.9);
    expect((await fresh.api.put(`/programmes/${fresh.own.id}/retention`, { days: 30 })).status).toBe(200);

    const { email, own } = await coordinator(0);
    const browser = await signInByMail(app.url, email);
    const change = () => browser.send('PUT', `/api/v1/programmes/${own.id}/retention`, { days: 30 });
    await db.query("UPDATE sign_ins SET created_at = created_at - interval '9 hours'");
    expect((await change()).status).toBe(403);
    expect((await browser.send('POST', '/api/v1/me/sign-in')).status).toBe(202);
    const [token] = await mailedTokens(owner, email, 2);
    // Without a mail server it is in the built-in mailbox, for nobody else who runs the programme.
    const links = async (api: Api) => ((await api.get('/mailbox?limit=200')).body.items as { to: string; text: string }[]).filter(({ text }) => text.includes('/sign-in?token=')).map(({ to }) => to);
    const { id } = (await owner.post(`/programmes/${own.id}/coordinators`, { name: 'Colleague', email: 'colleague@example.org' })).body;
    expect(await links(apiOf(app.url, null, await signIn(app, db, 'coordinator', id)))).toEqual([]);
    expect(await links(apiOf(app.url, null, [...browser.cookies].map((pair) => pair.join('=')).join('; ')))).toEqual([email, email]);
    expect((await browser.confirm(token!)).status).toBe(204);
    expect((await change()).status).toBe(200);
  });

  it('is nothing that programs have: a token says itself what it may, and mails nobody', async () => {
    const { api, own } = await coordinator(0);
    const { body: { token } } = await api.post('/tokens', { name: 'A script', scopes: ['manage'], validDays: 7 });
    expect((await apiOf(app.url, token).post(`/programmes/${own.id}/observers`, { name: 'Another', email: 'another@example.org' })).status).toBe(201);
    expect((await apiOf(app.url, token).post('/me/sign-in')).status).toBe(403);
  });
});
