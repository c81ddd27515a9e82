import { Agent, request, type IncomingMessage } from 'node:http';
import { endpoints } from '../../server/http/app.ts';
import { cast, openWorld, type Actor, type World } from './cast.ts';
import { allRoutes } from './routes.ts';
import { table, type Asked, type Row } from './table.ts';
import { expectedOf, leaksTo } from './unreadable.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); }, 180_000);
afterAll(() => world.close());

const routes = allRoutes();

const nameOf = ({ method, path }: Pick<Row, 'method' | 'path'>) => `${method} ${path.startsWith('//') ? path.slice(1) : `/api/v1${path}`}`;

it('has a line for every route there is, and none for what is gone (tests/access/table.ts says how to add one)', () => {
  const known = table.map(nameOf);
  expect(known.filter((route, index) => known.indexOf(route) !== index)).toEqual([]);
  expect(routes.filter((route) => !known.includes(route))).toEqual([]);
  expect(known.filter((route) => !routes.includes(route))).toEqual([]);
});

it('sees every described route among those of the server', () => {
  const described = endpoints.map(({ method, path }) => nameOf({ method: method.toUpperCase(), path }));
  expect(described.length).toBeGreaterThan(40);
  expect(described.filter((route) => !routes.includes(route))).toEqual([]);
});

it.each(table.map((row, place) => [nameOf(row), row, place] as const))('%s answers everyone as the table says, and tells nobody what is not theirs', async (_name, row, place) => {
  expect(row.expected).toHaveLength(9);
  const answers: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  const tell = async (actor: Actor, asked: Asked) => {
    const { status, text } = await ask(actor, row, asked);
    answers[actor] = { status, leaks: leaksTo(actor, text, { addresses: row.shows === 'addresses' }) };
    wanted[actor] = { status: expectedOf(row.expected, actor), leaks: [] };
  };
  // Whoever only looks, or is refused, leaves everything as it is for the next.
  const changesNothing = (actor: Actor) => row.method === 'GET' || expectedOf(row.expected, actor) >= 400;
  const first = await row.request(world);
  const actors = askedBy(row, place);
  await Promise.all(actors.filter(changesNothing).map((actor) => tell(actor, first)));
  for (const [index, actor] of actors.filter((each) => !changesNothing(each)).entries()) await tell(actor, index === 0 ? first : await row.request(world));
  expect(answers).toEqual(wanted);
}, 120_000);

it('notices a leak and a wrong answer: planted ones are seen', () => {
  expect(leaksTo('otherRepresentative', '{"needs":"confided-by-cluster-one"}')).toEqual(['confided-by-cluster-one']);
  expect(leaksTo('observer', 'representative-0@own.example')).toEqual(['representative-0@own.example']);
  expect(expectedOf(['401', '200', '200', '200', '200', '200', '200', '200', '200/404/404/403'], 'observerElsewhere')).toBe(403);
});

/** Where everyone of another programme gets the same answer, one of them asks, another in each line. */
function askedBy({ expected }: Row, place: number): readonly Actor[] {
  return expected[8]!.includes('/') ? cast : [...cast.slice(0, 8), cast[8 + place % 4]!];
}

async function ask(actor: Actor, { method, path }: Row, { id, body, query, headers }: Asked): Promise<{ status: number; text: string }> {
  const { token, cookie } = world.players[actor];
  const form = path.startsWith('//') && method === 'POST';
  const text = body === undefined ? undefined : form ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${world.app.url}${pathOf(path, id)}${query ? `?${query}` : ''}`, { method, agent, headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(cookie !== null && { cookie }),
      ...(text !== undefined && { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
      ...headers,
    } }, resolve).once('error', reject).end(text);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') };
}

/** Connections stay open: whoever asks a thousand times need not knock each time. */
const agent = new Agent({ keepAlive: true });

function pathOf(path: string, id: string | undefined): string {
  const whole = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
  return whole.replace(/:\w+/, id ?? defaultId(path));
}

/** What of the cast's own a path is about. */
function defaultId(path: string): string {
  const { made, sessionId } = world;
  const ids: Record<string, string | undefined> = {
    programmes: made.id, phases: made.phases['week'], topics: made.topics['topic-1'], facilitators: made.facilitators['facilitator-1'],
    clusters: made.clusters['cluster-1'], sessions: sessionId,
  };
  return ids[path.split('/')[1]!] ?? 'none';
}
