import type { Page } from 'playwright-core';
import { booking as es } from '../../client/src/locales/es/booking.ts';
import { core } from '../../client/src/locales/es/core.ts';
import { inBrowser } from '../support/browser.ts';
import { bookingPathOf, keysOf } from './picker.ts';

const MADRID = 'cluster Madrid Audio Cluster';
const NEW_YORK = { zone: 'America/New_York', locale: 'es-ES' };

inBrowser('a device in another zone', ({ open }) => {
  it('shows Madrid its own times on a device set to New York, and says so', async () => {
    const page = await open(MADRID, '/', NEW_YORK);
    await page.goto(await bookingPathOf(page, 'Cluster economics'));
    const keys = await keysOf(page);
    expect(await page.locator('.controls select').first().inputValue()).toBe('Europe/Madrid');
    expect(await page.locator('.device').textContent()).toContain(es.book.device(cityIn('America/New_York'), cityIn('Europe/Madrid')));
    expect(await timesWithoutCity(page)).toEqual([]);

    await page.getByRole('button', { name: es.book.showDevice }).click();
    expect(await page.locator('.controls select').first().inputValue()).toBe('America/New_York');
    expect(await page.locator('.slot-here small').first().textContent()).toBe(core.inCity(cityIn('America/New_York')));
    expect(await keysOf(page)).toEqual(keys);
    await page.locator('.controls select').first().selectOption('Europe/Madrid');
    expect(await keysOf(page)).toEqual(keys);
    const wall = await page.locator('.slot-here .time').first().textContent();
    const madrid = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Madrid', hour: '2-digit', minute: '2-digit' });
    expect(wall?.slice(0, 5)).toBe(madrid.format(new Date(Number(keys[0]!.split(' ')[0]))));
  }, 60_000);

  it('leaves no time without a city on any page', async () => {
    const pages: [string, string][] = [[MADRID, '/'], [MADRID, '/sessions'], ['facilitator Quercus Group, Nairobi', '/'], ['coordinator', '/']];
    const bare: string[] = [];
    for (const [who, path] of pages) {
      const page = await open(who, path, NEW_YORK);
      await page.locator('main p').first().waitFor();
      bare.push(...(await timesWithoutCity(page)).map((text) => `${who} ${path}: ${text}`));
    }
    expect(bare).toEqual([]);
  }, 60_000);
});

function cityIn(zone: string): string {
  return core.cities[zone] ?? inEnglish(zone);
}

function inEnglish(zone: string): string {
  return zone.split('/').at(-1)!.replaceAll('_', ' ');
}

/** Every `hh:mm` on the page whose row, heading or sentence names no city. */
function timesWithoutCity(page: Page): Promise<string[]> {
  const cities = ['Europe/Madrid', 'Europe/Paris', 'Europe/Warsaw', 'Europe/Dublin', 'Europe/Copenhagen', 'Africa/Nairobi', 'Asia/Singapore', 'America/New_York']
    .flatMap((zone) => [cityIn(zone), inEnglish(zone)]);
  return page.evaluate((names) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!/\b\d\d:\d\d\b/.test(node.textContent ?? '')) continue;
      const around = node.parentElement?.closest('li, label, p, h1, h2, option, tr, dd, .strip-row, .clock-face, button, .wall-clock')?.textContent ?? '';
      if (!names.some((name) => around.includes(name))) found.push(`${node.textContent} in "${around}"`);
    }
    return found;
  }, cities);
}
