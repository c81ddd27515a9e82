import ICAL from 'ical.js';
import type { Slot } from '../../shared/api/slots.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';

let app: App;
let owner: Api;
let made: Made;
const document = cecilInFuture();
const booked: { cluster: string; id: string; uid: string; facilitatorId: string; start: string; end: string }[] = [];

beforeAll(async () => {
  app = await startApp({ demo: true });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, document);
  for (const cluster of ['madrid', 'paris', 'dublin']) booked.push({ cluster, ...await book(cluster, 'mapping') });
});
afterAll(() => app.stop());

async function book(cluster: string, topic: string) {
  const session = (await sessionsOf(owner, made.id)).find((each) => each.clusterId === made.clusters[cluster] && each.topicId === made.topics[topic])!;
  const [slot] = (await owner.get(`/sessions/${session.id}/slots`)).body.slots as Slot[];
  return (await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot!.facilitatorId, start: slot!.start, needs: `what ${cluster} needs` })).body;
}

/** As a calendar program would: no token, no cookie. */
async function fetchFeed(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(app.url + new URL(url).pathname, { headers, method });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

function eventsIn(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

const timed = (text: string) => eventsIn(text).filter(({ startDate }) => !startDate.isDate).map(({ uid, startDate, endDate }) =>
  ({ uid, start: startDate.toJSDate().getTime(), end: endDate.toJSDate().getTime() }));
const expected = (list: typeof booked) => list.map(({ uid, start, end }) => ({ uid, start: Date.parse(start), end: Date.parse(end) }))
  .toSorted((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1));
const sorted = (list: ReturnType<typeof timed>) => list.toSorted((a, b) => a.start - b.start || (a.uid < b.uid ? -1 : 1));

const feedOf = {
  programme: async () => (await owner.get(`/programmes/${made.id}`)).body.feedUrl as string,
  facilitator: async (id: string) => (await owner.get(`/facilitators/${id}`)).body.feedUrl as string,
  cluster: async (key: string) => (await owner.get(`/clusters/${made.clusters[key]}`)).body.feedUrl as string,
  representative: async (key: string) => (await owner.get(`/clusters/${made.clusters[key]}`)).body.representatives[0].feedUrl as string,
};

it('shows a programme all its sessions, a facilitator theirs, a cluster and its representatives the cluster’s', async () => {
  expect(sorted(timed((await fetchFeed(await feedOf.programme())).text))).toEqual(expected(booked));
  const { facilitatorId } = booked[0]!;
  expect(sorted(timed((await fetchFeed(await feedOf.facilitator(facilitatorId))).text))).toEqual(expected(booked.filter((each) => each.facilitatorId === facilitatorId)));
  for (const feed of [await feedOf.cluster('madrid'), await feedOf.representative('madrid')]) {
    const { text } = await fetchFeed(feed);
    expect(timed(text)).toEqual(expected(booked.filter(({ cluster }) => cluster === 'madrid')));
    expect(text).not.toMatch(/Paris|Dublin|@.*\.example/i);
  }
});

it('shows classroom weeks as whole days, in every zone the same dates', async () => {
  const { text } = await fetchFeed(await feedOf.cluster('paris'));
  const days = eventsIn(text).filter(({ startDate }) => startDate.isDate).map(({ summary, startDate, endDate }) => [summary, startDate.toString(), endDate.toString()]);
  const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  expect(days).toEqual(document.phases.filter(({ mode }) => mode === 'classroom').map(({ name, startsOn, endsOn }) => [name, startsOn, dayAfter(endsOn)]));
});

it('is for reading only, named, and says how often to look again', async () => {
  const { headers, text } = await fetchFeed(await feedOf.cluster('madrid'));
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect([headers.get('cache-control'), headers.get('x-robots-tag'), headers.get('referrer-policy')]).toEqual(['private, max-age=300', 'noindex', 'no-referrer']);
  expect(text).not.toMatch(/^(METHOD|ORGANIZER|ATTENDEE|BEGIN:VALARM|BEGIN:VTIMEZONE)/m);
  expect(text.split('\r\n').filter((line) => /^(NAME|X-WR-CALNAME|REFRESH-INTERVAL|X-PUBLISHED-TTL)/.test(line)).map((line) => line.split(':')[0])).toEqual(
    ['NAME', 'X-WR-CALNAME', 'REFRESH-INTERVAL;VALUE=DURATION', 'X-PUBLISHED-TTL']);
});

it('is the same bytes under the same tag until something changes', async () => {
  const url = await feedOf.cluster('dublin');
  const first = await fetchFeed(url);
  const etag = first.headers.get('etag')!;
  expect(etag).toMatch(/^"[\w-]+"$/);
  for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    expect(await fetchFeed(url, { 'if-none-match': tags })).toMatchObject({ status: 304, text: '' });
  }
  expect((await fetchFeed(url, { 'if-none-match': '"other"' })).text).toBe(first.text);
  const head = await fetchFeed(url, {}, 'HEAD');
  expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);

  const { id } = booked.find(({ cluster }) => cluster === 'dublin')!;
  await owner.delete(`/bookings/${id}`);
  const after = await fetchFeed(url, { 'if-none-match': etag });
  expect([after.status, timed(after.text)]).toEqual([200, []]);
});

it('gives a phase that is moved a later stamp and the next sequence', async () => {
  const url = await feedOf.programme();
  const stamps = (text: string) => eventsIn(text).filter(({ startDate }) => startDate.isDate).map(({ sequence, component }) => [sequence, component.getFirstPropertyValue('dtstamp')!.toString()] as const);
  const before = stamps((await fetchFeed(url)).text);
  const [phase] = (await owner.get(`/programmes/${made.id}/phases`)).body.items;
  await owner.patch(`/phases/${phase.id}`, { name: 'The first week; in Madrid' });
  const after = stamps((await fetchFeed(url)).text);
  expect(after[0]![0]).toBe(before[0]![0] + 1);
  expect(after[0]![1] > before[0]![1]).toBe(true);
  expect(after.slice(1)).toEqual(before.slice(1));
});

it.each(['programme', 'facilitator', 'cluster', 'representative'] as const)('of a %s has another address once it is renewed, and the old one opens nothing', async (kind) => {
  const cluster = (await owner.get(`/clusters/${made.clusters.warsaw}`)).body;
  const path = { programme: `/programmes/${made.id}`, facilitator: `/facilitators/${made.facilitators[document.facilitators[1]!.key]}`, cluster: `/clusters/${cluster.id}`, representative: `/representatives/${cluster.representatives[0].id}` }[kind];
  const read = async () => (kind === 'representative' ? (await owner.get(`/clusters/${cluster.id}`)).body.representatives[0].feedUrl : (await owner.get(path)).body.feedUrl) as string;
  const old = await read();
  expect((await fetchFeed(old)).status).toBe(200);
  const renewed = await owner.post(`${path}/feed`);
  expect([renewed.status, renewed.body]).toEqual([200, { feedUrl: await read() }]);
  expect(renewed.body.feedUrl).not.toBe(old);
  expect([(await fetchFeed(old)).status, (await fetchFeed(renewed.body.feedUrl)).status]).toEqual([404, 200]);
});

it('opens to no guess, cut, swap or lengthening of its address', async () => {
  const [one, other] = [await feedOf.cluster('madrid'), await feedOf.cluster('paris')];
  const secretOf = (url: string) => /\.([\w-]{22})\.ics$/.exec(url)![1]!;
  const guesses = [
    one.replace(secretOf(one), secretOf(other)), one.replace(secretOf(one), ''), one.replace(secretOf(one), 'A'.repeat(22)), one.replace('.ics', 'A.ics'),
    one.replace(/feeds\/.*/, 'feeds/.ics'), one.replace(/feeds\/.*/, 'feeds/%00.ics'), one.replace('.ics', ''),
  ];
  expect(await Promise.all(guesses.map(async (url) => (await fetchFeed(url)).status))).toEqual(guesses.map(() => 404));
});

it('shows its address to its owner and to who runs the programme, and lets nobody else renew it', async () => {
  const madrid = await signInBy(app.links['cluster Madrid Audio Cluster'] ?? Object.entries(app.links).find(([who]) => who.startsWith('cluster'))![1]);
  const me = (await madrid.get('/me')).body;
  const own = (await madrid.get(`/clusters/${me.clusterId}`)).body;
  expect([own.feedUrl, own.representatives.find(({ id }: { id: string }) => id === me.id).feedUrl]).toEqual([expect.any(String), expect.any(String)]);
  expect(own.representatives.filter(({ id, feedUrl }: { id: string; feedUrl?: string }) => id !== me.id && feedUrl !== undefined)).toEqual([]);
  const programme = (await madrid.get(`/programmes/${me.programmeId}`)).body;
  expect([programme.feedUrl, programme.meetingAddress]).toEqual([undefined, undefined]);
  const { items } = (await madrid.get(`/programmes/${me.programmeId}/facilitators`)).body as { items: Record<string, unknown>[] };
  expect(items.flatMap((each) => ['feedUrl', 'email', 'meetingAddress'].filter((field) => field in each))).toEqual([]);
  for (const path of [`/programmes/${me.programmeId}`, `/facilitators/${items[0]!.id as string}`, `/clusters/${made.clusters.paris}`, '/representatives/rep_unknown', `/clusters/${items[0]!.id as string}`]) {
    expect([path, (await madrid.post(`${path}/feed`)).status]).toEqual([path, 404]);
  }
  expect((await madrid.post(`/clusters/${me.clusterId}/feed`)).status).toBe(200);
});

describe('whoever leaves', () => {
  it('takes no address along that still opens: the cluster’s, the programme’s, nor their own', async () => {
    const path = `/clusters/${made.clusters.madrid}`;
    const { representatives: [first] } = (await owner.get(path)).body;
    await owner.post(`${path}/representatives`, { name: 'Who stays', email: 'stays@example.org' });
    const cluster = (await owner.get(path)).body;
    await owner.delete(`${path}/representatives/${first.id}`);
    const left = await Promise.all([cluster.feedUrl, ...cluster.representatives.map(({ feedUrl }: { feedUrl: string }) => feedUrl)].map(async (url) => (await fetchFeed(url)).status));
    expect(left.toSorted()).toEqual([...cluster.representatives.slice(1).map(() => 200), 404, 404]);
    const coordinator = (await owner.post(`/programmes/${made.id}/coordinators`, { name: 'Who leaves', email: 'leaves@example.org' })).body;
    const known = await feedOf.programme();
    await owner.delete(`/coordinators/${coordinator.id}`);
    expect([(await fetchFeed(known)).status, (await fetchFeed(await feedOf.programme())).status]).toEqual([404, 200]);
  });

  it('leaves no open links behind where their place, and another address, is somebody else’s', async () => {
    const { facilitatorId, id } = booked[1]!;
    const opens = async (url: string) => (await fetch(app.url + new URL(url).pathname)).status;
    const feed = await feedOf.facilitator(facilitatorId);
    const link = await manageLinkOf(facilitatorId, id);
    const { name } = (await owner.get(`/facilitators/${facilitatorId}`)).body;
    await owner.patch(`/facilitators/${facilitatorId}`, { name: `${name} Second` });
    expect([await opens(feed), await opens(link)]).toEqual([200, 200]);
    await owner.patch(`/facilitators/${facilitatorId}`, { email: 'in.their.place@example.org' });
    expect([await opens(feed), await opens(link), await opens(await feedOf.facilitator(facilitatorId))]).toEqual([404, 404, 200]);
    const next = await manageLinkOf(facilitatorId, id);
    expect([next === link, await opens(next)]).toEqual([false, 200]);
  });
});

/** From the newest mail about the booking to its facilitator. */
async function manageLinkOf(facilitatorId: string, bookingId: string): Promise<string> {
  const { email } = (await owner.get(`/facilitators/${facilitatorId}`)).body;
  let found: string | undefined;
  await until('a mail with a link', async () => {
    const { items } = (await owner.get('/mailbox?limit=200')).body as { items: { to: string; text: string }[] };
    found = items.filter(({ to }) => to === email).map(({ text }) => new RegExp(`http\\S+/manage/${bookingId}\\.[\\w-]+`).exec(text)?.[0]).find((each) => each !== undefined);
    return found !== undefined;
  });
  return found!;
}
