// `npm run lighthouse`: how quickly the pages come to a telephone on a slow line, and how well they serve everybody. Fails below the limits.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDemo } from '../support/demo.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const CATEGORIES = ['performance', 'accessibility'];
/** Of several runs the middle one counts: a single one tells as much of the machine's other work. */
const RUNS = Number(process.env.RUNS ?? 3);
/** How far things may move while a page comes. */
const SHIFT_LIMIT = 0.05;
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];

if (!existsSync(path.join(here, 'node_modules/lighthouse'))) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
const { default: lighthouse } = await import(path.join(here, 'node_modules/lighthouse/core/index.js'));
const { launch } = await import(path.join(here, 'node_modules/chrome-launcher/dist/index.js'));

const { url, links, stop } = await startDemo();
const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'] });
try {
  process.stdout.write(`${RUNS} runs each; load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors\n`);
  const missed = [];
  for (const page of await pages()) missed.push(...await measure(page));
  if (missed.length > 0) process.stdout.write(`\nBelow the limit: ${missed.join('; ')}\n`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await chrome.kill();
  await stop();
}

/** What of this page lies below its limit. */
async function measure({ name, cookie, address, limits }) {
  const results = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { lhr } = await lighthouse(url + address, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES, extraHeaders: { Cookie: cookie } });
    results.push(lhr);
  }
  const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);
  const middle = results.toSorted((a, b) => score(a, 'performance') - score(b, 'performance'))[Math.floor(RUNS / 2)];
  const scores = CATEGORIES.map((category) => [category, score(middle, category)]);
  process.stdout.write(`${name}: ${scores.map(([category, value]) => `${category} ${value}`).join(', ')} (${METRICS.map((id) => `${id} ${middle.audits[id].displayValue}`).join(', ')})\n`);
  for (const { id, score: value, title } of Object.values(middle.audits)) if (process.env.DETAILS && value !== null && value < 0.9) process.stdout.write(`  ${id} ${value} ${title}\n`);
  const shift = middle.audits['cumulative-layout-shift'].numericValue;
  return [...scores.filter(([category, value]) => value < limits[category]).map(([category, value]) => `${name}, ${category} ${value}`), ...(shift > SHIFT_LIMIT ? [`${name}, layout shift ${shift}`] : [])];
}

async function pages() {
  const cluster = await signIn('cluster Irish Software Innovation Network');
  const { programmeId } = await (await fetch(`${url}/api/v1/me`, { headers: { cookie: cluster } })).json();
  const { items } = await (await fetch(`${url}/api/v1/programmes/${programmeId}/sessions`, { headers: { cookie: cluster } })).json();
  const all = [
    { name: 'booking', cookie: cluster, address: `/book/${items[0].id}`, limits: { performance: 95, accessibility: 100 } },
    { name: 'board', cookie: await signIn('coordinator'), address: '/', limits: { performance: 95, accessibility: 100 } },
    { name: 'my programme', cookie: cluster, address: '/', limits: { performance: 95, accessibility: 100 } },
    // Two hundred cells to draw: the study's own limit.
    { name: 'availability', cookie: await signIn('facilitator Quercus Group, Nairobi'), address: '/availability', limits: { performance: 90, accessibility: 100 } },
  ];
  return all.filter(({ name }) => !process.env.PAGES || process.env.PAGES.split(',').includes(name));
}

async function signIn(who) {
  const token = new URL(links[who]).searchParams.get('token');
  const response = await fetch(`${url}/api/v1/sign-in/confirmation`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
  return response.headers.get('set-cookie').split(';')[0];
}
