import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { Change } from '../../shared/api/changes.ts';
import type { ClientToServer, ServerToClient } from '../../shared/live.ts';
import { until } from '../support/until.ts';

// What comes with a page: nothing, and no timer that waits for it to be old.
jest.mock('../../client/src/api/given.ts', () => ({ givenFor: () => undefined, forgetGiven: () => {} }));

let http: HttpServer;
let io: Server<ClientToServer, ServerToClient>;
let connections = 0;
let watches = 0;
let id = 'me';
const left: string[] = [];

/** As a server whose database is away refuses: first whoever connects, then whoever wants to watch. */
const refused = 1;
const unavailable = 1;

beforeAll(async () => {
  http = createServer((_request, response) => { response.setHeader('content-type', 'application/json').end(JSON.stringify({ id })); });
  io = new Server(http, { path: '/live' });
  io.use((_socket, next) => {
    connections += 1;
    next(connections <= refused ? new Error('unauthenticated') : undefined);
  });
  io.on('connection', (socket) => {
    socket.on('watch', ({ programmeId, after }, answer) => {
      watches += 1;
      if (watches <= unavailable) return answer({ error: 'unavailable' });
      answer({ revision: 7 });
      socket.emit('changes', { programmeId, changes: [{ ...change, revision: (after ?? 0) + 1 }] });
    });
  });
  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve); });
  const { port } = http.address() as AddressInfo;
  const fetched = globalThis.fetch;
  Object.assign(globalThis, {
    location: { protocol: 'http:', hostname: '127.0.0.1', port: String(port), host: `127.0.0.1:${port}`, assign: (path: string) => { left.push(path); } },
    addEventListener: () => {},
    fetch: (path: string, request: RequestInit) => fetched(`http://127.0.0.1:${port}${path}`, request),
  });
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
  // The shortest of waits that chance may give.
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(() => new Promise((resolve) => { void io.close(resolve); }));

const change: Change = { revision: 0, at: '2026-03-02T09:00:00Z', kind: 'programme.changed', subject: { type: 'programme', id: 'prg' }, data: {}, actor: 'system' };

it('comes back to a server that refused it while its database was away, and goes to the start once it is for somebody else', async () => {
  const { follow, line, onChange } = await import('../../client/src/live/connection.ts');
  const { viewer } = await import('../../client/src/state/me.ts');
  viewer.value = { id: 'me' } as NonNullable<typeof viewer.value>;
  const heard: number[] = [];
  onChange(({ revision }) => { heard.push(revision); });
  await follow('prg', 41);
  await until('it is told of changes', () => heard.length > 0);
  expect([connections, watches, heard, line.value, left]).toEqual([2, 2, [42], 'up', []]);

  // Cut, as when the server is about to start anew: the same person comes back by itself.
  io.disconnectSockets(true);
  await until('it is back', () => heard.length > 1);
  expect([heard, left]).toEqual([[42, 43], []]);

  id = 'the same person in another role';
  io.disconnectSockets(true);
  await until('it has left', () => left.length > 0);
  expect(left).toEqual(['/']);
}, 30_000);
