import { apiOf, signInBy, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { beginEarlier } from '../support/past.ts';
import { sessionsOf } from '../support/programme.ts';

let app: App;
let owner: Api;
let dublin: Api;
let madrid: Api;
let copenhagen: Api;
let nairobi: Api;
let programmeId: string;

beforeAll(async () => {
  app = await startApp({ demo: true });
  owner = apiOf(app.url);
  [dublin, madrid, copenhagen, nairobi] = await Promise.all([
    'cluster Irish Software Innovation Network', 'cluster Madrid Audio Cluster', 'facilitator Oxford Research, Copenhagen', 'facilitator Quercus Group, Nairobi',
  ].map((who) => signInBy(app.links[who]!))) as [Api, Api, Api, Api];
  programmeId = (await owner.get('/programmes')).body.items[0].id;
});
afterAll(() => app.stop());

/** What a caller is told after a revision, but for news of the mail, which takes its own time. */
async function toldAfter(revision: number, api: Api) {
  const { changes } = (await api.get(`/programmes/${programmeId}/changes?after=${revision}`)).body;
  return changes.filter(({ kind }: { kind: string }) => kind !== 'delivery.changed');
}

/** The cluster's next open session, booked with Oxford Research. */
async function booked(cluster = dublin): Promise<{ id: string; sessionId: string; clusterId: string; facilitatorId: string }> {
  const me = (await copenhagen.get('/me')).body;
  for (const session of await sessionsOf(cluster, programmeId)) {
    if (session.state !== 'open') continue;
    const [slot] = (await cluster.get(`/sessions/${session.id}/slots?facilitatorId=${me.facilitatorId}`)).body.slots;
    if (!slot) continue;
    return (await cluster.post(`/sessions/${session.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start })).body;
  }
  throw new Error('The cluster has nothing left to book with Oxford Research');
}

describe('attendance', () => {
  it('is recorded by the facilitator once the session has begun, makes it done, and is told as a numbered change', async () => {
    const booking = await booked();
    const people = (await copenhagen.get(`/bookings/${booking.id}/attendance`)).body.people;
    expect(people.map(({ role }: { role: string }) => role)).toEqual(['facilitator', 'representative']);
    const attended = people.map(({ id }: { id: string }) => id);
    const early = await copenhagen.put(`/bookings/${booking.id}/attendance`, { attended, outcome: 'done' });
    expect([early.status, early.body.code]).toEqual([422, 'policy']);

    await beginEarlier(app, booking.id, 70);
    const { revision } = (await owner.get(`/programmes/${programmeId}`)).body;
    const recorded = await copenhagen.put(`/bookings/${booking.id}/attendance`, { attended, outcome: 'done', notes: 'Eager' });
    expect([recorded.status, recorded.body]).toEqual([200, { bookingId: booking.id, outcome: 'done', attended, notes: 'Eager', recordedAt: expect.any(String), people }]);
    expect((await dublin.get(`/sessions/${booking.sessionId}`)).body.state).toBe('done');
    expect((await toldAfter(revision, dublin)).map(({ kind, data }: { kind: string; data: unknown }) => [kind, data])).toEqual([
      ['attendance.recorded', { bookingId: booking.id, sessionId: booking.sessionId, clusterId: booking.clusterId, facilitatorId: booking.facilitatorId, outcome: 'done', attended }],
      ['session.changed', expect.objectContaining({ id: booking.sessionId, state: 'done' })],
    ]);
    expect(await toldAfter(revision, madrid)).toEqual([]);

    expect((await dublin.get(`/bookings/${booking.id}/attendance`)).body).toEqual({ bookingId: booking.id, outcome: 'done', attended, recordedAt: expect.any(String), people });
  });

  it('can be said again, by a coordinator too, and the last word holds', async () => {
    const booking = await booked();
    await beginEarlier(app, booking.id, 5);
    expect((await copenhagen.put(`/bookings/${booking.id}/attendance`, { attended: [booking.facilitatorId], outcome: 'missed' })).status).toBe(200);
    expect((await dublin.get(`/sessions/${booking.sessionId}`)).body.state).toBe('missed');
    expect((await owner.put(`/bookings/${booking.id}/attendance`, { attended: [], outcome: 'done' })).status).toBe(200);
    expect((await copenhagen.get(`/bookings/${booking.id}/attendance`)).body).toMatchObject({ outcome: 'done', attended: [], notes: null });
    expect((await dublin.get(`/sessions/${booking.sessionId}`)).body.state).toBe('done');
  });

  it('leaves a missed session to be held and booked again, by its cluster, with what was recorded of the first time kept', async () => {
    const booking = await booked();
    await beginEarlier(app, booking.id, 70);
    const recorded = await copenhagen.put(`/bookings/${booking.id}/attendance`, { attended: [booking.facilitatorId], outcome: 'missed' });
    const path = `/sessions/${booking.sessionId}`;
    const [slot] = (await dublin.get(`${path}/slots?facilitatorId=${booking.facilitatorId}`)).body.slots;
    const place = { facilitatorId: slot.facilitatorId, start: slot.start };
    const hold = await dublin.post(`${path}/holds`, place);
    expect([hold.status, (await dublin.get(path)).body.state]).toEqual([201, 'held']);
    const again = await dublin.post(`${path}/booking`, { ...place, holdId: hold.body.id });
    expect([again.status, again.body.status, again.body.id === booking.id, again.body.sequence]).toEqual([201, 'confirmed', false, 0]);
    expect((await dublin.get(path)).body).toMatchObject({ state: 'booked', booking: { id: again.body.id } });
    expect((await dublin.get(`/bookings/${booking.id}`)).body).toMatchObject({ status: 'missed', sequence: 0 });
    expect((await copenhagen.get(`/bookings/${booking.id}/attendance`)).body).toEqual(recorded.body);
    expect((await copenhagen.put(`/bookings/${booking.id}/attendance`, { attended: [], outcome: 'done' })).body.code).toBe('policy');
    expect((await dublin.post(`${path}/booking`, place)).body.code).toBe('already-booked');
    expect((await dublin.delete(`/bookings/${again.body.id}`)).status).toBe(200);
    expect((await dublin.get(path)).body).toMatchObject({ state: 'open' });
  });

  it('is refused to a cluster, to strangers, for people who were not there, and for a cancelled booking', async () => {
    const booking = await booked();
    await beginEarlier(app, booking.id, 5);
    const put = async (api: Api, body: unknown) => {
      const { status, body: answer } = await api.put(`/bookings/${booking.id}/attendance`, body);
      return [status, answer.code, answer.errors?.[0]?.path];
    };
    const fine = { attended: [], outcome: 'done' };
    expect(await put(dublin, fine)).toEqual([403, 'forbidden', undefined]);
    expect(await put(madrid, fine)).toEqual([404, 'not-found', undefined]);
    expect(await put(nairobi, fine)).toEqual([404, 'not-found', undefined]);
    expect(await put(copenhagen, { attended: [booking.facilitatorId, 'rep_of_nobody'], outcome: 'done' })).toEqual([422, 'invalid', 'body.attended.1']);
    expect(await put(copenhagen, { attended: [], outcome: 'perhaps' })).toEqual([422, 'invalid', 'body.outcome']);
    const other = await booked();
    await dublin.delete(`/bookings/${other.id}`);
    await beginEarlier(app, other.id, 5);
    expect((await copenhagen.put(`/bookings/${other.id}/attendance`, fine)).body.code).toBe('policy');
  });
});

describe('notes', () => {
  it('are the facilitator’s own, or shared with the cluster, which hears of the shared ones only', async () => {
    const booking = await booked(madrid);
    const path = `/bookings/${booking.id}/notes`;
    expect((await copenhagen.get(path)).body).toEqual({ bookingId: booking.id, own: '', shared: '', writtenAt: null, version: 0 });
    const { revision } = (await owner.get(`/programmes/${programmeId}`)).body;
    await copenhagen.put(path, { own: 'Ask about fees' });
    expect(await toldAfter(revision, madrid)).toEqual([]);
    const shared = await copenhagen.put(path, { shared: 'Read chapter two before we meet' });
    expect([shared.status, shared.body]).toEqual([200, { bookingId: booking.id, own: 'Ask about fees', shared: 'Read chapter two before we meet', writtenAt: expect.any(String), version: 2 }]);
    expect((await madrid.get(path)).body).toEqual({ bookingId: booking.id, shared: 'Read chapter two before we meet', writtenAt: expect.any(String), version: 2 });
    expect((await owner.get(path)).body).toEqual({ bookingId: booking.id, shared: 'Read chapter two before we meet', writtenAt: expect.any(String), version: 2 });
    expect((await toldAfter(revision, madrid)).map(({ kind }: { kind: string }) => kind)).toEqual(['session.changed']);
  });

  it('are not overwritten unseen, and written by nobody else', async () => {
    const booking = await booked(madrid);
    const path = `/bookings/${booking.id}/notes`;
    await copenhagen.put(path, { shared: 'One' });
    expect((await copenhagen.put(path, { shared: 'Two' }, { 'If-Match': '"0"' })).body.code).toBe('stale');
    expect((await madrid.put(path, { shared: 'Mine' })).body.code).toBe('forbidden');
    expect((await owner.put(path, { shared: 'Mine' })).body.code).toBe('forbidden');
    expect((await dublin.get(path)).body.code).toBe('not-found');
    expect((await copenhagen.put(path, {})).body.code).toBe('invalid');
  });
});
