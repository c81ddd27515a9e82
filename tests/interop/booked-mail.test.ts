import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import type { Slot } from '../../shared/api/slots.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { readersHere, readWithLibical } from '../support/ical-readers.ts';
import { faultsOf } from '../support/ical-readers-lint.ts';
import { cecil } from '../../server/demo/cecil.ts';
import { movedTo, nextMonday } from '../../server/demo/moved.ts';
import { makeProgramme, sessionsOf, type Document, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';

/** What the mail of each language calls the cities of the programme. */
const cityIn: Record<string, Record<string, string>> = {
  'Europe/Madrid': { es: 'Madrid', en: 'Madrid', da: 'Madrid' },
  'Europe/Paris': { fr: 'Paris', en: 'Paris', da: 'Paris' },
  'Europe/Warsaw': { pl: 'Warszawa', en: 'Warsaw', da: 'Warszawa' },
  'Europe/Dublin': { en: 'Dublin', da: 'Dublin' },
  'Europe/Copenhagen': { da: 'København', en: 'Copenhagen', es: 'Copenhague', fr: 'Copenhague', pl: 'Kopenhaga' },
  'Africa/Nairobi': { en: 'Nairobi', es: 'Nairobi', fr: 'Nairobi', pl: 'Nairobi', da: 'Nairobi' },
  'America/Los_Angeles': { en: 'Los Angeles' },
  'Asia/Singapore': { en: 'Singapore', es: 'Singapur', fr: 'Singapour', pl: 'Singapur', da: 'Singapore' },
};

interface Booked {
  season: string;
  cluster: Document['clusters'][number];
  facilitator: Document['facilitators'][number];
  booking: { id: string; uid: string; start: string; end: string; joinUrl: string };
  mails: { to: string; text: string; ics: string; raw: string }[];
  feeds: string[];
}

let app: App;
let owner: Api;
let booked: Booked[];

/** Mondays on which the programme begins, so that its virtual weeks are such as these. */
const seasons = { winter: mondayIn(1), summer: mondayIn(7), 'spring’s change of clocks': twoWeeksBeforeChange(3), 'autumn’s change of clocks': twoWeeksBeforeChange(10) };

beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
  const pairs: Omit<Booked, 'mails' | 'feeds'>[] = [];
  const feeds = new Map<string, string[]>();
  for (const [season, monday] of Object.entries(seasons)) {
    const document = movedTo(cecil, monday);
    const made = await makeProgramme(owner, document);
    pairs.push(...await bookEveryPair(season, document, made));
    await until('every mail is sent', async () => (await owner.get(`/programmes/${made.id}/deliveries?state=queued&limit=1`)).body.items.length === 0, 40);
    feeds.set(season, await feedsOf(made.id));
  }
  const mails: Booked['mails'] = [];
  for (let cursor = ''; cursor !== 'null';) {
    const { items, nextCursor } = (await owner.get(`/mailbox?limit=500${cursor && `&cursor=${cursor}`}`)).body as { items: Booked['mails']; nextCursor: string | null };
    mails.push(...items);
    cursor = String(nextCursor);
  }
  booked = pairs.map((pair) => ({ ...pair, feeds: feeds.get(pair.season)!, mails: mails.filter(({ ics }) => ics.includes(pair.booking.uid.split('@')[0]!)) }));
}, 120_000);
afterAll(() => app.stop());

/** Next year, when all of it lies ahead. */
function mondayIn(month: number): string {
  return nextMonday(`${new Date().getFullYear() + 1}-${String(month).padStart(2, '0')}-10`);
}

/** Europe's clocks change on the month's last Sunday, which then ends the first of the virtual weeks. */
function twoWeeksBeforeChange(month: number): string {
  const lastDay = new Date(Date.UTC(new Date().getFullYear() + 1, month, 0));
  return new Date(lastDay.getTime() - (lastDay.getUTCDay() + 13) * 86_400_000).toISOString().slice(0, 10);
}

async function feedsOf(programmeId: string): Promise<string[]> {
  const lists = await Promise.all(['facilitators', 'clusters'].map(async (list) => (await owner.get(`/programmes/${programmeId}/${list}`)).body.items as { feedUrl: string }[]));
  const urls = [...lists.flat(), (await owner.get(`/programmes/${programmeId}`)).body as { feedUrl: string }].map(({ feedUrl }) => app.url + new URL(feedUrl).pathname);
  return Promise.all(urls.map(async (url) => (await fetch(url)).text()));
}

it('there is a booking of every cluster with every facilitator who teaches it something, in every season', () => {
  expect(Object.keys(seasons).map((season) => booked.filter((each) => each.season === season).length)).toEqual([20, 20, 20, 20]);
  expect(booked.map(({ cluster, mails }) => mails.length - cluster.representatives.length)).toEqual(booked.map(() => 1));
});

it('the weeks are such as they are said to be: in Copenhagen the hours from UTC differ, and differ within the weeks of change', () => {
  const offsets = Object.keys(seasons).map((season) => [...new Set(booked.filter((each) => each.season === season).map(({ booking }) => offsetOf(booking.start, 'Europe/Copenhagen')))].toSorted());
  expect(offsets).toEqual([[1], [2], [1, 2], [1, 2]]);
});

it('the page of each names both cities’ hours, and so does the facilitator’s own', async () => {
  for (const { cluster, facilitator, booking, mails } of booked) {
    const own = mails.find(({ to }) => to === facilitator.email)!;
    const pages = [booking.joinUrl, /^http\S+\/manage\/\S+$/m.exec(own.text)![0]];
    for (const page of pages) {
      const html = await (await fetch(app.url + new URL(page).pathname)).text();
      const shown = [...html.matchAll(/<time datetime="([^"]+)">(\d\d)[:.](\d\d)–/g)].map(([, instant, hour, minute]) => `${instant} ${hour}:${minute}`);
      const hours = new Set([cluster.timeZone, facilitator.timeZone, ...cluster.representatives.flatMap((each) => ('timeZone' in each && each.timeZone ? [each.timeZone] : []))]
        .map((zone) => `${new Date(booking.start).toISOString()} ${clock(booking.start, zone, 'en')}`));
      expect([shown.length > 0, shown.filter((each) => !hours.has(each))]).toEqual([true, []]);
    }
  }
});

it('every feed it belongs in names the same instant under the same UID', () => {
  for (const { booking, feeds } of booked) {
    const spans = feeds.map((feed) => feed.replaceAll('\r\n ', '')).filter((feed) => feed.includes(`UID:${booking.uid}`))
      .map((feed) => /DTSTART:(\w+)\r\nDTEND:(\w+)/.exec(feed.slice(feed.indexOf(`UID:${booking.uid}`)))!.slice(1));
    // The programme's, the cluster's and the facilitator's.
    expect(spans).toEqual(Array.from({ length: 3 }, () => [booking.start, booking.end].map((instant) => instant.replaceAll(/[-:]/g, ''))));
  }
});

function offsetOf(instant: string, timeZone: string): number {
  const [hour, utc] = [Number(clock(instant, timeZone, 'en').slice(0, 2)), new Date(instant).getUTCHours()];
  return (hour - utc + 24) % 24;
}

it('each side’s mail names both cities’ times, its reader’s first', () => {
  for (const { cluster, facilitator, booking, mails } of booked) {
    for (const { to, text } of mails) {
      const [zone, other, language] = whoReads(to, cluster, facilitator);
      const lines = [zone, other].map((each) => `${cityIn[each]![language]!}: … ${clock(booking.start, each, language)}`);
      const written = text.split('\n').filter((line) => /^\S[^:]*: .*\d\d[:.]\d\d–/.test(line)).map((line) => line.replace(/\s?: .*?(\d\d[:.]\d\d)–.*$/, ': … $1'));
      // One line serves for both where both cities are one.
      expect([to, written]).toEqual([to, [...new Set(lines)]]);
    }
  }
});

/** The reader's zone, the other side's, and the reader's language. */
function whoReads(to: string, cluster: Booked['cluster'], facilitator: Booked['facilitator']): [string, string, string] {
  if (to === facilitator.email) return [facilitator.timeZone, cluster.timeZone, facilitator.language];
  const representative = cluster.representatives.find(({ email }) => email === to)!;
  const zone = 'timeZone' in representative ? representative.timeZone : undefined;
  return [zone ?? cluster.timeZone, facilitator.timeZone, representative.language];
}

it('each carries one calendar part in the form calendars look for, which ical.js and our lint accept', async () => {
  for (const { booking, mails, season } of booked) {
    for (const mail of mails) {
      expect(faultsOf(mail.ics)).toEqual([]);
      const event = new ICAL.Event(new ICAL.Component(ICAL.parse(mail.ics)).getFirstSubcomponent('vevent')!);
      expect([event.uid, event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()])
        .toEqual([booking.uid, ...[booking.start, booking.end].map((instant) => new Date(instant).toISOString())]);
      // Its form has no seasons.
      if (season !== 'winter') continue;
      const parsed = await simpleParser(mail.raw);
      expect(parsed.attachments.map(({ contentType, filename }) => [contentType, filename ?? null])).toEqual([['text/calendar', null], ['application/ics', 'invite.ics']]);
      expect(mail.raw).toContain('method=REQUEST');
    }
  }
});

it('the file to keep names the same instant under the same UID', async () => {
  for (const { booking } of booked) {
    const { body, headers } = await owner.get<string>(`/bookings/${booking.id}/invite.ics`);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(faultsOf(body)).toEqual([]);
    expect(body).toContain(`UID:${booking.uid}`);
    expect(body).toContain(`DTSTART:${booking.start.replaceAll(/[-:]/g, '')}`);
  }
});

const withLibical = readersHere.libical || process.env.CI ? describe : describe.skip;

withLibical(`libical${readersHere.libical ? '' : ', which is not installed'}`, () => {
  it('accepts every one, and reads the same instant', () => {
    const mails = booked.flatMap(({ booking, mails: all }) => all.map(({ ics }) => ({ booking, ics })));
    expect(readWithLibical(mails.map(({ ics }) => ics))).toEqual(mails.map(({ booking }) => ({
      complaints: [], method: 'REQUEST', uid: booking.uid, start: Date.parse(booking.start) / 1000, end: Date.parse(booking.end) / 1000,
    })));
  });
});

/** Books, one after the other, a session of each cluster with each facilitator; cancels none. */
async function bookEveryPair(season: string, document: Document, made: Made): Promise<Omit<Booked, 'mails' | 'feeds'>[]> {
  const sessions = await sessionsOf(owner, made.id);
  const used = new Set<string>();
  const pairs: Omit<Booked, 'mails' | 'feeds'>[] = [];
  for (const facilitator of document.facilitators) {
    for (const cluster of document.clusters) {
      const session = sessions.find((each) => each.clusterId === made.clusters[cluster.key] && !used.has(each.id)
        && facilitator.topics.some((key) => made.topics[key] === each.topicId));
      if (!session) throw new Error(`${facilitator.key} has nothing left to teach ${cluster.key}`);
      const { slots } = (await owner.get(`/sessions/${session.id}/slots?outsideHours=1&facilitatorId=${made.facilitators[facilitator.key]}`)).body as { slots: Slot[] };
      const { body } = await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slots[0]!.facilitatorId, start: slots[0]!.start, needs: 'Zażółć gęślą jaźń, 100 %' });
      used.add(session.id);
      pairs.push({ season, cluster, facilitator, booking: body });
    }
  }
  return pairs;
}

function clock(instant: string, timeZone: string, language: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
  return language === 'da' ? time.replace(':', '.') : time;
}
