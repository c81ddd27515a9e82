import * as fc from 'fast-check';
import { Agent, request, type IncomingMessage } from 'node:http';
import { Client } from 'pg';
import { endpoints } from '../../server/http/app.ts';
import { otherRoutes } from '../../server/http/other-routes.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { sample, type Schema } from '../support/from-schema.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';

/**
 * Requests that nobody means well, made from the OpenAPI document: every route, each with a body, a query or an id that it
 * must not take. None is a fault of ours, none tells what is inside, none writes a row.
 */
const TRIES_PER_ROUTE = Number(process.env.HOSTILE_TRIES ?? 12);
/** The same inputs in every run; a new number tries others. */
const SEED = 20_260_326;

const agent = new Agent({ keepAlive: true });

interface Operation {
  method: string;
  path: string;
  body?: Schema;
  query: { name: string; schema: Schema }[];
}

let app: App;
let owner: Api;
let made: Made;
let ids: Record<string, string>;
let operations: Operation[];
let tried = 0;

beforeAll(async () => {
  // Without a worker nothing moves but what the requests do.
  app = await startApp({ env: { ROLE: 'web' } });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
  const [first, second] = await sessionsOf(owner, made.id);
  const { slots } = (await owner.get(`/sessions/${second!.id}/slots`)).body;
  const booking = await owner.post(`/sessions/${second!.id}/booking`, { facilitatorId: slots[0].facilitatorId, start: slots[0].start });
  const free = (await owner.get(`/sessions/${first!.id}/slots`)).body.slots.at(-1);
  const hold = await owner.post(`/sessions/${first!.id}/holds`, { facilitatorId: free.facilitatorId, start: free.start });
  const webhook = await owner.post('/webhooks', { url: 'https://receiver.example/hook' });
  const calendar = await owner.post(`/facilitators/${made.facilitators['quercus-nairobi']}/calendars`, { url: 'https://calendar.example/cal.ics' });
  ids = {
    calendars: calendar.body.id, programmes: made.id, sessions: first!.id, bookings: booking.body.id, holds: hold.body.id, webhooks: webhook.body.id,
    phases: made.phases['week-2']!, topics: made.topics.mapping!, clusters: made.clusters.madrid!, facilitators: made.facilitators['quercus-nairobi']!,
  };
  operations = operationsOf((await owner.get('/openapi.json')).body);
  await until('the booking’s invitations are with the queue', async () => JSON.parse(await rows('deliveries', 'relayed_at IS NULL')).deliveries === null);
}, 60_000);
afterAll(() => app.stop());

describe('every route of the OpenAPI document', () => {
  it('is known to this suite', () => {
    expect(operations.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([...endpoints, ...otherRoutes].map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).toSorted());
  });

  it('is spoilt from a request that would have been understood', () => {
    const misunderstood = operations.filter(({ method, path, body }) => {
      const endpoint = endpoints.find((each) => each.method === method && each.path === path.replaceAll(/\{(\w+)\}/g, ':$1'));
      return body && !endpoint?.body?.safeParse(sample(body, known())).success;
    });
    expect(misunderstood.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('refuses a body with one thing in it that its schema does not take', async () => {
    expect(await attack(operations.filter(({ body }) => body), ({ body }) => spoilt(body!).map((hostile) => ({ body: hostile })), TRIES_PER_ROUTE)).toEqual([]);
  });

  it('answers or refuses a query out of this world', async () => {
    expect(await attack(operations.filter(({ method }) => method === 'get'), ({ query }) => hostileQuery(query).map((search) => ({ search })), TRIES_PER_ROUTE / 4)).toEqual([]);
  });

  it('finds nothing under an id that nobody has', async () => {
    expect(await attack(operations.filter(({ path }) => path.includes('{')), ({ body }) => hostileId.map((id) => ({ id, body: body && sample(body, known()) })), TRIES_PER_ROUTE / 4)).toEqual([]);
  });

  it('refuses headers that nobody sends in good faith', async () => {
    expect(await attack(operations.filter(({ method }) => method !== 'get'), () => hostileHeaders.map((headers) => ({ headers, body: '{"nonsense":1}' })), TRIES_PER_ROUTE / 4)).toEqual([]);
  });

  it('was tried with no fewer than 300 inputs', () => {
    expect(tried).toBeGreaterThan(300);
  });
});

it('keeps the pages, files and sign-in beside the document unharmed', async () => {
  const before = await rows();
  const paths = ['/sign-in', '/mailbox', '/mailbox/{id}', '/join/{id}', '/api/v1/feeds/{id}', '/api/v1/bookings/{id}/invite.ics', '/api/v1/me', '/api/v1/docs', '/metrics', '/{id}', '/assets/{id}', '/page/{id}'];
  const looked = await Promise.all(paths.map((path) => fc.check(fc.asyncProperty(hostileId, hostileQuery([{ name: 'token', schema: {} }, { name: 'view', schema: {} }]), async (id, search) =>
    mustBeNone(faultsOf(await send('get', `${path.replace('{id}', id)}${search}`, {})))), { numRuns: 6, seed: SEED })));
  const signedIn = await fc.check(fc.asyncProperty(fc.constantFrom('sign-in', 'sign-in/confirmation'), nasty, async (route, value) =>
    mustBeNone(faultsOf(await send('post', `/api/v1/${route}`, { body: { email: value, token: value, role: 'owner' } })))), { numRuns: 20, seed: SEED });
  expect([...looked, signedIn].map(said).filter((each) => each !== null)).toEqual([]);
  expect(await rows()).toBe(before);
}, 60_000);

interface Hostile {
  id?: string;
  search?: string;
  body?: unknown;
  headers?: Record<string, string> | undefined;
}

/** What went wrong, by route, with the smallest input that makes it go wrong. */
async function attack(targets: readonly Operation[], hostile: (operation: Operation) => fc.Arbitrary<Hostile>, tries: number): Promise<string[]> {
  const before = await rows();
  const wrong: string[] = [];
  for (const operation of targets) {
    const run = await fc.check(fc.asyncProperty(hostile(operation), async ({ id, search = '', body, headers }) => {
      const path = operation.path.replaceAll(/\{(\w+)\}/g, () => id ?? ids[operation.path.split('/')[1]!] ?? 'nobody');
      const reply = await send(operation.method, `/api/v1${path}${search}`, { body, headers });
      tried += 1;
      // A look may be answered; whatever writes, and whatever names what is not there, must be refused. Giving back a hold that is gone is done.
      const mayBeDone = (operation.method === 'get' && id === undefined) || (operation.method === 'delete' && operation.path.startsWith('/holds'));
      mustBeNone([...faultsOf(reply), ...(mayBeDone || reply.status >= 400 ? [] : [`answered ${reply.status}`])]);
    }), { numRuns: tries, seed: SEED });
    wrong.push(...[said(run)].filter((each) => each !== null).map((fault) => `${operation.method} ${operation.path}: ${fault}`));
  }
  const after = await rows();
  if (after !== before) wrong.push(`written to: ${differing(before, after).join(', ')}`);
  return wrong;
}

function differing(before: string, after: string): string[] {
  const [then, now] = [JSON.parse(before), JSON.parse(after)] as Record<string, string>[];
  return Object.keys(now!).filter((table) => now![table] !== then![table]);
}

function said(run: { failed: boolean; counterexample: unknown; errorInstance: unknown }): string | null {
  return run.failed ? `${JSON.stringify(run.counterexample)?.slice(0, 300)} ${String(run.errorInstance)}` : null;
}

function mustBeNone(found: string[]): void {
  if (found.length > 0) throw new Error(found.join('; '));
}

/** A fault of ours, a refusal that does not say why in our words but in a library's, or something of what is behind them. */
function faultsOf({ body, headers, status, text }: Reply): string[] {
  const leak = /node_modules|\bat [\w.<>]+ \((?:\/|node:|file:)|\/server\/|\.ts:\d|SELECT |INSERT |pg_|syntax error|violates|relation "|column "|ECONN|secretKey|Invalid (?:input|option|key)|Too (?:big|small)/.exec(text)?.[0];
  const isOurs = status < 400 || !headers.get('content-type')?.includes('json')
    || (headers.get('content-type')!.includes('application/problem+json') && hasAll(body, status));
  return [
    ...(status >= 500 ? [`answered ${status}`] : []),
    ...(leak === undefined ? [] : [`told ${leak}`]),
    ...(text.includes(app.ownerToken) ? ['told the token'] : []),
    ...(isOurs ? [] : ['is no problem document']),
    ...(headers.get('content-security-policy')?.includes("default-src 'none'") ? [] : ['has no policy']),
  ];
}

function hasAll(body: unknown, status: number): boolean {
  const { code, detail, status: own } = body as { code?: unknown; detail?: unknown; status?: unknown };
  return own === status && typeof code === 'string' && typeof detail === 'string';
}

interface Reply {
  status: number;
  headers: Headers;
  text: string;
  body: unknown;
}

/** By hand, so that the path goes out as it was made: `fetch` would tidy it. */
async function send(method: string, path: string, { body, headers = {} }: Pick<Hostile, 'body' | 'headers'>): Promise<Reply> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const { hostname, port } = new URL(app.url);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ hostname, port, method, path, agent, headers: {
      authorization: `Bearer ${app.ownerToken}`,
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
      ...headers,
    } }, resolve).once('error', reject).end(text);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const answer = Buffer.concat(chunks).toString('utf8');
  const got = new Headers(Object.entries(response.headers).map(([name, value]) => [name, String(value)] as [string, string]));
  return { status: response.statusCode ?? 0, headers: got, text: answer, body: got.get('content-type')?.includes('json') && answer ? JSON.parse(answer) : null };
}

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    '', ' ', '\u0000', 'a\u0000b', '\r\nSet-Cookie: a=b', "' OR 1=1 --", '"; DROP TABLE bookings; --', '{{7*7}}', '${7*7}', '%s%n', '../../etc/passwd', '\u202Egnp.exe',
    '\uD800', '<script>alert(1)</script>', 'BEGIN:VEVENT', '=cmd()', '__proto__', 'constructor', 'NaN', '1e999', '9'.repeat(400), 'x'.repeat(100_000), '\u{1F600}'.repeat(3000),
    null, true, -1, 0, 0.1, 1e308, -1e308, 2 ** 53, [], {}, [[[[[[]]]]]], { toString: 'x' }, { $ne: null }, { length: 1e9 },
  ),
  fc.string({ unit: 'binary', maxLength: 50 }), fc.double(), fc.array(fc.anything({ maxDepth: 2 }), { maxLength: 3 }),
);

/** An honest body with one thing in it that its schema refuses: a leaf that is something else, or a field nobody knows. */
function spoilt(schema: Schema): fc.Arbitrary<unknown> {
  const honest = sample(schema, known()) as Record<string, unknown>;
  const places = leavesOf(honest);
  const unknownField = fc.tuple(
    fc.constantFrom('id', 'role', 'actor', 'programme_id', 'version', 'status', 'isAdmin', '__proto__', 'constructor', 'toString', '$where', ''), nasty,
  ).map(([name, value]) => JSON.stringify({ ...honest }).replace(/^\{/, `{${JSON.stringify(name)}:${JSON.stringify(value ?? null)},`).replace(/,\}$/, '}'));
  if (places.length === 0) return unknownField;
  const wrongLeaf = fc.tuple(fc.constantFrom(...places), fc.constantFrom<unknown>({}, { $gt: '' }, [[]], 'x'.repeat(100_000), '\u0000', 1e308, { length: 1 }))
    .map(([place, value]) => changed(honest, place, value));
  const wholly = fc.constantFrom<unknown>([], '"text"', '7', 'null', '[[[[', '{"a":1', '{"a":1}}', `${'['.repeat(50_000)}`, '\u0000', '{"__proto__":{"role":"owner"}}');
  return fc.oneof({ weight: 3, arbitrary: wrongLeaf }, { weight: 2, arbitrary: unknownField }, { weight: 1, arbitrary: wholly });
}

const hostileId = fc.oneof(
  fc.constantFrom('%00', '%', '%ff', '%2e%2e%2f', '..%2f..', "'%20OR%201=1--", '__proto__', 'constructor', 'null', 'undefined', '0', '-1', 'NaN', '%F0%9F%98%80', 'a'.repeat(3000), '*', '%0d%0aX:%20y', '{id}', '%3Cscript%3E'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map((text) => encodeURIComponent(Buffer.from(text).toString('utf8').replaceAll('/', '_').replace(/^\.+$/, 'dots'))),
);

function hostileQuery(query: Operation['query']): fc.Arbitrary<string> {
  const names = [...query.map(({ name }) => name), 'colour', '__proto__', 'a[b]'];
  return fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom('', '-1', '1e9', '0', 'NaN', '%00', '%', "'", '2027-02-30', '9999-99-99', 'Mars/Phobos', '%0d%0aX-Y:%20z', 'x'.repeat(4000), '[]', '2027-01-01&from=2027-01-02')), { minLength: 1, maxLength: 3 })
    .map((pairs) => `?${pairs.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join('&')}`);
}

const hostileHeaders = fc.constantFrom<Record<string, string>>(
  { 'content-type': 'text/plain' }, { 'content-type': 'application/json; charset=utf-7' }, { 'content-type': 'multipart/form-data; boundary=x' }, { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-encoding': 'gzip' }, { 'content-encoding': 'nonsense' }, { 'if-match': 'latest' }, { 'idempotency-key': 'k'.repeat(5000) }, { 'x-http-method-override': 'DELETE' },
  { 'x-forwarded-for': "127.0.0.1, ' OR 1=1" }, { host: 'evil.example' }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, { accept: 'x'.repeat(5000) }, { range: 'bytes=0-,0-,0-' },
);

function known() {
  return { timeZone: 'Europe/Madrid', phaseId: ids.phases, facilitatorId: ids.facilitators, facilitatorIds: [ids.facilitators], topicIds: [ids.topics], programmeId: ids.programmes };
}

function leavesOf(value: unknown, place: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [place];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...place, key]));
}

function changed(value: unknown, [key, ...rest]: string[], leaf: unknown): unknown {
  if (key === undefined) return leaf;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = changed(copy[key], rest, leaf);
  return copy;
}

function operationsOf(document: { paths: Record<string, Record<string, { parameters: { name: string; in: string; schema: Schema }[]; requestBody?: { content: Record<string, { schema: Schema }> } }>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { parameters, requestBody }]) => ({
    method, path, query: parameters.filter((each) => each.in === 'query'), ...(requestBody?.content['application/json'] && { body: requestBody.content['application/json'].schema }),
  })));
}

/** Everything that is stored; what the clock moves on its own stands still for the length of a test. */
async function rows(only: string | null = null, where = 'true'): Promise<string> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  const tables = await client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) AND tablename = coalesce($2, tablename) ORDER BY 1", [MOVING, only]);
  const { rows: [found] } = await client.query<Record<string, string>>(`SELECT ${tables.rows.map(({ name }) => `(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${name} t WHERE ${where}) AS ${name}`).join(', ')}`);
  await client.end();
  return JSON.stringify(found);
}

/** A refused request under a key keeps its refusal; the rest counts who asked how often. */
const MOVING = ['idempotency_keys', 'rate_limits', 'sign_in_attempts'];
