import type { PreferenceRound } from '../../shared/api/planning.ts';
import type { Plan } from '../../shared/api/plans.ts';
import type { MailboxItem } from '../../shared/api/deliveries.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { cecilInFuture, makeProgramme, sessionsOf } from '../support/programme.ts';
import { until } from '../support/until.ts';

let app: App;
let owner: Api;
beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
});
afterAll(() => app.stop());

async function solved(programmeId: string, body: object): Promise<Plan> {
  const { body: { id } } = await owner.post<Plan>(`/programmes/${programmeId}/plans`, body);
  await until('the plan to be ready', async () => (await owner.get<Plan>(`/plans/${id}`)).body.state !== 'solving', 110);
  return (await owner.get<Plan>(`/plans/${id}`)).body;
}

const planning = { facilitators: 'any', orders: [{ before: 'mapping', after: 'economics', minimumGapMinutes: 1440 }], confirmWithinHours: 48, holidaysWorked: ['DK 2026-04-06'] };

it('come with a programme’s document, go out with it, and can be changed', async () => {
  const made = await makeProgramme(owner, { ...cecilInFuture(), planning });
  const orders = [{ before: made.topics.mapping, after: made.topics.economics, minimumGapMinutes: 1440 }];
  expect((await owner.get(`/programmes/${made.id}/planning`)).body).toEqual({ ...planning, orders });
  expect((await owner.get(`/programmes/${made.id}/export.json`)).body.planning).toEqual({ ...planning, orders: [{ before: 'topic-1', after: 'topic-2', minimumGapMinutes: 1440 }] });
  expect((await owner.put(`/programmes/${made.id}/planning`, { facilitators: 'each' })).body).toEqual({ facilitators: 'each', orders: [], confirmWithinHours: null, holidaysWorked: [] });
  expect((await owner.get(`/programmes/${made.id}/planning`)).body.facilitators).toBe('each');
});

it('refuse orders that go in a circle, and topics that are not there, by name', async () => {
  const made = await makeProgramme(owner, cecilInFuture());
  const { mapping, economics } = made.topics;
  const circle = await owner.put(`/programmes/${made.id}/planning`, { orders: [{ before: mapping, after: economics }, { before: economics, after: mapping }] });
  expect([circle.status, circle.body.errors]).toEqual([422, [{ path: 'body.orders.1.after', message: 'the orders go in a circle' }]]);
  const stray = await owner.put(`/programmes/${made.id}/planning`, { orders: [{ before: mapping, after: 'nonesuch' }] });
  expect([stray.status, stray.body.errors]).toEqual([422, [{ path: 'body.orders.0.after', message: 'no topic of this programme has this id' }]]);
});

it('are kept by plans: order and gap, and hours that a cluster has refused', async () => {
  const document = cecilInFuture();
  const made = await makeProgramme(owner, { ...document, planning: { ...planning, confirmWithinHours: null } });
  const week = document.phases.find(({ key }) => key === 'week-2')!;
  const monday = week.startsOn;
  const marked = await owner.put(`/clusters/${made.clusters.madrid}/preferences`, { marks: [{ date: monday, from: '00:00', to: '24:00', mark: 'no' }] });
  expect([marked.status, marked.body]).toEqual([200, { clusterId: made.clusters.madrid, timeZone: 'Europe/Madrid', marks: [{ date: monday, from: '00:00', to: '24:00', mark: 'no' }], version: 1 }]);
  const sessionIds = (await sessionsOf(owner, made.id)).filter(({ phaseId }) => phaseId === made.phases['week-2']).map(({ id }) => id);
  const plan = await solved(made.id, { sessionIds });
  expect([plan.placements.length, plan.proven]).toEqual([10, true]);
  for (const clusterId of Object.values(made.clusters)) {
    const at = (topicId: string | undefined, end: 'start' | 'end') => Date.parse(plan.placements.find((each) => each.clusterId === clusterId && each.topicId === topicId)![end]);
    expect(at(made.topics.economics, 'start') - at(made.topics.mapping, 'end')).toBeGreaterThanOrEqual(1440 * 60_000);
  }
  expect(plan.placements.filter((each) => each.clusterId === made.clusters.madrid && each.localStart.startsWith(monday))).toEqual([]);
}, 120_000);

it('let clusters confirm each place, which is kept for them meanwhile', async () => {
  const made = await makeProgramme(owner, { ...cecilInFuture(), planning });
  const sessionIds = (await sessionsOf(owner, made.id)).slice(0, 3).map(({ id }) => id);
  const plan = await solved(made.id, { sessionIds });
  const { letters } = (await owner.get(`/plans/${plan.id}/letters?sessionId=${sessionIds[0]}`)).body;
  expect(letters.map(({ method }: { method: string }) => method)).toEqual(letters.map(() => 'NOTICE'));
  expect(letters.length).toBeGreaterThan(0);
  const published = await owner.post(`/plans/${plan.id}/publication`);
  expect([published.status, published.body.booked, published.body.offered.length]).toEqual([200, [], 3]);
  // Without until when: a minute may have passed since.
  const said = ({ to, subject, text }: Pick<MailboxItem, 'to' | 'subject' | 'text'>) => ({ to, subject, paragraphs: text.split('\n\n').slice(0, -3) });
  const mailed = async () => ((await owner.get('/mailbox')).body.items as MailboxItem[]).map(said);
  const isThere = (letter: MailboxItem, mails: ReturnType<typeof said>[]) => mails.some(({ to }) => to === letter.to);
  await until('its people to be told what to confirm', async () => mailed().then((mails) => letters.every((letter: MailboxItem) => isThere(letter, mails))));
  expect(await mailed()).toEqual(expect.arrayContaining(letters.map(said)));
  const [offer] = published.body.offered;
  expect(Math.round((Date.parse(offer.expiresAt) - Date.now()) / 3_600_000)).toBe(48);
  const place = plan.placements.find(({ sessionId }) => sessionId === offer.sessionId)!;
  expect((await owner.get(`/sessions/${offer.sessionId}`)).body).toEqual(expect.objectContaining({ state: 'held', hold: expect.objectContaining({ id: offer.holdId, start: place.start }) }));
  const confirmed = await owner.post(`/sessions/${offer.sessionId}/booking`, { facilitatorId: place.facilitatorId, start: place.start, holdId: offer.holdId });
  expect([confirmed.status, confirmed.body.start]).toEqual([201, place.start]);
}, 120_000);

it('are preceded by a round of hours: who has marked, and one mail an hour to each person of those who have not', async () => {
  const made = await makeProgramme(owner, cecilInFuture());
  const { madrid, warsaw } = made.clusters as Record<string, string>;
  const day = cecilInFuture().phases.find(({ key }) => key === 'week-2')!.startsOn;
  await owner.put(`/clusters/${madrid}/preferences`, { marks: [{ date: day, from: '09:00', to: '11:30', mark: 'preferred' }, { date: day, from: '12:00', to: '24:00', mark: 'no' }] });
  const round = async () => (await owner.get(`/programmes/${made.id}/preferences`)).body.items as PreferenceRound[];
  const silent = (clusterId: string) => ({ clusterId, preferredMinutes: 0, refusedMinutes: 0, isMarked: false, askedAt: null });
  const ids = (await owner.get(`/programmes/${made.id}/clusters`)).body.items.map(({ id }: { id: string }) => id);
  expect(await round()).toEqual(ids.map((id: string) => (id === madrid ? { ...silent(id), preferredMinutes: 150, refusedMinutes: 720, isMarked: true } : silent(id))));

  const stray = await owner.post(`/programmes/${made.id}/preferences/reminders`, { clusterIds: [warsaw, 'nonesuch'] });
  expect([stray.status, stray.body.errors]).toEqual([422, [{ path: 'body.clusterIds.1', message: 'no cluster of this programme has this id' }]]);
  const nobody = (await owner.post(`/programmes/${made.id}/clusters`, { name: 'Nobody yet', timeZone: 'Europe/Riga', representatives: [] })).body.id;
  const people = (await owner.get(`/clusters/${warsaw}`)).body.representatives as { name: string; email: string }[];
  const ask = async (clusterIds: string[]) => (await owner.post(`/programmes/${made.id}/preferences/reminders`, { clusterIds })).body;
  expect(await ask([madrid!, warsaw!, nobody])).toEqual({ people: people.length, clustersWithoutPeople: [nobody] });
  expect(await ask([madrid!, warsaw!])).toEqual({ people: 0, clustersWithoutPeople: [] });
  expect((await round()).map(({ clusterId, askedAt }) => [clusterId, askedAt !== null])).toEqual([...ids, nobody].map((id) => [id, id === warsaw]));
  const asked = async () => ((await owner.get('/mailbox?limit=200')).body.items as MailboxItem[]).filter(({ text }) => text.includes('/hours'));
  await until('the mail to be there', async () => (await asked()).length === people.length);
  expect((await asked()).map(({ to, subject }) => ({ to, subject }))).toEqual(people.map(({ email }) => ({ to: email, subject: expect.stringContaining('?') })));
});
