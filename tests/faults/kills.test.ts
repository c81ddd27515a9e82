import { existsSync, readFileSync } from 'node:fs';
import type { Plan } from '../../shared/api/plans.ts';
import { apiOf } from '../support/api.ts';
import { isReady, stage, underLoad } from '../support/faults.ts';
import { PROGRAM_TOKEN } from '../support/program.ts';
import { cecilInFuture, makeProgramme } from '../support/programme.ts';
import { pause, until } from '../support/until.ts';

const at = stage();
afterEach(() => at.clear());

describe('kill -9', () => {
  it('of the program while it solves a plan: what solves for it ends too, and another begins it anew by itself', async () => {
    const DATABASE_URL = await at.database();
    const first = await at.program({ DATABASE_URL });
    const asking = apiOf(first.url, PROGRAM_TOKEN);
    const made = await makeProgramme(asking, cecilInFuture());
    const { body: plan } = await asking.post<Plan>(`/programmes/${made.id}/plans`);
    let solver: number | null = null;
    await until('it is being solved', () => (solver = solverOf(first.process.pid!)) !== null);
    first.kill('SIGKILL');
    await first.ended;
    const second = apiOf((await at.program({ DATABASE_URL })).url, PROGRAM_TOKEN);
    const stateOf = async () => (await second.get<Plan>(`/plans/${plan.id}`)).body.state;
    expect(await stateOf()).toBe('solving');
    await until('the plan is ready', async () => await stateOf() === 'ready', 40);
    expect(existsSync(`/proc/${solver}`)).toBe(false);
  }, 60_000);

  it('of the program in mid-booking, three times: the next start has every booking that was answered for', async () => {
    const folder = at.dataDir();
    let running = await at.program({ DATA_DIR: folder });
    const { load, made, sessions } = await underLoad(() => apiOf(running.url, PROGRAM_TOKEN));
    for (let kills = 0; kills < 3; kills += 1) {
      await pause(600);
      running.kill('SIGKILL');
      await running.ended;
      running = await at.program({ DATA_DIR: folder });
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
    const running = await at.program({ DATA_DIR: at.dataDir() });
    const api = apiOf(running.url, PROGRAM_TOKEN);
    const { load } = await underLoad(() => api);
    await pause(1000);
    const pid = /"postgres\.started","pid":(\d+)/.exec(running.output())?.[1];
    process.kill(Number(pid), 'SIGKILL');
    await pause(300);
    const bookedBefore = load.statuses['201'] ?? 0;
    await until('bookings go on', () => (load.statuses['201'] ?? 0) >= bookedBefore + 20, 60);
    await load.stop();
    expect(Object.keys(load.statuses).filter((status) => !['200', '201', '404', '409', '503'].includes(status))).toEqual([]);
    for (const id of load.standing.keys()) expect([id, (await api.get(`/bookings/${id}`)).status]).toEqual([id, 200]);
    await until('it is ready', () => isReady(running));
  }, 90_000);
});

/** The process that solves for this one, by its program. */
function solverOf(pid: number): number | null {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter((child) => child !== '');
  return children.map(Number).find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('plan-process')) ?? null;
}
