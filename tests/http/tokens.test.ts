import { endpoints } from '../../server/http/app.ts';
import { scopeOf } from '../../server/http/scopes.ts';
import { allowances, openLimits } from '../../server/limits/limits.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { crowd, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { signInByMail, type BrowserLike } from '../support/sign-in.ts';
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
