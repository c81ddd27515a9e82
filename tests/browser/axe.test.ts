import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { account } from '../../client/src/locales/en/account.ts';
import { booking as en } from '../../client/src/locales/en/booking.ts';
import { core } from '../../client/src/locales/en/core.ts';
import { hours as daHours } from '../../client/src/locales/da/hours.ts';
import { office } from '../../client/src/locales/en/office.ts';
import { session as sessionWords } from '../../client/src/locales/en/session.ts';
import { swaps } from '../../client/src/locales/en/swaps.ts';
import { faultsOf } from '../support/axe.ts';
import { inBrowser } from '../support/browser.ts';
import { bookingPathOf, heading, keysOf, pick } from './picker.ts';

const DUBLIN = 'cluster Irish Software Innovation Network';
const OXFORD = 'facilitator Oxford Research, Copenhagen';

/** Every route, as each role that has it opens it; those with an id are opened on the way below. */
const PAGES: Record<string, string[]> = {
  [DUBLIN]: ['/', '/hours', '/sessions', '/you', '/nowhere'],
  [OXFORD]: ['/', '/availability', '/sessions', '/you'],
  coordinator: ['/', '/plan', '/outlook', '/people', '/programme', '/setup', '/log', '/changes', '/programs', '/day', '/sessions', '/you'],
};
const ON_THE_WAY = ['/book/:id', '/sessions/:id', '/day/:date', '/setup/:id'];

inBrowser('every page, by axe and at every width', ({ app, open }) => {
  it('sees a planted fault', async () => {
    const page = await open(null, '/');
    expect(await faultsOf(page, 'a stranger')).toEqual([]);
    await page.evaluate(() => {
      document.querySelector('main')?.append(document.createElement('img'));
      document.querySelector<HTMLElement>('h1')!.style.color = 'light-dark(black, #222)';
      document.body.style.minWidth = '1400px';
    });
    const faults = (await faultsOf(page, 'planted')).map((fault) => fault.replace(/: (image-alt|color-contrast|scrolls sideways).*/s, ': $1'));
    expect(faults).toEqual(expect.arrayContaining(['planted, light, 390: image-alt', 'planted, dark, 1280: color-contrast', 'planted, dark, 320: scrolls sideways']));
    expect(faults).not.toContain('planted, light, 1280: color-contrast');
  }, 60_000);

  it('is opened by one role at least', () => {
    const source = ['app.tsx', 'far-pages.ts'].map((file) => readFileSync(path.join(__dirname, '../../client/src', file), 'utf8')).join('\n');
    const routes = new Set([...source.matchAll(/path: '([^']+)'|^ {2}'(\/[^']*)': async/gm)].map(([, route, far]) => (route ?? far)!.replace('*', '/nowhere')));
    expect([...routes].toSorted()).toEqual([...new Set([...Object.values(PAGES).flat(), ...ON_THE_WAY])].toSorted());
  });

  it.each(Object.entries(PAGES))('has no fault for %s', async (who, paths) => {
    const page = await open(who, paths[0]!);
    const faults: string[] = [];
    for (const [index, each] of paths.entries()) {
      if (index > 0) await page.goto(app().url + each);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('main p, main li, main td').first().waitFor();
      faults.push(...await faultsOf(page, `${who} ${each}`));
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('has no fault for a cluster, step by step and dialog by dialog', async () => {
    const page = await open(DUBLIN, '/');
    await page.goto(await bookingPathOf(page, 'Cluster economics'));
    const [key] = await keysOf(page);
    await pick(page, key!);
    const faults = await faultsOf(page, 'choosing');
    await page.getByRole('button', { name: /^Hold / }).click();
    await heading(page, en.book.needsHeading);
    await page.getByRole('button', { name: en.book.confirm }).click();
    faults.push(...await faultsOf(page, 'needs, with an error'));
    await page.getByLabel(en.book.aims).fill('Members');
    await page.getByRole('button', { name: en.book.confirm }).click();
    await heading(page, en.book.bookedHeading);
    faults.push(...await faultsOf(page, 'booked'));
    await page.getByRole('link', { name: core.action.open }).click();
    await page.getByRole('button', { name: swaps.ask }).waitFor();
    expect(await page.locator('.limit').textContent()).toBe(sessionWords.changeUntil('24 hours'));
    faults.push(...await faultsOf(page, 'a session'));
    for (const name of [core.session.cancel, sessionWords.changeNeeds, swaps.ask]) faults.push(...await inDialog(page, name));
    await page.getByRole('link', { name: core.session.move, exact: true }).click();
    const other = (await keysOf(page)).at(-1)!;
    await pick(page, other);
    faults.push(...await inDialog(page, /^Move to /));
    await page.getByRole('button', { name: core.app.account('').trim() }).click();
    await page.getByRole('button', { name: account.signOut }).waitFor();
    faults.push(...await faultsOf(page, 'the account’s menu', '#account'), ...await inDialog(page, account.devices.heading));
    await page.context().setOffline(true);
    await page.locator('.bar').waitFor();
    faults.push(...await faultsOf(page, 'offline', '.bar'));
    await page.context().setOffline(false);
    expect(faults).toEqual([]);
  }, 120_000);

  it('has no fault where something could not be saved or read', async () => {
    const faults: string[] = [];
    const page = await open(OXFORD, '/availability');
    await page.locator('[data-place]').first().waitFor();
    await page.getByLabel(daHours.week).check();
    await page.locator('[data-place="5 8"]').click();
    await page.locator('.why-not li').first().waitFor();
    faults.push(...await faultsOf(page, 'an hour, and why not', '.why-not'));
    await page.route('**/availability', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ code: 'unavailable', requestId: 'req-1' }) }));
    await page.getByRole('button', { name: daHours.close, exact: true }).click();
    await page.locator('.note-bad').waitFor();
    faults.push(...await faultsOf(page, 'unsaved', '.note-bad'));
    const board = await open('coordinator', '/you');
    await board.route('**/deliveries*', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ code: 'internal', requestId: 'req-2' }) }));
    await board.goto(`${app().url}/log`);
    await board.locator('.note-bad').waitFor();
    faults.push(...await faultsOf(board, 'unread'));
    expect(faults).toEqual([]);
  }, 90_000);

  it('has no fault in the coordinator’s dialogs, nor in a form with faults', async () => {
    const page = await open('coordinator', '/');
    await page.locator('.cell').first().click();
    await page.getByRole('dialog').waitFor();
    const faults = await faultsOf(page, 'a cell', 'dialog[open]');
    await page.goto(`${app().url}/people`);
    await page.getByRole('button', { name: office.people.addCluster }).click();
    await page.getByRole('dialog').getByRole('button', { name: office.people.save }).click();
    await page.locator('.note-bad:focus').waitFor();
    faults.push(...await faultsOf(page, 'a form with faults', 'dialog[open]'));
    expect(faults).toEqual([]);
  }, 60_000);
});

/** Opens a dialog by its button, looks at it, and closes it as Escape does. */
async function inDialog(page: Page, button: string | RegExp): Promise<string[]> {
  await page.getByRole('button', { name: button, exact: typeof button === 'string' }).click();
  await page.getByRole('dialog').waitFor();
  const faults = await faultsOf(page, `the dialog of “${button}”`, 'dialog[open]');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return faults;
}
