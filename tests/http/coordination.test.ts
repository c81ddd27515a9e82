import { Client } from 'pg';
import { reminderPhrases } from '../../server/mail/reminder-phrases.ts';
import type { Slot } from '../../shared/api/slots.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made, type SessionRow } from '../support/programme.ts';
import { until } from '../support/until.ts';

let app: App;
let owner: Api;
let made: Made;
let sessions: SessionRow[];

beforeAll(async () => {
  app = await startApp({ demo: true });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
  sessions = await sessionsOf(owner, made.id);
});
afterAll(() => app.stop());

const of = (cluster: string, topic: string) => sessions.find((each) => each.clusterId === made.clusters[cluster] && each.topicId === made.topics[topic])!;
const slotsOf = async ({ id }: SessionRow) => (await owner.get(`/sessions/${id}/slots?outsideHours=1`)).body.slots as Slot[];
const wish = ({ facilitatorId, start }: Slot) => ({ facilitatorId, start });
const cellOf = async ({ id }: SessionRow) => (await owner.get(`/programmes/${made.id}/coverage`)).body.cells.find(({ sessionId }: { sessionId: string }) => sessionId === id);

describe('a waiver', () => {
  it('takes a session off the list of what is to book, ends its hold, and can be taken back', async () => {
    const session = of('dublin', 'mapping');
    const [slot] = await slotsOf(session);
    const hold = (await owner.post(`/sessions/${session.id}/holds`, wish(slot!))).body;
    const waived = await owner.put(`/sessions/${session.id}/waiver`, { reason: 'They have a map already' });
    expect([waived.status, waived.body.state, waived.body.waivedBecause]).toEqual([200, 'waived', 'They have a map already']);
    expect((await owner.post(`/holds/${hold.id}/extension`)).body.code).toBe('hold-expired');
    expect((await owner.post(`/sessions/${session.id}/booking`, wish(slot!))).body.code).toBe('policy');
    expect(await cellOf(session)).toMatchObject({ state: 'waived', waivedBecause: 'They have a map already' });
    const back = await owner.delete(`/sessions/${session.id}/waiver`);
    expect([back.status, back.body.state, 'waivedBecause' in back.body]).toEqual([200, 'open', false]);
    const booked = await owner.post(`/sessions/${session.id}/booking`, wish(slot!));
    expect(booked.status).toBe(201);
    expect((await owner.put(`/sessions/${session.id}/waiver`, {})).body).toMatchObject({ code: 'policy', detail: 'This session is booked. Cancel it first, so that everyone is told.' });
    await owner.delete(`/bookings/${booked.body.id}`);
  });

  it('is the same when it is asked for twice, and is told to those who watch', async () => {
    const session = of('paris', 'mapping');
    const revision = (await owner.get(`/programmes/${made.id}`)).body.revision;
    const twice = [await owner.put(`/sessions/${session.id}/waiver`, {}), await owner.put(`/sessions/${session.id}/waiver`, {})];
    expect(twice.map(({ status, body }) => [status, body.state])).toEqual([[200, 'waived'], [200, 'waived']]);
    const { changes } = (await owner.get(`/programmes/${made.id}/changes?after=${revision}`)).body;
    expect(changes.filter(({ kind }: { kind: string }) => kind !== 'delivery.changed').map(({ kind, data }: { kind: string; data: unknown }) => [kind, data])).toEqual([
      ['session.changed', { id: session.id, clusterId: session.clusterId, topicId: session.topicId, state: 'waived' }],
    ]);
    expect((await owner.put(`/sessions/${session.id}/waiver`, {}, { 'if-match': '"1"' })).body.code).toBe('stale');
    expect((await owner.delete(`/sessions/${session.id}/waiver`)).body.state).toBe('open');
  });

  it('wins or loses against a booking in the same moment, and never both', async () => {
    const session = of('warsaw', 'economics');
    const [slot] = await slotsOf(session);
    const [waiver, booking] = await Promise.all([owner.put(`/sessions/${session.id}/waiver`, {}), owner.post(`/sessions/${session.id}/booking`, wish(slot!))]);
    const { state } = (await owner.get(`/sessions/${session.id}`)).body;
    expect([[200, 422, 'waived'], [422, 201, 'booked']]).toContainEqual([waiver.status, booking.status, state]);
    if (state === 'waived') await owner.delete(`/sessions/${session.id}/waiver`);
    else await owner.delete(`/bookings/${booking.body.id}`);
  });

  it('is the coordinator’s: a cluster is refused its own, and does not see another’s', async () => {
    const dublin = await signInBy(app.links['cluster Irish Software Innovation Network']!);
    const { programmeId, clusterId } = (await dublin.get('/me')).body;
    const all = await sessionsOf(owner, programmeId);
    const statusOf = async (session: SessionRow | undefined) => (await dublin.put(`/sessions/${session!.id}/waiver`, {})).body.code;
    expect([await statusOf(all.find((each) => each.clusterId === clusterId)), await statusOf(all.find((each) => each.clusterId !== clusterId))]).toEqual(['forbidden', 'not-found']);
  });
});

describe('a reminder', () => {
  it('is one mail to each person in their language, however often they are asked in a burst, about what is still open', async () => {
    const madrid = ['mapping', 'economics', 'business-models'].map((topic) => of('madrid', topic));
    const first = await owner.post(`/programmes/${made.id}/reminders`, { sessionIds: [madrid[0]!.id] });
    expect([first.status, first.body]).toEqual([202, { people: expect.any(Number), sessions: 1, clustersWithoutPeople: [] }]);
    await owner.post(`/programmes/${made.id}/reminders`, { sessionIds: madrid.map(({ id }) => id) });
    // Booked or waived before the mail leaves: it says nothing of it.
    await owner.put(`/sessions/${madrid[0]!.id}/waiver`, {});
    await dueNow();
    const { representatives } = (await owner.get(`/clusters/${made.clusters.madrid}`)).body;
    await until('the reminders are sent', async () => (await reminders()).filter(({ state }) => state === 'sent').length === representatives.length);
    const mails = (await owner.get('/mailbox')).body.items.filter(({ subject }: { subject: string }) => subject === reminderPhrases.es.subject(2, ''));
    expect(mails.map(({ to }: { to: string }) => to).toSorted()).toEqual(representatives.map(({ email }: { email: string }) => email).toSorted());
    expect(mails[0].text).toContain(`/book/${madrid[1]!.id}`);
    expect(mails[0].text).not.toContain(madrid[0]!.id);
    expect(await cellOf(madrid[1]!)).toMatchObject({ remindedAt: expect.stringMatching(/^20.*Z$/) });
    await owner.delete(`/sessions/${madrid[0]!.id}/waiver`);
  });

  it('is not sent when all was booked before it could leave', async () => {
    const session = of('copenhagen', 'mapping');
    await owner.post(`/programmes/${made.id}/reminders`, { sessionIds: [session.id] });
    const booking = (await owner.post(`/sessions/${session.id}/booking`, wish((await slotsOf(session))[0]!))).body;
    await dueNow();
    await until('it is withdrawn', async () => (await reminders()).filter(({ clusterId }) => clusterId === session.clusterId).every(({ state }) => state === 'superseded'));
    expect((await owner.post(`/programmes/${made.id}/reminders`, { sessionIds: [session.id] })).body.code).toBe('policy');
    await owner.delete(`/bookings/${booking.id}`);
  });

  it('names a session that is not there, and whom nobody represents', async () => {
    const refused = await owner.post(`/programmes/${made.id}/reminders`, { sessionIds: [sessions[0]!.id, 'ses_none'] });
    expect([refused.status, refused.body.errors]).toEqual([422, [{ path: 'body.sessionIds.1', message: 'no session of this programme has this id' }]]);
    const lonely = (await owner.post(`/programmes/${made.id}/clusters`, { name: 'Lonely', timeZone: 'Europe/Oslo' })).body;
    const session = (await sessionsOf(owner, made.id)).find(({ clusterId }) => clusterId === lonely.id);
    expect((await owner.post(`/programmes/${made.id}/reminders`, { sessionIds: [session!.id] })).body).toEqual({ people: 0, sessions: 1, clustersWithoutPeople: [lonely.id] });
    await owner.delete(`/clusters/${lonely.id}`);
  });

  it('is nobody’s but the coordinator’s to ask for or to see', async () => {
    const dublin = await signInBy(app.links['cluster Irish Software Innovation Network']!);
    const { programmeId } = (await dublin.get('/me')).body;
    const replies = [await dublin.post(`/programmes/${programmeId}/reminders`, { sessionIds: ['x'] }), await dublin.get(`/programmes/${programmeId}/reminders`), await dublin.get(`/programmes/${programmeId}/supply`)];
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe('the supply', () => {
  it('counts for each open session exactly what its list of slots has, and says why there is none', async () => {
    const topic = (await owner.post(`/programmes/${made.id}/topics`, { name: 'Taught by nobody', phaseId: made.phases['week-2'] })).body;
    const supply = (await owner.get(`/programmes/${made.id}/supply`)).body;
    const session = of('dublin', 'mapping');
    const slots = await slotsOf(session);
    expect(supply.sessions.find(({ sessionId }: { sessionId: string }) => sessionId === session.id)).toEqual({
      sessionId: session.id, free: slots.length, comfortable: slots.filter(({ comfort }) => comfort.cluster === 'day' && comfort.facilitator === 'day').length,
    });
    const untaught = (await sessionsOf(owner, made.id)).find(({ topicId }) => topicId === topic.id)!;
    expect(supply.sessions.find(({ sessionId }: { sessionId: string }) => sessionId === untaught.id)).toEqual({ sessionId: untaught.id, free: 0, comfortable: 0, reasons: [{ cause: 'no-facilitator', slots: 0 }] });
    expect(supply.topics.find(({ topicId }: { topicId: string }) => topicId === topic.id)).toEqual({ topicId: topic.id, openMinutes: 0 });
    expect(supply.phases.map(({ phaseId, demandMinutes }: { phaseId: string; demandMinutes: number }) => [phaseId, demandMinutes]).toSorted()).toEqual([
      [made.phases['week-2'], 15 * 60], [made.phases['week-3'], 10 * 60], [made.phases['week-4'], 10 * 60],
    ].toSorted());
    await owner.delete(`/topics/${topic.id}`);
  });
});

async function reminders(): Promise<{ state: string; clusterId: string }[]> {
  return (await owner.get(`/programmes/${made.id}/reminders`)).body.items;
}

/** The ten seconds that a reminder waits for company are over. */
async function dueNow(): Promise<void> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  await client.query("UPDATE reminders SET due_at = now() - interval '1 second' WHERE state = 'queued'");
  await client.end();
}
