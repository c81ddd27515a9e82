import { Webhook } from 'standardwebhooks';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { startReceiver, type Receiver } from '../support/receiver.ts';
import { until } from '../support/until.ts';

let receiver: Receiver;
let app: App;
let owner: Api;
let coordinator: Api;
let programmeId: string;

beforeAll(async () => {
  receiver = await startReceiver();
  app = await startApp({ demo: true, env: { ALLOW_PRIVATE_HOSTS: receiver.host } });
  owner = apiOf(app.url);
  coordinator = await signInBy(app.links.coordinator!);
  programmeId = (await owner.get('/programmes')).body.items[0].id;
}, 60_000);
afterAll(async () => {
  await app.stop();
  await receiver.close();
});
beforeEach(() => {
  receiver.answer = 204;
  receiver.received.length = 0;
});
afterEach(async () => {
  for (const { id } of (await owner.get('/webhooks')).body.items) await owner.delete(`/webhooks/${id}`);
});

const rename = (name: string) => owner.patch(`/programmes/${programmeId}`, { name });
const kinds = () => receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);

it('sends changes that a Standard Webhooks library takes, and refuses once a letter of them is another', async () => {
  const { status, body: { id, secret, ...webhook } } = await coordinator.post('/webhooks', { url: receiver.url });
  expect(status).toBe(201);
  expect(webhook).toEqual({ programmeId, url: receiver.url, kinds: null, contact: null, on: true, offBecause: null, waiting: 0, createdAt: expect.any(String), version: 1 });
  await rename('Renamed');
  await until('both changes have come', () => receiver.received.length === 2);
  const { headers, body } = receiver.received[1]!;
  const library = new Webhook(secret);
  expect(library.verify(body, headers)).toEqual({
    type: 'programme.changed', timestamp: expect.stringMatching(/Z$/),
    data: { programmeId, revision: expect.any(Number), subject: { type: 'programme', id: programmeId }, actor: 'owner', data: expect.any(Object) },
  });
  expect(headers['content-type']).toBe('application/json');
  expect(() => library.verify(body.replace('owner', 'other'), headers)).toThrow('No matching signature found');
  expect(() => library.verify(body, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 1) })).toThrow('No matching signature found');
  expect(() => new Webhook('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=').verify(body, headers)).toThrow('No matching signature found');

  const { items } = (await coordinator.get(`/webhooks/${id}/deliveries`)).body;
  expect(items[0]).toEqual({
    id: headers['webhook-id'], programmeId, revision: items[0].revision, kind: 'programme.changed', state: 'delivered', tries: 1,
    nextTryAt: null, lastStatus: 204, lastError: null, queuedAt: expect.any(String), triedAt: expect.any(String),
  });
});

it('shows its secret once, and signs with both while it is renewed', async () => {
  const { id, secret } = (await owner.post('/webhooks', { url: receiver.url, programmeId })).body;
  const renewed = await owner.post(`/webhooks/${id}/secret`);
  expect([renewed.status, renewed.body.secret === secret]).toEqual([201, false]);
  await rename('Renamed again');
  await until('the changes have come', () => receiver.received.length === 3);
  for (const each of [secret, renewed.body.secret]) expect(new Webhook(each).verify(receiver.received[2]!.body, receiver.received[2]!.headers)).toBeTruthy();
  const shown = JSON.stringify([(await owner.get('/webhooks')).body, (await owner.get(`/webhooks/${id}`)).body, (await owner.get(`/programmes/${programmeId}/changes`)).body]);
  expect(shown).not.toContain('whsec_');
});

it('is off once its receiver says that it is gone; whoever made it gets a mail; switched on again, nothing is missing', async () => {
  const { id } = (await coordinator.post('/webhooks', { url: receiver.url, kinds: ['programme.changed'] })).body;
  await until('it was told of its own making', () => receiver.received.length === 1);
  receiver.answer = 410;
  await rename('While nobody listens');
  await until('it is off', async () => (await coordinator.get(`/webhooks/${id}`)).body.offBecause === 'gone');
  const letters = async () => (await owner.get('/mailbox')).body.items.filter(({ subject }: { subject: string }) => subject.includes(receiver.host));
  await until('its maker was told', async () => (await letters()).length === 1);
  const [letter] = await letters();
  expect([letter.to, letter.subject]).toEqual(['office@cecil.example', `Visavis no longer sends to ${receiver.host}`]);
  expect(letter.text).not.toContain('/hook');
  receiver.answer = 204;
  expect((await coordinator.patch(`/webhooks/${id}`, { on: true })).body).toMatchObject({ on: true, offBecause: null });
  await until('all is there', () => receiver.received.length === 4);
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])[1]).toBe(receiver.received[2]!.headers['webhook-id']);
  const again = (await coordinator.get(`/webhooks/${id}/deliveries`)).body.items.at(-1);
  expect((await coordinator.post(`/webhooks/${id}/deliveries/${again.id}/redelivery`)).status).toBe(202);
  await until('it came once more', () => receiver.received.length === 5);
  expect(receiver.received[4]!.headers['webhook-id']).toBe(again.id);
  expect(new Set(kinds())).toEqual(new Set(['programme.changed']));
});

it('does not follow a redirect', async () => {
  receiver.answer = 302;
  const { id } = (await owner.post('/webhooks', { url: receiver.url, programmeId })).body;
  await rename('Redirected');
  await until('it was refused', async () => (await owner.get(`/webhooks/${id}/deliveries`)).body.items.at(-1)?.lastError === 'the receiver answered 302');
  expect(receiver.received).toHaveLength(1);
});

it.each([
  'http://127.0.0.1/hook', 'http://127.0.0.1:9/hook', 'http://localhost/hook', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://0/', 'http://2130706433/', 'http://0x7f.1/',
  'http://169.254.169.254/latest/meta-data', 'http://10.0.0.8/', 'https://192.168.1.1/', 'http://[fe80::1]/', 'https://example.org:22/', 'http://127.0.0.1./',
])('refuses %s at once', async (url) => {
  const refused = await owner.post('/webhooks', { url, programmeId });
  expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([422, 'invalid', 'body.url']);
});

it.each(['ftp://example.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'https://user:secret@example.org/', 'example.org', ''])('takes %s for no address', async (url) => {
  expect((await owner.post('/webhooks', { url, programmeId })).body.errors[0].path).toBe('body.url');
});

it('is for those who run the programme, and for each their own', async () => {
  const own = (await coordinator.post('/webhooks', { url: receiver.url })).body;
  const all = (await owner.post('/webhooks', { url: receiver.url })).body;
  expect(all.programmeId).toBeNull();
  expect((await coordinator.get('/webhooks')).body.items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
  expect((await coordinator.get(`/webhooks/${all.id}`)).status).toBe(404);
  expect((await coordinator.delete(`/webhooks/${all.id}`)).status).toBe(404);
  expect((await coordinator.post('/webhooks', { url: receiver.url, programmeId: 'pro_none' })).status).toBe(404);
  const cluster = await signInBy(Object.entries(app.links).find(([who]) => who.startsWith('cluster'))![1]);
  expect((await cluster.get('/webhooks')).body.items).toEqual([]);
  expect((await cluster.post('/webhooks', { url: receiver.url })).status).toBe(403);
  for (const path of [`/webhooks/${own.id}`, `/webhooks/${own.id}/deliveries`]) expect((await cluster.get(path)).status).toBe(404);
  expect((await cluster.post(`/webhooks/${own.id}/secret`)).status).toBe(404);
});
