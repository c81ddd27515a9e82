import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import type { Change } from '../../shared/api/changes.ts';
import type { WatchAnswer } from '../../shared/live.ts';
import type { Instant } from '../domain/interval.ts';
import { changesAfter, currentRevision, type NumberedChange } from '../store/changes.ts';
import type { Database } from '../store/database.ts';
import { asSystem, mayHear, seesProgramme, type Access } from '../usecases/signing-in/access.ts';
import { visibleSession } from '../usecases/listing/list-sessions.ts';
import { representChange } from '../usecases/programme/list-changes.ts';
import type { Bus } from './bus.ts';
import { CATCH_UP_LIMIT, Feeds } from './feed.ts';
import { trackPresence } from './presence.ts';
import { limitUnread } from './unread.ts';
import { watchStanding, type Connected, type LiveServer, type LiveSocket } from './standing.ts';

export interface LiveOptions {
  db: Database;
  bus: Bus;
  log: Logger;
  clock: () => Instant;
  /** Who connects, and by what; null is refused. */
  authenticate(request: IncomingMessage, token: string | undefined): Promise<Pick<Connected, 'access' | 'proof'> | null>;
  /** Whether a browser's page of another site connects, or a network that has asked too often. */
  isRefused(request: IncomingMessage): Promise<boolean>;
  /** A place among those that somebody, and where they come from, may have open at once; null when there is none left. */
  placeFor(request: IncomingMessage, connected: Pick<Connected, 'access' | 'proof'>): Promise<(() => void) | null>;
}

export interface Live {
  /** Something was committed, here or elsewhere: look and tell. Never waits. */
  wake(): void;
  /** Open connections of this process. */
  sockets(): number;
  stop(): Promise<void>;
}

/** What one window may say in ten seconds. */
const MOST_WORDS = 100;
const WORDS_MS = 10_000;

/** Characters of what was missed that are sent; where it is more, reading everything again is the quicker way. */
const MOST_CAUGHT_UP = 1_000_000;

/** Backstop for wake-ups that got lost. */
const POLL_MS = 1000;

/** Pushes numbered changes to whoever watches, as far as they may read them over HTTP. */
export function startLive(http: HttpServer, options: LiveOptions): Live {
  const { db, bus, log } = options;
  const io: LiveServer = new Server(http, {
    path: '/live',
    serveClient: false,
    maxHttpBufferSize: 16_384,
    // Whoever says nothing is no connection.
    connectTimeout: 10_000,
    allowRequest: (request, decide) => void options.isRefused(request).then((isRefused) => decide(null, !isRefused), () => decide(null, false)),
  });
  io.engine.on('connection', limitUnread);
  const presence = trackPresence(io, bus);
  const standing = watchStanding(io, db, options.clock);
  const feeds = new Feeds((programmeId) => {
    // One feed reads for all who watch; `audible` decides what each of them hears.
    const programme = asSystem(programmeId);
    return {
      currentRevision: () => currentRevision(db, programme),
      changesAfter: async (after, limit) => {
        const changes = await changesAfter(db, programme, after, Math.min(limit, CATCH_UP_LIMIT));
        if (changes.length > 0) await standing.endRevoked();
        return changes;
      },
      broadcast: (changes) => broadcast(io, programmeId, changes),
    };
  });

  const changedSince = async (watched: readonly string[]) => {
    if (watched.length === 0) return [];
    const { rows } = await db.query<{ programme_id: string; revision: number }>(
      'SELECT programme_id, revision FROM programme_revisions WHERE programme_id = ANY($1)', [watched]);
    return rows.filter((row) => row.revision > feeds.of(row.programme_id).revision).map((row) => feeds.of(row.programme_id));
  };
  const wakeChanged = async () => {
    const watched = feeds.keepWatched((id) => isWatched(io, id));
    const [changed] = await Promise.all([changedSince(watched), io.engine.clientsCount > 0 && standing.endRevoked()]);
    await Promise.all(changed.map((feed) => feed.wake()));
  };
  const wake = oneAtATime(wakeChanged, (error) => log.warn({ err: error }, 'live changes could not be read; trying again'));

  io.use(async (socket, next) => {
    const { token } = socket.handshake.auth as { token?: unknown };
    const epoch = await standing.epoch().catch(() => -1);
    const found = await options.authenticate(socket.request, typeof token === 'string' ? token : undefined).catch(() => null);
    if (!found) return next(new Error('unauthenticated'));
    const leave = await options.placeFor(socket.request, found).catch(() => null);
    if (!leave) return next(new Error('rate-limited'));
    leaveAtTheEnd(socket, leave);
    Object.assign(socket.data, found, { epoch, until: 0 });
    next();
  });
  io.on('connection', (socket) => {
    socket.use(withinMeasure(() => socket.disconnect(true)));
    socket.on('watch', (request, acknowledge) => void watch(socket, db, feeds, request, acknowledge).catch((error: unknown) => {
      log.warn({ err: error }, 'watch failed');
      answer(acknowledge, { error: 'unavailable' });
    }));
    socket.on('unwatch', (request) => { if (typeof request?.programmeId === 'string') void socket.leave(roomOf(request.programmeId, audienceOf(socket.data.access))); });
    presence.follow(socket, async (sessionId) => await visibleSession(db, socket.data.access, sessionId) !== null);
  });

  bus.subscribe((message) => { if (message === 'changes') wake(); });
  const poll = setInterval(wake, POLL_MS);
  return {
    wake,
    sockets: () => io.engine.clientsCount,
    stop: async () => {
      clearInterval(poll);
      presence.stop();
      io.disconnectSockets(true);
      await new Promise<void>((resolve) => { io.engine.close(); resolve(); });
    },
  };
}

/** Also where the connection has ended while a place was looked for. */
function leaveAtTheEnd(socket: LiveSocket, leave: () => void): void {
  socket.once('disconnect', leave);
  socket.conn.once('close', leave);
  if (socket.conn.readyState === 'closed') leave();
}

/** Cuts off a connection that says more than any screen would. */
function withinMeasure(cut: () => void): (event: unknown, next: () => void) => void {
  let said = 0;
  let since = performance.now();
  return (_event, next) => {
    if (performance.now() - since > WORDS_MS) [said, since] = [0, performance.now()];
    said += 1;
    if (said > MOST_WORDS) cut();
    else next();
  };
}

async function watch(
  socket: LiveSocket, db: Database, feeds: Feeds,
  request: { programmeId: string; after?: number }, acknowledge: unknown,
): Promise<void> {
  const { access } = socket.data;
  const programmeId = request?.programmeId;
  const after = request?.after;
  if (typeof programmeId !== 'string' || (after !== undefined && !(Number.isInteger(after) && after >= 0))) return answer(acknowledge, { error: 'invalid' });
  if (!await seesProgramme(db, access, programmeId)) return answer(acknowledge, { error: 'not-found' });
  const revision = await feeds.of(programmeId).join({
    audience: audienceOf(access),
    catchUp: (changes) => {
      const heard = audible(changes, access, programmeId);
      if (JSON.stringify(heard).length > MOST_CAUGHT_UP) socket.emit('reset', { programmeId, revision: changes.at(-1)?.revision ?? 0 });
      else if (heard.length > 0) socket.emit('changes', { programmeId, changes: heard });
    },
    reset: (reached) => { socket.emit('reset', { programmeId, revision: reached }); },
  }, after, () => { void socket.join([roomOf(programmeId, audienceOf(access)), watchersOf(programmeId)]); });
  answer(acknowledge, { revision });
}

/** Once for each audience, not once for each watcher. */
function broadcast(io: LiveServer, programmeId: string, changes: readonly NumberedChange[]): void {
  const { rooms } = io.of('/').adapter;
  const prefix = roomOf(programmeId, '');
  for (const room of rooms.keys()) {
    if (!room.startsWith(prefix)) continue;
    const heard = audible(changes, accessOfAudience(room.slice(prefix.length), programmeId), programmeId);
    if (heard.length > 0) io.to(room).emit('changes', { programmeId, changes: heard });
  }
}

function audible(changes: readonly NumberedChange[], access: Access, programmeId: string): Change[] {
  return changes.filter((change) => mayHear(access, programmeId, change)).map((change) => representChange(change, access, programmeId));
}

function isWatched(io: LiveServer, programmeId: string): boolean {
  return io.of('/').adapter.rooms.has(watchersOf(programmeId));
}

function roomOf(programmeId: string, audience: string): string {
  return `changes ${programmeId} ${audience}`;
}

function watchersOf(programmeId: string): string {
  return `watchers ${programmeId}`;
}

/** What somebody may hear depends on this alone, and is told from it again. */
function audienceOf(access: Access): string {
  if (access.role === 'representative') return `cluster ${access.clusterId}`;
  if (access.role === 'facilitator') return `facilitator ${access.facilitatorId}`;
  return access.role === 'observer' ? 'observer' : 'coordinator';
}

function accessOfAudience(audience: string, programmeId: string): Access {
  const [role, id] = audience.split(' ');
  if (role === 'cluster') return { role: 'representative', actor: '', programmeId, clusterId: id ?? '' };
  if (role === 'facilitator') return { role: 'facilitator', actor: '', programmeId, facilitatorId: id ?? '' };
  if (role === 'observer') return { role, actor: '', programmeId };
  return { role: 'coordinator', actor: '', programmeId, programmeIds: [programmeId] };
}

function answer(acknowledge: unknown, value: WatchAnswer): void {
  if (typeof acknowledge === 'function') (acknowledge as (value: WatchAnswer) => void)(value);
}

/** Runs at once, and once more if asked meanwhile. */
function oneAtATime(work: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      await work().catch(onError);
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void run();
  };
}
