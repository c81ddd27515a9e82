import { join } from 'node:path';
import { install } from './installation.ts';
import type { Installation, Running } from './installation.ts';
import { countRows, commitRow } from './rows.ts';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

describe('two programs on one DATA_DIR', () => {
  let installation: Installation;
  beforeAll(() => { installation = install(); });
  afterAll(() => installation.remove());

  it('the second says so, names the first, and stops; the first goes on', async () => {
    const dataDir = join(installation.folder, 'one');
    const first = installation.run(dataDir);
    await commitRow(await first.url());
    expect(await installation.run(dataDir).ended).toEqual({
      code: 3, stderr: `Another Visavis (process ${first.child.pid}) is running on ${dataDir}: stop it, or give this one a DATA_DIR of its own.\n`,
    });
    expect(await countRows(await first.url())).toBe(1);
    await first.kill();
    // A killed holder leaves nothing behind that would have to be waited for.
    const next = installation.run(dataDir);
    expect(await countRows(await next.url())).toBe(1);
    expect(await next.stop()).toBe(0);
  });

  it('of five started at the same moment on an empty folder exactly one serves', async () => {
    const dataDir = join(installation.folder, 'five');
    const five = Array.from({ length: 5 }, () => installation.run(dataDir));
    const served = await Promise.all(five.map((one) => one.url().then(() => one, () => undefined)));
    const winners = served.filter((one): one is Running => one !== undefined);
    expect(winners).toHaveLength(1);
    const losers = await Promise.all(five.filter((one) => !winners.includes(one)).map((one) => one.ended));
    const said = expect.stringMatching(`^Another Visavis \\(process ${winners[0]?.child.pid}\\) is running on .*\n$`);
    expect(losers).toEqual(Array.from({ length: 4 }, () => ({ code: 3, stderr: said })));
    expect(await winners[0]?.stop()).toBe(0);
  });
});
