// `npm run pictures`: the screens as they are, on the demo programme, into docs/pictures.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const pictures = path.join(root, 'docs/pictures');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const desktop = { viewport: { width: 1280, height: 860 } };
const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', deviceScaleFactor: 2 };

const dataDir = mkdtempSync(path.join(tmpdir(), 'visavis-pictures-'));
const { server, url, links } = await startDemo();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
mkdirSync(pictures, { recursive: true });
try {
  await takeAll();
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => { server.once('close', resolve); });
  rmSync(dataDir, { recursive: true, force: true });
}

async function takeAll() {
  const dublin = await open('cluster Irish Software Innovation Network', desktop);
  await take(dublin, 'my-programme');
  const [first, second] = await bookable(dublin);
  await dublin.goto(first);
  await dublin.locator('.slot').nth(4).click();
  await dublin.locator('.bar-button button').waitFor();
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

  const nairobi = await open('facilitator Quercus Group, Copenhagen', desktop);
  await take(nairobi, 'today');
  await nairobi.goto(`${url}/availability`);
  await nairobi.getByRole('heading', { level: 1 }).waitFor();
  await take(nairobi, 'availability');

  const office = await open('coordinator', desktop);
  await office.locator('.everyone').waitFor();
  await take(office, 'coverage');
  await office.locator('.cell-booked').first().click();
  await office.locator('.invitation').nth(1).waitFor();
  await take(office, 'cell');
  for (const name of ['people', 'log', 'day']) {
    await office.goto(`${url}/${name}`);
    await office.locator('.party, .log tbody tr, .day-item').first().waitFor();
    await take(office, name);
  }
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
  await page.locator('a[href^="/book/"]').first().waitFor();
  const hrefs = await page.locator('a[href^="/book/"]').evaluateAll((all) => all.map((link) => link.href));
  return [...new Set(hrefs)];
}

async function take(page, name) {
  // Skeletons are gone, and the letters are ours.
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  process.stdout.write(`${name}.png\n`);
}

async function startDemo() {
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [path.join(root, 'build/server/main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const ready = /^ready (\S+)$/m.exec(said)?.[1];
    if (!ready) continue;
    const found = [...said.matchAll(/^ {2}(\S.*?) {2,}(http\S+)$/gm)].map(([, who, link]) => [who, link.replace(/^http:\/\/localhost:\d+/, ready)]);
    return { server: child, url: ready, links: Object.fromEntries(found) };
  }
  throw new Error(`the demo did not start:\n${said}`);
}
