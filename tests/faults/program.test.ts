import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { apiOf, type Api } from '../support/api.ts';
import { bookWithoutPause } from '../support/load.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { PROGRAM_TOKEN, runProgram, startProgram, type Program } from '../support/program.ts';
import { pause, until } from '../support/until.ts';
import { crowd, makeProgramme, sessionsOf } from '../support/programme.ts';

const programs: Program[] = [];
const databases: TestDatabase[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const each of programs.splice(0)) {
    each.kill('SIGKILL');
    await each.ended;
  }
  for (const each of databases.splice(0)) await each.drop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function program(env: Record<string, string>): Promise<Program> {
  const started = await startProgram(env);
  programs.push(started);
  return started;
}

async function database(): Promise<string> {
  const made = await createDatabase();
  databases.push(made);
  return made.url;
}

function dataDir(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'visavis faults '));
  folders.push(folder);
  return folder;
}

async function sql<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A programme under load: twelve clusters that book and cancel without a pause. */
async function underLoad(apiNow: () => Api) {
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

const isReady = async (running: Program) => (await fetch(`${running.url}/health/ready`)).status === 200;

/** Every booking that was answered with 201 and not cancelled since is there, and nobody is engaged twice at once. */
async function audit(databaseUrl: string, standing: Iterable<string>): Promise<void> {
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

describe('a start', () => {
  it('that cannot be lists every wrong setting at once, by name', async () => {
    const { code, output } = await runProgram({ PORT: 'many', DATABASE_URL: 'mysql://x', ROLE: 'king', DEMO: 'yes', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    for (const name of ['PORT', 'DATABASE_URL', 'ROLE', 'DEMO', 'LOG_LEVEL']) expect(output).toContain(`${name}: write`);
  });

  it('on a taken port says so in one line, and offers another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => { other.once('listening', resolve); });
    const { port } = other.address() as AddressInfo;
    const { code, output } = await runProgram({ PORT: String(port), DATA_DIR: dataDir() });
    other.close();
    expect([code, output]).toEqual([1, `Port ${port} is taken by another program: choose another, as in PORT=3001 npm start (PORT=0 picks a free one).\n`]);
  });

  it('five at once on an empty database migrates once, and all are ready', async () => {
    const url = await database();
    await sql(url, 'DROP SCHEMA public CASCADE');
    await sql(url, 'CREATE SCHEMA public');
    const five = await Promise.all(Array.from({ length: 5 }, () => program({ DATABASE_URL: url, DEMO: '1' })));
    for (const each of five) expect((await fetch(`${each.url}/health/ready`)).status).toBe(200);
    expect(five.map((each) => each.output().includes('"migrated"')).filter(Boolean)).toHaveLength(1);
    expect((await apiOf(five[0]!.url, PROGRAM_TOKEN).get('/programmes')).body.items).toHaveLength(1);
  }, 60_000);

  it('while the database is away waits for it, and is ready by itself', async () => {
    const url = new URL(await database());
    const door = await openDoor(url);
    door.shut();
    const starting = startProgram({ DATABASE_URL: door.url });
    await pause(1500);
    door.open();
    programs.push(await starting);
    expect((await fetch(`${programs[0]!.url}/health/ready`)).status).toBe(200);
    await door.close();
  }, 60_000);
});

describe('SIGTERM under load', () => {
  it('drops no request, leaves no job half done, stops PostgreSQL last, and exits 0', async () => {
    const running = await program({ DATA_DIR: dataDir() });
    const { load } = await underLoad(() => apiOf(running.url, PROGRAM_TOKEN));
    await pause(1500);
    const stopping = load.stop();
    running.kill('SIGTERM');
    await stopping;
    expect(await running.ended).toBe(0);
    // Requests that were in hand got their answers; a cluster's next one found the door closed, not a broken answer.
    expect(Object.keys(load.statuses).filter((status) => !['200', '201', '409', 'lost'].includes(status))).toEqual([]);
    const events = running.output().split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { msg?: string; event?: string });
    const names = events.map(({ msg, event }) => event ?? msg);
    expect(names.slice(-2)).toEqual(['postgres.stopped', 'stopped']);
  }, 60_000);
});

describe('kill -9', () => {
  it('of the program in mid-booking, five times: the next start has every booking that was answered for', async () => {
    const folder = dataDir();
    let running = await program({ DATA_DIR: folder });
    const { load, made, sessions } = await underLoad(() => apiOf(running.url, PROGRAM_TOKEN));
    for (let kills = 0; kills < 5; kills += 1) {
      await pause(600);
      running.kill('SIGKILL');
      await running.ended;
      running = await program({ DATA_DIR: folder });
    }
    await pause(300);
    await load.stop();
    expect(load.statuses['201']).toBeGreaterThan(10);
    const api = apiOf(running.url, PROGRAM_TOKEN);
    const missing: string[] = [];
    for (const id of load.standing.keys()) if ((await api.get(`/bookings/${id}`)).status !== 200) missing.push(id);
    expect(missing).toEqual([]);
    // What had been committed is told and mailed all the same.
    const waiting = async () => (await api.get(`/programmes/${made.id}/deliveries?state=queued&limit=1`)).body.items.length;
    await until('every mail is sent', async () => await waiting() === 0);
    expect((await api.get(`/programmes/${made.id}/deliveries?state=failed`)).body.items).toEqual([]);
    expect(sessions).toHaveLength(12);
  }, 120_000);

  it('of PostgreSQL under load: requests get an answer, all comes back by itself, nothing answered for is lost', async () => {
    const running = await program({ DATA_DIR: dataDir() });
    const api = apiOf(running.url, PROGRAM_TOKEN);
    const { load } = await underLoad(() => api);
    await pause(1000);
    const pid = /"postgres\.started","pid":(\d+)/.exec(running.output())?.[1];
    process.kill(Number(pid), 'SIGKILL');
    await pause(300);
    const bookedBefore = load.statuses['201'] ?? 0;
    await until('bookings go on', () => (load.statuses['201'] ?? 0) >= bookedBefore + 20);
    await load.stop();
    expect(Object.keys(load.statuses).filter((status) => !['200', '201', '404', '409', '503'].includes(status))).toEqual([]);
    for (const id of load.standing.keys()) expect([id, (await api.get(`/bookings/${id}`)).status]).toEqual([id, 200]);
    await until('it is ready', () => isReady(running));
  }, 90_000);
});

describe('connections that are cut at random', () => {
  it('cost their requests, never the process, and never a booking', async () => {
    const url = await database();
    const running = await program({ DATABASE_URL: url });
    const api = apiOf(running.url, PROGRAM_TOKEN);
    const { load } = await underLoad(() => api);
    for (let cuts = 0; cuts < 30; cuts += 1) {
      await pause(100);
      await sql(url, `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 2) AS chosen`);
    }
    await pause(500);
    await load.stop();
    expect(running.process.exitCode).toBeNull();
    expect(load.statuses['201']).toBeGreaterThan(10);
    expect(Object.keys(load.statuses).filter((status) => !['200', '201', '404', '409', '503'].includes(status))).toEqual([]);
    await audit(url, load.standing.keys());
    await until('it is ready', () => isReady(running));
    await until('every mail is sent', async () => (await sql(url, `SELECT FROM deliveries WHERE state = 'queued' LIMIT 1`)).length === 0);
  }, 90_000);
});

describe('a database that goes away under load', () => {
  it('is answered for with 503 in good time, and all comes back by itself', async () => {
    const door = await openDoor(new URL(await database()));
    const running = await program({ DATABASE_URL: door.url });
    const api = apiOf(running.url, PROGRAM_TOKEN);
    const { load } = await underLoad(() => api);
    await pause(800);
    door.shut();
    await pause(2000);
    expect((await fetch(`${running.url}/health/ready`)).status).toBe(503);
    const refused = await api.get('/programmes');
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'unavailable', '1']);
    door.open();
    const before = load.statuses['201'] ?? 0;
    await until('bookings go on', () => (load.statuses['201'] ?? 0) >= before + 20);
    await load.stop();
    expect(load.slowestMs()).toBeLessThan(15_000);
    await audit(databases[0]!.url, load.standing.keys());
    await until('it is ready', () => isReady(running));
    await door.close();
  }, 90_000);
});

describe('web and worker apart', () => {
  it('book in the one and mail from the other', async () => {
    const url = await database();
    const web = await program({ DATABASE_URL: url, ROLE: 'web' });
    const api = apiOf(web.url, PROGRAM_TOKEN);
    const { document, monday } = crowd({ clusters: 1, facilitators: 1 });
    const made = await makeProgramme(api, document);
    const [session] = await sessionsOf(api, made.id);
    await api.post(`/sessions/${session!.id}/booking`, { facilitatorId: made.facilitators['facilitator-1'], start: `${monday}T10:00:00Z` });
    const states = async () => (await api.get(`/programmes/${made.id}/deliveries`)).body.items.map(({ state }: { state: string }) => state);
    expect(await states()).toEqual(['queued', 'queued']);
    const worker = startProgram({ DATABASE_URL: url, ROLE: 'worker' });
    programs.push(await worker);
    await until('both mails are sent', async () => !(await states()).includes('queued'));
    expect(await states()).toEqual(['sent', 'sent']);
    programs[1]!.kill('SIGTERM');
    expect(await programs[1]!.ended).toBe(0);
  }, 60_000);
});

/** A way to a database that can be shut: connections through it are cut, and new ones refused. */
async function openDoor(target: URL) {
  const sockets = new Set<Socket>();
  const server = createTcpServer((inner) => {
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
