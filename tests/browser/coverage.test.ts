import type { Page } from 'playwright-core';
import { coordinator as said } from '../../client/src/locales/en/coordinator.ts';
import { core } from '../../client/src/locales/en/core.ts';
import { apiOf } from '../support/api.ts';
import { inBrowser } from '../support/browser.ts';

const copy = said.coverage;

inBrowser('the coverage board', ({ app, open }) => {
  it('waives a session and takes it back by keyboard alone, and focus comes back to the cell', async () => {
    const page = await open('coordinator', '/');
    const cell = cellOf(page, 'Danish Sound', 'Cluster economics');
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, copy.waive);
    await page.keyboard.press('Enter');
    await page.locator('dialog input:focus, dialog textarea:focus').waitFor();
    await page.keyboard.type('Done elsewhere');
    await page.keyboard.press('Enter');
    await cell.and(page.locator('.cell-waived')).waitFor();
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText(copy.waivedBecause('Done elsewhere')).waitFor();
    await tabTo(page, copy.unwaive);
    await page.keyboard.press('Enter');
    await cell.and(page.locator('.cell-open')).waitFor();
  }, 60_000);

  it('shows the same sessions with topics as rows, and one week alone; and reminds a cluster by one mail to each of its people', async () => {
    const page = await open('coordinator', '/');
    await page.locator('.cell').first().waitFor();
    await page.getByRole('combobox', { name: copy.rows }).selectOption('topic');
    expect(await page.locator('.board tbody th').count()).toBe(6);
    expect(await page.locator('.cell').count()).toBe(30);
    await page.getByRole('combobox', { name: copy.week }).selectOption({ index: 1 });
    expect(await page.locator('.board tbody th').count()).toBe(2);
    expect(await page.locator('.cell').count()).toBe(10);
    await page.getByRole('combobox', { name: copy.week }).selectOption({ index: 0 });
    await cellOf(page, 'Madrid Audio Cluster', 'Cluster communication').click();
    await page.getByRole('dialog').getByRole('button', { name: copy.remind }).click();
    await page.getByText(copy.remindedToast(2)).first().waitFor();
    await cellOf(page, 'Madrid Audio Cluster', 'Cluster communication').click();
    expect(await page.getByRole('dialog').getByText(/^Reminded /).textContent()).toBe(copy.reminded('this minute'));
  }, 60_000);

  it('cancels from the cell, with ten seconds to take it back', async () => {
    const owner = apiOf(app().url);
    const [programme] = (await owner.get('/programmes')).body.items;
    const sessions = (await owner.get(`/programmes/${programme.id}/sessions`)).body.items;
    const madrid = (await owner.get(`/programmes/${programme.id}/clusters`)).body.items.find(({ name }: { name: string }) => name === 'Madrid Audio Cluster');
    const session = sessions.find(({ clusterId }: { clusterId: string }) => clusterId === madrid.id);
    const { slots: [slot] } = (await owner.get(`/sessions/${session.id}/slots`)).body;
    await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start });
    const page = await open('coordinator', '/');
    const cell = page.locator(`.cell[data-session="${session.id}"]`);
    await cell.and(page.locator('.cell-booked')).click();
    await page.getByRole('dialog').getByRole('button', { name: copy.cancel, exact: true }).click();
    await page.getByRole('button', { name: copy.confirmCancel }).click();
    await cell.and(page.locator('.cell-open')).waitFor();
    await page.getByRole('button', { name: core.app.undo }).click();
    await cell.and(page.locator('.cell-booked')).waitFor();
    expect((await owner.get(`/sessions/${session.id}`)).body.state).toBe('booked');
  }, 60_000);
});

function cellOf(page: Page, cluster: string, topic: string) {
  return page.locator('.cell', { has: page.getByText(`${cluster}, ${topic}:`) });
}

/** Presses Tab until the button of this name has focus; not for ever. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await page.evaluate(() => document.activeElement?.textContent) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”`);
}
