import { randomUUID } from 'node:crypto';
import type { Bus } from './bus.ts';
import type { LiveServer, LiveSocket } from './standing.ts';

/** How long another process's count is believed without being said again. */
const BELIEVED_MS = 30_000;
const REPEAT_MS = 10_000;

/** Counts who looks at a session's slots, over all processes, and tells those who look. */
export function trackPresence(io: LiveServer, bus: Bus) {
  const self = randomUUID();
  const elsewhere = new Map<string, Map<string, { count: number; until: number }>>();

  const here = (sessionId: string) => io.of('/').adapter.rooms.get(roomOf(sessionId))?.size ?? 0;
  const total = (sessionId: string) => {
    let sum = here(sessionId);
    for (const { count, until } of elsewhere.get(sessionId)?.values() ?? []) if (until > performance.now()) sum += count;
    return sum;
  };
  const tell = (sessionId: string) => { io.to(roomOf(sessionId)).emit('presence', { sessionId, looking: total(sessionId) }); };
  const announce = (sessionId: string) => { bus.publish(`presence ${self} ${sessionId} ${here(sessionId)}`); };

  bus.subscribe((message) => {
    const [kind, process, sessionId, count] = message.split(' ');
    if (kind !== 'presence' || process === self || !process || !sessionId) return;
    const counts = elsewhere.get(sessionId) ?? new Map<string, { count: number; until: number }>();
    if (Number(count) > 0) counts.set(process, { count: Number(count), until: performance.now() + BELIEVED_MS });
    else counts.delete(process);
    if (counts.size > 0) elsewhere.set(sessionId, counts);
    else elsewhere.delete(sessionId);
    tell(sessionId);
  });

  /** A process that died says nothing of it: its count ends here, and those who look are told. */
  const forget = () => {
    for (const [sessionId, counts] of elsewhere) {
      const before = counts.size;
      for (const [process, { until }] of counts) if (until <= performance.now()) counts.delete(process);
      if (counts.size === before) continue;
      if (counts.size === 0) elsewhere.delete(sessionId);
      tell(sessionId);
    }
  };
  const repeat = setInterval(() => {
    forget();
    for (const room of io.of('/').adapter.rooms.keys()) if (room.startsWith(PREFIX)) announce(room.slice(PREFIX.length));
  }, REPEAT_MS);
  repeat.unref();

  return {
    /** `maySee`: nobody is counted, or told, who may not see the session. */
    follow(socket: LiveSocket, maySee: (sessionId: string) => Promise<boolean>): void {
      const leaveAll = () => [...socket.rooms].filter((room) => room.startsWith(PREFIX)).map((room) => {
        void socket.leave(room);
        return room.slice(PREFIX.length);
      });
      let wanted: string | null = null;
      const look = (sessionId: string | null) => {
        wanted = sessionId;
        const left = leaveAll();
        if (sessionId !== null) void socket.join(roomOf(sessionId));
        for (const changed of new Set([...left, ...(sessionId === null ? [] : [sessionId])])) { tell(changed); announce(changed); }
      };
      const lookIfSeen = async (sessionId: string) => {
        if (await maySee(sessionId) && wanted === sessionId && socket.connected) look(sessionId);
      };
      socket.on('look', (request) => {
        const sessionId: unknown = request?.sessionId;
        if (sessionId === null) return look(null);
        if (typeof sessionId !== 'string' || !/^[\w-]{1,64}$/.test(sessionId)) return;
        wanted = sessionId;
        void lookIfSeen(sessionId).catch(() => {});
      });
      socket.on('disconnecting', () => look(null));
    },
    stop: () => clearInterval(repeat),
  };
}

const PREFIX = 'look ';

function roomOf(sessionId: string): string {
  return PREFIX + sessionId;
}
