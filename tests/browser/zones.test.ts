import type { Page } from 'playwright-core';
import { booking as es } from '../../client/src/locales/es/booking.ts';
import { core } from '../../client/src/locales/es/core.ts';
import { apiOf, signInBy } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { inBrowser } from '../support/browser.ts';
import { sessionsOf } from '../support/programme.ts';
import { bookingPathOf, chooseClock, heading, keysOf, pick, shownClock } from './picker.ts';

const MADRID = 'cluster Madrid Audio Cluster';
const NAIROBI = 'facilitator Quercus Group, Nairobi';
const COORDINATOR = 'coordinator';
const PAGES = [
  [MADRID, ['/', '/sessions', '/hours', '/you']], [NAIROBI, ['/', '/sessions', '/availability', '/you']],
  [COORDINATOR, ['/', '/plan', '/outlook', '/people', '/programme', '/setup', '/log', '/changes', '/programs', '/day', '/sessions']],
] as const;
const NEW_YORK = { zone: 'America/New_York', locale: 'es-ES' };

inBrowser('devices of other zones, languages and habits', ({ app, open }) => {
  it('shows Madrid its own times on a device set to New York, and says so', async () => {
    const page = await open(MADRID, '/', NEW_YORK);
    await page.goto(await bookingPathOf(page, 'Cluster economics'));
    const keys = await keysOf(page);
    expect(await shownClock(page)).toBe(cityIn('Europe/Madrid'));
    expect(await page.locator('.device').textContent()).toContain(es.book.device(cityIn('America/New_York'), cityIn('Europe/Madrid')));
    expect(await timesWithoutCity(page)).toEqual([]);

    await page.getByRole('button', { name: es.book.showDevice }).click();
    expect(await shownClock(page)).toBe(cityIn('America/New_York'));
    expect(await page.locator('.slot-here small').first().textContent()).toBe(core.inCity(cityIn('America/New_York')));
    expect(await keysOf(page)).toEqual(keys);
    await chooseClock(page, 'madrid');
    expect(await keysOf(page)).toEqual(keys);
    const wall = await page.locator('.slot-here .time').first().textContent();
    const madrid = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Madrid', hour: '2-digit', minute: '2-digit' });
    expect(wall?.slice(0, 5)).toBe(madrid.format(new Date(Number(keys[0]!.split(' ')[0]))));
  }, 60_000);

  it('finds any city by typing, with the keyboard alone, and changes nothing before one is chosen', async () => {
    const page = await open(MADRID, '/', NEW_YORK);
    await page.goto(await bookingPathOf(page, 'Cluster economics'));
    const keys = await keysOf(page);
    const box = page.getByRole('combobox', { name: es.book.shownIn });
    await box.focus();
    await page.keyboard.press('ArrowDown');
    // Before anything is typed: Madrid, those who give the sessions, this device.
    const near = await page.locator('.zone').allTextContents();
    expect(near[0]).toContain(cityIn('Europe/Madrid'));
    expect(near.at(-1)).toContain(cityIn('America/New_York'));
    expect(await box.getAttribute('aria-activedescendant')).toBe(await page.locator('.zone[aria-selected=true]').getAttribute('id'));
    expect(await faultsOf(page, 'choosing a city', '.controls')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await shownClock(page)).toBe(cityIn('Europe/Madrid'));

    await page.keyboard.type('gdansk');
    expect(await page.locator('.zone').allTextContents()).toEqual([expect.stringMatching(/^Gdańsk — .*Varsovia/)]);
    expect(await keysOf(page)).toEqual(keys);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('nowhere at all');
    expect(await page.locator('.zones').textContent()).toBe(es.book.noCity);
    await page.keyboard.press('Enter');
    expect(await heading(page, es.book.choose)).toBe(es.book.choose);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('sing');
    await page.keyboard.press('Enter');
    expect(await shownClock(page)).toBe(cityIn('Asia/Singapore'));
    expect(await page.locator('.slot-here small').first().textContent()).toBe(core.inCity(cityIn('Asia/Singapore')));
    expect(await keysOf(page)).toEqual(keys);
  }, 60_000);

  it('shows the coordinator and the facilitator what a cluster has just booked, each on their own clock', async () => {
    const cluster = await open(MADRID, '/', NEW_YORK);
    const office = await open('coordinator', '/', { zone: 'Asia/Singapore', locale: 'pl-PL' });
    await cluster.goto(await bookingPathOf(cluster, 'Cluster communication'));
    const sessionId = cluster.url().split('/').at(-1)!;
    const nairobi = await signInBy(app().links[NAIROBI]!);
    const { facilitatorId } = (await nairobi.get('/me')).body;
    const facilitator = await open(NAIROBI, '/', { zone: 'Asia/Singapore', locale: 'pl-PL' });
    await facilitator.locator('main p').nth(1).waitFor();
    const key = (await keysOf(cluster)).find((each) => each.endsWith(facilitatorId))!;
    const start = Number(key.split(' ')[0]);
    await pick(cluster, key);
    await cluster.locator('.bar-button button').click();
    await cluster.getByLabel(es.book.aims).fill('Balances');
    await cluster.getByRole('button', { name: es.book.confirm }).click();
    await heading(cluster, es.book.bookedHeading);

    await office.locator('.cell-booked').first().waitFor({ timeout: 2000 });
    expect(await office.locator('.cell-booked').count()).toBe(1);
    const agreed = facilitator.locator(`a[href="/sessions/${sessionId}"]`);
    await agreed.waitFor({ timeout: 2000 });
    const row = facilitator.locator('.agenda-item', { has: agreed });
    const clockIn = (timeZone: string) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(start);
    expect(await row.textContent()).toContain(`${clockIn('Africa/Nairobi')}–`);
    expect(await row.textContent()).toContain(clockIn('Europe/Madrid'));
    expect(await facilitator.locator('.free-hours').first().textContent()).toMatch(/\d\d:\d\d–\d\d:\d\d/);
  }, 60_000);

  it('leaves no time without a city on any page', async () => {
    const session = (await sessionsOf(apiOf(app().url), (await apiOf(app().url).get('/programmes')).body.items[0].id)).find(({ state }) => state === 'booked')!;
    const pages = [...PAGES.slice(0, -1), [COORDINATOR, [...PAGES.at(-1)![1], `/sessions/${session.id}`]]] as const;
    const bare: string[] = [];
    for (const [who, paths] of pages) {
      const page = await open(who, paths[0]!, NEW_YORK);
      for (const path of paths) {
        if (path !== paths[0]) await page.goto(app().url + path);
        await settled(page);
        bare.push(...(await timesWithoutCity(page)).map((text) => `${who} ${path}: ${text}`));
      }
    }
    expect(bare).toEqual([]);
  }, 60_000);

  it('draws its first page from what came with it, without asking for anything more', async () => {
    const asked = async (page: Page, address: string, drawn: string) => {
      const paths: string[] = [];
      page.on('request', (request) => { if (request.url().includes('/api/')) paths.push(new URL(request.url()).pathname); });
      await page.goto(address);
      const before = await page.waitForFunction((selector) => document.querySelector(selector) && performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).map(({ name }) => name), drawn);
      return { paths, before: await before.jsonValue() };
    };
    const cluster = await open(MADRID, '/', NEW_YORK);
    const book = await bookingPathOf(cluster, 'Cluster mapping and analysis');
    const booking = await asked(cluster, book, '.slot');
    expect(booking.before).toEqual([]);
    const board = await asked(await open('coordinator', '/'), app().url, '.cell');
    expect(board.paths.filter((each) => /\/(me|phases|topics|facilitators|clusters|coverage)$/.test(each))).toEqual([]);
  }, 60_000);

  it('keeps states apart where the system chooses the colours, and moves nothing where motion is not wanted', async () => {
    const page = await open(MADRID, '/hours', NEW_YORK);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const pictures = new Map<string, string>();
    for (const mark of ['preferred', 'possible', 'no', 'none']) pictures.set(mark, (await page.locator(`.swatch.mark-${mark}`).screenshot()).toString('base64'));
    expect(new Set(pictures.values()).size).toBe(4);
    await page.goto(await bookingPathOf(await home(page, app().url), 'Cluster mapping and analysis'));
    const [key] = await keysOf(page);
    const radio = page.locator(`.slot:has(input[value="${key}"])`);
    const before = await radio.screenshot();
    await pick(page, key!);
    expect((await radio.screenshot()).equals(before)).toBe(false);
    const moving = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((element) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      return transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0) || (animationName !== 'none' && Number.parseFloat(animationDuration) > 0);
    }).map((element) => element.className));
    expect(moving).toEqual([]);
  }, 60_000);

  // Last: everybody reads Polish from here on.
  it('scrolls no page sideways at 320 pixels where words are longest', async () => {
    const faults: string[] = [];
    for (const [who, paths] of PAGES) {
      await (await signInBy(app().links[who]!)).patch('/me', { language: 'pl' });
      const page = await open(who, paths[0], { width: 320, height: 700 });
      for (const path of paths) {
        if (path !== paths[0]) await page.goto(app().url + path);
        await settled(page);
        const [language, wide] = await page.evaluate(() => [document.documentElement.lang, document.documentElement.scrollWidth]);
        if (language !== 'pl' || wide > 320) faults.push(`${who} ${path}: ${language} ${wide}`);
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);
});

/** Until there is something on the page, and nothing is awaited. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main p, main li, main td') !== null && document.querySelector('[aria-busy=true]') === null);
}

async function home(page: Page, url: string): Promise<Page> {
  await page.goto(url);
  return page;
}

function cityIn(zone: string): string {
  return core.cities[zone] ?? inEnglish(zone);
}

function inEnglish(zone: string): string {
  return zone.split('/').at(-1)!.replaceAll('_', ' ');
}

/** Every `hh:mm` on the page whose row, heading or sentence names no city; what a grid or a choice of hours lists is headed by the line above it. */
function timesWithoutCity(page: Page): Promise<string[]> {
  const cities = ['Europe/Madrid', 'Europe/Paris', 'Europe/Warsaw', 'Europe/Dublin', 'Europe/Copenhagen', 'Africa/Nairobi', 'Asia/Singapore', 'America/New_York']
    .flatMap((zone) => [cityIn(zone), inEnglish(zone)]);
  return page.evaluate((names) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!/\b\d\d:\d\d\b/.test(node.textContent ?? '')) continue;
      const inside = node.parentElement;
      const around = inside?.closest('option, [role=grid]') ? [...document.querySelectorAll('main .lead')].map(({ textContent }) => textContent).join(' ')
        : (inside?.closest('.clock-face') ?? inside?.closest('li, label, p, h1, h2, tr, dd, .strip-row, button, .wall-clock'))?.textContent ?? '';
      if (!names.some((name) => around.includes(name))) found.push(`${node.textContent} in "${around}"`);
    }
    return found;
  }, cities);
}
