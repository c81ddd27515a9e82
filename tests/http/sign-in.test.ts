import type { Instant } from '../../server/domain/interval.ts';
import { watchStanding, type LiveServer } from '../../server/live/standing.ts';
import { accessEpoch, standingAccess } from '../../server/usecases/programme/standing.ts';
import { issueLink } from '../../server/usecases/signing-in/sign-in.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { crowd, makeProgramme, type Made } from '../support/programme.ts';
import { mailedTokens, openBrowserOf, signInByMail } from '../support/sign-in.ts';
import { until } from '../support/until.ts';
import { openWatcher } from '../support/watcher.ts';

let app: App;
let db: Database;
let owner: Api;
let made: Made;
/** Everybody's address is used by one test, so that the limits of mails are not met by accident. */
const people = Array.from({ length: 30 }, (_, index) => `cluster-${index + 1}@example.org`);
let used = 0;
const anybody = () => people[used++]!;

beforeAll(async () => {
  app = await startApp();
  db = openDatabase(app.databaseUrl, { maximum: 2 });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, crowd({ clusters: 30, facilitators: 1 }).document);
});
afterAll(async () => {
  await db.close();
  await app.stop();
});

const count = async (table: string) => Number((await db.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]!.count);

describe('a mailed link', () => {
  it('signs in the browser that asked, once', async () => {
    const email = anybody();
    const browser = openBrowserOf(app.url);
    await browser.ask(email);
    const [token] = await mailedTokens(owner, email);
    const confirmed = await browser.confirm(token!);
    expect([confirmed.status, (await browser.me()).role]).toEqual([204, 'representative']);
    const again = await openBrowserOf(app.url).confirm(token!);
    expect([again.status, await again.json()]).toEqual([401, expect.objectContaining({ code: 'unauthenticated', detail: 'This link has been used or is too old. Ask for a new one.' })]);
  });

  it('makes one sign-in of fifty who redeem it at once', async () => {
    const email = anybody();
    const browser = openBrowserOf(app.url);
    await browser.ask(email);
    const [token] = await mailedTokens(owner, email);
    const before = await count('sign_ins');
    const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await browser.confirm(token!)).status));
    expect([statuses.filter((status) => status === 204).length, statuses.filter((status) => status === 401).length]).toEqual([1, 49]);
    expect(await count('sign_ins')).toBe(before + 1);
  });

  it('asks another browser for the code that is shown where it was asked for', async () => {
    const email = anybody();
    const { code } = await openBrowserOf(app.url).ask(email);
    const [token] = await mailedTokens(owner, email);
    const other = openBrowserOf(app.url);
    const without = await other.confirm(token!);
    expect([without.status, (await without.json()).errors]).toEqual([401, [{ path: 'body.code', message: 'the six digits that are shown where the link was asked for' }]]);
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await other.confirm(token!, wrong)).status).toBe(401);
    expect((await other.confirm(token!, `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(204);
    expect((await other.me()).role).toBe('representative');
  });

  it('ends after five wrong codes', async () => {
    const email = anybody();
    const { code } = await openBrowserOf(app.url).ask(email);
    const [token] = await mailedTokens(owner, email);
    const thief = openBrowserOf(app.url);
    const guesses = Array.from({ length: 5 }, (_, index) => String((Number(code) + index + 1) % 1_000_000).padStart(6, '0'));
    for (const guess of guesses) expect((await thief.confirm(token!, guess)).status).toBe(401);
    expect((await thief.confirm(token!, code)).status).toBe(401);
  });

  it('is not used up by whoever only looks at it, and its page asks a stranger for the code', async () => {
    const email = anybody();
    const browser = openBrowserOf(app.url);
    await browser.ask(email);
    const [token] = await mailedTokens(owner, email);
    const before = JSON.stringify((await db.query('SELECT * FROM sign_in_links ORDER BY token_hash')).rows);
    const scanner = openBrowserOf(app.url);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const looked = await scanner.send(method, `/sign-in?token=${token}`);
      expect([looked.status, looked.headers.get('cache-control'), looked.headers.get('referrer-policy'), looked.headers.getSetCookie()]).toEqual([200, 'no-store', 'same-origin', []]);
    }
    expect(await (await scanner.send('GET', `/sign-in?token=${token}`)).text()).toContain('name="code"');
    expect(await (await browser.send('GET', `/sign-in?token=${token}`)).text()).not.toContain('name="code"');
    expect(JSON.stringify((await db.query('SELECT * FROM sign_in_links ORDER BY token_hash')).rows)).toBe(before);
    const pressed = await browser.send('POST', '/sign-in', new URLSearchParams({ token: token! }));
    expect([pressed.status, pressed.headers.get('location'), (await browser.me()).role]).toEqual([303, '/', 'representative']);
  });

  it('leads to the start whatever else is asked for', async () => {
    for (const next of ['//evil.example', '/\\evil.example', 'https:evil.example', '%2f%2fevil.example']) {
      const email = anybody();
      const browser = openBrowserOf(app.url);
      await browser.ask(email);
      const [token] = await mailedTokens(owner, email);
      const pressed = await browser.send('POST', `/sign-in?next=${next}`, new URLSearchParams({ token: token!, next }));
      expect([pressed.status, pressed.headers.get('location')]).toEqual([401, null]);
      const once = await browser.send('POST', `/sign-in?next=${next}`, new URLSearchParams({ token: token! }));
      expect([once.status, once.headers.get('location')]).toEqual([303, '/']);
    }
  });

  it('ends after ten minutes, and when the same browser asks for another', async () => {
    const email = anybody();
    const browser = openBrowserOf(app.url);
    await browser.ask(email);
    const [older] = await mailedTokens(owner, email);
    await browser.ask(email);
    const [newer] = await mailedTokens(owner, email, 2);
    expect((await browser.confirm(older!)).status).toBe(401);
    await db.query("UPDATE sign_in_links SET expires_at = expires_at - interval '10 minutes' WHERE used_at IS NULL");
    expect((await browser.confirm(newer!)).status).toBe(401);
  });

  it('opens nothing once its person is gone or has another address', async () => {
    const email = anybody();
    const browser = openBrowserOf(app.url);
    await browser.ask(email);
    const [token] = await mailedTokens(owner, email);
    await owner.patch(`/clusters/${made.clusters[email.split('@')[0]!]}`, { representatives: [{ name: 'Another', email: 'another@example.org' }] });
    expect((await browser.confirm(token!)).status).toBe(401);
  });

  it('is stored as a hash, like the cookie, the code and the address', async () => {
    const email = anybody();
    const browser = openBrowserOf(app.url);
    const { code } = await browser.ask(email);
    const [token] = await mailedTokens(owner, email);
    await browser.confirm(token!);
    const rows = await db.query('SELECT to_jsonb(l) AS row FROM sign_in_links l UNION ALL SELECT to_jsonb(s) FROM sign_ins s');
    const stored = JSON.stringify(rows.rows);
    expect([...browser.cookies.values(), token!, code, email].filter((secret) => stored.includes(secret))).toEqual([]);
  });
});

describe('asking for a link', () => {
  it('answers the same for an address that nobody has, and mails it nothing', async () => {
    const [known, unknown] = [anybody(), 'nobody@example.org'];
    const shape = async (email: string) => {
      const response = await openBrowserOf(app.url).send('POST', '/api/v1/sign-in', { email });
      const names = [...response.headers.keys()].filter((name) => name !== 'x-request-id').toSorted();
      return [response.status, names, Object.keys(await response.json() as object), response.headers.get('content-length')];
    };
    expect(await shape(unknown)).toEqual(await shape(known));
    await mailedTokens(owner, known);
    const { items } = (await owner.get('/mailbox?limit=200')).body;
    expect(items.filter(({ to }: { to: string }) => to === unknown)).toEqual([]);
    const settled = async (email: string) => (await db.query('SELECT FROM sign_in_requests WHERE email = $1 AND settled_at IS NOT NULL', [email])).rows.length;
    await until('both are settled', async () => await settled(known) === 1 && await settled(unknown) === 1);
  });

  it('does the same number of statements for both: the answer waits for no mail', async () => {
    const statements = async (email: string) => {
      const before = await count('sign_in_requests');
      const mails = await count('mailbox');
      await openBrowserOf(app.url).ask(email);
      return [await count('sign_in_requests') - before, await count('mailbox') - mails];
    };
    expect(await statements(anybody())).toEqual([1, 0]);
    expect(await statements('nobody-else@example.org')).toEqual([1, 0]);
  });

  it('mails one address five times an hour from one place, and goes on answering', async () => {
    const email = anybody();
    const browsers = Array.from({ length: 8 }, () => openBrowserOf(app.url));
    for (const browser of browsers) expect((await browser.send('POST', '/api/v1/sign-in', { email })).status).toBe(202);
    const tokens = await mailedTokens(owner, email, 5);
    await signInByMail(app.url, anybody());
    expect((await mailedTokens(owner, email, 5)).length).toBe(5);
    // What was mailed goes on.
    const statuses: number[] = [];
    for (const token of tokens) statuses.push((await browsers[0]!.confirm(token)).status);
    expect(statuses.filter((status) => status === 204)).toEqual([204]);
  });

  it('is mailed to who owns the address, however often somebody elsewhere has asked for it', async () => {
    const email = anybody();
    await db.query(
      `INSERT INTO sign_in_requests (id, email, network_hash, browser_hash, code_hash, asked_at, next_try_at, settled_at)
       SELECT 'ask_flood_' || n, $1, sha256('elsewhere'), sha256('a browser'), sha256('a code'), now() - interval '1 minute', now(), now() FROM generate_series(1, 200) n`, [email]);
    expect((await (await signInByMail(app.url, email)).me()).role).toBe('representative');
  });

  it('finds the address however it is written: with blanks, in capitals, its domain in its own letters or in those of mail servers', async () => {
    await owner.post(`/programmes/${made.id}/observers`, { name: 'Ærø', email: ' r&d@ærø.example' });
    const asked = [' R&D@Ærø.example ', 'r&d@xn--r-3fa9c.example'];
    for (const written of asked) expect((await openBrowserOf(app.url).send('POST', '/api/v1/sign-in', { email: written })).status).toBe(202);
    expect(await mailedTokens(owner, 'r&d@xn--r-3fa9c.example', asked.length)).toHaveLength(asked.length);
  });

  it('mails one letter to somebody who is several people, and lets them be each', async () => {
    const email = 'both@example.org';
    const facilitator = (await owner.post(`/programmes/${made.id}/facilitators`, { name: 'Both', email, timeZone: 'UTC' })).body;
    await owner.post(`/programmes/${made.id}/coordinators`, { name: 'Both', email });
    const browser = await signInByMail(app.url, email);
    expect((await mailedTokens(owner, email)).length).toBe(1);
    const me = await browser.me();
    expect([me.role, me.alsoAs]).toEqual(['coordinator', [{ role: 'facilitator', id: facilitator.id, programmeId: made.id, programmeName: 'A crowd' }]]);
    expect((await browser.send('PUT', '/api/v1/me/role', { role: 'facilitator', id: facilitator.id })).status).toBe(204);
    expect((await browser.me()).facilitatorId).toBe(facilitator.id);
    expect((await browser.send('PUT', '/api/v1/me/role', { role: 'facilitator', id: made.facilitators['facilitator-1'] })).status).toBe(404);
  });
});

describe('the cookie', () => {
  it('is for this host and no script, and goes with no request of another site', async () => {
    const email = anybody();
    const browser = openBrowserOf(app.url);
    await browser.ask(email);
    const [token] = await mailedTokens(owner, email);
    const [line] = (await browser.confirm(token!)).headers.getSetCookie();
    expect(line).toMatch(/^visavis=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  it('is bound to this host and to TLS where users reach us by https', async () => {
    const secure = await startApp({ databaseUrl: app.databaseUrl, env: { PUBLIC_URL: 'https://visavis.example.org', ROLE: 'web' } });
    const { rows: [someone] } = await db.query<{ id: string }>('SELECT id FROM representatives LIMIT 1');
    const token = await issueLink(db, { role: 'representative', id: someone!.id }, Date.now() as Instant, 10, false);
    const [line] = (await openBrowserOf(secure.url).confirm(token)).headers.getSetCookie();
    expect(line).toMatch(/^__Host-visavis=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    await secure.stop();
  });

  it('is renewed after an hour; the one before ends once the new one is shown', async () => {
    const browser = await signInByMail(app.url, anybody());
    const first = browser.cookies.get('visavis')!;
    await db.query("UPDATE sign_ins SET rotated_at = rotated_at - interval '61 minutes' WHERE previous_hash IS NULL");
    expect(await browser.status('/me')).toBe(200);
    const second = browser.cookies.get('visavis')!;
    expect(second).not.toBe(first);
    const late = apiOf(app.url, null, `visavis=${first}`);
    expect((await late.get('/me')).status).toBe(200);
    await db.query("UPDATE sign_ins SET rotated_at = rotated_at - interval '2 minutes' WHERE previous_hash IS NOT NULL");
    expect(await browser.status('/me')).toBe(200);
    expect((await late.get('/me')).status).toBe(401);
    expect(await browser.status('/me')).toBe(200);
  });

  it('gives a browser that lost the new one another', async () => {
    const browser = await signInByMail(app.url, anybody());
    const first = browser.cookies.get('visavis')!;
    await db.query("UPDATE sign_ins SET rotated_at = rotated_at - interval '61 minutes' WHERE previous_hash IS NULL");
    await browser.status('/me');
    browser.cookies.set('visavis', first);
    await db.query("UPDATE sign_ins SET rotated_at = rotated_at - interval '2 minutes' WHERE previous_hash IS NOT NULL");
    expect(await browser.status('/me')).toBe(200);
    expect(browser.cookies.get('visavis')).not.toBe(first);
    expect(await browser.status('/me')).toBe(200);
  });

  it('ends after a day without use, and after a week', async () => {
    const [idle, old] = [await signInByMail(app.url, anybody()), await signInByMail(app.url, anybody())];
    await db.query("UPDATE sign_ins SET seen_at = now() - interval '1441 minutes' WHERE id = (SELECT id FROM sign_ins ORDER BY created_at DESC LIMIT 1 OFFSET 1)");
    await db.query("UPDATE sign_ins SET expires_at = now() - interval '1 second' WHERE id = (SELECT id FROM sign_ins ORDER BY created_at DESC LIMIT 1)");
    expect([await idle.status('/me'), await old.status('/me')]).toEqual([401, 401]);
  });

  it('is another one after signing in again, and the old sign-in ends', async () => {
    const email = anybody();
    const browser = await signInByMail(app.url, email);
    const first = browser.cookies.get('visavis')!;
    await signInByMail(app.url, email, browser);
    expect(browser.cookies.get('visavis')).not.toBe(first);
    expect((await apiOf(app.url, null, `visavis=${first}`).get('/me')).status).toBe(401);
  });

  it('is refused a change that comes from another site', async () => {
    const browser = await signInByMail(app.url, anybody());
    const change = (headers: Record<string, string>) => browser.send('DELETE', '/api/v1/me/devices/sgn_none', undefined, headers);
    const statuses = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, { origin: 'null' }].map(async (headers) => (await change(headers as Record<string, string>)).status);
    expect(await Promise.all(statuses)).toEqual([403, 403, 403, 403]);
    expect((await change({ 'sec-fetch-site': 'same-origin' })).status).toBe(404);
    for (const [method, path, body] of [['POST', '/api/v1/sign-in', { email: 'a@example.org' }], ['POST', '/api/v1/sign-in/confirmation', { token: 'x'.repeat(43) }], ['DELETE', '/api/v1/me/session', undefined]] as const) {
      expect((await browser.send(method, path, body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    }
    expect(await browser.status('/me')).toBe(200);
  });
});

describe('devices', () => {
  it('are listed by what they are, and signed out one by one or all at once', async () => {
    const email = anybody();
    const laptop = await signInByMail(app.url, email);
    const phone = await signInByMail(app.url, email, openBrowserOf(app.url, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'));
    const tablet = await signInByMail(app.url, email, openBrowserOf(app.url, 'curl/8'));
    const list = async () => ((await (await laptop.send('GET', '/api/v1/me/devices')).json()) as { items: { id: string; device: string; isThis: boolean }[] }).items;
    expect((await list()).map(({ device, isThis }) => [device, isThis]).toSorted()).toEqual([['?', false], ['Firefox · Linux', true], ['Safari · iPhone', false]]);
    const { id } = (await list()).find(({ device }) => device === 'Safari · iPhone')!;
    const stranger = await signInByMail(app.url, anybody());
    expect((await stranger.send('DELETE', `/api/v1/me/devices/${id}`)).status).toBe(404);
    expect((await laptop.send('DELETE', `/api/v1/me/devices/${id}`)).status).toBe(204);
    expect([await phone.status('/me'), await tablet.status('/me')]).toEqual([401, 200]);
    expect((await laptop.send('DELETE', '/api/v1/me/devices')).status).toBe(204);
    expect([await laptop.status('/me'), await tablet.status('/me'), await stranger.status('/me')]).toEqual([401, 401, 200]);
  });
});

describe('a live connection', () => {
  const gone = (socket: { once(event: 'disconnect', listener: (reason: string) => void): unknown }) => new Promise<string>((resolve) => { socket.once('disconnect', resolve); });

  it.each<[string, (person: { browser: ReturnType<typeof openBrowserOf>; email: string }) => Promise<unknown>]>([
    ['signs out', ({ browser }) => browser.send('DELETE', '/api/v1/me/session')],
    ['signs out everywhere', ({ browser }) => browser.send('DELETE', '/api/v1/me/devices')],
    ['is removed', ({ email }) => owner.patch(`/clusters/${made.clusters[email.split('@')[0]!]}`, { representatives: [] })],
    ['gets another address', async ({ email }) => db.query('UPDATE representatives SET email = $2 WHERE email = $1', [email, `new-${email}`])],
  ])('is cut when its person %s, and hears nothing from then on', async (_what, end) => {
    const email = anybody();
    const browser = await signInByMail(app.url, email);
    const watcher = await openWatcher(app.url, { cookie: `visavis=${browser.cookies.get('visavis')}` });
    expect(await watcher.watch(made.id)).toHaveProperty('revision');
    const ended = gone(watcher.socket);
    await end({ browser, email });
    const heard = watcher.heard.length;
    await owner.patch(`/programmes/${made.id}`, { name: 'A crowd' });
    expect(await ended).toBe('io server disconnect');
    expect(watcher.heard.slice(heard).filter(({ subject }) => subject.type === 'programme')).toEqual([]);
    await expect(openWatcher(app.url, { cookie: `visavis=${browser.cookies.get('visavis') ?? 'none'}` })).rejects.toThrow('unauthenticated');
  });

  it.each([['a day without use', 24], ['its week, however much it is used', 7 * 24]])('is cut the moment %s is over, though nothing tells of it', async (_what, hours) => {
    const { rows: [someone] } = await db.query<{ id: string }>('SELECT id FROM representatives LIMIT 1');
    await signInByLink('representative', someone!.id);
    const { rows: [signIn] } = await db.query<{ id: string; began: Instant }>('SELECT id, created_at AS began FROM sign_ins ORDER BY created_at DESC LIMIT 1');
    if (hours > 24) await db.query("UPDATE sign_ins SET seen_at = seen_at + interval '7 days' WHERE id = $1", [signIn!.id]);
    let now = signIn!.began;
    const { access } = (await standingAccess(db, { signInIds: [signIn!.id], tokenIds: [] }, now)).get(signIn!.id)!;
    let isCut = false;
    const socket = { data: { access, proof: { kind: 'sign-in', id: signIn!.id }, epoch: await accessEpoch(db), until: 0 }, disconnect: () => { isCut = true; } };
    const { endRevoked } = watchStanding({ of: () => ({ sockets: new Map([['one', socket]]) }) } as unknown as LiveServer, db, () => now);
    const cutAt = async (at: number) => { now = at as Instant; await endRevoked(); return isCut; };
    const end = signIn!.began + hours * 3_600_000;
    expect([await cutAt(signIn!.began), await cutAt(end - 1), await cutAt(end)]).toEqual([false, false, true]);
  });
});

/** Signed in as a person by a link that is not mailed. */
async function signInByLink(role: 'representative', id: string): Promise<void> {
  const token = await issueLink(db, { role, id }, Date.now() as Instant, 10, false);
  expect((await openBrowserOf(app.url).confirm(token)).status).toBe(204);
}
