import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase } from '../../server/store/database.ts';
import { issueLink } from '../../server/usecases/signing-in/sign-in.ts';
import type { MailboxItem } from '../../shared/api/deliveries.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { crowd, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';

let app: App;
let owner: Api;
let made: Made;
let first: Api;
let second: Api;

beforeAll(async () => {
  app = await startApp({ demo: true });
  owner = apiOf(app.url);
  const { monday, document } = crowd({ clusters: 2, facilitators: 1 });
  // One hour in all the week, so that one booking takes all there is.
  const facilitators = document.facilitators.map((each) => ({ ...each, availability: { rules: [], overrides: [{ date: monday, spans: [{ from: '10:00', to: '11:00' }] }] } }));
  made = await makeProgramme(owner, { ...document, facilitators });
  await owner.post(`/programmes/${made.id}/coordinators`, { name: 'Who runs it', email: 'runs@example.org', language: 'da' });
  first = await signedIn('cluster-1');
  second = await signedIn('cluster-2');
});
afterAll(() => app.stop());

const mailTo = async (address: string, subject: RegExp): Promise<MailboxItem[]> =>
  ((await owner.get('/mailbox')).body.items as MailboxItem[]).filter((mail) => mail.to === address && subject.test(mail.subject));

/** As somebody of that cluster, by a link made for the purpose. */
async function signedIn(cluster: string): Promise<Api> {
  const { representatives } = (await owner.get(`/clusters/${made.clusters[cluster]}`)).body;
  const db = openDatabase(app.databaseUrl, { maximum: 1 });
  const token = await issueLink(db, { role: 'representative', id: representatives[0].id }, Date.now() as Instant, 10, false);
  await db.close();
  return signInBy(`${app.url}/sign-in?token=${token}`);
}

const sessionOf = async (api: Api) => (await sessionsOf(api, made.id))[0]!;

it('tells whoever waits, once, by mail and live, when a time comes free', async () => {
  const [mine, theirs] = [await sessionOf(first), await sessionOf(second)];
  const [slot] = (await first.get(`/sessions/${mine.id}/slots`)).body.slots;
  const booking = (await first.post(`/sessions/${mine.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start })).body;
  expect((await second.get(`/sessions/${theirs.id}/slots`)).body.slots).toEqual([]);

  expect((await second.put(`/sessions/${theirs.id}/waiting`, {})).body).toEqual({ sessionId: theirs.id, waiting: true });
  const { revision } = (await owner.get(`/programmes/${made.id}`)).body;
  await first.delete(`/bookings/${booking.id}`);
  await until('the mail is there', async () => (await mailTo('cluster-2@example.org', /^A time is free: topic-1$/)).length > 0);
  const [mail] = await mailTo('cluster-2@example.org', /^A time is free/);
  expect(mail!.text).toContain(`/book/${theirs.id}`);
  const { changes } = (await second.get(`/programmes/${made.id}/changes?after=${revision}`)).body;
  expect(changes.filter(({ data }: { data: { freed?: boolean } }) => data.freed)).toEqual([
    expect.objectContaining({ kind: 'session.changed', data: expect.objectContaining({ id: theirs.id, state: 'open', freed: true }) }),
  ]);
  expect((await second.get(`/sessions/${theirs.id}/waiting`)).body.waiting).toBe(false);

  // What comes free later is not told again.
  const hold = (await first.post(`/sessions/${mine.id}/holds`, { facilitatorId: slot.facilitatorId, start: slot.start })).body;
  await first.delete(`/holds/${hold.id}`);
  await second.put(`/sessions/${theirs.id}/waiting`, {});
  await second.delete(`/sessions/${theirs.id}/waiting`);
  expect((await mailTo('cluster-2@example.org', /^A time is free/)).length).toBe(1);
});

it('mails a question to whoever coordinates, in their language, to be answered to whoever asked', async () => {
  const session = await sessionOf(second);
  expect((await second.post(`/sessions/${session.id}/questions`, { text: '  ' })).body.errors[0].path).toBe('body.text');
  const asked = await second.post(`/sessions/${session.id}/questions`, { text: 'Is there an hour in the evening?\nOr on Friday?' });
  expect([asked.status, asked.body]).toEqual([202, { people: 1 }]);
  await until('the question has come', async () => (await mailTo('runs@example.org', /cluster-2 spørger om topic-1/)).length === 1);
  const [mail] = await mailTo('runs@example.org', /spørger/);
  expect(mail!.text).toContain('> Is there an hour in the evening?\n> Or on Friday?');
  expect(mail!.raw).toContain('Reply-To: "cluster-2" <cluster-2@example.org>');
});

describe('colleagues', () => {
  it('are named by those who act for the cluster, told by mail, and invited to what is booked', async () => {
    const session = await sessionOf(first);
    const [slot] = (await first.get(`/sessions/${session.id}/slots`)).body.slots;
    const booking = (await first.post(`/sessions/${session.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start })).body;
    const path = `/clusters/${made.clusters['cluster-1']}/representatives`;
    const named = await first.post(path, { name: 'Anna', email: 'anna@example.org', language: 'pl' });
    expect([named.status, named.body.representatives.map(({ name }: { name: string }) => name)]).toEqual([201, ['cluster-1', 'Anna']]);
    await until('Anna has been told', async () => (await mailTo('anna@example.org', /Reprezentujesz teraz: cluster-1/)).length === 1);
    await until('Anna is invited', async () => (await owner.get(`/programmes/${made.id}/deliveries?bookingId=${booking.id}`)).body.items
      .some(({ attendee }: { attendee: { name: string } }) => attendee.name === 'Anna'));
    expect((await first.post(path, { name: 'Again', email: 'ANNA@example.org' })).body.errors[0].path).toBe('body.email');
    expect((await second.post(path, { name: 'Spy', email: 'spy@example.org' })).status).toBe(404);

    const anna = named.body.representatives[1].id;
    expect((await first.delete(`${path}/${anna}`)).body.representatives.length).toBe(1);
    expect((await first.delete(`${path}/${anna}`)).status).toBe(404);
    const last = (await first.get('/me')).body.id;
    expect((await first.delete(`${path}/${last}`)).body.code).toBe('policy');
  });
});

it('lets people say which language they read and which clock they live by', async () => {
  expect((await second.get('/me')).body).toMatchObject({ language: 'en', timeZone: 'UTC' });
  expect((await second.patch('/me', { language: 'fr', timeZone: 'Asia/Singapore' })).status).toBe(204);
  expect((await second.get('/me')).body).toMatchObject({ language: 'fr', timeZone: 'Asia/Singapore' });
  await second.patch('/me', { timeZone: null });
  expect((await second.get('/me')).body).toMatchObject({ language: 'fr', timeZone: 'UTC' });
  expect((await second.patch('/me', { timeZone: 'CET+1' })).body.errors[0].path).toBe('body.timeZone');
  const nairobi = await signInBy(app.links['facilitator Quercus Group, Nairobi']!);
  expect((await nairobi.patch('/me', { timeZone: 'Europe/Madrid' })).body.code).toBe('policy');
  expect((await nairobi.patch('/me', { language: 'da' })).status).toBe(204);
});
