import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { until } from '../support/until.ts';

let sink: SmtpSink;
let app: App;
let owner: Api;
let made: Made;

beforeAll(async () => {
  sink = await startSmtpSink();
  app = await startApp({ env: { SMTP_URL: sink.url } });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
}, 30_000);
afterAll(async () => {
  await app.stop();
  await sink.close();
});

it('an invitation that failed before programme, topic and cluster were renamed is the same mail to the letter when it is tried again', async () => {
  // Each mail is heard to its end and refused; so there are two whole mails to compare.
  sink.script = { data: (_mail, time) => (time === 1 ? '554 not today' : 'take') };
  const session = (await sessionsOf(owner, made.id)).find(({ clusterId }) => clusterId === made.clusters.warsaw)!;
  const { slots } = (await owner.get(`/sessions/${session.id}/slots`)).body;
  const booked = await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slots[0].facilitatorId, start: slots[0].start });
  expect(booked.status).toBe(201);
  const failed = await deliveriesThat('failed');

  for (const path of [`/programmes/${made.id}`, `/topics/${session.topicId}`, `/clusters/${session.clusterId}`]) {
    expect((await owner.patch(path, { name: 'Renamed since' })).status).toBe(200);
  }
  for (const { id } of failed) expect((await owner.post(`/deliveries/${id}/retry`)).status).toBe(200);
  await deliveriesThat('sent');

  expect(sink.heard).toHaveLength(failed.length * 2);
  for (const { to, raw } of sink.taken) {
    expect(sink.heard.filter((mail) => mail.to === to)).toEqual([{ to, raw }, { to, raw }]);
    expect(raw).not.toContain('Renamed since');
  }
  expect(sink.taken).toHaveLength(failed.length);
}, 60_000);

/** All invitations of the programme, once they are all in that state. */
async function deliveriesThat(state: string): Promise<{ id: string }[]> {
  const all = async () => (await owner.get(`/programmes/${made.id}/deliveries`)).body.items as { id: string; state: string }[];
  await until(`every invitation is ${state}`, async () => {
    const items = await all();
    return items.length > 1 && items.every((each) => each.state === state);
  }, 30);
  return all();
}
