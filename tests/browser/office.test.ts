import { readFileSync } from 'node:fs';
import { core } from '../../client/src/locales/en/core.ts';
import { desk } from '../../client/src/locales/en/desk.ts';
import { outlook } from '../../client/src/locales/en/outlook.ts';
import { tray } from '../../client/src/locales/en/tray.ts';
import { office as said } from '../../client/src/locales/en/office.ts';
import { account } from '../../client/src/locales/en/account.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { apiOf } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { inBrowser } from '../support/browser.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { mailedTokens } from '../support/sign-in.ts';
import { until } from '../support/until.ts';

const env: Record<string, string> = {};
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  env.ALLOW_PRIVATE_HOSTS = receiver.host;
});
afterAll(() => receiver?.close());

inBrowser('the coordinator’s office', ({ app, open }) => {
  it('adds a cluster with its people, says what is wrong beside each field, and keeps what was typed; removes it after asking, and says why not where one is booked', async () => {
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

    await page.getByRole('button', { name: `${said.people.remove}: Baltic Maritime` }).click();
    expect(await faultsOf(page, 'removing a cluster', 'dialog[open]')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: said.people.remove }).click();
    await page.getByRole('heading', { name: /Baltic Maritime/, level: 3 }).waitFor({ state: 'detached' });
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

  it('says who did what, and only what one of them did; and gives it as a file', async () => {
    const page = await open('coordinator', '/changes');
    await page.locator('.log tbody tr').nth(1).waitFor();
    await page.locator('.log-tools select').selectOption('booking.made');
    await until('only bookings are shown', async () => new Set(await page.locator('.log td:nth-child(3)').evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent))).size === 1);
    expect(await page.locator('.log td:nth-child(3)').first().textContent()).toContain(desk.audit.kinds['booking.made']);
    expect(await page.locator('.log td:nth-child(4) a').first().getAttribute('href')).toMatch(/^\/sessions\//);
    await page.getByRole('button', { name: desk.audit.onlyOf(desk.audit.actor.owner) }).first().click();
    await page.getByText(desk.audit.ofOne(desk.audit.actor.owner)).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\ufeff?revision,at,actor,[^\n]*\r?\n.*booking\.made/);
    // Elsewhere it can be kept again; what takes long goes on there, and is stopped.
    await page.route('**/export.json', () => undefined);
    await page.getByRole('link', { name: 'Coverage', exact: true }).click();
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('link', { name: 'JSON' }).click();
    await page.getByRole('link', { name: 'Log', exact: true }).click();
    await page.getByRole('button', { name: tray.running(1) }).click();
    const [again] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: tray.keep }).click()]);
    expect(again.suggestedFilename()).toBe(file.suggestedFilename());
    await page.getByRole('button', { name: tray.stopName('export.json') }).click();
    await page.locator('#tray').getByText(tray.state.stopped).waitFor();
    expect(await page.locator('#tray li').allTextContents()).toEqual([expect.stringContaining(tray.state.done), `export.json ${tray.state.stopped}`]);
    await page.getByRole('button', { name: tray.clear }).click();
    await page.locator('.tray').waitFor({ state: 'detached' });
    await page.getByRole('navigation', { name: 'Log', exact: true }).getByRole('link', { name: 'Programs' }).click();
    await page.getByRole('heading', { name: 'Programs', level: 1 }).waitFor();
  }, 60_000);

  it('makes a webhook and a token, shows each secret once, and ends both', async () => {
    const page = await open('coordinator', '/programs');
    const copy = desk.programs;
    await page.getByRole('button', { name: copy.addWebhook }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(copy.url).fill('ftp://hook.example');
    await dialog.getByRole('button', { name: copy.make }).click();
    await dialog.locator('.note-bad:focus').getByText(copy.urlError).waitFor();
    await dialog.getByLabel(copy.url).fill(receiver.url);
    await dialog.getByRole('button', { name: copy.make }).click();
    expect(await dialog.locator('.secret code').textContent()).toMatch(/^whsec_/);
    const faults = await faultsOf(page, 'a secret', 'dialog[open]');
    await dialog.getByRole('button', { name: copy.kept }).click();
    await page.getByRole('button', { name: `${copy.switchOff}: ${receiver.url}` }).click();
    await page.locator('.party').getByText(copy.off['by-hand']).waitFor();
    await page.getByRole('button', { name: core.app.undo }).click();
    await page.locator('.party').getByText(copy.on, { exact: true }).waitFor();
    await page.getByRole('button', { name: `${copy.renew}: ${receiver.url}` }).click();
    faults.push(...await faultsOf(page, 'ending a secret', 'dialog[open]'));
    await dialog.getByRole('button', { name: copy.renew }).click();
    expect(await dialog.locator('.secret code').textContent()).toMatch(/^whsec_/);
    await dialog.getByRole('button', { name: copy.kept }).click();
    await page.getByRole('button', { name: `${copy.log}: ${receiver.url}` }).click();
    await dialog.getByRole('heading', { name: copy.logOf(receiver.url) }).waitFor();
    await page.keyboard.press('Escape');
    const owner = apiOf(app().url);
    const [programme] = (await owner.get('/programmes')).body.items;
    await owner.patch(`/programmes/${programme.id}`, { name: programme.name });
    await until('it has been told', async () => receiver.received.length > 0);
    await page.getByRole('button', { name: `${copy.log}: ${receiver.url}` }).click();
    await dialog.getByText(copy.states.delivered).first().waitFor();
    expect([...faults, ...await faultsOf(page, 'what a webhook was sent', 'dialog[open]')]).toEqual([]);
    await dialog.getByRole('button', { name: copy.again }).first().click();
    await page.getByText(copy.againSaid).waitFor();
    const ids = () => receiver.received.map(({ headers }) => headers['webhook-id']);
    await until('the same message has come twice', async () => new Set(ids()).size < ids().length);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `${copy.remove}: ${receiver.url}` }).click();
    await dialog.getByRole('button', { name: copy.remove }).click();
    await page.getByText(copy.noWebhooks).waitFor();

    await page.getByRole('button', { name: copy.addToken }).click();
    await dialog.getByLabel(copy.tokenName).fill('Our website');
    await dialog.getByRole('checkbox', { name: copy.scope.book }).check();
    await dialog.getByRole('button', { name: copy.make }).click();
    const token = (await dialog.locator('.secret code').textContent())!;
    expect((await apiOf(app().url, token).get('/me')).body.role).toBe('coordinator');
    await dialog.getByRole('button', { name: copy.kept }).click();
    await page.reload();
    await page.getByText(`${copy.scope.read}, ${copy.scope.book}`).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(token);
    await page.getByRole('button', { name: `${copy.revoke}: Our website` }).click();
    await dialog.getByRole('button', { name: copy.revoke }).click();
    await page.getByText(copy.noTokens).waitFor();
    expect((await apiOf(app().url, token).get('/me')).status).toBe(401);
  }, 60_000);

  it('gives out all that is kept about a person, and erases them, with what they had to come where that is asked for', async () => {
    const owner = apiOf(app().url);
    const [programme] = (await owner.get('/programmes')).body.items;
    const facilitators = (await owner.get(`/programmes/${programme.id}/facilitators`)).body.items;
    const booked = (await owner.get(`/programmes/${programme.id}/sessions?state=booked`)).body.items;
    const facilitator = facilitators.find(({ id }: { id: string }) => booked.some(({ booking }: { booking: { facilitatorId: string } }) => booking.facilitatorId === id));
    const page = await open('coordinator', '/people');
    await page.getByRole('button', { name: said.people.dataWho(facilitator.name) }).click();
    const dialog = page.getByRole('dialog');
    const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: desk.data.take }).click()]);
    expect(JSON.parse(readFileSync(await file.path(), 'utf8')).people).toEqual([expect.objectContaining({ id: facilitator.id, email: facilitator.email })]);
    const faults = await faultsOf(page, 'what is kept of a person', 'dialog[open]');
    await dialog.getByRole('button', { name: desk.data.erase }).click();
    await dialog.getByText(desk.data.eraseHint).waitFor();
    expect([...faults, ...await faultsOf(page, 'erasing a person', 'dialog[open]')]).toEqual([]);
    await dialog.getByRole('button', { name: desk.data.erase }).click();
    await dialog.getByRole('checkbox', { name: desk.data.cancelToo }).check();
    await dialog.getByRole('button', { name: desk.data.erase }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: new RegExp(`^${facilitator.name}`), level: 3 }).waitFor({ state: 'detached' });
    expect((await owner.get(`/facilitators/${facilitator.id}`)).body.name ?? '').not.toBe(facilitator.name);
  }, 60_000);

  it('says beforehand what fits, which hours are shared and when clocks change, and lets a holiday be worked on', async () => {
    const page = await open('coordinator', '/outlook');
    await page.getByRole('heading', { name: outlook.fit }).waitFor();
    expect(await page.locator('.fit > li').count()).toBe(3);
    expect(await page.locator('.common tbody tr').count()).toBe(5);
    const holiday = page.locator('.facts-list input[type=checkbox]').first();
    if (await holiday.count() === 0) return;
    const name = (await holiday.getAttribute('aria-label'))!;
    await holiday.check();
    const owner = apiOf(app().url);
    const [programme] = (await owner.get('/programmes')).body.items;
    await until(name, async () => (await owner.get(`/programmes/${programme.id}/planning`)).body.holidaysWorked.length === 1);
  }, 60_000);

  // Last: it is another sign-in from here on than the one that these tests share.
  it('asks for a new sign-in before somebody else is let in, and goes on where one was', async () => {
    const page = await open('coordinator', '/people');
    const email = await inDatabase(app().databaseUrl, async (db) => {
      await db.query("UPDATE sign_ins SET created_at = created_at - interval '9 hours'");
      return (await db.query<{ email: string }>('SELECT email FROM coordinators')).rows[0]!.email;
    });
    await page.getByRole('button', { name: said.people.addObserver }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(said.people.name).fill('Fundacja');
    await form.getByLabel(said.people.email).fill('funder@fundacja.example');
    await form.getByRole('button', { name: said.people.save }).click();
    await form.getByText(account.again.why).waitFor();
    expect(await faultsOf(page, 'that one signs in again', 'dialog[open]')).toEqual([]);
    await form.getByRole('button', { name: account.again.send }).click();
    await form.getByText(account.again.sent).waitFor();
    const [token] = await mailedTokens(apiOf(app().url), email);
    const link = await page.context().newPage();
    await link.goto(`${app().url}/sign-in?token=${token}`);
    await link.getByRole('button').click();
    await link.waitForURL(`${app().url}/`);
    await form.getByRole('button', { name: said.people.save }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('funder@fundacja.example').waitFor();
  }, 60_000);
}, { env });

async function inDatabase<Value>(url: string, work: (db: Database) => Promise<Value>): Promise<Value> {
  const db = openDatabase(url, { maximum: 1 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
