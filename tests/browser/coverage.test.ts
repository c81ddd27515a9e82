import type { Page } from 'playwright-core';
import { coordinator as said } from '../../client/src/locales/en/coordinator.ts';
import { core } from '../../client/src/locales/en/core.ts';
import { desk } from '../../client/src/locales/en/desk.ts';
import { office } from '../../client/src/locales/en/office.ts';
import { apiOf } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
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
    await page.getByRole('combobox', { name: copy.rows }).selectOption('facilitator');
    await page.getByRole('rowheader', { name: copy.nobodyYet }).waitFor();
    expect([await page.locator('.board tbody th').count(), await page.locator('.cell').count()]).toEqual([1, 30]);
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

    // The same by who gives it, and what has become of it so far.
    await page.getByRole('combobox', { name: copy.rows }).selectOption('facilitator');
    const giver = (await owner.get(`/facilitators/${slot.facilitatorId}`)).body.name;
    await page.getByRole('row', { name: giver }).locator(`.cell[data-session="${session.id}"]`).click();
    await page.getByRole('dialog').getByText(copy.history).click();
    const line = page.locator('.history li');
    await line.first().waitFor();
    expect(await page.locator('.history li > span > b').allTextContents()).toEqual([desk.audit.kinds['booking.made']]);
    expect(await line.first().textContent()).toContain(desk.audit.actor.owner);
    expect(await faultsOf(page, 'a cell with its history', 'dialog[open]')).toEqual([]);
  }, 60_000);

  it('says that a newer version is there, not while a form is filled in, and brings it with the next page', async () => {
    const page = await open('coordinator', '/people');
    await page.getByRole('button', { name: office.people.addCluster }).click();
    await page.route('**/api/v1/**', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'visavis-client': 'index-newer.js' } });
    });
    await page.getByRole('dialog').getByLabel(office.people.zone).fill('Europe/Nowhere');
    const owner = apiOf(app().url);
    const [programme] = (await owner.get('/programmes')).body.items;
    const asked = page.waitForResponse(/\/clusters\?|\/clusters$/);
    await owner.patch(`/programmes/${programme.id}`, { name: programme.name });
    await asked;
    expect(await page.locator('.newer').count()).toBe(0);
    await page.keyboard.press('Escape');
    const [loaded] = await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: core.nav.log }).click()]);
    await loaded.getByText(core.app.newer).waitFor();
    expect(await faultsOf(loaded, 'a newer version', '.newer')).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: core.app.reload }).click()]);
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
