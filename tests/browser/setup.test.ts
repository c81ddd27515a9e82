import { account } from '../../client/src/locales/en/account.ts';
import { core } from '../../client/src/locales/en/core.ts';
import { rooms } from '../../client/src/locales/en/rooms.ts';
import { office } from '../../client/src/locales/en/office.ts';
import { outlook } from '../../client/src/locales/en/outlook.ts';
import { rules } from '../../client/src/locales/en/rules.ts';
import { setup as said } from '../../client/src/locales/en/setup.ts';
import { tray } from '../../client/src/locales/en/tray.ts';
import { apiOf } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { inBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';

inBrowser('setting a programme up', ({ app, open }) => {
  it('goes step by step, is left and resumed, takes a spreadsheet with its faults named, and is made', async () => {
    const page = await open('coordinator', '/setup');
    const next = (step: keyof typeof said.step) => page.getByRole('button', { name: said.next(said.step[step]) }).click();
    await page.getByRole('button', { name: said.begin }).click();
    await page.getByLabel(said.name, { exact: true }).fill('Baltic excellence');
    await next('weeks');
    await page.getByRole('button', { name: said.fillWeeks }).click();
    expect(await page.locator('.setup-item').count()).toBe(5);
    await page.getByRole('button', { name: said.removeWho(said.weekName(5)) }).click();
    expect(await page.locator('.setup-item').count()).toBe(4);
    await page.getByRole('button', { name: core.app.undo }).click();
    expect(await page.locator('.setup-item').count()).toBe(5);
    await next('topics');
    await page.getByRole('button', { name: said.addTopic }).click();
    await page.getByLabel(said.name, { exact: true }).fill('Cluster economics');
    await page.getByText(/^Kept at/).waitFor();

    // Left, and gone on with from the list.
    await page.goto(`${app().url}/setup`);
    await page.getByRole('link', { name: said.goOnWith('Baltic excellence') }).click();
    await page.getByRole('link', { name: said.step.clusters }).click();
    await page.locator('.sheet input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(PEOPLE) });
    await page.locator('.sheet .note').getByText(`${said.taken(3)} ${said.waiting(1)}.`).waitFor();
    const row = page.locator('.aside');
    expect(await row.locator('h4').textContent()).toBe(said.rowOf(4, 'people.csv'));
    expect(await row.locator('.field-error').allTextContents()).toEqual([said.fault.email, said.fault.zone, said.fault.topic('Sailing', 'Cluster economics')]);
    expect(await faultsOf(page, 'a row to mend')).toEqual([]);
    await row.getByLabel('Mail address').fill('juhan@nordic.example');
    await row.getByLabel('Time zone').fill('Helsinki');
    await row.getByLabel('Topics').fill('');
    await row.getByRole('button', { name: said.takeRow }).click();
    await row.waitFor({ state: 'detached' });
    expect(await page.locator('.setup-item').count()).toBe(2);

    await next('facilitators');
    await page.locator('.setup-item').getByRole('checkbox', { name: 'Cluster economics' }).waitFor();
    await next('review');
    await page.getByRole('heading', { name: outlook.fit }).waitFor();
    await page.getByText(said.counts(2, 1, 1), { exact: false }).waitFor();
    expect(await page.locator('.common tbody tr').count()).toBe(2);
    expect(await faultsOf(page, 'review')).toEqual([]);
    // Whoever goes elsewhere while it is made is not fetched back: the tray says when it is there, and opens it.
    let letGo: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => { letGo = resolve; });
    await page.route('**/api/v1/programmes', async (route) => { if (route.request().method() === 'POST') await gone; await route.continue(); });
    await page.getByRole('button', { name: said.make }).click();
    await page.getByRole('link', { name: core.nav.log }).click();
    await page.getByRole('heading', { name: rooms.mail, level: 1 }).waitFor();
    await page.getByRole('button', { name: tray.running(1) }).click();
    expect(await page.locator('#tray li').allTextContents()).toEqual([`Baltic excellence ${tray.state.running}`]);
    letGo();
    await page.locator('#tray').getByText(tray.state.done).waitFor();
    expect(new URL(page.url()).pathname).toBe('/log');
    await page.locator('#tray').getByRole('button', { name: tray.open }).click();
    // Its own board: two clusters, one topic.
    await page.locator('main .lead').getByText('Baltic excellence', { exact: true }).waitFor();
    await page.locator('.cell').nth(1).waitFor();
    expect(await page.locator('.cell').count()).toBe(2);
    await page.getByRole('button', { name: core.app.account('').trim() }).click();
    await page.getByRole('button', { name: `${account.role.coordinator} · CECIL Cluster Excellence` }).click();
    await page.locator('main .lead').getByText('CECIL Cluster Excellence', { exact: true }).waitFor();
    const owner = apiOf(app().url);
    const programme = (await owner.get('/programmes')).body.items.find(({ name }: { name: string }) => name === 'Baltic excellence');
    expect((await owner.get(`/programmes/${programme.id}/clusters`)).body.items.map(({ name, timeZone, representatives }: { name: string; timeZone: string; representatives: { email: string }[] }) => [name, timeZone, representatives.map(({ email }) => email)])).toEqual([
      ['Baltic Maritime', 'Europe/Tallinn', ['kai@baltic.example', 'mari@baltic.example']], ['Nordic Sails', 'Europe/Helsinki', ['juhan@nordic.example']],
    ]);
    const [facilitator] = (await owner.get(`/programmes/${programme.id}/facilitators`)).body.items;
    expect((await owner.get(`/facilitators/${facilitator.id}/availability`)).body.rules).toEqual([{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }]);
  }, 90_000);

  it('begins from an exported programme, moves its dates, says what is not right by its place, and reads its own template', async () => {
    const owner = apiOf(app().url);
    const programme = (await owner.get('/programmes')).body.items.find(({ name }: { name: string }) => name !== 'Baltic excellence');
    const exported = (await owner.get(`/programmes/${programme.id}/export.json`)).body;
    const page = await open('coordinator', '/setup');
    const upload = page.locator('.begin input[type=file]');
    await upload.setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"notes": []}') });
    await page.getByText(said.uploadError).waitFor();
    await upload.setInputFiles({ name: 'export.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(exported)) });
    await page.getByLabel(said.moveAll).fill('2028-03-06');
    await page.getByRole('button', { name: said.moveAct }).click();
    expect(await page.getByLabel(said.firstDay).first().inputValue()).toBe('2028-03-06');
    await page.getByRole('link', { name: said.step.clusters }).click();
    await page.locator('[id="clusters.1.timeZone"]').fill('Paris');
    const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: said.template }).click()]);
    await page.locator('.sheet input[type=file]').setInputFiles(await template.path());
    await page.locator('.sheet .note').getByText(said.taken(3)).waitFor();
    expect(await page.locator('.setup-item').count()).toBe(6);
    await page.getByRole('link', { name: said.step.review }).click();
    await page.getByRole('button', { name: `${said.item.cluster(2)}, CAP Digital: ${office.people.zoneError}` }).click();
    await page.locator('[id="clusters.1.timeZone"]:focus').fill('Europe/Paris');
    await page.getByRole('link', { name: said.step.review }).click();
    await page.locator('.common').waitFor();
    await page.getByText(/^Kept at/).waitFor();

    await page.getByRole('link', { name: rooms.setup }).click();
    await page.getByRole('button', { name: said.removeWho(exported.programme.name) }).click();
    await page.getByText(said.noDrafts).waitFor();
    await page.locator('.toast', { hasText: said.removed(exported.programme.name) }).getByRole('button', { name: core.app.undo }).click();
    await page.getByRole('link', { name: said.goOnWith(exported.programme.name) }).waitFor();
  }, 90_000);

  it('changes the rules of the programme, and how long its people are remembered, which can be taken back', async () => {
    const page = await open('coordinator', '/programme');
    await page.getByRole('button', { name: rules.changeWhat(rules.booking) }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(rules.notice).fill('soon');
    await form.getByRole('button', { name: office.people.save }).click();
    await form.locator('.note-bad:focus').getByText(rules.number).waitFor();
    await form.getByLabel(rules.notice).fill('2880');
    await form.getByRole('button', { name: office.people.save }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('48 hours').waitFor();
    await page.getByRole('combobox', { name: rules.retention }).selectOption('365');
    await page.getByText(rules.retentionSaved).waitFor();
    await page.getByRole('button', { name: core.app.undo }).click();
    await until('it is as before', async () => await page.getByRole('combobox', { name: rules.retention }).inputValue() === '');
    expect(await faultsOf(page, 'programme')).toEqual([]);

    // Weeks and topics of a programme that runs.
    await page.getByRole('button', { name: said.addTopic }).click();
    await form.getByRole('button', { name: office.people.save }).click();
    await form.locator('.note-bad:focus').getByText(office.people.required).waitFor();
    await form.locator('#name').fill('Cluster ethics');
    await form.getByRole('checkbox', { name: 'Quercus Group, Nairobi' }).check();
    expect(await faultsOf(page, 'a topic', 'dialog[open]')).toEqual([]);
    await form.getByRole('button', { name: office.people.save }).click();
    const topic = page.locator('.part', { hasText: 'Cluster ethics' });
    await topic.getByText(rules.givenBy('Quercus Group, Nairobi')).waitFor();
    await topic.getByRole('button', { name: office.people.changeWho('Cluster ethics') }).click();
    await form.getByRole('checkbox', { name: 'Quercus Group, Nairobi' }).uncheck();
    await form.getByRole('button', { name: office.people.save }).click();
    await topic.getByText(rules.givenByNobody).waitFor();
    await topic.getByRole('button', { name: said.removeWho('Cluster ethics') }).click();
    await form.getByRole('button', { name: office.people.remove }).click();
    await topic.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: office.people.changeWho('Week 5: classroom, Copenhagen') }).click();
    await form.getByLabel(said.lastDay).fill('2020-01-01');
    await form.getByRole('button', { name: office.people.save }).click();
    await form.locator('.note-bad:focus').getByText(said.dateOrder).waitFor();
    await form.locator('#name').fill('Week 5: together');
    await form.locator('#endsOn').fill(await form.getByLabel(said.firstDay).inputValue());
    await form.getByRole('button', { name: office.people.save }).click();
    await page.getByRole('heading', { name: 'Week 5: together' }).waitFor();
  }, 60_000);
});

const PEOPLE = [
  'Kind;Organisation;Person;Mail address;Time zone;Language;Topics;From;To',
  'cluster;Baltic Maritime;Kai Tamm;kai@baltic.example;Europe/Tallinn;English;;09:00;17:00',
  'cluster;Baltic Maritime;"Tamm, Mari";mari@baltic.example;;;;;',
  'cluster;Nordic Sails;Juhan;juhan at nordic;Helsinkki;;Sailing;;',
  'facilitator;;Amina Odhiambo;amina@example.org;Nairobi;en;cluster economics;8;16',
].join('\r\n');
