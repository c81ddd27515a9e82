import { apiOf } from '../support/api.ts';
import { audit, isReady, openDoor, sql, stage, underLoad } from '../support/faults.ts';
import { PROGRAM_TOKEN } from '../support/program.ts';
import { pause, until } from '../support/until.ts';

const at = stage();
afterEach(() => at.clear());

describe('connections that are cut at random', () => {
  it('cost their requests, never the process, and never a booking', async () => {
    const url = await at.database();
    const running = await at.program({ DATABASE_URL: url });
    const api = apiOf(running.url, PROGRAM_TOKEN);
    const { load } = await underLoad(() => api);
    for (let cuts = 0; cuts < 30; cuts += 1) {
      await pause(100);
      await sql(url, `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 2) AS chosen`);
    }
    await pause(500);
    await load.stop();
    // What it said last, if it ended.
    expect(running.process.exitCode === null ? '' : running.output()).toBe('');
    expect(load.statuses['201']).toBeGreaterThan(10);
    expect(Object.keys(load.statuses).filter((status) => !['200', '201', '404', '409', '503'].includes(status))).toEqual([]);
    await audit(url, load.standing.keys());
    await until('it is ready', () => isReady(running));
    await until('every mail is sent', async () => (await sql(url, `SELECT FROM deliveries WHERE state = 'queued' LIMIT 1`)).length === 0);
  }, 90_000);
});

describe('a database that goes away under load', () => {
  it('is answered for with 503 in good time, and all comes back by itself', async () => {
    const url = await at.database();
    const door = await openDoor(new URL(url));
    const running = await at.program({ DATABASE_URL: door.url });
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
    await audit(url, load.standing.keys());
    await until('it is ready', () => isReady(running));
    await door.close();
  }, 90_000);
});
