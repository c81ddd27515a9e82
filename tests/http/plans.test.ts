import { readFileSync } from 'node:fs';
import type { Plan } from '../../shared/api/plans.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase } from '../../server/store/database.ts';
import { tellProgress } from '../../server/usecases/planning/solve-plan.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { cecilInFuture, crowd, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';
import { openWatcher } from '../support/watcher.ts';

let app: App;
let owner: Api;
beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
});
afterAll(() => app.stop());

/** The real programme, and a plan of it as soon as it is ready. */
async function planned(body: object = {}): Promise<{ made: Made; plan: Plan }> {
  const made = await makeProgramme(owner, cecilInFuture());
  return { made, plan: await solved(made.id, body) };
}

async function solved(programmeId: string, body: object = {}): Promise<Plan> {
  const asked = await owner.post<Plan>(`/programmes/${programmeId}/plans`, body);
  expect([asked.status, asked.body]).toEqual([202, expect.objectContaining({ state: 'solving', placements: [] })]);
  return ready(asked.body.id);
}

async function ready(id: string): Promise<Plan> {
  await until('the plan to be ready', async () => (await owner.get<Plan>(`/plans/${id}`)).body.state !== 'solving', 110);
  return (await owner.get<Plan>(`/plans/${id}`)).body;
}

/** Who meets whom when, by names: identifiers are chance. */
function timetableOf({ made, plan }: { made: Made; plan: Plan }): string[] {
  const keys = new Map([made.clusters, made.topics, made.facilitators].flatMap((named) => Object.entries(named).map(([key, id]) => [id, key] as const)));
  return plan.placements.map(({ clusterId, topicId, facilitatorId, start }) => [keys.get(clusterId), keys.get(topicId), keys.get(facilitatorId), start].join(' ')).toSorted();
}

/** The same programme made again, and its plan. */
let another: { made: Made; plan: Plan };

describe('a plan of the real programme', () => {
  let made: Made;
  let plan: Plan;
  beforeAll(async () => { ({ made, plan } = await planned()); }, 120_000);

  it('is the same for the same programme made again', async () => {
    another = await planned();
    expect(timetableOf(another)).toEqual(timetableOf({ made, plan }));
  }, 120_000);

  it('places all thirty sessions, and is proven to be as good as can be', () => {
    expect({ ...plan, placements: plan.placements.length, measures: plan.measures?.objectives.map(({ name, proven }) => [name, proven]) }).toEqual(expect.objectContaining({
      state: 'ready', progress: 1, gap: 0, proven: true, changedByHand: false, error: null, placements: 30, unplaced: [],
      measures: [['unplaced', true], ['discomfort', true], ['share', true], ['load', true], ['closeness', true]].map(([name, proven]) => [name === 'closeness' ? 'spread' : name, proven]),
    }));
  });

  it('is told as it comes, to coordinators alone', async () => {
    const { changes } = (await owner.get(`/programmes/${made.id}/changes`)).body;
    expect(changes.map(({ kind }: { kind: string }) => kind).findLast((kind: string) => kind.startsWith('plan.'))).toBe('plan.ready');
  });

  it('sends nothing and books nothing before it is published', async () => {
    expect((await sessionsOf(owner, made.id)).filter(({ state }) => state !== 'open')).toEqual([]);
    expect((await owner.get(`/programmes/${made.id}/deliveries`)).body.items).toEqual([]);
  });

  it('moves a session only to a place that it lists, and remembers what is pinned', async () => {
    const [first, second] = plan.placements;
    const { places } = (await owner.get(`/plans/${plan.id}/places?sessionId=${first!.sessionId}`)).body;
    const other = places.find(({ start }: { start: string }) => start !== first!.start);
    expect(places.length).toBeGreaterThan(1);
    const moved = await owner.patch<Plan>(`/plans/${plan.id}`, { placements: [{ sessionId: first!.sessionId, facilitatorId: other.facilitatorId, start: other.start }] });
    expect([moved.status, moved.body.proven, moved.body.changedByHand, moved.body.placements.find(({ sessionId }) => sessionId === first!.sessionId)]).toEqual([
      200, false, true, { ...first, ...other, pinned: true },
    ]);
    const refused = await owner.patch(`/plans/${plan.id}`, { placements: [{ sessionId: second!.sessionId, start: '2030-01-01T03:00:00Z' }] });
    expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([422, 'not-a-slot', 'body.placements.0.start']);
    const again = await owner.post<Plan>(`/plans/${plan.id}/solution`, {});
    expect([again.status, again.body.state]).toEqual([202, 'solving']);
    plan = await ready(plan.id);
    expect([plan.placements.length, plan.proven, plan.placements.find(({ sessionId }) => sessionId === first!.sessionId)?.start]).toEqual([30, true, other.start]);
  }, 120_000);

  it('takes a place away, and says so', async () => {
    const { sessionId } = plan.placements[0]!;
    const taken = await owner.patch<Plan>(`/plans/${plan.id}`, { placements: [{ sessionId, unplaced: true }] });
    expect([taken.body.placements.length, taken.body.unplaced]).toEqual([29, [expect.objectContaining({ sessionId, reason: expect.objectContaining({ cause: 'taken-away' }) })]]);
    await owner.post(`/plans/${plan.id}/solution`, {});
    plan = await ready(plan.id);
    expect(plan.placements).toHaveLength(30);
  }, 120_000);

  it('says what has gone when it is published too late, books nothing, and plans just that anew', async () => {
    const lost = plan.placements[0]!;
    const thief = plan.placements.find((each) => each.clusterId !== lost.clusterId && each.topicId === lost.topicId)!;
    const stolen = await owner.post(`/sessions/${thief.sessionId}/booking`, { facilitatorId: lost.facilitatorId, start: lost.start });
    expect(stolen.status).toBe(201);
    const refused = await owner.post(`/plans/${plan.id}/publication`);
    expect([refused.status, refused.body.code, refused.body.errors.map(({ path }: { path: string }) => path).toSorted()]).toEqual([
      409, 'slot-taken', expect.arrayContaining([`placements.${lost.sessionId}`, `placements.${thief.sessionId}`]),
    ]);
    expect((await sessionsOf(owner, made.id)).filter(({ state }) => state === 'booked').map(({ id }) => id)).toEqual([thief.sessionId]);
    await owner.post(`/plans/${plan.id}/solution`, { gone: true });
    const before = plan;
    plan = await ready(plan.id);
    const kept = before.placements.filter(({ sessionId }) => sessionId !== lost.sessionId && sessionId !== thief.sessionId);
    expect(plan.placements.map(({ sessionId, start }) => `${sessionId} ${start}`)).toEqual(expect.arrayContaining(kept.map(({ sessionId, start }) => `${sessionId} ${start}`)));
    expect(plan.placements).toHaveLength(29);
  }, 120_000);

  it('shows the mails that publishing would send, and still sends and books nothing', async () => {
    const { sessionId } = plan.placements[0]!;
    const { letters } = (await owner.get(`/plans/${plan.id}/letters?sessionId=${sessionId}`)).body;
    expect(letters.map(({ role }: { role: string }) => role)).toEqual(expect.arrayContaining(['facilitator', 'representative']));
    for (const letter of letters) expect(letter).toEqual({ to: expect.stringContaining('@'), name: expect.any(String), role: expect.any(String), method: 'REQUEST', subject: expect.any(String), text: expect.stringMatching(/\d\d[:.]\d\d/) });
    expect((await sessionsOf(owner, made.id)).filter(({ state }) => state === 'booked')).toHaveLength(1);
    expect((await owner.get<Plan>(`/plans/${plan.id}`)).body.state).toBe('ready');
  });

  it('books everything at once when it is published, and tells everyone once', async () => {
    const watcher = await openWatcher(app.url, { token: app.ownerToken });
    await watcher.watch(made.id);
    const published = await owner.post(`/plans/${plan.id}/publication`);
    expect([published.status, published.body]).toEqual([200, expect.objectContaining({ planId: plan.id, moved: [], offered: [] })]);
    expect(published.body.booked).toHaveLength(29);
    const sessions = await sessionsOf(owner, made.id);
    const places = sessions.map(({ id, booking }) => `${id} ${booking?.start}`);
    expect(places).toEqual(expect.arrayContaining(plan.placements.map(({ sessionId, start }) => `${sessionId} ${start}`)));
    expect(sessions.map(({ state }) => state)).toEqual(sessions.map(() => 'booked'));
    await watcher.heardKind('plan.published');
    watcher.close();
    expect((await owner.post(`/plans/${plan.id}/publication`)).status).toBe(422);
  });

  it('mends what an absence hits with the fewest moves, and moves bookings in place', async () => {
    const document = cecilInFuture();
    const nairobi = made.facilitators['quercus-nairobi']!;
    const week = document.phases.find(({ key }) => key === 'week-3')!;
    const before = (await sessionsOf(owner, made.id)).map(({ booking }) => booking as unknown as Record<string, string | number>);
    const mend = await solved(made.id, { away: [{ facilitatorId: nairobi, from: week.startsOn, until: week.startsOn }] });
    const hit = before.filter(({ facilitatorId, start }) => facilitatorId === nairobi && String(start).slice(0, 10) === week.startsOn);
    expect(mend.placements).toHaveLength(30);
    expect([mend.proven, mend.measures!.moved]).toEqual([true, mend.placements.filter(({ moved }) => moved).length]);
    expect(mend.measures!.moved).toBeGreaterThanOrEqual(hit.length);
    const published = await owner.post(`/plans/${mend.id}/publication`);
    expect([published.status, published.body.booked, published.body.moved.length]).toEqual([200, [], mend.measures!.moved]);
    const after = (await sessionsOf(owner, made.id)).map(({ booking }) => booking as unknown as Record<string, string | number>);
    const changed = after.filter((booking, index) => booking.sequence !== before[index]!.sequence);
    expect(changed.map(({ id }) => id).toSorted()).toEqual(published.body.moved.map(({ bookingId }: { bookingId: string }) => bookingId).toSorted());
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after.filter(({ facilitatorId, start }) => facilitatorId === nairobi && String(start).slice(0, 10) === week.startsOn)).toEqual([]);
    expect((await owner.get(`/facilitators/${nairobi}/availability`)).body.overrides).toEqual([{ date: week.startsOn, spans: [] }]);
  }, 120_000);
});

it('that mends says what it must leave with whoever is away, why, and the least that would help; published, that booking stays', async () => {
  const { monday, document } = crowd({ clusters: 1, facilitators: 2 });
  const [first, second] = document.facilitators;
  const made = await makeProgramme(owner, { ...document, facilitators: [first, { ...second, availability: { rules: [{ days: [2], from: '22:00', to: '23:00' }] } }] });
  const away = made.facilitators['facilitator-1']!;
  const [session] = await sessionsOf(owner, made.id);
  const { body: booking } = await owner.post(`/sessions/${session!.id}/booking`, { facilitatorId: away, start: `${monday}T10:00:00Z` });
  const mend = await solved(made.id, { away: [{ facilitatorId: away, from: document.programme.startsOn, until: document.programme.endsOn }] });
  expect([mend.placements, mend.proven, mend.measures!.objectives[0], mend.unplaced]).toEqual([[], true, { name: 'lost', value: 1, bound: 1, gap: 0, proven: true }, [expect.objectContaining({
    sessionId: session!.id, reason: expect.objectContaining({ cause: 'no-common-hour' }), relaxation: expect.objectContaining({ cause: 'allow-night-hour', params: expect.objectContaining({ facilitator: 'facilitator-2', time: '22:00' }) }),
  })]]);
  const published = await owner.post(`/plans/${mend.id}/publication`);
  expect([published.status, published.body.booked, published.body.moved, (await owner.get(`/bookings/${booking.id}`)).body]).toEqual([200, [], [], booking]);
}, 120_000);

it('places nothing where another cluster holds a time, nor where a facilitator’s own calendar is busy', async () => {
  const { monday, document } = crowd({ clusters: 4, facilitators: 1 });
  const made = await makeProgramme(owner, document);
  const facilitatorId = made.facilitators['facilitator-1']!;
  const [held] = await sessionsOf(owner, made.id);
  expect((await owner.post(`/sessions/${held!.id}/holds`, { facilitatorId, start: `${monday}T10:00:00Z` })).status).toBe(201);
  // Of the whole week only Monday from nine to twelve is free.
  const db = openDatabase(app.databaseUrl, { maximum: 1 });
  await db.query(`INSERT INTO busy_calendars (id, facilitator_id, sealed_address, address_hash, host, state, added_at, good_at, next_reading_at)
    VALUES ('cal_busy', $1, '', '', 'calendar.example', 'good', now(), now(), now() + interval '1 day')`, [facilitatorId]);
  await db.query(`INSERT INTO busy_spans (calendar_id, facilitator_id, starts_at, ends_at)
    SELECT 'cal_busy', $1, starts, ends FROM (VALUES ($2::date - interval '1 day', $2::date + interval '9 hours'), ($2::date + interval '12 hours', $2::date + interval '8 days')) busy (starts, ends)`, [facilitatorId, monday]);
  await db.close();
  const plan = await solved(made.id);
  expect([plan.placements.map(({ start }) => start).toSorted(), plan.unplaced.length, plan.proven]).toEqual([[`${monday}T09:00:00Z`, `${monday}T11:00:00Z`], 1, true]);
}, 120_000);

it('of a programme whose sessions have all been taken out since is still shown, and cannot be published', async () => {
  const made = await makeProgramme(owner, crowd({ clusters: 1, facilitators: 1 }).document);
  const plan = await solved(made.id);
  expect((await owner.delete(`/clusters/${made.clusters['cluster-1']}`)).status).toBe(204);
  const shown = await owner.get<Plan>(`/plans/${plan.id}`);
  expect([shown.status, shown.body.state, shown.body.placements]).toEqual([200, 'ready', []]);
  const published = await owner.post(`/plans/${plan.id}/publication`);
  expect([published.status, published.body.code]).toEqual([409, 'slot-taken']);
});

it('is for coordinators alone', async () => {
  const { made, plan } = another;
  const nobody = apiOf(app.url, null);
  expect((await nobody.get(`/plans/${plan.id}`)).status).toBe(401);
  expect((await owner.get('/plans/nonesuch')).status).toBe(404);
  expect((await owner.post('/programmes/nonesuch/plans')).status).toBe(404);
  expect((await owner.post(`/programmes/${made.id}/plans`, { sessionIds: ['nonesuch'] })).body).toEqual(expect.objectContaining({ code: 'invalid', errors: [{ path: 'body.sessionIds.0', message: 'no session of this programme has this id' }] }));
}, 120_000);

it('tells while it is solved how good it is by now; stopped, it is the best so far, and can be changed and published', async () => {
  const { made, plan } = another;
  const db = openDatabase(app.databaseUrl, { maximum: 1, onError: () => {} });
  // As if it were solved by a process that takes long; no queue offers it meanwhile.
  await db.query(`UPDATE plans SET state = 'solving', result = NULL, progress = 0, relayed_at = now() + interval '1 hour' WHERE id = $1`, [plan.id]);
  const places = plan.placements.slice(0, 28).map(({ sessionId, facilitatorId, start }) => ({ sessionId, facilitatorId, start: Date.parse(start) as Instant }));
  const soFar = { placed: 28, objective: 'discomfort' as const, value: 30, bound: 0, gap: 1, seconds: 3 };
  const outcomes = [{ name: 'unplaced' as const, value: 2, bound: 2 }];
  const { changes: before, revision } = (await owner.get(`/programmes/${made.id}/changes`)).body;
  const told = await tellProgress(db, { id: plan.id, generation: 1 }, { progress: 0.25, soFar: { ...soFar, places, outcomes } }, Date.now() as Instant);
  const again = await tellProgress(db, { id: plan.id, generation: 1 }, { progress: 0.25, soFar: { ...soFar, places, outcomes } }, Date.now() as Instant);
  await db.close();
  expect([before.length > 0, told, again, (await owner.get<Plan>(`/plans/${plan.id}`)).body]).toEqual([true, true, true, expect.objectContaining({ state: 'solving', progress: 0.25, soFar, placements: [] })]);
  const { bound: _, ...news } = soFar;
  expect((await owner.get(`/programmes/${made.id}/changes?after=${revision}`)).body.changes).toEqual([
    expect.objectContaining({ kind: 'plan.progress', data: { id: plan.id, state: 'solving', progress: 0.25, ...news } }),
  ]);
  expect((await owner.delete(`/plans/${plan.id}`)).status).toBe(204);
  const { body: stopped } = await owner.get<Plan>(`/plans/${plan.id}`);
  expect(stopped).toEqual(expect.objectContaining({ state: 'stopped', soFar: null, proven: false }));
  expect(new Set(stopped.placements.map(({ sessionId }) => sessionId))).toEqual(new Set(places.map(({ sessionId }) => sessionId)));
  expect(stopped.unplaced.map(({ reason }) => reason.cause)).toEqual(['stopped', 'stopped']);
  expect(stopped.measures!.objectives.slice(0, 3).map(({ name, proven }) => [name, proven])).toEqual([['unplaced', true], ['discomfort', true], ['share', true]]);
  const [first, second] = stopped.placements;
  const { places: free } = (await owner.get(`/plans/${plan.id}/places?sessionId=${first!.sessionId}`)).body;
  const { facilitatorId, start } = free.find((each: { start: string }) => each.start !== first!.start);
  const moved = await owner.patch<Plan>(`/plans/${plan.id}`, { placements: [{ sessionId: first!.sessionId, facilitatorId, start }, { sessionId: second!.sessionId, pinned: true }] });
  expect([moved.status, moved.body.state, moved.body.changedByHand]).toEqual([200, 'stopped', true]);
  const published = await owner.post(`/plans/${plan.id}/publication`);
  expect([published.status, published.body.booked?.length]).toEqual([200, 28]);
  expect((await owner.get<Plan>(`/plans/${plan.id}`)).body).toEqual(expect.objectContaining({ state: 'published', proven: false }));
}, 120_000);

it('whose solver is ended from outside each time is not begun without end: it says why, and can be asked for again', async () => {
  const made = await makeProgramme(owner, crowd({ clusters: 1, facilitators: 1 }).document);
  const endAll = () => { for (const pid of solvers()) process.kill(pid, 'SIGKILL'); };
  // A warm one would be done in a moment.
  endAll();
  const { body: asked } = await owner.post<Plan>(`/programmes/${made.id}/plans`);
  await until('the plan to be given up', async () => {
    endAll();
    return (await owner.get<Plan>(`/plans/${asked.id}`)).body.state !== 'solving';
  }, 40);
  expect((await owner.get<Plan>(`/plans/${asked.id}`)).body).toEqual(expect.objectContaining({ state: 'failed', error: expect.stringMatching(/ended 3 times before it was done/), placements: [] }));
  const published = await owner.post(`/plans/${asked.id}/publication`);
  expect([published.status, published.body.detail]).toEqual([422, 'This plan is failed and has no timetable. Solve it again: POST /plans/:id/solution.']);
  expect((await owner.post(`/plans/${asked.id}/solution`, {})).status).toBe(202);
  expect((await ready(asked.id)).state).toBe('ready');
}, 120_000);

/** The processes that solve for this one. */
function solvers(): number[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ').filter((child) => child !== '').map(Number);
  return children.filter((child) => {
    try {
      return readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('plan-process');
    } catch {
      return false;
    }
  });
}

it('can be stopped while it is being solved, and then discarded', async () => {
  const made = await makeProgramme(owner, cecilInFuture());
  const { body: plan } = await owner.post<Plan>(`/programmes/${made.id}/plans`);
  expect((await owner.delete(`/plans/${plan.id}`)).status).toBe(204);
  expect((await owner.get<Plan>(`/plans/${plan.id}`)).body.state).toBe('stopped');
  expect((await owner.delete(`/plans/${plan.id}`)).status).toBe(204);
  expect((await owner.get(`/plans/${plan.id}`)).status).toBe(404);
});
