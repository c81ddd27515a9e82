import { io, type Socket } from 'socket.io-client';
import type { Change } from '../../shared/api/changes.ts';
import type { ClientToServer, ServerToClient, WatchAnswer } from '../../shared/live.ts';

/** Somebody who watches a programme and remembers all they were told, in order. */
export interface Watcher {
  readonly heard: Change[];
  readonly resets: number[];
  readonly socket: Socket<ServerToClient, ClientToServer>;
  watch(programmeId: string, after?: number): Promise<WatchAnswer>;
  /** Resolves once a change with this revision has been heard. */
  heardOf(revision: number): Promise<void>;
  /** Resolves once something of this kind has been heard. */
  heardKind(kind: string, count?: number): Promise<Change>;
  close(): void;
}

export async function openWatcher(url: string, who: { token?: string; cookie?: string }): Promise<Watcher> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    path: '/live', forceNew: true, reconnection: false,
    ...(who.token !== undefined && { auth: { token: who.token } }),
    ...(who.cookie !== undefined && { extraHeaders: { cookie: who.cookie } }),
  });
  const heard: Change[] = [];
  const resets: number[] = [];
  const waiting: { until: () => boolean; done: () => void }[] = [];
  const check = () => {
    for (const each of waiting.slice()) {
      if (!each.until()) continue;
      waiting.splice(waiting.indexOf(each), 1);
      each.done();
    }
  };
  socket.on('changes', ({ changes }) => { heard.push(...changes); check(); });
  socket.on('reset', ({ revision }) => { resets.push(revision); check(); });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const until = (condition: () => boolean) => new Promise<void>((done) => {
    waiting.push({ until: condition, done });
    check();
  });
  return {
    heard, resets, socket,
    watch: (programmeId, after) => new Promise((resolve) => { socket.emit('watch', { programmeId, ...(after !== undefined && { after }) }, resolve); }),
    heardOf: (revision) => until(() => heard.some((change) => change.revision >= revision)),
    heardKind: async (kind, count = 1) => {
      await until(() => heard.filter((change) => change.kind === kind).length >= count);
      return heard.filter((change) => change.kind === kind)[count - 1]!;
    },
    close: () => { socket.disconnect(); },
  };
}
