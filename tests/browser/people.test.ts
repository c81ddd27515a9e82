import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase } from '../../server/store/database.ts';
import { issueLink } from '../../server/usecases/signing-in/sign-in.ts';
import { booking as en } from '../../client/src/locales/en/booking.ts';
import { booking as es } from '../../client/src/locales/es/booking.ts';
import { core as plCore } from '../../client/src/locales/pl/core.ts';
import { hours as words } from '../../client/src/locales/en/hours.ts';
import { record } from '../../client/src/locales/en/record.ts';
import { session as enSession } from '../../client/src/locales/en/session.ts';
import { ways } from '../../client/src/locales/en/ways.ts';
import { you } from '../../client/src/locales/en/you.ts';
import { you as plYou } from '../../client/src/locales/pl/you.ts';
import { apiOf, signInBy } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { inBrowser, type Stage } from '../support/browser.ts';
import { beginEarlier } from '../support/past.ts';
import { makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';
import { chooseClock, heading, keysOf, pick } from './picker.ts';

inBrowser('what clusters and facilitators do', ({ app, open }) => {
  it('shows a week in which the clocks change with the change between the right days, whatever the shown clock', async () => {
    const made = await makeProgramme(apiOf(app().url), changing());
    const session = (await sessionsOf(apiOf(app().url), made.id))[0]!;
    await addLink(app(), made);
    const page = await open('cluster changing', `/book/${session.id}`, { zone: 'Asia/Singapore', locale: 'es-ES' });
    const keys = await keysOf(page);
    expect(await page.locator('.clock-change').allTextContents()).toEqual([es.book.clocksChange('Madrid', 'UTC+1', 'UTC+2')]);
    // Between Friday 26 and Monday 29 March: what stands after the line is Monday's.
    expect(await page.locator('.clock-change + .day h2').textContent()).toContain('29 de marzo');
    const differences = await page.locator('.slot').evaluateAll((rows) => rows.map((row) => {
      const [here = 0, there = 0] = [...row.textContent!.matchAll(/(\d\d):(\d\d)/g)].filter((_, index) => index !== 1).map(([, hours, minutes]) => Number(hours) * 60 + Number(minutes));
      return (there - here) / 60;
    }));
    expect([...new Set(differences)]).toEqual([2, 1]);
    for (const typed of ['Singapur', 'Madrid']) {
      await chooseClock(page, typed);
      expect(await keysOf(page)).toEqual(keys);
    }

    // The hour that does not exist cannot be painted, by no hand, nor by a stroke across it.
    const grid = await open('facilitator changing', '/availability', { zone: 'Asia/Singapore', height: 1800 });
    await grid.getByLabel(words.week).check();
    const sunday = grid.locator('.day-name b').getByText(/28 Mar$/);
    await grid.locator('.day-name b').first().waitFor();
    for (let week = 0; week < 3 && await sunday.count() === 0; week += 1) await grid.getByRole('button', { name: words.nextWeek }).click();
    await grid.getByRole('button', { name: words.wholeDay }).click();
    const cell = (time: string) => grid.locator(`tr:has(th:has-text("${time}")) [data-place^="6 "]`);
    for (const time of ['02:00', '02:30']) expect(await cell(time).getAttribute('class')).toContain('hour-gap');
    await cell('02:00').click();
    await cell('01:30').focus();
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', ' ']) await grid.keyboard.press(key);
    const spans = async () => (await apiOf(app().url).get(`/facilitators/${made.facilitators['local']}/availability`)).body.overrides;
    await until('what there is of it is saved', async () => (await spans()).length > 0);
    expect(await spans()).toEqual([{ date: '2027-03-28', spans: [{ from: '01:30', to: '02:00' }, { from: '03:00', to: '03:30' }] }]);
  }, 60_000);

  it('says why no time is free, tells whoever waits when one is, and carries a question', async () => {
    const owner = apiOf(app().url);
    const dublin = await signInBy(app().links['cluster Irish Software Innovation Network']!);
    const { programmeId } = (await dublin.get('/me')).body;
    const session = (await sessionsOf(dublin, programmeId)).find(({ state }) => state === 'open')!;
    const facilitators = (await owner.get(`/programmes/${programmeId}/facilitators`)).body.items as { id: string }[];
    const before = await Promise.all(facilitators.map(async ({ id }) => (await owner.get(`/facilitators/${id}/availability`)).body));
    await Promise.all(facilitators.map(({ id }) => owner.put(`/facilitators/${id}/availability`, { rules: [], overrides: [] })));

    const page = await open('cluster Irish Software Innovation Network', `/book/${session.id}`);
    await page.getByText(ways.reason.none['outside-availability']!).waitFor();
    await page.getByRole('button', { name: ways.wait }).click();
    await page.locator('.wait-told').waitFor();
    expect(await faultsOf(page, 'no times')).toEqual([]);
    await page.getByRole('button', { name: ways.ask }).click();
    await page.getByRole('button', { name: ways.askSend }).click();
    await page.getByText(ways.askMissing).waitFor();
    expect(await faultsOf(page, 'asking, with an error', 'dialog[open]')).toEqual([]);
    await page.getByLabel(ways.askLabel).fill('Is there an hour in the evening?');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: ways.ask }).click();
    expect(await page.getByLabel(ways.askLabel).inputValue()).toBe('Is there an hour in the evening?');
    await page.getByRole('button', { name: ways.askSend }).click();
    await page.getByText(ways.asked).waitFor();

    await Promise.all(facilitators.map(({ id }, index) => owner.put(`/facilitators/${id}/availability`, { rules: before[index].rules, overrides: before[index].overrides })));
    await page.getByText(ways.freed).waitFor();
    await until('the mail is there', async () => (await owner.get('/mailbox')).body.items.some(({ subject }: { subject: string }) => subject.startsWith('A time is free')));
  }, 90_000);

  it('lets a facilitator say who came and share a note, which the cluster reads', async () => {
    const owner = apiOf(app().url);
    const nairobi = await signInBy(app().links['facilitator Quercus Group, Nairobi']!);
    const { facilitatorId, programmeId } = (await nairobi.get('/me')).body;
    const dublin = await signInBy(app().links['cluster Irish Software Innovation Network']!);
    const { clusterId } = (await dublin.get('/me')).body;
    const found = await Promise.all((await sessionsOf(owner, programmeId)).filter((each) => each.clusterId === clusterId)
      .map(async ({ id }) => ({ id, slot: (await owner.get(`/sessions/${id}/slots?facilitatorId=${facilitatorId}`)).body.slots[0] })));
    const { id, slot } = found.find((each) => each.slot)!;
    const booked = (await owner.post(`/sessions/${id}/booking`, { facilitatorId, start: slot.start })).body;
    await beginEarlier(app(), booked.id, 20);

    const page = await open('facilitator Quercus Group, Nairobi', `/sessions/${id}`);
    await page.getByRole('button', { name: record.save }).click();
    await page.getByText(record.choose).waitFor();
    expect(await faultsOf(page, 'attendance, with an error')).toEqual([]);
    await page.getByRole('button', { name: record.allPresent }).click();
    await page.getByRole('button', { name: record.save }).click();
    await page.locator('.mark-done').waitFor();
    await page.getByLabel(record.shared).fill('Read chapter two before we meet again.');
    await page.locator('.notes output').getByText(record.notesSaved).waitFor();
    const cluster = await open('cluster Irish Software Innovation Network', `/sessions/${id}`);
    await cluster.getByText('Read chapter two before we meet again.').waitFor();
    await cluster.locator('.mark-done').waitFor();
    expect(await cluster.getByText(record.own).count()).toBe(0);
    expect(await cluster.getByText(enSession.tooLate).count()).toBe(0);

    await page.getByRole('radio', { name: record.missed }).check();
    await page.getByRole('button', { name: record.save }).click();
    await page.locator('.mark-missed').waitFor();
    await cluster.goto(app().url);
    const item = cluster.locator('.item-missed');
    await item.getByText(/^Missed on /).waitFor();
    expect(await item.locator('a').getAttribute('href')).toBe(`/book/${id}`);
    await cluster.goto(`${app().url}/sessions/${id}`);
    await cluster.getByRole('link', { name: enSession.bookAgain }).click();
    await pick(cluster, (await keysOf(cluster))[0]!);
    await cluster.locator('.bar-button button').click();
    await cluster.getByLabel(en.book.aims).fill('The same again');
    await cluster.getByRole('button', { name: en.book.confirm }).click();
    await heading(cluster, en.book.bookedHeading);
    expect((await owner.get(`/sessions/${id}`)).body.state).toBe('booked');
  }, 90_000);

  it('names a colleague, keeping what was typed where something is wrong, and turns every word into another language', async () => {
    const page = await open('cluster Danish Sound', '/you');
    const mine = (await signInBy(app().links['cluster Danish Sound']!));
    await mine.patch('/me', { language: 'en' });
    await page.reload();
    await heading(page, you.heading);
    await page.getByLabel(you.name, { exact: true }).fill('Anna');
    await page.getByRole('button', { name: you.invite, exact: true }).click();
    await page.getByText(you.emailMissing).waitFor();
    expect(await page.locator('#colleague-email:focus').count()).toBe(1);
    expect(await faultsOf(page, 'colleagues, with an error', '.add-person')).toEqual([]);
    await page.getByLabel(you.email).fill('anna@example.org');
    await page.getByRole('button', { name: you.invite, exact: true }).click();
    await page.locator('.people li').getByText('anna@example.org').waitFor();
    await page.getByRole('button', { name: you.removeName('Anna') }).click();
    expect(await faultsOf(page, 'removing a colleague', 'dialog[open]')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: you.remove, exact: true }).click();
    await page.locator('.people li').getByText('anna@example.org').waitFor({ state: 'detached' });

    await page.locator('select').first().selectOption('pl');
    await page.getByRole('button', { name: you.save, exact: true }).click();
    await heading(page, plYou.heading);
    expect(await page.locator('html').getAttribute('lang')).toBe('pl');
    expect(await page.locator('.nav a').first().textContent()).toBe(plCore.nav.programme);
  }, 90_000);
});

/** The links of those who are not the demo's, beside those who are. */
async function addLink(app: ReturnType<Stage['app']>, made: Made): Promise<void> {
  const { representatives } = (await apiOf(app.url).get(`/clusters/${made.clusters['changing']}`)).body;
  const db = openDatabase(app.databaseUrl, { maximum: 1 });
  for (const [who, person] of [['cluster changing', { role: 'representative', id: representatives[0].id }], ['facilitator changing', { role: 'facilitator', id: made.facilitators['local']! }]] as const) {
    app.links[who] = `${app.url}/sign-in?token=${await issueLink(db, person, Date.now() as Instant, 10, false)}`;
  }
  await db.close();
}

/** Thursday 25 to Wednesday 31 March 2027: in Europe the clocks go forward on Sunday 28; in Nairobi they never do. */
function changing() {
  return {
    programme: { name: 'Changing', timeZone: 'Europe/Madrid', startsOn: '2027-03-22', endsOn: '2027-04-02', policy: { minimumNoticeMinutes: 0 } },
    phases: [{ key: 'week', name: 'Week', mode: 'virtual', startsOn: '2027-03-25', endsOn: '2027-03-31' }],
    topics: [{ key: 'topic', name: 'Topic', phase: 'week' }],
    facilitators: [{ key: 'giver', name: 'Giver', email: 'giver@example.org', timeZone: 'Africa/Nairobi', topics: ['topic'], availability: { rules: [{ days: [1, 5], from: '12:00', to: '15:00' }] } }, { key: 'local', name: 'Local', email: 'local@example.org', timeZone: 'Europe/Madrid', topics: [], availability: { rules: [] } }],
    clusters: [{ key: 'changing', name: 'Changing', timeZone: 'Europe/Madrid', representatives: [{ name: 'Changing', email: 'changing@example.org', language: 'es' }] }],
  };
}
