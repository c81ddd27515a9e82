import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiOf } from '../support/api.ts';
import { openDoor, sql, stage, underLoad } from '../support/faults.ts';
import { launch, PROGRAM_TOKEN, runProgram, startProgram } from '../support/program.ts';
import { crowd, makeProgramme, sessionsOf } from '../support/programme.ts';
import { pause, until } from '../support/until.ts';

const at = stage();
afterEach(() => at.clear());

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
    const { code, output } = await runProgram({ PORT: String(port), DATA_DIR: at.dataDir() });
    other.close();
    expect([code, output]).toEqual([1, `Port ${port} is taken by another program: choose another, as in PORT=3001 npm start (PORT=0 picks a free one).\n`]);
  });

  it('three at once on an empty database migrates once, and all are ready', async () => {
    const url = await at.database();
    await sql(url, 'DROP SCHEMA public CASCADE');
    await sql(url, 'CREATE SCHEMA public');
    const three = await Promise.all(Array.from({ length: 3 }, () => at.program({ DATABASE_URL: url, DEMO: '1' })));
    for (const each of three) expect((await fetch(`${each.url}/health/ready`)).status).toBe(200);
    expect(three.map((each) => each.output().includes('"migrated"')).filter(Boolean)).toHaveLength(1);
    expect((await apiOf(three[0]!.url, PROGRAM_TOKEN).get('/programmes')).body.items).toHaveLength(1);
  }, 60_000);

  it('while the database is away waits for it, and is ready by itself', async () => {
    const url = new URL(await at.database());
    const door = await openDoor(url);
    door.shut();
    const starting = startProgram({ DATABASE_URL: door.url });
    await pause(1500);
    door.open();
    at.programs.push(await starting);
    expect((await fetch(`${at.programs[0]!.url}/health/ready`)).status).toBe(200);
    await door.close();
  }, 60_000);
});

describe('SIGTERM during a start', () => {
  it.each([
    ['its database', 'the database does not answer', async () => { const door = await openDoor(new URL(await at.database())); door.shut(); return { env: { DATABASE_URL: door.url }, close: door.close }; }],
    ['its queue', 'a queue is waiting', async () => ({ env: { DATABASE_URL: await at.database(), REDIS_URL: 'redis://127.0.0.1:1' }, close: async () => {} })],
  ])('that waits for %s ends it, with 0', async (_what, said, stageOf) => {
    const { env, close } = await stageOf();
    const starting = launch(env);
    await until('it waits', () => starting.output().includes(said));
    starting.process.kill('SIGTERM');
    expect(await starting.ended).toBe(0);
    await close();
  }, 60_000);
});

describe('SIGTERM under load', () => {
  it('drops no request, leaves no job half done, stops PostgreSQL last, and exits 0', async () => {
    const running = await at.program({ DATA_DIR: at.dataDir() });
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

describe('web and worker apart', () => {
  it('book in the one and mail from the other', async () => {
    const url = await at.database();
    const web = await at.program({ DATABASE_URL: url, ROLE: 'web' });
    const api = apiOf(web.url, PROGRAM_TOKEN);
    const { document, monday } = crowd({ clusters: 1, facilitators: 1 });
    const made = await makeProgramme(api, document);
    const [session] = await sessionsOf(api, made.id);
    await api.post(`/sessions/${session!.id}/booking`, { facilitatorId: made.facilitators['facilitator-1'], start: `${monday}T10:00:00Z` });
    const states = async () => (await api.get(`/programmes/${made.id}/deliveries`)).body.items.map(({ state }: { state: string }) => state);
    expect(await states()).toEqual(['queued', 'queued']);
    const worker = startProgram({ DATABASE_URL: url, ROLE: 'worker' });
    at.programs.push(await worker);
    await until('both mails are sent', async () => !(await states()).includes('queued'));
    expect(await states()).toEqual(['sent', 'sent']);
    at.programs[1]!.kill('SIGTERM');
    expect(await at.programs[1]!.ended).toBe(0);
  }, 60_000);
});
