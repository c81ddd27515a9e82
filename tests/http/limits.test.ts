import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { limitTime, serverOptions } from '../../server/http/measure.ts';
import { allowances, openLimits } from '../../server/limits/limits.ts';
import { mostPlaces } from '../../server/limits/places.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { apiOf, type Api } from '../support/api.ts';
import { OWNER_TOKEN, startApp, type App } from '../support/app.ts';
import { crowd, makeProgramme, type Made } from '../support/programme.ts';
import { openBrowserOf, signInByMail, type BrowserLike } from '../support/sign-in.ts';
import { openWatcher, type Watcher } from '../support/watcher.ts';

let app: App;
let behindProxy: App;
let db: Database;
let owner: Api;
let made: Made;
let person: BrowserLike;

beforeAll(async () => {
  app = await startApp();
  behindProxy = await startApp({ databaseUrl: app.databaseUrl, env: { TRUST_PROXY: '1', CORS_ORIGINS: 'https://tools.example.org', ROLE: 'web' } });
  db = openDatabase(app.databaseUrl, { maximum: 2 });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, crowd({ clusters: 2, facilitators: 1 }).document);
  person = await signInByMail(app.url, 'cluster-1@example.org');
});
afterAll(async () => {
  await db.close();
  await behindProxy.stop();
  await app.stop();
});

/** Sends bytes as they are; resolves with all that comes back before the connection ends, and after how many milliseconds. */
function speak(url: string, ...parts: string[]): Promise<{ text: string; afterMs: number }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('error', () => {}).on('close', () => resolve({ text, afterMs: performance.now() - began }));
    for (const part of parts) socket.write(part);
  });
}

/** Begins something and goes on with it so slowly that it never ends; returns how to stop. */
const slowly: Record<string, (client: Socket) => () => void> = {
  'a header a while': (client) => again(() => client.write('X-Slow: 1\r\n'), client.write('GET / HTTP/1.1\r\nHost: x\r\n')),
  'a byte of a body a while': (client) => again(() => client.write('x'), client.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n')),
  'a chunk of a body a while': (client) => again(() => client.write('1\r\nx\r\n'), client.write('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n')),
  'nothing at all': () => () => {},
  'an answer that is not read': (client) => { client.pause().write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'); return () => {}; },
  'an answer that is read by the sip': (client) => again(() => client.read(16), client.pause().on('readable', () => {}).write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')),
};

/** As ours, with less patience, so that nobody waits. */
async function hastyServer(): Promise<Server> {
  const server = createServer({ ...serverOptions, connectionsCheckingInterval: 20 }, (request, response) => { request.resume().on('end', () => response.end(Buffer.alloc(64_000_000))); });
  limitTime(server, { headersMs: 150, requestMs: 300, idleMs: 400, answerMs: 300, keptMs: 400, partingMs: 50 });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function again(work: () => unknown, _begun: boolean): () => void {
  const timer = setInterval(work, 20);
  return () => clearInterval(timer);
}

describe('who shows nothing', () => {
  it('is refused after many requests, in every process, whatever it writes into X-Forwarded-For; others are not', async () => {
    // All but the last lease of the allowance, as if another process had given it out.
    const { points, lease } = allowances.stranger;
    expect(await openLimits({ pool: db.pool }).take('stranger', '127.0.0.1', points - lease)).toBeNull();
    const nobody = apiOf(app.url, null);
    const statuses: number[] = [];
    for (let count = 0; count < lease + 5; count += 1) statuses.push((await nobody.get('/programmes', { 'x-forwarded-for': `198.51.100.${count}` })).status);
    expect([statuses.slice(0, lease), statuses.slice(lease)].map((each) => new Set(each))).toEqual([new Set([401]), new Set([429])]);
    const refused = await apiOf(behindProxy.url, null).get('/programmes');
    expect([refused.status, refused.body.code, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, 'rate-limited', true]);
    expect((await apiOf(app.url, 'wrong').get('/programmes')).status).toBe(429);
    expect([await person.status('/programmes'), (await owner.get('/programmes')).status]).toEqual([200, 200]);
  });

  it('is told apart by a proxy that is trusted, and by nobody else', async () => {
    const ask = async (url: string, from: string) => (await apiOf(url, null).get('/programmes', { 'x-forwarded-for': from })).status;
    expect([await ask(behindProxy.url, '203.0.113.7'), await ask(app.url, '203.0.113.7')]).toEqual([401, 429]);
    expect(await ask(behindProxy.url, '203.0.113.9, 127.0.0.1')).toBe(429);
    // As some proxies write it; and what is no address does not let the stranger's own word take its place.
    expect([await ask(behindProxy.url, '203.0.113.9, 127.0.0.1:4711'), await ask(behindProxy.url, '127.0.0.1, [2001:db8::7]:443')]).toEqual([429, 401]);
    expect(await ask(behindProxy.url, '127.0.0.1, a name')).toBe(401);
  });

  it('may ask for a link all the same', async () => {
    expect((await openBrowserOf(app.url).send('POST', '/api/v1/sign-in', { email: 'nobody@example.org' })).status).toBe(202);
  });
});

describe('a request', () => {
  it('has a body of 1 MB, an address of 4096 characters and 40 parameters at most', async () => {
    expect((await owner.post('/programmes', JSON.stringify({ name: 'x'.repeat(1_100_000) }))).status).toBe(413);
    expect((await owner.get(`/programmes?cursor=${'x'.repeat(4100)}`)).status).toBe(413);
    expect((await owner.get(`/programmes?${'a=1&'.repeat(50)}`)).status).toBe(400);
  });

  it('is nested no deeper than anything here is', async () => {
    const deep = (levels: number) => `{"name":"[[[{{{","document":{"a":${'{"a":'.repeat(levels)}[]${'}'.repeat(levels)}}}`;
    expect([(await owner.post('/drafts', deep(100_000))).body.code, (await owner.post('/drafts', deep(20))).status]).toEqual(['malformed', 201]);
    expect((await owner.post('/programmes', `${'['.repeat(500_000)}${']'.repeat(500_000)}`)).status).toBe(400);
  });

  it('has headers of 16 kB at most', async () => {
    const { text } = await speak(app.url, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 431 /);
    expect(JSON.parse(text.split('\r\n\r\n')[1]!)).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('that is none is answered so, and cut off', async () => {
    expect((await speak(app.url, 'nonsense\r\n\r\n')).text).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('has ten seconds for its headers and half a minute for all of it, and is told so', async () => {
    const server = createServer(serverOptions);
    limitTime(server);
    expect([server.headersTimeout, server.requestTimeout, serverOptions.connectionsCheckingInterval]).toEqual([10_000, 30_000, 2000]);
    const hasty = await hastyServer();
    const { text } = await speak(`http://127.0.0.1:${portOf(hasty)}`, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    await new Promise((resolve) => { hasty.close(resolve); });
  });

  it.each(Object.entries(slowly))('is cut off when its sender or reader is slow: %s', async (_how, befall) => {
    const server = await hastyServer();
    const ended = new Promise<boolean>((resolve) => { server.on('connection', (socket) => socket.on('error', () => {}).on('close', () => resolve(true))); });
    const client = connect(portOf(server), '127.0.0.1').on('error', () => {});
    const stop = befall(client);
    expect(await ended).toBe(true);
    stop();
    client.destroy();
    await new Promise((resolve) => { server.close(resolve); });
  });

  it('is not another method than it says', async () => {
    const before = (await owner.get(`/programmes/${made.id}`)).body;
    for (const headers of [{ 'x-http-method-override': 'DELETE' }, { 'x-method-override': 'DELETE' }]) {
      await owner.send('GET', `/programmes/${made.id}?_method=DELETE`, undefined, headers);
      await owner.post(`/programmes/${made.id}`, { _method: 'DELETE' }, headers);
    }
    expect((await owner.get(`/programmes/${made.id}`)).body).toEqual(before);
  });
});

describe('what a page may do', () => {
  it('is said strictly on every answer', async () => {
    for (const path of ['/', '/sign-in?token=x', '/privacy', '/api/v1/docs', '/api/v1/programmes', '/nothing']) {
      const { headers } = await fetch(app.url + path);
      const policy = Object.fromEntries(headers.get('content-security-policy')!.split(';').map((each) => each.trim().split(/ (.*)/).slice(0, 2)));
      expect([path, policy['default-src'], policy['script-src'], policy['object-src'] ?? "'none'", policy['frame-ancestors'], policy['base-uri'], policy['form-action']])
        .toEqual([path, "'none'", "'self'", "'none'", "'none'", "'none'", "'self'"]);
      expect([headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('cross-origin-opener-policy'), headers.get('permissions-policy')?.includes('camera=()'), headers.get('x-powered-by')])
        .toEqual(['nosniff', 'same-origin', 'same-origin', true, null]);
    }
  });

  it('is nothing from another origin, unless that is set, and then never with a cookie', async () => {
    const preflight = (url: string, origin: string) => fetch(`${url}/api/v1/programmes`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const closed = await preflight(app.url, 'https://tools.example.org');
    expect([closed.status, closed.headers.get('access-control-allow-origin')]).toEqual([404, null]);
    const open = await preflight(behindProxy.url, 'https://tools.example.org');
    expect([open.status, open.headers.get('access-control-allow-origin'), open.headers.get('access-control-allow-credentials')]).toEqual([204, 'https://tools.example.org', null]);
    expect((await preflight(behindProxy.url, 'https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const cookie = `visavis=${person.cookies.get('visavis')}`;
    expect((await apiOf(behindProxy.url, null, cookie).post('/programmes', {}, { origin: 'https://tools.example.org' })).status).toBe(403);
  });
});

describe('live connections', () => {
  it('are twenty of one person over all processes, who may come back when one has ended', async () => {
    const cookie = `visavis=${person.cookies.get('visavis')}`;
    const open: Watcher[] = [];
    for (let count = 0; count < 20; count += 1) open.push(await openWatcher((count % 2 === 0 ? app : behindProxy).url, { cookie }));
    for (const { url } of [app, behindProxy]) await expect(openWatcher(url, { cookie })).rejects.toThrow('rate-limited');
    const gone = new Promise((resolve) => { open[0]!.socket.once('disconnect', resolve); });
    open[0]!.close();
    await gone;
    open[0] = await reopened(cookie);
    for (const each of open) each.close();
  });

  it('are as many from one network as fit a large office', async () => {
    const cookie = `visavis=${person.cookies.get('visavis')}`;
    const one = await openWatcher(app.url, { cookie });
    await db.query(`INSERT INTO live_places (process, key, places, believed_until) SELECT DISTINCT 'another', key, ${mostPlaces.network}, now() + interval '1 minute' FROM live_places WHERE key LIKE 'network %'`);
    await expect(openWatcher(app.url, { cookie })).rejects.toThrow('rate-limited');
    const owned = await openWatcher(app.url, { token: OWNER_TOKEN });
    await db.query(`DELETE FROM live_places WHERE process = 'another'`);
    for (const each of [one, owned]) each.close();
  });

  it('end at once, in every process, when somebody signs out', async () => {
    const leaver = await signInByMail(app.url, 'cluster-2@example.org');
    const cookie = `visavis=${leaver.cookies.get('visavis')}`;
    const watchers = [await openWatcher(app.url, { cookie }), await openWatcher(behindProxy.url, { cookie })];
    const cut = watchers.map(({ socket }) => new Promise((resolve) => { socket.once('disconnect', resolve); }));
    expect((await leaver.send('DELETE', '/api/v1/me/session')).status).toBe(204);
    expect(await Promise.all(cut)).toEqual(['io server disconnect', 'io server disconnect']);
  });

  it('are cut off when they say more than any screen would', async () => {
    const watcher = await openWatcher(app.url, { cookie: `visavis=${person.cookies.get('visavis')}` });
    const gone = new Promise((resolve) => { watcher.socket.once('disconnect', resolve); });
    for (let count = 0; count < 150; count += 1) watcher.socket.emit('look', { sessionId: null });
    expect(await gone).toBe('io server disconnect');
  });

  /** The server notices a closed window in its own time. */
  async function reopened(cookie: string): Promise<Watcher> {
    for (let tries = 0; tries < 100; tries += 1) {
      const opened = await openWatcher(app.url, { cookie }).catch(() => null);
      if (opened) return opened;
    }
    throw new Error('a place that was given up is not given again');
  }
});
