import { office as said } from '../../client/src/locales/en/office.ts';
import { apiOf } from '../support/api.ts';
import { inBrowser } from '../support/browser.ts';

inBrowser('the coordinator’s office', ({ app, open }) => {
  it('adds a cluster with its people, says what is wrong beside each field, and keeps what was typed', async () => {
    const page = await open('coordinator', '/people');
    await page.getByRole('button', { name: said.people.addCluster }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(said.people.name).first().fill('Baltic Maritime');
    await form.getByLabel(said.people.zone).fill('Europe/Nowhere');
    await form.getByLabel(said.people.email).fill('not an address');
    await form.getByRole('button', { name: said.people.save }).click();
    await form.locator('.note-bad:focus').waitFor();
    expect(await form.locator('.note-bad li').allTextContents()).toEqual([
      `${said.people.zone}: ${said.people.zoneError}`, `${said.people.name}: ${said.people.required}`, `${said.people.email}: ${said.people.emailError}`,
    ]);
    await form.getByLabel(said.people.zone).fill('Europe/Tallinn');
    await form.getByLabel(said.people.email).fill('kai@baltic.example');
    await form.getByLabel(said.people.name).nth(1).fill('Kai Tamm');
    await form.getByRole('button', { name: said.people.save }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /Baltic Maritime/, level: 3 }).waitFor();
    const owner = apiOf(app().url);
    const [programme] = (await owner.get('/programmes')).body.items;
    const made = (await owner.get(`/programmes/${programme.id}/clusters`)).body.items.find(({ name }: { name: string }) => name === 'Baltic Maritime');
    expect(made).toMatchObject({ timeZone: 'Europe/Tallinn', workingHours: null, representatives: [{ name: 'Kai Tamm', email: 'kai@baltic.example', language: 'en' }] });
  }, 60_000);

  it('removes a cluster after asking, and says why not where it is booked', async () => {
    const page = await open('coordinator', '/people');
    await page.getByRole('button', { name: `${said.people.remove}: Baltic Maritime` }).click();
    await page.getByRole('dialog').getByRole('button', { name: said.people.remove }).click();
    await page.getByRole('heading', { name: /Baltic Maritime/, level: 3 }).waitFor({ state: 'detached' });
    const owner = apiOf(app().url);
    const [programme] = (await owner.get('/programmes')).body.items;
    const [session] = (await owner.get(`/programmes/${programme.id}/sessions`)).body.items;
    const { slots: [slot] } = (await owner.get(`/sessions/${session.id}/slots`)).body;
    await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start });
    const { name } = (await owner.get(`/clusters/${session.clusterId}`)).body;
    await page.getByRole('button', { name: `${said.people.remove}: ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: said.people.remove }).click();
    expect(await page.getByRole('dialog').locator('.note-bad').textContent()).toContain('Sessions of this cluster are booked. Cancel them first');
  }, 60_000);

  it('logs each mail with what became of it, and finds one by its address', async () => {
    const page = await open('coordinator', '/log');
    await page.locator('.log tbody tr').nth(1).waitFor();
    const everything = await page.locator('.log tbody tr').count();
    const address = (await page.locator('.log tbody td:nth-child(2) small').first().textContent())!;
    await page.getByLabel(said.log.find).fill(address);
    expect(await page.locator('.log tbody tr').count()).toBeLessThan(everything);
    expect(new Set(await page.locator('.log tbody td:nth-child(2) small').allTextContents())).toEqual(new Set([address]));
  }, 60_000);

  it('shows a day as a list and as a picture that say the same', async () => {
    const page = await open('coordinator', '/day');
    await page.locator('.day-item').first().waitFor();
    const numbers = await page.locator('.day-number').allTextContents();
    expect(new Set(await page.locator('.day-box').allTextContents())).toEqual(new Set(numbers));
    expect(await page.locator('.day-picture .strip-row:not(.strip-axis)').count()).toBe(2);
    await page.getByRole('button', { name: said.day.after }).click();
    await page.getByText(said.day.none).waitFor();
  }, 60_000);
});
