// `npm run pictures`: the screens as they are, on the demo programme, into docs/pictures.
import { createServer } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startDemo } from '../support/demo.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const pictures = path.join(root, 'docs/pictures');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const desktop = { viewport: { width: 1280, height: 860 } };
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', deviceScaleFactor: 1.25 };
/** Of WebP, 0 to 1: as small as letters bear. */
const QUALITY = 0.4;

const calendar = await serveCalendar();
const { url, links, stop } = await startDemo({ ALLOW_PRIVATE_HOSTS: `127.0.0.1:${calendar.address().port}` });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
const converter = await browser.newPage();
mkdirSync(pictures, { recursive: true });
try {
  await takeAll();
} finally {
  await browser.close();
  calendar.close();
  await stop();
}

async function takeAll() {
  const dublin = await open('cluster Irish Software Innovation Network', desktop);
  await take(dublin, 'my-programme');
  const [first, second] = await bookable(dublin);
  await dublin.goto(first);
  await dublin.locator('.slot').nth(4).click();
  await dublin.locator('.bar-main .strip-row').first().waitFor();
  await take(dublin, 'book');
  await dublin.locator('.bar-button button').click();
  await dublin.locator('textarea').fill('We would like to map who in our region could join, and what they would gain.');
  await take(dublin, 'hold');
  await dublin.getByRole('button', { name: /confirm/i }).click();
  await dublin.getByRole('heading', { level: 1, name: /booked/i }).waitFor();
  await dublin.locator('a[href$="invite.ics"]').waitFor();
  await take(dublin, 'booked');

  const pocket = await open('cluster Irish Software Innovation Network', phone);
  await pocket.goto(second);
  await pocket.locator('.slot').nth(2).click();
  await take(pocket, 'book-phone-dark');

  const warsaw = await open('cluster Mazovia Cluster ICT', phone);
  await take(warsaw, 'my-programme-phone-polish');
  await warsaw.goto(`${url}/book/all`);
  await warsaw.locator('.all-choice').first().waitFor();
  await take(warsaw, 'all-times-phone-polish');

  await takeSwap(dublin);
  await dublin.goto(`${url}/hours`);
  await paintHours(dublin);
  await take(dublin, 'hours');
  await pocket.goto(`${url}/hours`);
  await pocket.locator('.mark-grid').waitFor();
  await take(pocket, 'hours-phone-dark');

  const facilitator = await open(`facilitator ${await giverOf(dublin)}`, desktop);
  await facilitator.locator('.free-hours').first().waitFor();
  await take(facilitator, 'today');
  await facilitator.goto(`${url}/availability`);
  await addCalendar(facilitator);
  await take(facilitator, 'availability');

  const office = await open('coordinator', desktop);
  await office.locator('.everyone').waitFor();
  await take(office, 'coverage');
  await office.locator('.cell-booked').first().click();
  await office.locator('.invitation').nth(1).waitFor();
  await take(office, 'cell');
  for (const name of ['people', 'log', 'day', 'changes', 'outlook', 'programme']) {
    await office.goto(`${url}/${name}`);
    await office.locator('.party, .log tbody tr, .day-item, .fit, .rules-card').first().waitFor();
    await take(office, name);
  }
  await takePrograms(office);
  await takeSetup(office);
  await takePublic(office);
  await office.goto(`${url}/plan`);
  await office.getByRole('button', { name: 'Plan the rest' }).click();
  await office.locator('.plan-place').first().waitFor({ timeout: 120_000 });
  await office.evaluate(() => scrollTo(0, 0));
  await take(office, 'plan');
  await office.getByRole('button', { name: 'Discard' }).click();
  await office.goto(`${url}/mailbox`);
  await office.locator('a[href^="/mailbox/"]').first().click();
  await take(office, 'mailbox');

  const pocketOffice = await open('coordinator', phone);
  await take(pocketOffice, 'coverage-phone-dark');
  const stranger = await (await browser.newContext({ locale: 'en-GB', ...desktop })).newPage();
  await stranger.goto(links.coordinator);
  await stranger.getByRole('button').waitFor();
  await take(stranger, 'sign-in-link');
}

/** A webhook and a token; the secret on the picture opens nothing once the demo is gone. */
async function takePrograms(office) {
  const { programmeId } = await (await office.request.get(`${url}/api/v1/me`)).json();
  await office.request.post(`${url}/api/v1/webhooks`, { data: { programmeId, url: 'https://example.org/visavis' } });
  await office.request.post(`${url}/api/v1/tokens`, { data: { name: 'Our website', scopes: ['read'] } });
  await office.goto(`${url}/programs`);
  await office.locator('.party').nth(1).waitFor();
  await take(office, 'programs');
}

/** A programme from a spreadsheet with one row to mend, and what would come of it. */
async function takeSetup(office) {
  const { programmeId } = await (await office.request.get(`${url}/api/v1/me`)).json();
  const document = await (await office.request.get(`${url}/api/v1/programmes/${programmeId}/export.json`)).json();
  const draft = await (await office.request.post(`${url}/api/v1/drafts`, { data: { name: 'Baltic excellence', document: { ...document, programme: { ...document.programme, name: 'Baltic excellence' } } } })).json();
  await office.goto(`${url}/setup/${draft.id}?step=clusters`);
  const rows = ['Organisation;Person;Mail address;Time zone', 'Baltic Maritime;Kai Tamm;kai@baltic.example;Europe/Tallinn', 'Nordic Sails;Juhan;juhan at nordic;Helsinkki'];
  await office.locator('.sheet input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await office.locator('.aside').waitFor();
  await take(office, 'setup-people');
  await office.getByRole('button', { name: 'Leave this row out' }).click();
  await office.goto(`${url}/setup/${draft.id}?step=review`);
  await office.locator('.common').waitFor();
  await take(office, 'setup-review');
  await office.goto(`${url}/setup`);
  await office.locator('.party').first().waitFor();
  await take(office, 'setup');
}

/** What the links of an invitation open, without signing in. */
async function takePublic(office) {
  const { sessions } = await ofViewer(office);
  const { items } = await (await office.request.get(`${url}/api/v1/mailbox?limit=200`)).json();
  const stranger = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false, ...desktop })).newPage();
  const local = (address) => address.replace(/^http:\/\/localhost:\d+/, url);
  await stranger.goto(local(sessions.find(({ booking }) => booking).booking.joinUrl));
  await take(stranger, 'join', false);
  const manage = items.map(({ text }) => /http\S+\/manage\S+/.exec(text)?.[0]).find(Boolean);
  await stranger.goto(local(manage));
  await take(stranger, 'manage', false);
  await stranger.goto(`${url}/privacy`);
  await take(stranger, 'privacy', false);
}

/** Another cluster asks for the place that Dublin has booked. */
async function takeSwap(dublin) {
  const { sessions } = await ofViewer(dublin);
  const mine = sessions.find(({ booking }) => booking);
  const madrid = await open('cluster Madrid Audio Cluster', desktop);
  const theirs = (await ofViewer(madrid)).sessions.find(({ topicId }) => topicId === mine.topicId);
  const { slots } = await (await madrid.request.get(`${url}/api/v1/sessions/${theirs.id}/slots`)).json();
  for (const { start, facilitatorId } of slots.filter((slot) => slot.start.slice(0, 10) !== mine.booking.start.slice(0, 10))) {
    const booking = await (await madrid.request.post(`${url}/api/v1/sessions/${theirs.id}/booking`, { data: { start, facilitatorId } })).json();
    const asked = await madrid.request.post(`${url}/api/v1/bookings/${booking.id}/swaps`, { data: { otherBookingId: mine.booking.id, note: 'We have a fair that day. Would you change with us?' } });
    if (asked.ok()) break;
    await madrid.request.delete(`${url}/api/v1/bookings/${booking.id}`);
  }
  await dublin.goto(`${url}/sessions/${mine.id}`);
  await dublin.locator('#swaps').scrollIntoViewIfNeeded();
  await dublin.locator('.facts').waitFor();
  await take(dublin, 'swap');
}

async function ofViewer(page) {
  const { programmeId } = await (await page.request.get(`${url}/api/v1/me`)).json();
  const { items } = await (await page.request.get(`${url}/api/v1/programmes/${programmeId}/sessions`)).json();
  return { programmeId, sessions: items };
}

async function giverOf(page) {
  const { programmeId, sessions } = await ofViewer(page);
  const { items } = await (await page.request.get(`${url}/api/v1/programmes/${programmeId}/facilitators`)).json();
  return items.find(({ id }) => id === sessions.find(({ booking }) => booking).booking.facilitatorId).name;
}

async function paintHours(page) {
  await page.locator('.mark-grid').waitFor();
  for (const [mark, from, to] of [['Preferred', '0 4', '2 9'], ['No', '4 4', '4 17'], ['Possible', '0 12', '3 17']]) {
    await page.getByRole('radio', { name: mark, exact: true }).check();
    const [a, b] = [await page.locator(`[data-place="${from}"]`).boundingBox(), await page.locator(`[data-place="${to}"]`).boundingBox()];
    await page.mouse.move(a.x + 9, a.y + 9);
    await page.mouse.down();
    await page.mouse.move(b.x + 9, b.y + 9, { steps: 3 });
    await page.mouse.up();
  }
}

/** A calendar of the facilitator's own that is taken in two places of the week that is shown. */
async function addCalendar(page) {
  const me = await (await page.request.get(`${url}/api/v1/me`)).json();
  await page.request.post(`${url}/api/v1/facilitators/${me.facilitatorId}/calendars`, { data: { url: `http://127.0.0.1:${calendar.address().port}/own.ics`, name: 'Work' } });
  await page.locator('input[name=mode]').nth(1).check();
  await page.locator('.hour-busy').first().waitFor();
}

/** Serves one calendar: two hours on the Tuesday, one on the Thursday of each week of the demo. */
async function serveCalendar() {
  const day = (shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const [tuesday, thursday] = [2, 4].map((weekday) => day((weekday - new Date().getUTCDay() - 7) % 7));
  const event = (uid, date, from, to) => `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:${date}T${from}Z\r\nDTEND:${date}T${to}Z\r\nRRULE:FREQ=WEEKLY;COUNT=12\r\nEND:VEVENT\r\n`;
  const served = createServer((_request, response) => response.setHeader('content-type', 'text/calendar')
    .end(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//pictures//EN\r\n${event('a', tuesday, '130000', '150000')}${event('b', thursday, '090000', '100000')}END:VCALENDAR\r\n`));
  await new Promise((resolve) => { served.listen(0, '127.0.0.1', resolve); });
  return served;
}

/** Signs in as the link's owner does, with its button. */
async function open(who, look) {
  const context = await browser.newContext({ locale: 'en-GB', ...look });
  const page = await context.newPage();
  await page.goto(links[who]);
  await page.getByRole('button').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function bookable(page) {
  await page.locator('.item a[href^="/book/"]').first().waitFor();
  const hrefs = await page.locator('.item a[href^="/book/"]').evaluateAll((all) => all.map((link) => link.href));
  return [...new Set(hrefs)];
}

async function take(page, name, hasScript = true) {
  if (hasScript) {
    // Skeletons are gone, and the letters are ours.
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    await page.evaluate(() => document.fonts.ready);
  }
  const shot = await page.screenshot();
  writeFileSync(path.join(pictures, `${name}.webp`), Buffer.from(await small(shot.toString('base64')), 'base64'));
  process.stdout.write(`${name}.webp\n`);
}

/** A PNG as WebP of at most 1024 pixels across, by the browser itself. */
function small(png) {
  return converter.evaluate(async ([data, quality]) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const scale = Math.min(1, 1024 / picture.width);
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    const pen = canvas.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, [png, QUALITY]);
}
