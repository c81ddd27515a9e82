import { booking as en } from '../../client/src/locales/en/booking.ts';
import { office } from '../../client/src/locales/en/office.ts';
import { faultsOf } from '../support/axe.ts';
import { inBrowser, type Stage } from '../support/browser.ts';
import { bookingPathOf, heading, keysOf, pick } from './picker.ts';

const DUBLIN = 'cluster Irish Software Innovation Network';

inBrowser('every page, by axe and at every width', (stage) => {
  it('sees a planted fault', async () => {
    const page = await stage.open(null, '/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => {
      document.querySelector('main')?.append(document.createElement('img'));
      document.body.style.minWidth = '1400px';
    });
    const faults = (await faultsOf(page, 'planted')).map((fault) => fault.replace(/: (image-alt|scrolls sideways).*/s, ': $1'));
    expect(faults).toContain('planted, light, 320: image-alt');
    expect(faults).toContain('planted, dark, 1280: scrolls sideways');
  }, 60_000);

  it('has no fault for a cluster, step by step', async () => {
    const page = await stage.open(DUBLIN, '/');
    expect(await faultsOf(page, 'programme')).toEqual([]);
    await page.goto(await bookingPathOf(page, 'Cluster economics'));
    const [key] = await keysOf(page);
    await pick(page, key!);
    expect(await faultsOf(page, 'choosing')).toEqual([]);
    await page.getByRole('button', { name: /^Hold / }).click();
    await heading(page, en.book.needsHeading);
    await page.getByRole('button', { name: en.book.confirm }).click();
    expect(await faultsOf(page, 'needs, with an error')).toEqual([]);
    await page.getByLabel(en.book.aims).fill('Members');
    await page.getByRole('button', { name: en.book.confirm }).click();
    await heading(page, en.book.bookedHeading);
    expect(await faultsOf(page, 'booked')).toEqual([]);
    await page.getByRole('link', { name: 'Details' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page, 'cancelling')).toEqual([]);
  }, 90_000);

  it('has no fault for facilitator, coordinator and stranger', async () => {
    const pages = [
      ['facilitator Oxford Research, Copenhagen', '/'], ['facilitator Oxford Research, Copenhagen', '/availability'],
      ['facilitator Oxford Research, Copenhagen', '/you'], [DUBLIN, '/you'],
      ['coordinator', '/'], ['coordinator', '/sessions'], ['coordinator', '/nowhere'], [null, '/'],
    ] as const;
    const faults: string[] = [];
    for (const [who, path] of pages) faults.push(...await visit(stage, who, path));
    expect(faults).toEqual([]);
  }, 90_000);

  it('has no fault on the coordinator’s pages beside the board, nor in a form with faults', async () => {
    const faults: string[] = [];
    for (const path of ['/plan', '/outlook', '/day', '/people', '/log', '/changes', '/programs']) faults.push(...await visit(stage, 'coordinator', path));
    const page = await stage.open('coordinator', '/people');
    await page.getByRole('button', { name: office.people.addCluster }).click();
    await page.getByRole('dialog').getByRole('button', { name: office.people.save }).click();
    await page.locator('.note-bad:focus').waitFor();
    faults.push(...await faultsOf(page, 'a form with faults'));
    expect(faults).toEqual([]);
  }, 120_000);

  it('has no fault in the coordinator’s dialog', async () => {
    const page = await stage.open('coordinator', '/');
    await page.locator('.cell').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page, 'cell')).toEqual([]);
  }, 60_000);
});

async function visit(stage: Stage, who: string | null, path: string): Promise<string[]> {
  const page = await stage.open(who, path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const faults = await faultsOf(page, `${who} ${path}`);
  await page.close();
  return faults;
}
