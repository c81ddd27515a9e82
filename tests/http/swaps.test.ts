import type { SwapNotice } from '../../server/domain/notice.ts';
import { planningPhrases } from '../../server/mail/planning-phrases.ts';
import type { MailboxItem } from '../../shared/api/deliveries.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { sessionsOf } from '../support/programme.ts';
import { until } from '../support/until.ts';

let app: App;
let owner: Api;
let madrid: Api;
let paris: Api;
let programmeId: string;
beforeAll(async () => {
  app = await startApp({ demo: true });
  owner = apiOf(app.url);
  madrid = await signInBy(app.links['cluster Madrid Audio Cluster']!);
  paris = await signInBy(app.links['cluster CAP Digital']!);
  programmeId = (await madrid.get('/me')).body.programmeId;
});
afterAll(() => app.stop());

/** The mails that say so of a session, in whatever language. */
async function mailsAbout(sessionId: string, what: SwapNotice['what']): Promise<MailboxItem[]> {
  const subjects = Object.values(planningPhrases).map(({ swap }) => swap[what].subject('').trim());
  const items = (await owner.get('/mailbox')).body.items as MailboxItem[];
  return items.filter(({ subject, text }) => subjects.some((each) => subject.startsWith(each)) && text.includes(`/sessions/${sessionId}`));
}

/** Both clusters' session of one topic booked, on two days with one facilitator, so that either could have the other's place. */
async function bothBooked() {
  const mine = (await sessionsOf(madrid, programmeId)).find(({ state }) => state === 'open')!;
  const theirs = (await sessionsOf(paris, programmeId)).find((each) => (each as unknown as { topicId: string }).topicId === (mine as unknown as { topicId: string }).topicId)!;
  const { slots } = (await owner.get(`/sessions/${mine.id}/slots`)).body;
  const common = new Set((await owner.get(`/sessions/${theirs.id}/slots`)).body.slots.map(({ start, facilitatorId }: { start: string; facilitatorId: string }) => `${start} ${facilitatorId}`));
  const both = slots.filter(({ start, facilitatorId }: { start: string; facilitatorId: string }) => common.has(`${start} ${facilitatorId}`));
  const [first] = both;
  const second = both.find(({ start, facilitatorId }: { start: string; facilitatorId: string }) => facilitatorId === first.facilitatorId && start.slice(0, 10) !== first.start.slice(0, 10));
  const book = async (api: Api, id: string, slot: { start: string; facilitatorId: string }) => (await api.post(`/sessions/${id}/booking`, { start: slot.start, facilitatorId: slot.facilitatorId })).body;
  return { mine: await book(madrid, mine.id, first), theirs: await book(paris, theirs.id, second) };
}

it('changes two clusters’ places in one step once both have agreed, each booking with its own next revision', async () => {
  const { mine, theirs } = await bothBooked();
  const offered = (await madrid.get(`/bookings/${mine.id}/swaps`)).body;
  expect(offered).toEqual({ candidates: expect.arrayContaining([{ bookingId: theirs.id, facilitatorId: theirs.facilitatorId, start: theirs.start, end: theirs.end }]), swaps: [] });
  const asked = await madrid.post(`/bookings/${mine.id}/swaps`, { otherBookingId: theirs.id, note: 'We have a fair that day.' });
  expect([asked.status, asked.body]).toEqual([201, expect.objectContaining({ state: 'asked', role: 'asker', note: 'We have a fair that day.' })]);
  expect((await madrid.post(`/swaps/${asked.body.id}/agreement`)).status).toBe(403);
  await until('the other cluster to have mail', async () => (await mailsAbout(theirs.sessionId, 'asked')).length > 0);
  expect((await mailsAbout(theirs.sessionId, 'asked')).every(({ text }) => text.includes('> We have a fair that day.') && !text.includes('Madrid Audio'))).toBe(true);
  expect(await mailsAbout(mine.sessionId, 'asked')).toEqual([]);
  expect((await paris.get(`/programmes/${programmeId}/swaps`)).body.items).toEqual([{ ...asked.body, role: 'asked' }]);
  const agreed = await paris.post(`/swaps/${asked.body.id}/agreement`);
  expect([agreed.status, agreed.body.state]).toEqual([200, 'agreed']);
  const [after, theirsAfter] = [(await madrid.get(`/bookings/${mine.id}`)).body, (await paris.get(`/bookings/${theirs.id}`)).body];
  expect([after, theirsAfter]).toEqual([
    { ...mine, start: theirs.start, end: theirs.end, facilitatorId: theirs.facilitatorId, sequence: 1, version: 2 },
    { ...theirs, start: mine.start, end: mine.end, facilitatorId: mine.facilitatorId, sequence: 1, version: 2 },
  ]);
  expect((await paris.post(`/swaps/${asked.body.id}/agreement`)).status).toBe(422);
  await until('the answer to have come by mail', async () => (await mailsAbout(mine.sessionId, 'agreed')).length > 0);
  expect(await mailsAbout(theirs.sessionId, 'agreed')).toEqual([]);
});

it('is asked for once, however often and from both sides it is asked for at the same moment', async () => {
  const { mine, theirs } = await bothBooked();
  const asked = await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 === 0
    ? madrid.post(`/bookings/${mine.id}/swaps`, { otherBookingId: theirs.id })
    : paris.post(`/bookings/${theirs.id}/swaps`, { otherBookingId: mine.id }))));
  expect(asked.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 7 }, () => 422)]);
  const { swaps } = (await owner.get(`/bookings/${mine.id}/swaps`)).body;
  expect(swaps).toHaveLength(1);
  for (const each of [mine, theirs]) await owner.delete(`/bookings/${each.id}`);
});

it('moves nobody when one of them has gone elsewhere meanwhile', async () => {
  const bookedBy = async (api: Api) => (await sessionsOf(api, programmeId)).flatMap(({ booking }) => booking ?? [])[0]!;
  const [mine, theirs] = [await bookedBy(madrid), await bookedBy(paris)];
  const asked = await madrid.post(`/bookings/${mine.id}/swaps`, { otherBookingId: theirs.id });
  expect(asked.status).toBe(201);
  await owner.delete(`/bookings/${theirs.id}`);
  const refused = await owner.post(`/swaps/${asked.body.id}/agreement`);
  expect([refused.status, refused.body.code]).toEqual([422, 'policy']);
  expect((await owner.get(`/bookings/${mine.id}`)).body.start).toBe(mine.start);
});

it('is nobody else’s business, and can be taken back', async () => {
  const { mine, theirs } = await bothBooked();
  const asked = await madrid.post(`/bookings/${mine.id}/swaps`, { otherBookingId: theirs.id });
  const warsaw = await signInBy(app.links['cluster Mazovia Cluster ICT']!);
  expect((await warsaw.post(`/swaps/${asked.body.id}/agreement`)).status).toBe(404);
  expect((await warsaw.get(`/bookings/${mine.id}/swaps`)).status).toBe(404);
  expect((await warsaw.get(`/programmes/${programmeId}/swaps`)).body.items).toEqual([]);
  expect((await madrid.delete(`/swaps/${asked.body.id}`)).status).toBe(204);
  expect((await paris.get(`/programmes/${programmeId}/swaps`)).body.items.find(({ id }: { id: string }) => id === asked.body.id).state).toBe('withdrawn');
  const again = await madrid.post(`/bookings/${mine.id}/swaps`, { otherBookingId: theirs.id });
  expect((await paris.delete(`/swaps/${again.body.id}`)).status).toBe(204);
  await until('both to know how it ended', async () => (await mailsAbout(theirs.sessionId, 'withdrawn')).length > 0 && (await mailsAbout(mine.sessionId, 'declined')).length > 0);
});
