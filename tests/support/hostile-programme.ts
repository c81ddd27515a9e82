import type { Database } from '../../server/store/database.ts';
import { signIn } from '../access/cast.ts';
import { apiOf, type Api, type Reply } from './api.ts';
import type { App } from './app.ts';
import type { Schema } from './from-schema.ts';
import { beginEarlier } from './past.ts';
import { crowd, sessionsOf, type Made } from './programme.ts';

/** A programme in which every text there is was written by somebody who means no good. */
export interface Hostile {
  made: Made;
  /** Booked, moved and shown; the other of the two clusters' sessions was cancelled, then waived. */
  bookingId: string;
  waivedSessionId: string;
  facilitator: Api;
  representative: Api;
}

/** Where several lines may be written. */
export const lines = (line: string) => `${line}\r\nATTENDEE:mailto:evil@evil.example\r\nEND:VEVENT\r\nBcc: evil@evil.example\r\n\r\n.\r\n=1+1`;

/** `method path field` of every place that has been written to, as `textFields` names them. */
export const tried = new Set<string>();

/** Writes `line` wherever the API takes a text of one's own, once for every such field of every route. */
export async function writeEverywhere(app: App, db: Database, line: string, webhook: string): Promise<Hostile> {
  const say = saying(apiOf(app.url), line);
  const document = documentOf(line);
  const made = (await say('post', '/programmes', '', document)).body as Made;
  await say('post', '/webhooks', '', { url: webhook, programmeId: made.id });
  await say('post', '/programmes/{id}/coordinators', made.id, { name: line, email: 'coordinator-1@example.org' });
  await writePlan(say, made, document, line);
  const facilitator = apiOf(app.url, null, await signIn(app, db, 'facilitator', made.facilitators['facilitator-1']!));
  const people = (await apiOf(app.url).get(`/clusters/${made.clusters['cluster-1']}`)).body.representatives as { id: string }[];
  const representative = apiOf(app.url, null, await signIn(app, db, 'representative', people[0]!.id));
  const sessions = await writeSessions(app, say, made, { facilitator: saying(facilitator, line), representative: saying(representative, line) }, line);
  return { made, ...sessions, facilitator, representative };
}

/** Every text of a request that is the writer's own: no identifier, date, zone, address of mail or word of a list. */
export function textFields(document: { paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>> }): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, { requestBody }]) =>
    textsIn(requestBody?.content['application/json']?.schema ?? {}, '').map((field) => `${method} ${path} ${field}`)));
}

type Text = Schema & { maxLength?: number };

/** Identifiers and zones are of 64 characters at most, and looked up. */
const LOOKED_UP = 64;
/** Patterns that only keep control characters out. */
const ANYTHING = /^\^\[\^\\u0000(?:-\\u001f\\u007f)?\]\*\$$/;

function textsIn(schema: Schema, path: string): string[] {
  const inner = [
    ...(schema.anyOf ?? []).flatMap((each) => textsIn(each, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => textsIn(field, path === '' ? name : `${path}.${name}`)),
    ...(schema.items ? textsIn(schema.items, `${path}[]`) : []),
  ];
  const { enum: words, format, maxLength = Infinity, pattern = '^[^\\u0000]*$', type } = schema as Text;
  const isOwn = type === 'string' && !words && schema.const === undefined && format === undefined && maxLength > LOOKED_UP && ANYTHING.test(pattern);
  return [...new Set([...inner, ...(isOwn ? [path] : [])])];
}

type Say = (method: 'post' | 'put' | 'patch' | 'delete', path: string, id: string, body: unknown, refusal?: number) => Promise<Reply>;

function saying(api: Api, line: string): Say {
  return async (method, path, id, body, refusal) => {
    for (const field of placesOf(body, line, '')) tried.add(`${method} ${path} ${field}`);
    const reply = await api[method](path.replace('{id}', id), body);
    if (refusal === undefined ? reply.status >= 400 : reply.status !== refusal) throw new Error(`${method} ${path} was answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply;
  };
}

/** Where a body has the line in it; inside an address it is written as addresses write it. */
function placesOf(value: unknown, line: string, path: string): string[] {
  if (typeof value === 'string') return value.includes(line) || value.includes(encodeURIComponent(line)) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((each) => placesOf(each, line, `${path}[]`));
  return Object.entries((value ?? {}) as object).flatMap(([name, inner]) => placesOf(inner, line, path === '' ? name : `${path}.${name}`));
}

/** Two clusters, one facilitator, one topic. */
function documentOf(line: string) {
  const { document } = crowd({ clusters: 2, facilitators: 1 });
  return {
    ...document,
    programme: { ...document.programme, name: line, meetingAddress: addressWith(line) },
    phases: document.phases.map((phase) => ({ ...phase, name: line })),
    topics: document.topics.map((topic) => ({ ...topic, name: line })),
    facilitators: document.facilitators.map((facilitator) => ({ ...facilitator, name: line, meetingAddress: addressWith(line) })),
    clusters: document.clusters.map((cluster) => ({ ...cluster, name: line, representatives: cluster.representatives.map((person) => ({ ...person, name: line })) })),
  };
}

function addressWith(line: string): string {
  return `https://meet.example/room?${encodeURIComponent(line)}`;
}

/** The programme, its parts and its people, changed and added to. */
async function writePlan(say: Say, made: Made, document: ReturnType<typeof documentOf>, line: string): Promise<void> {
  const { id } = made;
  const meetingAddress = addressWith(line);
  const days = { startsOn: document.phases[0]!.startsOn, endsOn: document.phases[0]!.endsOn };
  await say('post', '/programmes/rehearsal', '', document);
  const draft = await say('post', '/drafts', '', { name: line, document: { name: line } });
  await say('put', '/drafts/{id}', (draft.body as { id: string }).id, { name: line, document: { name: line } });
  await say('patch', '/programmes/{id}', id, { name: line, meetingAddress });
  await say('post', '/programmes/{id}/phases', id, { name: line, mode: 'classroom', ...days });
  await say('patch', '/phases/{id}', made.phases.week!, { name: line });
  await say('post', '/programmes/{id}/topics', id, { name: line, phaseId: null, facilitatorIds: [] });
  await say('patch', '/topics/{id}', made.topics['topic-1']!, { name: line });
  await say('post', '/programmes/{id}/facilitators', id, { name: line, email: 'facilitator-2@example.org', timeZone: 'UTC', topicIds: [], meetingAddress });
  await say('patch', '/facilitators/{id}', made.facilitators['facilitator-1']!, { name: line, meetingAddress });
  await say('post', '/facilitators/{id}/calendars', made.facilitators['facilitator-1']!, { url: addressWith(line).replace('meet', 'calendar'), name: line });
  await say('post', '/programmes/{id}/clusters', id, { name: line, timeZone: 'UTC', representatives: [{ name: line, email: 'cluster-3@example.org' }] });
  await say('patch', '/clusters/{id}', made.clusters['cluster-1']!, { name: line, representatives: [{ name: line, email: 'cluster-1@example.org' }] });
  await say('post', '/clusters/{id}/representatives', made.clusters['cluster-2']!, { name: line, email: 'colleague-1@example.org' });
  await say('post', '/programmes/{id}/observers', id, { name: line, email: 'observer-1@example.org' });
  await say('post', '/tokens', '', { name: line, scopes: ['read'], validDays: 1 });
  await say('post', '/sign-in/confirmation', '', { token: line.padEnd(40, '.') }, 401);
}

/** A session from its booking to its attendance, and one that was cancelled and waived. */
async function writeSessions(app: App, say: Say, made: Made, as: { facilitator: Say; representative: Say }, line: string) {
  const owner = apiOf(app.url);
  const sessions = await sessionsOf(owner, made.id);
  const of = (cluster: string) => sessions.find(({ clusterId, topicId }) => clusterId === made.clusters[cluster] && topicId === made.topics['topic-1'])!.id;
  const [mine, theirs] = [of('cluster-1'), of('cluster-2')];
  const { slots } = (await owner.get(`/sessions/${mine}/slots`)).body;
  const book = async (sessionId: string, slot: { facilitatorId: string; start: string }) =>
    (await say('post', '/sessions/{id}/booking', sessionId, { facilitatorId: slot.facilitatorId, start: slot.start, needs: lines(line) })).body.id as string;
  const [bookingId, otherId] = [await book(mine, slots[0]), await book(theirs, slots[8])];
  await say('patch', '/bookings/{id}', bookingId, { start: slots[4].start, needs: lines(`${line} `), reason: lines(line) });
  await say('post', '/bookings/{id}/swaps', bookingId, { otherBookingId: otherId, note: lines(line) });
  await as.representative('post', '/sessions/{id}/questions', mine, { text: lines(line) });
  await as.facilitator('put', '/bookings/{id}/notes', bookingId, { own: lines(line), shared: lines(line) });
  await say('delete', '/bookings/{id}', otherId, { reason: lines(line) });
  await say('put', '/sessions/{id}/waiver', theirs, { reason: lines(line) });
  await beginEarlier(app, bookingId, 30);
  await as.facilitator('put', '/bookings/{id}/attendance', bookingId, { attended: [], outcome: 'done', notes: lines(line) });
  return { bookingId, waivedSessionId: theirs };
}
