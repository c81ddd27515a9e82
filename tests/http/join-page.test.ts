import type { Slot } from '../../shared/api/slots.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { beginEarlier } from '../support/past.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';

let app: App;
let owner: Api;
let made: Made;
beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
});
afterAll(() => app.stop());

/** A booking of that cluster's session of that topic with its first free facilitator. */
async function book(cluster: string, topic: string) {
  const session = (await sessionsOf(owner, made.id)).find((each) => each.clusterId === made.clusters[cluster] && each.topicId === made.topics[topic])!;
  const [slot] = (await owner.get(`/sessions/${session.id}/slots`)).body.slots as Slot[];
  return (await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot!.facilitatorId, start: slot!.start })).body as { id: string; joinUrl: string; facilitatorId: string; start: string };
}

async function pageOf(joinUrl: string, language = 'en') {
  const response = await fetch(app.url + new URL(joinUrl).pathname, { headers: { 'accept-language': language } });
  const html = await response.text();
  return { status: response.status, refresh: response.headers.get('refresh'), html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), way: /class="button" href="([^"]+)"/.exec(html)?.[1] ?? null };
}

const hoursIn = (start: string, timeZone: string) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(start));

it('shows both clocks, and no way in before the meeting opens', async () => {
  const booking = await book('madrid', 'mapping');
  const { status, text, way, refresh } = await pageOf(booking.joinUrl);
  const facilitator = (await owner.get(`/facilitators/${booking.facilitatorId}`)).body;
  expect([status, way, refresh]).toEqual([200, null, '30']);
  expect(text).toContain(hoursIn(booking.start, 'Europe/Madrid'));
  expect(text).toContain(hoursIn(booking.start, facilitator.timeZone));
  expect(text).toContain(`The meeting opens at ${hoursIn(new Date(Date.parse(booking.start) - 600_000).toISOString(), 'Europe/Madrid')} (Madrid), ten minutes before the start.`);
});

it('leads in from ten minutes before the start, to the same room each time, until it is over', async () => {
  const booking = await book('paris', 'mapping');
  await beginEarlier(app, booking.id, -11);
  expect((await pageOf(booking.joinUrl)).way).toBeNull();
  await beginEarlier(app, booking.id, -9);
  const { way } = await pageOf(booking.joinUrl);
  expect(way).toMatch(/^https:\/\/meet\.jit\.si\/visavis-[0-9a-f]{32}$/);
  expect(way).not.toContain(booking.joinUrl.split('/').at(-1));
  expect((await pageOf(booking.joinUrl)).way).toBe(way);
  await beginEarlier(app, booking.id, 91);
  expect(await pageOf(booking.joinUrl)).toMatchObject({ status: 200, way: null, text: expect.stringContaining('This session is over.') });
});

it('leads to the programme’s address, or the facilitator’s own, as they are at that moment', async () => {
  const booking = await book('dublin', 'mapping');
  await beginEarlier(app, booking.id, 1);
  expect((await owner.patch(`/programmes/${made.id}`, { meetingAddress: 'https://meet.example/{room}?a=1&b=2' })).status).toBe(200);
  expect((await pageOf(booking.joinUrl)).way).toMatch(/^https:\/\/meet\.example\/[0-9a-f]{32}\?a=1&amp;b=2$/);
  expect((await owner.patch(`/facilitators/${booking.facilitatorId}`, { meetingAddress: 'https://zoom.example/j/42' })).body.meetingAddress).toBe('https://zoom.example/j/42');
  expect((await pageOf(booking.joinUrl)).way).toBe('https://zoom.example/j/42');
  await owner.patch(`/facilitators/${booking.facilitatorId}`, { meetingAddress: null });
  await owner.patch(`/programmes/${made.id}`, { meetingAddress: null });
});

it.each(['http://meet.example/1', 'javascript:alert(1)', 'https://me:secret@meet.example', 'https://', 'https://meet.example/{name}', 'https://meet.example/a b'])('refuses %s as a meeting address', async (meetingAddress) => {
  const refused = await owner.patch(`/programmes/${made.id}`, { meetingAddress });
  expect([refused.status, refused.body.errors]).toEqual([422, [{ path: 'body.meetingAddress', message: expect.stringContaining('https://') }]]);
});

it.each([['es', 'La reunión se abre a las'], ['fr', 'La réunion ouvre à'], ['pl', 'Spotkanie otwiera się o'], ['da', 'Mødet åbner kl.'], ['de, en;q=0.5', 'The meeting opens at']])('speaks the language the browser asks for: %s', async (language, words) => {
  const booking = (await sessionsOf(owner, made.id)).find((each) => each.clusterId === made.clusters.madrid && each.booking)!.booking as unknown as { joinUrl: string };
  expect((await pageOf(booking.joinUrl, language)).text).toContain(words);
});

it('says that a session is cancelled, and that a link leads nowhere', async () => {
  const booking = await book('warsaw', 'mapping');
  await owner.delete(`/bookings/${booking.id}`);
  expect(await pageOf(booking.joinUrl)).toMatchObject({ status: 200, way: null, text: expect.stringContaining('This session is cancelled.') });
  expect(await pageOf(`${app.url}/join/guessed`)).toMatchObject({ status: 404, way: null });
});

