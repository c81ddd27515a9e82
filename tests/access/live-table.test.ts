import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { changeKinds, type ChangeKind } from '../../shared/api/changes.ts';
import { until } from '../support/until.ts';
import { openWatcher, type Watcher } from '../support/watcher.ts';
import { cast, openWorld, type Actor, type World } from './cast.ts';
import { liveTable } from './live-table.ts';
import { leaksTo } from './unreadable.ts';

const listeners = cast.filter((actor) => actor !== 'nobody');
let world: World;
const watchers = new Map<Actor, Watcher>();

beforeAll(async () => {
  world = await openWorld();
  for (const actor of listeners) {
    const { token, cookie } = world.players[actor];
    const watcher = await openWatcher(world.app.url, { ...(token !== null && { token }), ...(cookie !== null && { cookie }) });
    watchers.set(actor, watcher);
    await watcher.watch((actor.endsWith('Elsewhere') ? world.elsewhere : world.made).id);
  }
}, 180_000);
afterAll(async () => {
  for (const watcher of watchers.values()) watcher.close();
  await world.close();
});

it('has a line for every kind that the server can tell', () => {
  const lines = liveTable.flatMap(({ heard }) => Object.keys(heard) as ChangeKind[]);
  expect(changeKinds.filter((kind) => toldBySomebody(kind) && !lines.includes(kind))).toEqual([]);
  expect(lines.filter((kind, index) => !toldBySomebody(kind) || lines.indexOf(kind) !== index)).toEqual([]);
});

it.each(liveTable.map((row) => [Object.keys(row.heard).join(', '), row] as const))('%s: heard by those whom the table names, and nobody is told what is not theirs', async (_kinds, { heard, act }) => {
  const kinds = Object.keys(heard) as ChangeKind[];
  const before = new Map(listeners.map((actor) => [actor, watchers.get(actor)!.heard.length]));
  await act(world);
  for (const kind of kinds) await until(`the owner hears ${kind}`, () => count('owner', kind, before.get('owner')!) > 0, 60);
  await settle();
  const told = Object.fromEntries(listeners.map((actor) => [actor, {
    heard: kinds.filter((kind) => count(actor, kind, before.get(actor)!) > 0),
    leaks: leaksTo(actor, JSON.stringify(watchers.get(actor)!.heard.slice(before.get(actor)))),
  }]));
  expect(told).toEqual(Object.fromEntries(listeners.map((actor) => [actor, { heard: kinds.filter((kind) => heard[kind]!.includes(actor)), leaks: [] }])));
}, 120_000);

it('lets nobody watch a programme of others', async () => {
  for (const actor of listeners.filter((each) => each !== 'owner')) {
    const other = (actor.endsWith('Elsewhere') ? world.made : world.elsewhere).id;
    expect([actor, await watchers.get(actor)!.watch(other)]).toEqual([actor, { error: 'not-found' }]);
  }
});

it('counts and tells only those who look at a session that they may see', async () => {
  const told = new Map<Actor, number>();
  for (const actor of listeners) {
    const { socket } = watchers.get(actor)!;
    socket.on('presence', ({ looking, sessionId }) => { if (sessionId === world.sessionId) told.set(actor, looking); });
    socket.emit('look', { sessionId: world.sessionId });
  }
  const may: Actor[] = ['owner', 'coordinator', 'facilitator', 'representative', 'observer'];
  await until('all who may see it look', () => told.get('owner') === may.length);
  for (const actor of listeners) await watchers.get(actor)!.watch(world.made.id);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(may.map((actor) => [actor, may.length])));
});

/** Everyone has heard all there was: what both programmes tell everybody comes after it. */
async function settle(): Promise<void> {
  for (const { id } of [world.made, world.elsewhere]) {
    const sign = (await world.owner.post(`/programmes/${id}/topics`, { name: 'A sign' })).body.id;
    const here = listeners.filter((actor) => actor.endsWith('Elsewhere') === (id === world.elsewhere.id));
    for (const actor of here) await until(`${actor} hears the sign`, () => watchers.get(actor)!.heard.some(({ subject }) => subject.id === sign));
  }
}

/** Changes of this kind heard from a place on; of the sign, which is one of `programme.changed`, nothing. */
function count(actor: Actor, kind: ChangeKind, from: number): number {
  return watchers.get(actor)!.heard.slice(from).filter((change) => change.kind === kind && change.subject.type !== 'topic').length;
}

/** Whether any file of the server names the kind. */
function toldBySomebody(kind: string): boolean {
  return serverText.includes(`'${kind}'`);
}

const serverFolder = path.join(__dirname, '../../server');
const serverText = readdirSync(serverFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('access.ts'))
  .map((file) => readFileSync(path.join(serverFolder, file), 'utf8')).join('\n');
