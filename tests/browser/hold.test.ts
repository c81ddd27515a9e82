import type { Page } from 'playwright-core';
import { booking as da } from '../../client/src/locales/da/booking.ts';
import { core as daCore } from '../../client/src/locales/da/core.ts';
import { booking as en } from '../../client/src/locales/en/booking.ts';
import { core as enCore } from '../../client/src/locales/en/core.ts';
import { you } from '../../client/src/locales/en/you.ts';
import { signInBy } from '../support/api.ts';
import { inBrowser } from '../support/browser.ts';
import { keepForDays } from '../support/past.ts';
import { sessionsOf } from '../support/programme.ts';
import { until } from '../support/until.ts';
import { bookingPathOf, heading, keysOf, pick, rowOf } from './picker.ts';

const DUBLIN = 'cluster Irish Software Innovation Network';
const COPENHAGEN = 'cluster Danish Sound';

inBrowser('a hold', ({ app, open }) => {
  it('counts down on the server’s clock though the device is ten minutes fast, warns at a minute, and is extended', async () => {
    const page = await open(DUBLIN, '/');
    const tenMinutesOn = Date.now() + 600_000;
    await page.clock.install({ time: tenMinutesOn });
    await holdFirst(page, 'Cluster mapping and analysis');
    expect(await page.getByRole('timer').textContent()).toMatch(/^(5:00|4:5\d)$/);
    await pass(page, '03:15');
    await until('a minute and a half is left', async () => /^1:[0-4]\d$/.test((await page.getByRole('timer').textContent())!));
    expect(await page.locator('.hold-ending').count()).toBe(0);
    const [minutes, seconds] = (await page.getByRole('timer').textContent())!.split(':').map(Number) as [number, number];
    await page.clock.fastForward((minutes * 60 + seconds - 60) * 1000);
    await said(page, en.book.lastMinute);
    expect(await page.getByRole('timer').textContent()).toMatch(/^(1:00|0:5\d)$/);
    expect(await page.locator('.hold-ending').count()).toBe(1);
    await page.getByRole('button', { name: en.book.keep }).click();
    await page.locator('.hold-box:not(.hold-ending)').waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^(5:00|4:5\d)$/);
  }, 60_000);

  it('survives a reload, and Release frees the time for others within a second', async () => {
    const page = await open(DUBLIN, '/');
    const key = await holdFirst(page, 'Cluster economics');
    await page.getByLabel(en.book.aims).fill('Our members’ balance sheets');
    await page.reload();
    await heading(page, en.book.needsHeading);
    expect(await page.getByLabel(en.book.aims).inputValue()).toBe('Our members’ balance sheets');

    // Said before one commits oneself: until when one may think again, and who will be told.
    expect(await page.locator('.limit').textContent()).toBe(en.book.changeUntil('24 hours'));
    await page.getByText('Irish Software Innovation Network, lead').waitFor();
    await page.getByRole('link', { name: en.book.addColleague }).click();
    await heading(page, you.heading);
    await page.goBack();
    await heading(page, en.book.needsHeading);
    expect(await page.getByLabel(en.book.aims).inputValue()).toBe('Our members’ balance sheets');

    const other = await open(COPENHAGEN, '/');
    await other.goto(await bookingPathOf(other, 'Cluster economics'));
    expect(await keysOf(other)).not.toContain(key);
    await page.getByRole('button', { name: en.book.release }).click();
    await heading(page, en.book.choose);
    await other.getByRole('button', { name: da.book.showNew, exact: true }).click({ timeout: 1500 });
    await rowOf(other, key).waitFor();
  }, 60_000);

  it('is released by the browser’s Back, which can be undone; by it as by its button others have the time within a second', async () => {
    const other = await open(COPENHAGEN, '/');
    await other.goto(await bookingPathOf(other, 'Cluster communication'));
    await keysOf(other);
    const page = await open(DUBLIN, '/');
    const key = await holdFirst(page, 'Cluster communication');
    const address = page.url();
    const freedBy = async (release: () => Promise<unknown>) => {
      const row = rowOf(other, key);
      await row.and(other.locator('.slot-taken')).waitFor();
      const from = performance.now();
      await Promise.all([release(), row.and(other.locator(':not(.slot-taken)')).waitFor()]);
      return performance.now() - from;
    };
    const back = await fastest(async () => {
      const took = await freedBy(() => page.goBack());
      await heading(page, en.book.choose);
      expect(page.url()).toBe(address);
      await page.getByText(en.book.released).first().waitFor();
      await rowOf(page, key).and(page.locator(':not(.slot-taken)')).waitFor();
      await page.getByRole('button', { name: 'Undo' }).last().click();
      await heading(page, en.book.needsHeading);
      return took;
    });
    const button = await fastest(async () => {
      if (await page.locator('.hold-box').count() === 0) {
        await pick(page, key);
        await page.locator('.bar-button button').click();
        await heading(page, en.book.needsHeading);
      }
      const took = await freedBy(() => page.getByRole('button', { name: en.book.release }).click());
      await heading(page, en.book.choose);
      return took;
    });
    expect({ back: back < 1000, button: button < 1000 }).toEqual({ back: true, button: true });
    await page.goBack();
    await heading(page, 'My programme');
  }, 60_000);

  it('that runs out keeps what was written, and one press has the same time again', async () => {
    const page = await open(DUBLIN, '/');
    await page.clock.install();
    const key = await holdFirst(page, 'Stakeholder engagement and membership models');
    await page.getByLabel(en.book.aims).fill('Fees for small members');
    await page.getByLabel(en.book.plans.captions).check();
    await pass(page, '05:01');
    await heading(page, en.book.choose);
    await page.getByRole('button', { name: en.book.sameAgain }).click();
    await heading(page, en.book.needsHeading);
    expect(await page.getByLabel(en.book.aims).inputValue()).toBe('Fees for small members');
    expect(await page.getByLabel(en.book.plans.captions).isChecked()).toBe(true);
    expect(await page.locator('.hold-box time').getAttribute('datetime')).toBe(new Date(Number(key.split(' ')[0])).toISOString());
  }, 60_000);

  it('that a plan keeps for days counts no minutes, and is not given back by looking elsewhere', async () => {
    const api = await signInBy(app().links[DUBLIN]!);
    const session = (await sessionsOf(api, (await api.get('/me')).body.programmeId)).findLast(({ state }) => state === 'open')!;
    const [slot] = (await api.get(`/sessions/${session.id}/slots`)).body.slots;
    const { id } = (await api.post(`/sessions/${session.id}/holds`, { facilitatorId: slot.facilitatorId, start: slot.start })).body;
    await keepForDays(app().databaseUrl, id);
    const page = await open(DUBLIN, '/');
    const item = page.locator('.item', { has: page.locator(`a[href="/book/${session.id}"]`) });
    await item.getByText(/kept for you until /).waitFor();
    await item.locator('a').click();
    await heading(page, en.book.needsHeading);
    await page.locator('.hold-box').getByText(/kept for you until /).waitFor();
    expect([await page.getByRole('timer').count(), await page.getByRole('button', { name: en.book.keep }).count()]).toEqual([0, 0]);
    await page.goBack();
    await heading(page, 'My programme');
    expect((await api.get(`/sessions/${session.id}`)).body.hold.id).toBe(id);
    await api.delete(`/holds/${id}`);
  }, 60_000);

  it('asks again for what was left out, and takes focus to it', async () => {
    const page = await open(COPENHAGEN, '/');
    await holdFirst(page, 'Financial and cluster business models', daCore, da);
    await page.getByRole('button', { name: da.book.confirm }).click();
    await page.locator('.note-bad:focus').waitFor();
    await page.getByRole('link', { name: da.book.aimsMissing }).click();
    expect(await page.locator('textarea:focus').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.hold-box').count()).toBe(1);
  }, 60_000);
});

/** Goes to a topic's times and holds the first. Returns its key. */
async function holdFirst(page: Page, topic: string, core = enCore, words = en): Promise<string> {
  await page.getByRole('link', { name: core.action.bookTopic(topic) }).click();
  const [key] = await keysOf(page);
  if (key === undefined) throw new Error(`no time is free for ${topic}`);
  await pick(page, key);
  await page.locator('.bar-button button').click();
  await heading(page, words.book.needsHeading);
  return key;
}

/** In milliseconds; tried again where the machine was busy with something else, since what is asked is whether it can be so quick. */
async function fastest(attempt: () => Promise<number>): Promise<number> {
  let best = await attempt();
  for (let again = 0; again < 3 && best >= 1000; again += 1) best = Math.min(best, await attempt());
  return best;
}

/** Lets time pass for the page alone: what the server would answer meanwhile, and with it the true time, is kept back. */
async function pass(page: Page, time: string): Promise<void> {
  await page.route('**/api/**', (route) => (route.request().method() === 'GET' ? undefined : route.continue()));
  await page.clock.fastForward(time);
}

async function said(page: Page, sentence: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector('output.sr')?.textContent?.includes(wanted), sentence, { timeout: 5000 });
}
