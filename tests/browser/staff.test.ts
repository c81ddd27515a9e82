import type { Page } from 'playwright-core';
import { booking as en } from '../../client/src/locales/en/booking.ts';
import { coordinator as office } from '../../client/src/locales/en/coordinator.ts';
import { facilitator as hers } from '../../client/src/locales/en/facilitator.ts';
import { hours } from '../../client/src/locales/en/hours.ts';
import { inBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { hearing } from './watching.ts';
import { bookingPathOf, heading, keysOf, pick } from './picker.ts';

const { coverage } = office;
const DUBLIN = 'cluster Irish Software Innovation Network';
const NAIROBI = 'facilitator Quercus Group, Nairobi';

inBrowser('those who run it', ({ open }) => {
  it('shows the coordinator a hold and a booking within two seconds each, in the right cell, and what changed in a line', async () => {
    const board = await open('coordinator', '/you');
    await board.clock.install();
    await board.goto(new URL('/', board.url()).href);
    const cell = cellOf(board, 'Irish Software Innovation Network', 'Cluster mapping and analysis');
    await cell.and(board.locator('.cell-open')).waitFor();
    const heard = await hearing(board);
    const dublin = await open(DUBLIN, '/');
    await dublin.goto(await bookingPathOf(dublin, 'Cluster mapping and analysis'));
    const [key] = await keysOf(dublin);
    await pick(dublin, key!);
    await dublin.getByRole('button', { name: /^Hold / }).click();
    await heading(dublin, en.book.needsHeading);
    await cell.and(board.locator('.cell-held')).waitFor({ timeout: 2000 });
    await until('the hold is said', async () => (await heard()).length > 0);
    await dublin.getByLabel(en.book.aims).fill('A map of our members');
    await dublin.getByRole('button', { name: en.book.confirm }).click();
    await heading(dublin, en.book.bookedHeading);
    await cell.and(board.locator('.cell-booked')).waitFor({ timeout: 2000 });
    // One sentence for each; the second not within ten seconds of the first.
    await board.clock.fastForward(11_000);
    await until('the booking is said', async () => (await heard()).length > 1);
    await board.clock.fastForward(11_000);
    const which = 'Irish Software Innovation Network (Cluster mapping and analysis)';
    expect(await heard()).toEqual([coverage.fact.held(which), coverage.fact.booked(which)]);
    expect(await board.locator('.news').textContent()).toMatch(/Irish Software Innovation Network \(Cluster mapping and analysis\) held, .* booked$/);
    expect(await board.locator('.covered').textContent()).toContain('1 of 30');

    await board.getByRole('checkbox', { name: /not settled/ }).check();
    await until('only what needs attention is shown', async () => await board.locator('.cell').count() === 29);
    // Of the table, Tab comes to each session that is open, and to nothing else.
    const states = await board.locator('.board').evaluate((table) => [...table.querySelectorAll<HTMLElement>('a, button, input, select, summary, [tabindex]')].filter((element) => element.tabIndex >= 0 && element.checkVisibility()).map((element) => /cell-(\w+)/.exec(element.className)?.[1]));
    expect(states).toEqual(Array.from({ length: 29 }, () => 'open'));
    await board.getByRole('checkbox', { name: /not settled/ }).focus();
    const reached = new Set<string | null>();
    for (let press = 0; press < 40; press += 1) {
      await board.keyboard.press('Tab');
      reached.add(await board.evaluate(() => document.activeElement?.closest('.board') ? document.activeElement.getAttribute('data-session') : null));
    }
    reached.delete(null);
    expect(reached.size).toBe(29);
    await board.getByRole('checkbox', { name: /not settled/ }).uncheck();
    await cell.click();
    const panel = board.getByRole('dialog');
    await panel.getByText('A map of our members').waitFor();
    await panel.locator('.invitation').nth(1).waitFor();
    expect(await panel.locator('.invitation').count()).toBe(2);
  }, 60_000);

  it('lets a facilitator open hours, and a cluster’s page has them at once behind a button', async () => {
    const dublin = await open(DUBLIN, '/');
    await dublin.goto(await bookingPathOf(dublin, 'Stakeholder engagement and membership models'));
    const before = await keysOf(dublin);
    const nairobi = await open(NAIROBI, '/availability');
    await nairobi.getByText(hours.lists).click();
    await nairobi.getByRole('button', { name: hers.availability.addRule }).click();
    const added = nairobi.locator('.rule').last();
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday']) await added.getByRole('checkbox', { name: day }).uncheck();
    await added.getByLabel(hers.availability.from).selectOption('17:00');
    await added.getByLabel(hers.availability.to).selectOption('12:00');
    await nairobi.getByRole('button', { name: hers.availability.save }).click();
    await nairobi.locator('.note-bad:focus').waitFor();
    await added.getByLabel(hers.availability.from).selectOption('12:00');
    await added.getByLabel(hers.availability.to).selectOption('17:00');
    await nairobi.getByRole('button', { name: hers.availability.save }).click();
    await nairobi.locator('.save-state').getByText(/Saved at/).waitFor();
    await dublin.getByRole('button', { name: en.book.showNew, exact: true }).click();
    await dublin.waitForFunction((count) => document.querySelectorAll('.slot').length > count, before.length);
    expect((await keysOf(dublin)).filter((each) => !before.includes(each)).length).toBeGreaterThan(0);

    await nairobi.reload();
    await nairobi.getByText(hours.lists).click();
    await nairobi.locator('.rule').first().waitFor();
    await until('there are two rules', async () => await nairobi.locator('.rule').count() === 2);
  }, 60_000);

  it('shows the facilitator who comes next and what they need', async () => {
    const dublin = await open(DUBLIN, '/');
    await dublin.goto(await bookingPathOf(dublin, 'Financial and cluster business models'));
    await dublin.locator('.slot').first().waitFor();
    await dublin.locator('.controls select').selectOption({ label: 'Quercus Group, Nairobi' });
    const [key] = await keysOf(dublin);
    await pick(dublin, key!);
    const nairobi = await open(NAIROBI, '/');
    await heading(nairobi, 'Today');
    await dublin.getByRole('button', { name: /^Hold / }).click();
    await dublin.getByLabel(en.book.aims).fill('Fees for small members');
    await dublin.getByRole('button', { name: en.book.confirm }).click();
    await heading(dublin, en.book.bookedHeading);
    await nairobi.getByText('Fees for small members').waitFor({ timeout: 3000 });
    expect(await nairobi.locator('.next h2').textContent()).toMatch(/^Next: Irish Software Innovation Network in /);
    expect(await nairobi.locator('.clock-city b').allTextContents()).toEqual(['Nairobi', 'Dublin']);
  }, 60_000);

  it('lets the coordinator book for a cluster, and the facilitator move it', async () => {
    const coordinator = await open('coordinator', '/');
    await cellOf(coordinator, 'CAP Digital', 'Cluster mapping and analysis').click();
    await coordinator.getByRole('dialog').getByRole('link', { name: 'Book for them' }).click();
    await coordinator.locator('.controls select').selectOption({ label: 'Oxford Research, Copenhagen' });
    await coordinator.locator('.slot').filter({ hasNotText: 'Oxford Research' }).first().waitFor({ state: 'detached' });
    const [key] = await keysOf(coordinator);
    await pick(coordinator, key!);
    await coordinator.locator('.bar-button button').click();
    await coordinator.getByLabel(en.book.aims).fill('As agreed on the phone');
    await coordinator.getByRole('button', { name: en.book.confirm }).click();
    await heading(coordinator, en.book.bookedHeading);

    const oxford = await open('facilitator Oxford Research, Copenhagen', '/sessions');
    await oxford.getByRole('link', { name: 'CAP Digital' }).click();
    await oxford.locator('.actions a[href*="move"]').click();
    const other = (await keysOf(oxford)).find((each) => each !== key && each.endsWith(key!.split(' ')[1]!));
    await pick(oxford, other!);
    await oxford.locator('.bar-button button').click();
    await oxford.getByRole('dialog').locator('.button-main').click();
    const moved = new Date(Number(other!.split(' ')[0])).toISOString();
    await oxford.locator(`.clock-face time[datetime="${moved}"]`).first().waitFor({ timeout: 5000 });
    expect(await oxford.locator('.clock-face time').first().getAttribute('datetime')).toBe(moved);
  }, 60_000);

  it('moves a session in one step and cancels it with ten seconds to think again', async () => {
    const dublin = await open(DUBLIN, '/');
    await dublin.getByRole('link', { name: 'Details of Cluster mapping and analysis' }).click();
    const before = await dublin.locator('.clock-face time').first().getAttribute('datetime');
    await dublin.getByRole('link', { name: 'Move' }).click();
    await dublin.locator('.slot').nth(8).click();
    await dublin.locator('.bar-button button').click();
    await dublin.getByRole('dialog').getByRole('button', { name: /^Move to/ }).click();
    await heading(dublin, 'Cluster mapping and analysis');
    const after = await dublin.locator('.clock-face time').first().getAttribute('datetime');
    expect(after).not.toBe(before);

    await dublin.getByRole('button', { name: 'Cancel' }).click();
    await dublin.getByRole('button', { name: 'Cancel the session' }).click();
    await dublin.getByRole('link', { name: 'Choose a time for Cluster mapping and analysis' }).waitFor();
    await dublin.getByRole('button', { name: 'Undo' }).click();
    await dublin.getByRole('link', { name: 'Details of Cluster mapping and analysis' }).waitFor();
  }, 60_000);
});

function cellOf(page: Page, cluster: string, topic: string) {
  return page.locator('.cell', { has: page.getByText(`${cluster}, ${topic}:`) });
}
