import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { booking as en } from '../../client/src/locales/en/booking.ts';
import { bookingPathOf, heading, keysOf, pick } from '../browser/picker.ts';
import { apiOf, cookieBy, type Api } from '../support/api.ts';
import { CHROMIUM, FLAGS } from '../support/browser.ts';
import { createDatabase } from '../support/postgres.ts';
import { PROGRAM_TOKEN, startProgram, type Program } from '../support/program.ts';
import { sessionsOf } from '../support/programme.ts';
import { median, spreadOf, type Row } from './row.ts';

const TIMES = 12;
const WARM_UP = 3;
/** A time for every five minutes makes a list that is longer than any real one. */
const STEP_MINUTES = 5;
const LEAST_SLOTS = 500;
const PAINT_MS = 50;
/** What is answered within a tenth of a second seems to happen at the press (Miller 1968). */
const PRESS_MS = 100;
const LEAST_PERFORMANCE = 95;

const DUBLIN = 'cluster Irish Software Innovation Network';
const TOPIC = 'Cluster economics';

/** In a real Chromium, with the whole program behind it: what a press and a change take until they are painted, and a first load. Nothing where there is no Chromium. */
export async function client(): Promise<Row[]> {
  if (!CHROMIUM) return [];
  const database = await createDatabase();
  const program = await startProgram({ DATABASE_URL: database.url, DEMO: '1', LOG_LEVEL: 'warn' });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    return [...await painted(browser, program), ...firstLoad()];
  } finally {
    await browser.close();
    program.kill('SIGTERM');
    await program.ended;
    await database.drop();
  }
}

async function painted(browser: Browser, program: Program): Promise<Row[]> {
  const api = apiOf(program.url, PROGRAM_TOKEN);
  const link = new RegExp(`^ {2}${DUBLIN} {2,}(http\\S+)$`, 'm').exec(program.output())![1]!;
  const cookie = await cookieBy(link);
  const { programmeId } = (await apiOf(program.url, null, cookie).get('/me')).body as { programmeId: string };
  await api.patch(`/programmes/${programmeId}`, { policy: { slotStepMinutes: STEP_MINUTES } });
  const page = await signedIn(browser, program.url, cookie);
  await page.goto(await bookingPathOf(page, TOPIC));
  const keys = await keysOf(page);
  if (keys.length < LEAST_SLOTS) throw new Error(`only ${keys.length} times are on screen`);
  const changes = await fromChangeToPaint(page, api, programmeId, keys);
  const presses = await fromPressToHeld(page);
  return [
    within(`a live change to paint, ${keys.length} slots on screen, from its arrival`, changes, PAINT_MS),
    within('press to “held”, painted', presses, PRESS_MS),
  ];
}

/** Another cluster holds one time after the other. */
async function fromChangeToPaint(page: Page, api: Api, programmeId: string, keys: readonly string[]): Promise<number[]> {
  const own = page.url().split('/').at(-1);
  const sessions = await sessionsOf(api, programmeId);
  const { topicId } = sessions.find(({ id }) => id === own)!;
  const other = sessions.find((each) => each.topicId === topicId && each.id !== own)!;
  const milliseconds: number[] = [];
  for (const key of everyNth(keys, TIMES + WARM_UP)) {
    const [start, facilitatorId] = key.split(' ');
    await page.evaluate((value) => { window.bench.begin('arrival', `.slot-taken input[value="${value}"]`); }, key);
    const { status } = await api.post(`/sessions/${other.id}/holds`, { facilitatorId, start: new Date(Number(start)).toISOString() });
    // Not every time that suits the one suits the other.
    if (status === 201) milliseconds.push(await took(page));
  }
  if (milliseconds.length < TIMES) throw new Error(`only ${milliseconds.length} times could be held`);
  return milliseconds.slice(WARM_UP);
}

async function fromPressToHeld(page: Page): Promise<number[]> {
  await page.reload();
  const keys = await keysOf(page);
  const milliseconds: number[] = [];
  for (const key of everyNth(keys, TIMES + WARM_UP)) {
    await pick(page, key);
    await page.evaluate(() => { window.bench.begin('press', '.hold-box'); });
    await page.getByRole('button', { name: /^Hold / }).click();
    milliseconds.push(await took(page));
    await page.getByRole('button', { name: en.book.release }).click();
    await heading(page, en.book.choose);
  }
  return milliseconds.slice(WARM_UP);
}

function everyNth<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, index) => items[Math.floor(index * items.length / count)]!);
}

async function took(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.bench.took);
  return await handle.jsonValue() as number;
}

async function signedIn(browser: Browser, url: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Dublin', locale: 'en-IE' });
  await context.addInitScript(stopWatch);
  const [name, value] = cookie.split(/=(.*)/) as [string, string];
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

declare global {
  interface Window {
    bench: { took: number | null; begin(by: 'arrival' | 'press', until: string): void };
  }
}

/** Runs in the page, before all else: from a press, or a change's arrival at the socket, until what it is to bring has been painted. */
function stopWatch(): void {
  let began: number | null = null;
  let by = '';
  const note = (what: string) => { if (by === what) began ??= performance.now(); };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => { if (String(data).includes('"slot.taken"')) note('arrival'); });
    }
  };
  document.addEventListener('click', () => note('press'), { capture: true });
  window.bench = {
    took: null,
    begin(what, until) {
      [began, by, window.bench.took] = [null, what, null];
      const observer = new MutationObserver(() => {
        if (began === null || !document.querySelector(until)) return;
        observer.disconnect();
        // The frame's own work comes between its callbacks and the next task.
        requestAnimationFrame(() => { setTimeout(() => { window.bench.took = performance.now() - began!; }); });
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    },
  };
}

/** By Lighthouse, as a telephone on a slow line: `npm run lighthouse` measures the other pages too. */
function firstLoad(): Row[] {
  const { stdout } = spawnSync(process.execPath, [path.join(__dirname, '../lighthouse/measure.mjs')], { env: { ...process.env, PAGES: 'booking' }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const found = /performance (\d+).*largest-contentful-paint ([\d.]+)/.exec(stdout);
  if (!found) return [];
  const [score, paint] = [Number(found[1]), found[2]];
  return [{
    work: `first load of the booking page, Lighthouse’s throttled performance (largest paint ${paint} s)`, ours: score, baseline: LEAST_PERFORMANCE, unit: 'of 100',
    ratio: score / LEAST_PERFORMANCE, target: `≥ ${LEAST_PERFORMANCE}`, verdict: score >= LEAST_PERFORMANCE ? 'met' : 'short',
  }];
}

function within(work: string, milliseconds: readonly number[], most: number): Row {
  const ours = median(milliseconds);
  return { work, ours, baseline: most, unit: 'ms', ratio: ours / most, target: `≤ ${most} ms`, verdict: ours <= most ? 'met' : 'short', spread: spreadOf(milliseconds) };
}
