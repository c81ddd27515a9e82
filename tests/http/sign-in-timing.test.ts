import { apiOf } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { crowd, makeProgramme } from '../support/programme.ts';
import { openBrowserOf } from '../support/sign-in.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
  await makeProgramme(apiOf(app.url), crowd({ clusters: 60, facilitators: 1 }).document);
}, 60_000);
afterAll(() => app.stop());

/** Mann and Whitney's test: how far apart two samples are, in standard deviations of chance. Ranks, so that a slow machine shifts nothing. */
function distance(one: number[], other: number[]): number {
  const all = [...one.map((value) => ({ value, of: 1 })), ...other.map((value) => ({ value, of: 2 }))].toSorted((a, b) => a.value - b.value);
  const ranks = all.reduce((sum, { of }, index) => sum + (of === 1 ? index + 1 : 0), 0);
  const [n, m] = [one.length, other.length];
  return Math.abs(ranks - n * (n + m + 1) / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
}

it('takes the same time to answer for an address that somebody has and for one that nobody has', async () => {
  const browser = openBrowserOf(app.url);
  const taken = async (email: string) => {
    const began = performance.now();
    expect((await browser.send('POST', '/api/v1/sign-in', { email })).status).toBe(202);
    return performance.now() - began;
  };
  for (let warm = 0; warm < 10; warm += 1) await taken(`warm-${warm}@example.org`);
  const [known, unknown]: [number[], number[]] = [[], []];
  // Side by side, now the one first and now the other, so that whatever else the machine does befalls both.
  for (let count = 0; count < 120; count += 1) {
    const pair = [async () => known.push(await taken(`cluster-${(count % 60) + 1}@example.org`)), async () => unknown.push(await taken(`nobody-${count}@example.org`))];
    for (const ask of count % 2 === 0 ? pair : pair.toReversed()) await ask();
  }
  // By chance beyond 4.5 once in more than a hundred thousand runs.
  expect(distance(known, unknown)).toBeLessThan(4.5);
  const middle = known.toSorted((a, b) => a - b)[60]!;
  expect(distance(known.map((each) => each + middle), unknown)).toBeGreaterThan(4.5);
}, 120_000);
