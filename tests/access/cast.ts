import { openDatabase, type Database } from '../../server/store/database.ts';
import type { SignInRole } from '../../server/store/signing-people.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { issueLink } from '../../server/usecases/signing-in/sign-in.ts';
import { apiOf, type Api } from '../support/api.ts';
import { OWNER_TOKEN, startApp, type App } from '../support/app.ts';
import { crowd, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';

/**
 * Everyone who may ask, in the table's order. `facilitator` and `representative` are parties to the sessions that are asked
 * about, the `other…` of the same programme are not, and the last four are of another programme.
 */
export const cast = [
  'nobody', 'owner', 'coordinator', 'facilitator', 'otherFacilitator', 'representative', 'otherRepresentative', 'observer',
  'coordinatorElsewhere', 'facilitatorElsewhere', 'representativeElsewhere', 'observerElsewhere',
] as const;
export type Actor = (typeof cast)[number];

/** One person, and how they prove it. */
export interface Player {
  token: string | null;
  cookie: string | null;
  /** Of the person in the programme; null for the owner and for nobody. */
  id: string | null;
}

export interface World {
  app: App;
  db: Database;
  owner: Api;
  players: Record<Actor, Player>;
  made: Made;
  elsewhere: Made;
  monday: string;
  /** The session of cluster 1 about topic 1, which facilitator 1 gives. */
  sessionId: string;
  /** The other cluster's. */
  otherSessionId: string;
  close(): Promise<void>;
}

/** Texts that must never reach who may not read them. */
export const secrets = { needs: 'confided-by-cluster-one', reason: 'confided-reason', elsewhere: 'elsewhere.example', own: 'own.example' };

/** Two programmes of the same shape, and a browser for everyone in them. */
export async function openWorld(): Promise<World> {
  const app = await startApp({ env: { ALLOW_PRIVATE_HOSTS: '127.0.0.1' } });
  const db = openDatabase(app.databaseUrl, { maximum: 4 });
  const owner = apiOf(app.url);
  const { monday, document } = crowd({ clusters: 2, facilitators: 2, topics: 2 });
  const made = await makeProgramme(owner, addressed(document, 'A crowd', secrets.own));
  const elsewhere = await makeProgramme(owner, addressed(document, 'Another crowd', secrets.elsewhere));
  const players = {
    nobody: { token: null, cookie: null, id: null },
    owner: { token: OWNER_TOKEN, cookie: null, id: null },
    ...await peopleOf(app, db, owner, made, secrets.own, (role, which) => (which === 0 ? role : `other${role[0]!.toUpperCase()}${role.slice(1)}`)),
    ...await peopleOf(app, db, owner, elsewhere, secrets.elsewhere, (role, which) => (which === 0 ? `${role}Elsewhere` : null)),
  } as Record<Actor, Player>;
  const sessions = await sessionsOf(owner, made.id);
  const of = (cluster: string) => sessions.find((each) => each.clusterId === made.clusters[cluster] && each.topicId === made.topics['topic-1'])!.id;
  return {
    app, db, owner, players, made, elsewhere, monday, sessionId: of('cluster-1'), otherSessionId: of('cluster-2'),
    close: async () => {
      await db.close();
      await app.stop();
    },
  };
}

/** Each facilitator gives one topic only, so that one of them has nothing to do with the other's sessions. */
function addressed({ facilitators, clusters, ...rest }: ReturnType<typeof crowd>['document'], name: string, host: string) {
  return {
    ...rest,
    programme: { ...rest.programme, name },
    facilitators: facilitators.map((each, index) => ({ ...each, email: `facilitator-${index}@${host}`, topics: [`topic-${index + 1}`] })),
    clusters: clusters.map((each, index) => ({ ...each, representatives: [{ name: `Rep ${index}`, email: `representative-${index}@${host}` }] })),
  };
}

async function peopleOf(app: App, db: Database, owner: Api, made: Made, host: string, nameOf: (role: string, which: number) => string | null): Promise<Record<string, Player>> {
  const staff = async (list: string) => (await owner.post(`/programmes/${made.id}/${list}`, { name: list, email: `${list}@${host}` })).body.id as string;
  const representatives = (await owner.get(`/programmes/${made.id}/clusters`)).body.items.map((each: { representatives: { id: string }[] }) => each.representatives[0]!.id) as string[];
  const people: [SignInRole, number, string][] = [
    ['coordinator', 0, await staff('coordinators')], ['observer', 0, await staff('observers')],
    ['facilitator', 0, made.facilitators['facilitator-1']!], ['facilitator', 1, made.facilitators['facilitator-2']!],
    ['representative', 0, representatives[0]!], ['representative', 1, representatives[1]!],
  ];
  const players: Record<string, Player> = {};
  for (const [role, which, id] of people) {
    const name = nameOf(role, which);
    if (name !== null) players[name] = { token: null, cookie: await signIn(app, db, role, id), id };
  }
  return players;
}

/** As a mailed link and its button do. Returns the cookie, `name=value`. */
export async function signIn(app: App, db: Database, role: SignInRole, id: string): Promise<string> {
  const token = await issueLink(db, { role, id }, Date.now() as Instant, 10, false);
  const response = await fetch(`${app.url}/sign-in`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ token }) });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${role} ${id} could not sign in: ${response.status}`);
  return cookie;
}

/** A session that can be booked: whatever it was booked for is cancelled first. */
export async function openSession(world: World, sessionId = world.sessionId): Promise<string> {
  const { booking, hold } = (await world.owner.get(`/sessions/${sessionId}`)).body;
  if (booking) await world.owner.delete(`/bookings/${booking.id}`);
  if (hold) await world.owner.delete(`/holds/${hold.id}`);
  return sessionId;
}

let placed = 0;

/** A free hour of facilitator 1; another each time. */
export function freeSlot({ made, monday }: World): { facilitatorId: string; start: string } {
  placed += 1;
  const start = new Date(Date.parse(`${monday}T00:00:00Z`) + (placed % 160) * 3_600_000).toISOString().replace('.000', '');
  return { facilitatorId: made.facilitators['facilitator-1']!, start };
}

/** A fresh booking of cluster 1 with facilitator 1. */
export async function bookingOf(world: World): Promise<{ id: string; uid: string; version: number }> {
  const sessionId = await openSession(world);
  const booked = await world.owner.post(`/sessions/${sessionId}/booking`, { ...freeSlot(world), needs: secrets.needs });
  if (booked.status !== 201) throw new Error(`no booking to ask about: ${JSON.stringify(booked.body)}`);
  return booked.body;
}

/** A booking that stands, for those who only look. */
export async function standingBooking(world: World): Promise<{ id: string }> {
  const { booking } = (await world.owner.get(`/sessions/${world.sessionId}`)).body;
  return booking?.needs === secrets.needs ? booking : bookingOf(world);
}

export async function holdOf(world: World): Promise<string> {
  const sessionId = await openSession(world);
  const held = await world.owner.post(`/sessions/${sessionId}/holds`, freeSlot(world));
  if (held.status !== 201) throw new Error(`no hold to ask about: ${JSON.stringify(held.body)}`);
  return held.body.id;
}
