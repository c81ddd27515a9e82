import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { apiOf, type Api } from './api.ts';
import { recordFolder, recordSent } from './calendar-record.ts';
import { bookWithoutPause } from './load.ts';
import { createDatabase, type TestDatabase } from './postgres.ts';
import { PROGRAM_TOKEN, startProgram, type Program } from './program.ts';
import { crowd, makeProgramme, sessionsOf } from './programme.ts';

/** Programs, databases and folders of one test, ended and removed after it. */
export function stage() {
  const programs: Program[] = [];
  const databases: TestDatabase[] = [];
  const folders: string[] = [];
  return {
    programs,
    program: async (env: Record<string, string>): Promise<Program> => {
      const started = await startProgram(env);
      programs.push(started);
      return started;
    },
    database: async (): Promise<string> => {
      const made = await createDatabase();
      databases.push(made);
      return made.url;
    },
    dataDir: (): string => {
      const folder = mkdtempSync(path.join(tmpdir(), 'visavis faults '));
      folders.push(folder);
      return folder;
    },
    clear: async () => {
      for (const each of programs.splice(0)) {
        await recordMailOf(each);
        each.kill('SIGKILL');
        await each.ended;
      }
      for (const each of databases.splice(0)) await each.drop();
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The last of what a program has put into its own mailbox, where it still runs: for those who read all calendars that the tests had written. */
async function recordMailOf({ url, process: child }: Program): Promise<void> {
  if (!recordFolder || child.exitCode !== null || child.signalCode !== null) return;
  // One that has been cut off from its database has nothing to show.
  const answer = await apiOf(url, PROGRAM_TOKEN).get<{ items?: { ics: string | null }[] }>('/mailbox?limit=20').catch(() => null);
  for (const { ics } of answer?.body.items ?? []) if (ics !== null) recordSent(ics);
}

export async function sql<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A programme under load: twelve clusters that book and cancel without a pause. */
export async function underLoad(apiNow: () => Api) {
  const { document, monday } = crowd({ clusters: 12, facilitators: 3 });
  const made = await makeProgramme(apiNow(), document);
  const sessions = await sessionsOf(apiNow(), made.id);
  const facilitators = Object.values(made.facilitators);
  const load = bookWithoutPause(apiNow, sessions, (session, round) => ({
    facilitatorId: facilitators[session % 3]!,
    start: new Date(Date.parse(`${monday}T00:00:00Z`) + ((session * 3 + round * 5) % 150) * 3_600_000).toISOString(),
  }));
  return { made, load, sessions };
}

export const isReady = async (running: Program) => (await fetch(`${running.url}/health/ready`)).status === 200;

/** Every booking that was answered with 201 and not cancelled since is there, and nobody is engaged twice at once. */
export async function audit(databaseUrl: string, standing: Iterable<string>): Promise<void> {
  const ids = [...standing];
  const found = await sql<{ id: string }>(databaseUrl, 'SELECT id FROM bookings');
  expect(ids.filter((id) => !found.some((row) => row.id === id))).toEqual([]);
  const [overlaps] = await sql<{ count: string }>(databaseUrl,
    `SELECT count(*) FROM engagements a JOIN engagements b ON a.id < b.id AND a.session_id <> b.session_id
     WHERE (a.facilitator_id = b.facilitator_id AND a.protected_span && b.protected_span) OR (a.cluster_id = b.cluster_id AND a.span && b.span)`);
  expect(overlaps).toEqual({ count: '0' });
  const [orphans] = await sql<{ count: string }>(databaseUrl,
    `SELECT count(*) FROM bookings b WHERE (b.status = 'confirmed') <> EXISTS (SELECT FROM engagements e WHERE e.id = b.id)
       OR NOT EXISTS (SELECT FROM deliveries d WHERE d.booking_id = b.id AND d.sequence = b.sequence)`);
  expect(orphans).toEqual({ count: '0' });
}

/** A way to a database that can be shut: connections through it are cut, and new ones refused. */
export async function openDoor(target: URL) {
  const sockets = new Set<Socket>();
  const server = createServer((inner) => {
    const outer = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [[inner, outer], [outer, inner]] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => { sockets.delete(socket); other.destroy(); });
    }
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(target.href), { port: String(port) }).href,
    shut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    open: () => { server.listen(port, '127.0.0.1'); },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
