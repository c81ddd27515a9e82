import { Client } from 'pg';
import type { Slot } from '../../shared/api/slots.ts';
import { apiOf, type Api } from '../support/api.ts';
import { OWNER_TOKEN, startApp, type App } from '../support/app.ts';
import { beginEarlier } from '../support/past.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';

let app: App;
let owner: Api;
let made: Made;
beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
});
afterAll(() => app.stop());

interface Booked { id: string; sessionId: string; facilitatorId: string; start: string; uid: string; version: number; status: string }

async function book(cluster: string, topic = 'mapping'): Promise<Booked> {
  const session = (await sessionsOf(owner, made.id)).find((each) => each.clusterId === made.clusters[cluster] && each.topicId === made.topics[topic] && each.state === 'open')!;
  const [slot] = (await owner.get(`/sessions/${session.id}/slots`)).body.slots as Slot[];
  return (await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot!.facilitatorId, start: slot!.start, needs: 'Prices <b>&</b> members' })).body;
}

/** The newest manage link in everybody's mail about a booking, by address. */
async function linksOf(booking: Booked): Promise<Record<string, string>> {
  await until('its mail has left', async () => (await owner.get(`/programmes/${made.id}/deliveries?bookingId=${booking.id}&state=queued`)).body.items.length === 0);
  const { items } = (await owner.get('/mailbox?limit=500')).body as { items: { to: string; text: string; ics: string }[] };
  const mails = items.filter(({ ics }) => ics.replace(/\r\n /g, '').includes(booking.uid)).toReversed();
  return Object.fromEntries(mails.flatMap(({ to, text }) => {
    const link = /^http\S+\/manage\/\S+$/m.exec(text)?.[0];
    return link ? [[to, link]] : [];
  }));
}

const current = async ({ id }: Booked) => (await owner.get(`/bookings/${id}`)).body as Booked;
const emailsOf = async (key: string) => ((await owner.get(`/clusters/${made.clusters[key]}`)).body.representatives as { email: string }[]).map(({ email }) => email);
const firstLink = async (booking: Booked, key: string) => (await linksOf(booking))[(await emailsOf(key))[0]!]!;

async function open(link: string, { path = '', form, headers = {}, method = form ? 'POST' : 'GET' }: { path?: string; form?: Record<string, string>; headers?: Record<string, string>; method?: string } = {}) {
  const response = await fetch(app.url + new URL(link).pathname + path, { method, redirect: 'manual', headers, ...(form && { body: new URLSearchParams(form) }) });
  const html = await response.text();
  return {
    status: response.status, location: response.headers.get('location'), html,
    slots: [...html.matchAll(/name="slot" value="([^"]+)"/g)].map((match) => match[1]!),
    version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '',
    note: /class="note[^>]*>([^<]*)</.exec(html)?.[1] ?? null,
  };
}

async function everything(): Promise<unknown> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  const { rows } = await client.query(`SELECT (SELECT jsonb_agg(b ORDER BY id) FROM bookings b) AS bookings, (SELECT count(*) FROM changes) AS changes, (SELECT count(*) FROM deliveries) AS deliveries, (SELECT count(*) FROM personal_links) AS links`);
  await client.end();
  return rows[0];
}

describe('a personal link', () => {
  it('is another one for each person, and in their calendar’s event too', async () => {
    const booking = await book('madrid');
    const links = await linksOf(booking);
    const { email: host } = (await owner.get(`/facilitators/${booking.facilitatorId}`)).body;
    expect(Object.keys(links).toSorted()).toEqual([host, ...await emailsOf('madrid')].toSorted());
    expect(new Set(Object.values(links)).size).toBe(Object.keys(links).length);
    const { items } = (await owner.get('/mailbox?limit=500')).body as { items: { to: string; ics: string }[] };
    for (const [to, link] of Object.entries(links)) expect(items.find((each) => each.to === to)!.ics.replace(/\r\n /g, '')).toContain(`URL;VALUE=URI:${link}`);
  });

  it('changes nothing by being looked at, ten times, by whatever scans mail', async () => {
    const booking = await book('paris');
    const links = Object.values(await linksOf(booking));
    const before = await everything();
    for (const link of links) {
      for (const path of ['', '/cancel', '/move', '/end', '?said=moved']) {
        for (let time = 0; time < 10; time += 1) await open(link, { path, method: time % 2 ? 'HEAD' : 'GET' });
      }
    }
    // Nor do the room's door, the calendar file and the feed.
    const { joinUrl } = (await owner.get(`/bookings/${booking.id}`)).body;
    const { feedUrl } = (await owner.get(`/facilitators/${booking.facilitatorId}`)).body;
    for (const link of [joinUrl, feedUrl, `${app.url}/api/v1/bookings/${booking.id}/invite.ics`]) {
      const headers = link.includes('/api/') ? { authorization: `Bearer ${OWNER_TOKEN}` } : {};
      for (let time = 0; time < 10; time += 1) expect((await open(link, { headers, method: time % 2 ? 'HEAD' : 'GET' })).status).toBe(200);
    }
    expect(await everything()).toEqual(before);
  });

  it('moves the session to one of the free times it shows, and says so', async () => {
    const booking = await book('dublin');
    const link = await firstLink(booking, 'dublin');
    const page = await open(link);
    expect([page.status, page.slots.length > 3, page.slots.includes(`${booking.facilitatorId} ${booking.start}`)]).toEqual([200, true, false]);
    const [wish] = page.slots.slice(2);
    const moved = await open(link, { path: '/move', form: { slot: wish!, version: page.version, reason: 'A train <strike>' } });
    expect([moved.status, moved.location]).toEqual([303, `${new URL(link).pathname}?said=moved`]);
    expect(await current(booking)).toMatchObject({ facilitatorId: wish!.split(' ')[0], start: wish!.split(' ')[1], sequence: 1 });
    expect((await open(link, { path: '?said=moved' })).note).toBe('The session has moved. Everyone is told by mail.');
    expect(await linksOf(booking)).toMatchObject({ [(await emailsOf('dublin'))[0]!]: link });
  });

  it('cancels once asked twice, and then shows what is left to do', async () => {
    const booking = await book('copenhagen');
    const link = await firstLink(booking, 'copenhagen');
    const question = await open(link, { path: '/cancel' });
    expect([question.status, (await current(booking)).status]).toEqual([200, 'confirmed']);
    const cancelled = await open(link, { path: '/cancel', form: { version: question.version, reason: '' } });
    expect([cancelled.status, (await current(booking)).status]).toEqual([303, 'cancelled']);
    const after = await open(link, { path: '?said=wasCancelled' });
    expect([after.status, after.slots, after.html.includes(`/sessions/${booking.sessionId}`)]).toEqual([200, [], true]);
    expect((await open(link, { path: '/cancel', form: { version: question.version } })).status).toBe(303);
    expect((await open(link, { path: '/move', form: { slot: `${booking.facilitatorId} ${booking.start}`, version: '2' } })).status).toBe(409);
  });

  it('tells of a time that somebody else was quicker to take, of a change unseen, and of nothing chosen', async () => {
    const booking = await book('warsaw', 'internationalisation');
    const link = await firstLink(booking, 'warsaw');
    const page = await open(link);
    const rival = (await sessionsOf(owner, made.id)).find((each) => each.clusterId === made.clusters.madrid && each.topicId === made.topics.internationalisation)!;
    const theirs = new Set(((await owner.get(`/sessions/${rival.id}/slots`)).body.slots as Slot[]).map((slot) => `${slot.facilitatorId} ${slot.start}`));
    const wanted = page.slots.find((slot) => theirs.has(slot))!;
    const [facilitatorId, start] = wanted.split(' ');
    expect((await owner.post(`/sessions/${rival.id}/booking`, { facilitatorId, start })).status).toBe(201);
    const late = await open(link, { path: '/move', form: { slot: wanted, version: page.version } });
    expect([late.status, late.slots.includes(wanted), late.note]).toEqual([409, false, 'Ten termin został właśnie zajęty. Te są jeszcze wolne:']);
    const stale = await open(link, { path: '/move', form: { slot: page.slots.at(-1)!, version: '0' } });
    expect([stale.status, stale.note]).toEqual([409, 'Ktoś zmienił tymczasem to spotkanie. Teraz wygląda ono tak:']);
    for (const form of [{ version: page.version }, { slot: '', version: page.version }, { slot: 'x y', version: page.version }, { slot: page.slots[0]!, version: 'none' }]) {
      expect((await open(link, { path: '/move', form: form as Record<string, string> })).status).toBe(422);
    }
    expect(await current(booking)).toMatchObject({ start: booking.start, version: booking.version });
  });

  it('lets a facilitator move it to their own hours only', async () => {
    const booking = await book('madrid', 'economics');
    const { email } = (await owner.get(`/facilitators/${booking.facilitatorId}`)).body;
    const { slots } = await open((await linksOf(booking))[email]!);
    expect([slots.length > 0, slots.filter((slot) => !slot.startsWith(`${booking.facilitatorId} `))]).toEqual([true, []]);
  });

  it('opens one booking to one person: no guess, cut or swap of it opens anything', async () => {
    const [one, other] = [await book('paris', 'economics'), await book('dublin', 'economics')];
    const [mine, theirs] = [await firstLink(one, 'paris'), await firstLink(other, 'dublin')];
    const parts = (link: string) => /manage\/(.*)\.([\w-]{22})$/.exec(link)!.slice(1) as [string, string];
    const guesses = [`${parts(mine)[0]}.${parts(theirs)[1]}`, parts(mine)[0], `${parts(mine)[0]}.`, `${parts(mine)[0]}.${'A'.repeat(22)}`, `${parts(mine)[0]}.${parts(mine)[1]}A`, '%00'];
    const statuses = await Promise.all(guesses.map(async (guess) => (await open(`${app.url}/manage/${guess}`)).status));
    expect(statuses.every((status) => status === 404 || status === 400)).toBe(true);
    const foreign = await open(mine, { path: '/cancel', form: { version: '1' }, headers: { 'sec-fetch-site': 'cross-site' } });
    expect([foreign.status, (await current(one)).status]).toEqual([403, 'confirmed']);
  });

  it('ends when its person ends it, and the next mail brings another', async () => {
    const booking = await book('warsaw', 'economics');
    const [email] = await emailsOf('warsaw');
    const old = (await linksOf(booking))[email!]!;
    expect((await open(old, { path: '/end', form: {} })).status).toBe(200);
    expect((await open(old)).status).toBe(404);
    const slots = (await owner.get(`/sessions/${booking.sessionId}/slots?facilitatorId=${booking.facilitatorId}`)).body.slots as Slot[];
    await owner.patch(`/bookings/${booking.id}`, { start: slots.at(-1)!.start });
    const links = await linksOf(booking);
    expect(links[email!]).not.toBe(old);
    expect((await open(links[email!]!)).status).toBe(200);
    expect((await owner.delete(`/bookings/${booking.id}/links`)).status).toBe(204);
    expect(await Promise.all(Object.values(links).map(async (link) => (await open(link)).status))).toEqual(Object.values(links).map(() => 404));
    expect((await owner.delete('/bookings/bkg_unknown/links')).status).toBe(404);
  });

  it('ends with its person’s part in the session', async () => {
    const booking = await book('copenhagen', 'economics');
    const link = await firstLink(booking, 'copenhagen');
    await owner.patch(`/clusters/${made.clusters.copenhagen}`, { representatives: [{ name: 'Somebody Else', email: 'else@copenhagen.example' }] });
    expect((await open(link)).status).toBe(404);
    expect((await open((await linksOf(booking))['else@copenhagen.example']!)).status).toBe(200);
  });

  it('offers nothing to change once the session has begun, and shows what others wrote as they wrote it', async () => {
    const booking = await book('dublin', 'communication');
    const link = await firstLink(booking, 'dublin');
    expect((await open(link)).html).toContain('Prices &lt;b&gt;&amp;&lt;/b&gt; members');
    await beginEarlier(app, booking.id, 1);
    const begun = await open(link);
    expect([begun.status, begun.slots, begun.note]).toEqual([200, [], 'This session has begun; it can no longer be moved or cancelled.']);
    expect((await open(link, { path: '/cancel', form: { version: '1' } })).status).toBe(409);
  });
});
