import { Client } from 'pg';
import { Email } from '../../shared/api/primitives.ts';
import { endpoints } from '../../server/http/app.ts';
import { openApiDocument } from '../../server/http/openapi.ts';
import { apiOf, type Api, type Reply } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { sample, type Schema } from '../support/from-schema.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';

let app: App;
let owner: Api;
let made: Made;
let sessionId: string;
let bookingId: string;
let holdId: string;
let before: string;
let client: Client;

beforeAll(async () => {
  app = await startApp({ env: { ROLE: 'web' } });
  client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
  const [first, second] = await sessionsOf(owner, made.id);
  sessionId = first!.id;
  const { slots } = (await owner.get(`/sessions/${second!.id}/slots`)).body;
  bookingId = (await owner.post(`/sessions/${second!.id}/booking`, { facilitatorId: slots[0].facilitatorId, start: slots[0].start })).body.id;
  const free = (await owner.get(`/sessions/${sessionId}/slots`)).body.slots.at(-1);
  holdId = (await owner.post(`/sessions/${sessionId}/holds`, { facilitatorId: free.facilitatorId, start: free.start })).body.id;
  before = await rows();
});
afterAll(async () => {
  await client.end();
  await app.stop();
});
afterEach(async () => {
  // Whatever was tried: nothing was written, and the process goes on.
  expect(await rows()).toBe(before);
  expect((await owner.get(`/programmes/${made.id}`)).status).toBe(200);
});

/** Everything that is stored, but what the queue and the clock move on their own. */
async function rows(): Promise<string> {
  const tables = ['programmes', 'programme_revisions', 'phases', 'topics', 'facilitators', 'facilitator_topics', 'clusters', 'representatives', 'sessions', 'bookings', 'engagements', 'changes', 'idempotency_keys'];
  const counts = await client.query(`SELECT ${tables.map((table) => `(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t) AS ${table}`).join(', ')}`);
  return JSON.stringify(counts.rows);
}

function idFor(path: string): string {
  if (path.startsWith('/programmes')) return made.id;
  if (path.startsWith('/sessions')) return sessionId;
  if (path.startsWith('/bookings')) return bookingId;
  if (path.startsWith('/holds')) return holdId;
  if (path.startsWith('/phases')) return made.phases['week-2']!;
  if (path.startsWith('/topics')) return made.topics.mapping!;
  if (path.startsWith('/clusters')) return made.clusters.madrid!;
  return made.facilitators['quercus-nairobi']!;
}

interface Operation {
  parameters: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}

const { paths } = openApiDocument(endpoints, 'http://localhost') as { paths: Record<string, Record<string, Operation>> };

/** As the OpenAPI document has it. */
function operationOf(method: string, path: string): Operation | undefined {
  return paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
}

function bodyOf(method: string, path: string): Schema | undefined {
  return operationOf(method, path)?.requestBody?.content['application/json'].schema;
}

/** What must be asked for with it. */
function queryOf(method: string, path: string): string {
  const asked = (operationOf(method, path)?.parameters ?? []).filter((each) => each.in === 'query' && each.required);
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked.map(({ name, schema }) => [name, String(sample(schema, {}, name))]))}`;
}

/** What the checking library says where nobody has said it better. */
const NOT_OUR_WORDS = /Invalid (?:input|option|key)|Too (?:big|small)|received|undefined|NaN|something else/;

const withBody = endpoints.filter(({ body }) => body).map(({ method, path }) => [method.toUpperCase(), path] as const);
const pathOf = (path: string) => path.replace(':id', idFor(path));

function problem(reply: Reply) {
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(reply.body).toMatchObject({ type: expect.any(String), title: expect.any(String), status: reply.status, detail: expect.any(String), code: expect.any(String) });
  expect(JSON.stringify(reply.body)).not.toMatch(NOT_OUR_WORDS);
  return { status: reply.status, code: reply.body.code, paths: (reply.body.errors ?? []).map(({ path }: { path: string }) => path) };
}

describe.each(withBody)('%s %s', (method, path) => {
  it('refuses an unknown field, and names it', async () => {
    const answer = problem(await owner.send(method, pathOf(path), { nonsense: 1 }));
    expect([answer.status, answer.code]).toEqual([422, 'invalid']);
    expect(answer.paths).toContain('body.nonsense');
  });

  it.each([['a list', []], ['a word', '"word"'], ['a number', '7'], ['null inside', { start: null, name: null, programme: null, rules: null }]])('refuses %s for a body', async (_what, body) => {
    const answer = problem(await owner.send(method, pathOf(path), body));
    expect([[400, 'malformed'], [422, 'invalid']]).toContainEqual([answer.status, answer.code]);
  });

  it('refuses broken JSON', async () => {
    expect(problem(await owner.send(method, pathOf(path), '{"start": '))).toEqual({ status: 400, code: 'malformed', paths: [] });
  });

  it('refuses a body of another kind', async () => {
    expect(problem(await owner.send(method, pathOf(path), 'start=1', { 'content-type': 'text/plain' }))).toEqual({ status: 400, code: 'malformed', paths: [] });
  });

  it('refuses a body over 1 MB', async () => {
    expect(problem(await owner.send(method, pathOf(path), JSON.stringify({ name: 'x'.repeat(1_100_000) })))).toEqual({ status: 413, code: 'too-large', paths: [] });
  });
});

const programme = (change: Record<string, unknown>) => ({ programme: { ...cecilInFuture().programme, ...change } });
const rule = (change: Record<string, unknown>) => ({ rules: [{ days: [1], from: '09:00', to: '17:00', ...change }] });

describe('a fault inside the body is named with its path and its remedy', () => {
  it.each<[string, string, string, unknown, string]>([
    ['an offset for a zone', 'POST', '/programmes', programme({ timeZone: '+02:00' }), 'body.programme.timeZone'],
    ['an unknown zone', 'POST', '/programmes', programme({ timeZone: 'Europe/Atlantis' }), 'body.programme.timeZone'],
    ['an abbreviated zone', 'POST', '/programmes', programme({ timeZone: 'CEST' }), 'body.programme.timeZone'],
    ['a date that does not exist', 'POST', '/programmes', programme({ startsOn: '2027-02-30' }), 'body.programme.startsOn'],
    ['a year that nobody can tell the clock of', 'POST', '/programmes', programme({ startsOn: '1066-10-14' }), 'body.programme.startsOn'],
    ['a phase of more than a year', 'POST', '/programmes', { ...programme({ startsOn: '2027-01-01', endsOn: '2029-01-01' }), phases: [{ key: 'p', name: 'P', mode: 'virtual', startsOn: '2027-01-01', endsOn: '2028-06-01' }] }, 'body.phases.0.endsOn'],
    ['an end before the start', 'POST', '/programmes', programme({ startsOn: '2030-02-01', endsOn: '2030-01-01' }), 'body.programme.endsOn'],
    ['no minutes at all', 'POST', '/programmes', programme({ policy: { sessionMinutes: 0 } }), 'body.programme.policy.sessionMinutes'],
    ['half a minute', 'POST', '/programmes', programme({ policy: { slotStepMinutes: 7.5 } }), 'body.programme.policy.slotStepMinutes'],
    ['an unknown field deep inside', 'POST', '/programmes', programme({ policy: { colour: 'red' } }), 'body.programme.policy.colour'],
    ['a topic of no phase', 'POST', '/programmes', { ...programme({}), topics: [{ key: 'a', name: 'A', phase: 'nowhere' }] }, 'body.topics.0.phase'],
    ['a key used twice', 'POST', '/programmes', { ...programme({}), topics: [{ key: 'a', name: 'A' }, { key: 'a', name: 'B' }] }, 'body.topics.1.key'],
    ['a facilitator of no topic', 'POST', '/programmes', { ...programme({}), facilitators: [{ key: 'f', name: 'F', email: 'f@example.org', timeZone: 'UTC', topics: ['none'] }] }, 'body.facilitators.0.topics.0'],
    ['two addresses in one', 'POST', '/programmes', { ...programme({}), facilitators: [{ key: 'f', name: 'F', email: 'a@b.co, c@d.co', timeZone: 'UTC' }] }, 'body.facilitators.0.email'],
    ['a name with a line break', 'POST', '/programmes', programme({ name: 'A\r\nBcc: x@y.z' }), 'body.programme.name'],
    ['a `to` before `from`', 'PUT', '/facilitators/:id/availability', rule({ from: '17:00', to: '09:00' }), 'body.rules.0.to'],
    ['an empty span', 'PUT', '/facilitators/:id/availability', rule({ from: '09:00', to: '09:00' }), 'body.rules.0.to'],
    ['an hour that does not exist', 'PUT', '/facilitators/:id/availability', rule({ from: '25:00' }), 'body.rules.0.from'],
    ['24:00 as a start', 'PUT', '/facilitators/:id/availability', rule({ from: '24:00', to: '24:00' }), 'body.rules.0.from'],
    ['an eighth weekday', 'PUT', '/facilitators/:id/availability', rule({ days: [8] }), 'body.rules.0.days.0'],
    ['no weekday', 'PUT', '/facilitators/:id/availability', rule({ days: [] }), 'body.rules.0.days'],
    ['an override of no date', 'PUT', '/facilitators/:id/availability', { rules: [], overrides: [{ date: '2027-13-01', spans: [] }] }, 'body.overrides.0.date'],
    ['two overrides of one date', 'PUT', '/facilitators/:id/availability', { rules: [], overrides: [{ date: '2027-01-01', spans: [] }, { date: '2027-01-01', spans: [] }] }, 'body.overrides.1.date'],
    ['a journey to nowhere', 'PUT', '/facilitators/:id/availability', { rules: [], travel: [{ from: '2027-01-01', until: '2027-01-02', timeZone: 'Mars/Phobos' }] }, 'body.travel.0.timeZone'],
    ['a start that is no instant', 'POST', '/sessions/:id/holds', { facilitatorId: 'f', start: '2027-01-01 10:00' }, 'body.start'],
    ['a start in the year 9999', 'POST', '/sessions/:id/booking', { facilitatorId: 'f', start: '9999-01-01T10:00:00Z' }, 'body.start'],
    ['a start without a zone', 'POST', '/sessions/:id/booking', { facilitatorId: 'f', start: '2027-01-01T10:00:00' }, 'body.start'],
    ['a start on no date', 'POST', '/sessions/:id/booking', { facilitatorId: 'f', start: '2027-02-30T10:00:00Z' }, 'body.start'],
    ['a number for an id', 'POST', '/sessions/:id/booking', { facilitatorId: 7, start: '2027-01-01T10:00:00Z' }, 'body.facilitatorId'],
    ['a phase outside its programme', 'POST', '/programmes/:id/phases', { name: 'P', mode: 'virtual', startsOn: '2000-01-01', endsOn: '2000-01-02' }, 'body.startsOn'],
    ['a phase of another programme', 'POST', '/programmes/:id/topics', { name: 'T', phaseId: 'pha_none' }, 'body.phaseId'],
    ['a facilitator of another programme', 'POST', '/programmes/:id/topics', { name: 'T', facilitatorIds: ['fac_none'] }, 'body.facilitatorIds.0'],
    ['a topic of another programme', 'POST', '/programmes/:id/facilitators', { name: 'F', email: 'f@example.org', timeZone: 'UTC', topicIds: ['top_none'] }, 'body.topicIds.0'],
    ['a NUL', 'PATCH', '/bookings/:id', { needs: 'a\u0000b' }, 'body.needs'],
  ])('%s', async (_what, method, path, body, field) => {
    const answer = problem(await owner.send(method, pathOf(path), body));
    expect([answer.status, answer.code]).toEqual([422, 'invalid']);
    expect(answer.paths).toContain(field);
  });
});

it('says in words of its own what a field must be', async () => {
  const asked: [string, unknown][] = [
    ['/programmes', {}], ['/programmes', []], ['/tokens', { name: 'x'.repeat(201), scopes: ['all'], validDays: 400 }], ['/tokens', { name: 5, scopes: 'read', validDays: 0 }],
    [pathOf('/programmes/:id/observers'), { name: 'Obi', email: 'obi@example.org', language: 'xx' }], ['/people/x/erasure', { comingSessions: 'keep' }],
  ];
  const said = await Promise.all(asked.map(async ([path, body]) => (await owner.post(path, body)).body.errors));
  expect(said.flat().map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`)).toEqual([
    'body.programme: is missing: an object', 'body: write an object',
    'body.name: 200 characters at most', 'body.scopes.0: write one of read, book, manage', 'body.validDays: 366 at most',
    'body.name: write a text', 'body.scopes: write a list', 'body.validDays: 1 at least',
    'body.language: write one of en, es, fr, pl, da', 'body.comingSessions: write cancel',
  ]);
});

it('takes every address that mail goes to, in one spelling, and none that is two or means something else in a link', () => {
  const taken = [' office@cecil.example\n', "o'brien+tag@sub.example.co.uk", 'r&d@example.org', 'a/b=c@example.org', 'kontakt@ærø.dk', 'user@example.xn--p1ai', `${'x'.repeat(64)}@example.org`];
  expect(taken.map((address) => Email.safeParse(address).data)).toEqual(
    ['office@cecil.example', ...taken.slice(1, 4), 'kontakt@xn--r-3fa9c.dk', ...taken.slice(5)]);
  const refused = [
    'a@b.co, c@d.co', 'a@b.co,c@d.co', 'a@b.co c@d.co', 'a@b.co\r\nBcc: c@d.co', '<a@b.co>', '"a b"@example.org', 'a?cc=c@d.co', 'a%40b@example.org', 'a#b@example.org', 'a@b@example.org', 'a@ærø.dk@example.org',
    'a@ærø.dk/x', 'a@localhost', 'a@127.0.0.1', 'a@127。0。0。1', 'a@[127.0.0.1]', '.a@example.org', 'a..b@example.org', 'a@-b.org', 'a@b..org', `${'x'.repeat(65)}@example.org`, `a@${'b'.repeat(64)}.org`, 'jörg@example.org', 'a@b.co\u0000', '', '@', 5, null, ['a@b.co'],
  ];
  expect(refused.filter((address) => Email.safeParse(address).success)).toEqual([]);
});

describe('a fault in the query or a header is named too', () => {
  it.each<[string, string, string]>([
    ['an unknown parameter', '/sessions/:id/slots?colour=red', 'query.colour'],
    ['a date that does not exist', '/sessions/:id/slots?from=2027-02-30', 'query.from'],
    ['a range that ends before it begins', '/sessions/:id/slots?from=2027-02-02&to=2027-02-01', 'query.to'],
    ['a year far away', '/sessions/:id/slots?from=9999-01-01&to=9999-01-02', 'query.from'],
    ['371 days', '/sessions/:id/slots?from=2027-01-01&to=2028-01-06', 'query.to'],
    ['an unknown zone', '/sessions/:id/slots?timeZone=Nowhere/Land', 'query.timeZone'],
    ['a parameter twice', '/sessions/:id/slots?from=2027-01-01&from=2027-01-02', 'query.from'],
    ['no flag', '/sessions/:id/slots?outsideHours=yes', 'query.outsideHours'],
    ['a negative revision', '/programmes/:id/changes?after=-1', 'query.after'],
    ['no limit', '/programmes/:id/sessions?limit=0', 'query.limit'],
    ['an unknown state', '/programmes/:id/deliveries?state=lost', 'query.state'],
    ['a cursor that no page gave', '/programmes/:id/sessions?cursor=garbage!', 'query.cursor'],
    ['a cursor of something that is gone', '/programmes/:id/topics?cursor=top_gone', 'query.cursor'],
  ])('%s', async (_what, path, field) => {
    const answer = problem(await owner.get(pathOf(path)));
    expect([answer.status, answer.code]).toEqual([422, 'invalid']);
    expect(answer.paths).toContain(field);
  });

  it.each([
    ['DELETE', '/programmes/:id'], ['DELETE', '/phases/:id'], ['DELETE', '/topics/:id'], ['DELETE', '/facilitators/:id'], ['DELETE', '/clusters/:id'],
    ['DELETE', '/bookings/:id'], ['PATCH', '/bookings/:id'], ['PUT', '/bookings/:id/attendance'], ['PUT', '/facilitators/:id/availability'],
  ])('%s %s does nothing to what has changed since it was seen', async (method, path) => {
    const schema = bodyOf(method, path);
    expect(problem(await owner.send(method, pathOf(path), schema && sample(schema, {}), { 'if-match': '"99"' }))).toEqual({ status: 412, code: 'stale', paths: [] });
  });

  it('says how far the changes reach to whoever asks from beyond them', async () => {
    const { revision } = (await owner.get(`/programmes/${made.id}/changes`)).body;
    expect((await owner.get(`/programmes/${made.id}/changes?after=${Number(revision) + 1000}`)).body).toEqual({ revision, changes: [] });
  });

  it('refuses an If-Match that is no version', async () => {
    expect(problem(await owner.patch(pathOf('/bookings/:id'), { needs: 'x' }, { 'if-match': 'latest' })).paths).toEqual(['header.If-Match']);
  });
});

describe('what is not there', () => {
  it.each(endpoints.filter(({ path }) => path.includes(':id')).map(({ method, path }) => [method.toUpperCase(), path] as const))('%s %s is 404 for an id that nobody has', async (method, path) => {
    const schema = bodyOf(method, path);
    const reply = await owner.send(method, path.replace(':id', 'xyz_none') + queryOf(method, path), schema && sample(schema, {}));
    const gone = path.startsWith('/holds') ? (method === 'DELETE' ? [204, undefined] : [410, 'hold-expired']) : [404, 'not-found'];
    expect([reply.status, reply.body.code]).toEqual(gone);
  });

  it('is 404 for a route that is none', async () => {
    expect(problem(await owner.get('/nothing'))).toEqual({ status: 404, code: 'not-found', paths: [] });
  });

  it('is 401 for nobody, before anything else is said', async () => {
    const nobody = apiOf(app.url, null);
    for (const { method, path } of endpoints) {
      const reply = await nobody.send(method.toUpperCase(), pathOf(path), method === 'get' ? undefined : '{');
      expect([method, path, [400, 401].includes(reply.status)]).toEqual([method, path, true]);
    }
    expect(problem(await nobody.get('/programmes')).code).toBe('unauthenticated');
    expect(problem(await apiOf(app.url, 'wrong').get('/programmes')).code).toBe('unauthenticated');
  });
});

it('is 400 for an id that is no text', async () => {
  for (const id of ['%', '%00', '%ff']) expect(problem(await owner.get(`/programmes/${id}`))).toEqual({ status: 400, code: 'malformed', paths: [] });
});
