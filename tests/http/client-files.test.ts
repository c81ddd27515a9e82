import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { page } from '../../server/http/pages/page.ts';
import { apiOf, cookieBy, signInBy } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { sessionsOf } from '../support/programme.ts';

const ASSETS = path.resolve(__dirname, '../../build/client/assets');

interface Got {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

let app: App;
beforeAll(async () => { app = await startApp({ demo: true }); });
afterAll(() => app?.stop());

describe('the files of the client', () => {
  const names = existsSync(ASSETS) ? readdirSync(ASSETS).filter((file) => /\.(js|css)$/.test(file)) : [];
  beforeAll(() => {
    if (names.length === 0) throw new Error('There is no build to look at: `npm run build` makes it, and `npm test` does so by itself.');
  });

  it('come as brotli to who reads it, as gzip to who reads only that, and plain to others, each the same file', async () => {
    const wrong: string[] = [];
    for (const name of names) {
      const file = readFileSync(path.join(ASSETS, name));
      for (const [accept, encoding, unpack] of [
        ['gzip, deflate, br', 'br', brotliDecompressSync], ['gzip', 'gzip', gunzipSync], ['identity', undefined, (body: Buffer) => body],
      ] as const) {
        const got = await get(`${app.url}/assets/${name}`, accept);
        const isSmallest = got.headers['content-encoding'] === encoding || !existsSync(path.join(ASSETS, `${name}.${encoding === 'br' ? 'br' : 'gz'}`));
        const plain = got.headers['content-encoding'] === undefined ? got.body : unpack(got.body);
        if (!isSmallest || !plain.equals(file) || !String(got.headers.vary).includes('Accept-Encoding')) wrong.push(`${name} as ${accept}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are kept for a year, since their names change with what is in them', async () => {
    for (const name of names) {
      const { headers } = await get(`${app.url}/assets/${name}`, 'br');
      expect([name, headers['cache-control'], headers['content-type']]).toEqual([name, 'public, max-age=31536000, immutable', name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8']);
    }
    expect((await get(`${app.url}/`, 'br')).headers['cache-control']).toBe('no-cache');
  });

  it('do not show their packed twins as files of their own', async () => {
    expect((await get(`${app.url}/assets/${names[0]}.br`, 'identity')).status).toBe(404);
    expect((await get(`${app.url}/assets/gone-with-an-older-version.js`, 'br')).status).toBe(404);
  });

  it('are ruled by a policy that allows nothing inline and nothing from elsewhere', async () => {
    for (const where of ['/', '/sessions', '/sign-in?token=aaaaaaaaaaaaaaaaaaaaaaaa', `/assets/${names[0]}`, '/api/v1/me']) {
      const policy = String((await get(app.url + where, 'br')).headers['content-security-policy']);
      expect([where, policy.split(';').filter((rule) => /unsafe|\*|https?:/.test(rule))]).toEqual([where, []]);
      expect(policy).toMatch(/^default-src 'none';script-src 'self';style-src 'self';/);
    }
  });
});

describe('the page of somebody who is signed in', () => {
  const DUBLIN = 'cluster Irish Software Innovation Network';
  const MADRID = 'cluster Madrid Audio Cluster';

  it('has in it what it needs first: its language, its own data as the routes give it, and links to its code and words', async () => {
    const [api, cookie] = [await signInBy(app.links[MADRID]!), await cookieBy(app.links[MADRID]!)];
    const me = (await api.get('/me')).body;
    const session = (await sessionsOf(api, me.programmeId))[0]!;
    const got = await get(`${app.url}/book/${session.id}`, 'identity', cookie);
    const html = got.body.toString();
    expect([got.status, got.headers['cache-control'], /<html lang="(..)">/.exec(html)?.[1]]).toEqual([200, 'private, no-store', 'es']);
    const given = givenIn(html);
    const lists = ['', '/phases', '/topics', '/facilitators', '/clusters', '/sessions'].map((list) => `/programmes/${me.programmeId}${list}`);
    expect(Object.keys(given)).toEqual(['/me', ...lists, `/sessions/${session.id}/slots?outsideHours=1`]);
    for (const [asked, value] of Object.entries(given)) expect(withoutNow(value)).toEqual(withoutNow((await api.get(asked)).body));
    const linked = [...html.matchAll(/<link rel="(?:modulepreload|stylesheet)" crossorigin href="\/assets\/([^"]+)">/g)].map(([, file]) => file!);
    expect(linked.filter((file) => !existsSync(path.join(ASSETS, file)))).toEqual([]);
    expect(new Set(linked).size).toBe(linked.length);
    expect(linked.length).toBeGreaterThan(4);
  });

  it('has nothing that its reader may not see, nor ends its data early whatever people are called', async () => {
    const owner = apiOf(app.url);
    const dublin = await signInBy(app.links[DUBLIN]!);
    const { clusterId } = (await dublin.get('/me')).body;
    const { name } = (await owner.get(`/clusters/${clusterId}`)).body;
    await owner.patch(`/clusters/${clusterId}`, { name: '</script><script>alert(1)</script>' });
    const html = (await get(`${app.url}/`, 'identity', await cookieBy(app.links[DUBLIN]!))).body.toString();
    await owner.patch(`/clusters/${clusterId}`, { name });
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(JSON.stringify(givenIn(html))).toContain('</script><script>alert(1)</script>');
    const madrid = (await get(`${app.url}/`, 'identity', await cookieBy(app.links[MADRID]!))).body.toString();
    expect(madrid).not.toContain((await owner.get(`/clusters/${clusterId}`)).body.representatives[0].email);
    const other = await sessionsOf(dublin, (await dublin.get('/me')).body.programmeId);
    const foreign = (await get(`${app.url}/book/${other[0]!.id}`, 'identity', await cookieBy(app.links[MADRID]!))).body.toString();
    expect(Object.keys(givenIn(foreign)).filter((asked) => asked.includes('/slots'))).toEqual([]);
  });

  it('is the plain page to strangers and to whoever has signed out', async () => {
    const plain = (await get(`${app.url}/`, 'identity')).body.toString();
    expect((await get(`${app.url}/`, 'identity', 'visavis=nobody-knows-this-secret')).body.toString()).toBe(plain);
    expect(plain).not.toContain('id="given"');
  });
});

function givenIn(html: string): Record<string, unknown> {
  return JSON.parse(/<script type="application\/json" id="given">(.*)<\/script>/s.exec(html)![1]!) as Record<string, unknown>;
}

/** Said anew with each answer. */
function withoutNow(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'now' in value ? { ...value, now: null } : value;
}

describe('a public page', () => {
  it('brings its sheet and fonts under names that change with what is in them', async () => {
    const sheet = /href="(\/page\/style-[\w-]+\.css)"/.exec(page('A', '<h1>A</h1>'))![1]!;
    const style = await get(app.url + sheet, 'identity');
    const fonts = [...style.body.toString().matchAll(/url\('([^']+)'\)/g)].map(([, url]) => url!);
    expect(fonts).toHaveLength(4);
    for (const file of [sheet, ...fonts]) expect((await get(app.url + file, 'br')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get(`${app.url}/page/style-0000000000.css`, 'br')).headers['cache-control']).not.toContain('immutable');
  });

  it('carries no script and no style of its own, and says in which language it is', () => {
    const html = page('A <b>', '<h1>A</h1>', { language: 'pl', home: { href: '/?a="b"', label: 'Wróć' } });
    expect(html).not.toMatch(/<script|<style|style=|\bon\w+=/);
    expect(html).toContain('<html lang="pl">');
    expect(html).toContain('<title>A &lt;b&gt; · Visavis</title>');
    expect(html).toContain('<a class="home" href="/?a=&quot;b&quot;">Wróć</a>');
  });
});

function get(url: string, accept: string, cookie?: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': accept, ...(cookie && { cookie }) } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    }).once('error', reject).end();
  });
}
