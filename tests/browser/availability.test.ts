import type { Page } from 'playwright-core';
import type { AvailabilityAnswer } from '../../shared/api/availability.ts';
import { hours as en } from '../../client/src/locales/en/hours.ts';
import { why } from '../../client/src/locales/en/why.ts';
import { wishes } from '../../client/src/locales/en/wishes.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { inBrowser } from '../support/browser.ts';
import { sessionsOf } from '../support/programme.ts';
import { until } from '../support/until.ts';

const NAIROBI = 'facilitator Quercus Group, Nairobi';
const DUBLIN = 'cluster Irish Software Innovation Network';
const FRIDAY = 4;

inBrowser('a week of hours', ({ open, app }) => {
  /** What is saved, as somebody else reads it. */
  async function savedFor(api: Api): Promise<Pick<AvailabilityAnswer, 'rules' | 'overrides'>> {
    const { rules, overrides } = (await api.get(`/facilitators/${(await api.get('/me')).body.facilitatorId}/availability`)).body as AvailabilityAnswer;
    return { rules: rules.toSorted(byTime), overrides };
  }

  it('is painted by mouse, keys, finger and fields, to one result, and taken back', async () => {
    const api = await signInBy(app().links[NAIROBI]!);
    const before = await savedFor(api);
    const wanted = { ...before, rules: [...before.rules, { days: [5] as [5], from: '10:00', to: '12:00' }].toSorted(byTime) };
    const is = async (what: string, expected: unknown) => until(what, async () => JSON.stringify(sorted(await savedFor(api))) === JSON.stringify(sorted(expected)));
    const page = await open(NAIROBI, '/availability', { zone: 'Africa/Nairobi', height: 1400 });
    const phone = await open(NAIROBI, '/availability', { width: 390, height: 844, touch: true, zone: 'Africa/Nairobi' });
    await cellAt(page, FRIDAY, '10:00').waitFor();
    expect(await page.locator('[data-place][tabindex="0"]').count()).toBe(1);

    await drag(page, cellAt(page, FRIDAY, '10:00'), cellAt(page, FRIDAY, '11:30'));
    await is('the mouse has painted', wanted);
    await page.keyboard.press('Control+z');
    await is('the mouse’s stroke is taken back', before);

    await cellAt(page, FRIDAY, '10:00').focus();
    for (const key of ['ArrowUp', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', ' ']) await page.keyboard.press(key);
    await is('the keys have painted', wanted);
    await page.getByRole('button', { name: 'Undo' }).click();
    await is('the keys’ stroke is taken back', before);

    await page.locator('.range-form select').nth(0).selectOption({ label: 'Friday' });
    await page.locator('.range-form select').nth(1).selectOption('10:00');
    await page.locator('.range-form select').nth(2).selectOption('12:00');
    await page.getByRole('button', { name: en.open, exact: true }).click();
    await is('the fields have painted', wanted);
    await page.getByRole('button', { name: en.close, exact: true }).click();
    await is('the fields have closed it again', before);

    await phone.locator('.day-tabs button').nth(FRIDAY).tap();
    for (const time of ['10:00', '10:30', '11:00', '11:30']) await cellAt(phone, FRIDAY, time).tap();
    await is('the finger has painted', wanted);
    await phone.getByRole('button', { name: 'Undo' }).tap();
    await phone.getByRole('button', { name: 'Undo' }).tap();
    await phone.getByRole('button', { name: 'Undo' }).tap();
    await phone.getByRole('button', { name: 'Undo' }).tap();
    await is('the finger’s taps are taken back', before);
  }, 90_000);

  it('is marked by a cluster with the hours that suit it, on its own clock, by mouse, keys, finger and fields', async () => {
    const api = await signInBy(app().links[DUBLIN]!);
    const { clusterId } = (await api.get('/me')).body;
    const saved = async () => (await api.get(`/clusters/${clusterId}/preferences`)).body.marks as { date: string; from: string; to: string; mark: string }[];
    const is = (what: string, expected: string[]) => until(what, async () => JSON.stringify((await saved()).map(({ date, from, to, mark }) => `${new Date(date).getUTCDay()} ${from} ${to} ${mark}`)) === JSON.stringify(expected));
    const page = await open(DUBLIN, '/hours', { zone: 'America/New_York', height: 1400 });
    await cellAt(page, 0, '10:00').waitFor();
    expect(await page.locator('[data-place][tabindex="0"]').count()).toBe(1);
    await drag(page, cellAt(page, 0, '10:00'), cellAt(page, 1, '11:30'));
    await is('the mouse has marked two days', ['1 10:00 12:00 preferred', '2 10:00 12:00 preferred']);
    await page.keyboard.press('Control+z');
    await is('the stroke is taken back', []);

    await page.getByRole('radio', { name: wishes.marks.no, exact: true }).check();
    await cellAt(page, FRIDAY, '10:00').focus();
    for (const key of ['ArrowUp', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', ' ']) await page.keyboard.press(key);
    await is('the keys have marked', ['5 10:00 12:00 no']);
    expect(await cellAt(page, FRIDAY, '11:30').getAttribute('aria-label')).toContain(wishes.marks.no);

    await page.getByRole('radio', { name: wishes.marks.preferred }).check();
    await page.locator('.range-form select').nth(0).selectOption({ label: wishes.everyDay });
    await page.locator('.range-form select').nth(2).selectOption('10:00');
    await page.getByRole('button', { name: `${wishes.set}: ${wishes.marks.preferred}` }).click();
    const week = ['1 09:00 10:00 preferred', '2 09:00 10:00 preferred', '3 09:00 10:00 preferred', '4 09:00 10:00 preferred', '5 09:00 10:00 preferred', '5 10:00 12:00 no'];
    await is('the fields have marked the whole week', week);

    const phone = await open(DUBLIN, '/hours', { width: 390, height: 844, touch: true });
    await phone.locator('.day-tabs button').nth(2).tap();
    await phone.getByRole('radio', { name: wishes.marks.none }).check();
    for (const time of ['09:00', '09:30']) await cellAt(phone, 2, time).tap();
    await is('the finger has taken a mark away', week.filter((mark) => !mark.startsWith('3')));
    await page.locator('.mark-grid').getByRole('gridcell', { name: new RegExp(`09:00 .* ${wishes.marks.none}`) }).nth(2).waitFor();
    await phone.getByRole('button', { name: wishes.copyWeek }).tap();
    await until('the other weeks have it too', async () => (await saved()).length === 3 * 5);
    expect((await saved()).map(({ date }) => date)).toEqual((await saved()).map(({ date }) => date).toSorted());
  }, 90_000);

  it('changes one week and no other, leaves booked time alone, and goes back to the pattern', async () => {
    const api = await signInBy(app().links[NAIROBI]!);
    const booked = await bookWith(apiOf(app().url), api);
    const page = await open(NAIROBI, '/availability', { zone: 'Africa/Nairobi', height: 1400 });
    await page.getByLabel(en.week).check();
    await turnTo(page, booked.date);
    await page.locator('.hour-booked').first().waitFor();
    const day = Number((await page.locator('.hour-booked').first().getAttribute('data-place'))!.split(' ')[0]);
    await drag(page, cellAt(page, day, '10:00'), cellAt(page, day, '17:30'));
    await page.locator('output.sr').getByText(en.bookedKept).waitFor();
    await until('all but the booked hour is closed', async () => {
      const [override] = (await savedFor(api)).overrides;
      return override?.date === booked.date && JSON.stringify(override.spans.map(({ from, to }) => [from, to])) === JSON.stringify([[booked.from, booked.to]]);
    });
    await page.getByText(en.changed, { exact: true }).waitFor();
    await page.getByRole('button', { name: en.backToPattern }).click();
    await until('the pattern holds again', async () => (await savedFor(api)).overrides.length === 0);
    expect(await page.locator('.hour-changed').count()).toBe(0);
  }, 90_000);

  it('says of an hour why it cannot be booked, and opens a weekday that the pattern closes', async () => {
    const page = await open(NAIROBI, '/availability', { zone: 'Africa/Nairobi', height: 1400 });
    await page.getByLabel(en.week).check();
    const inspector = page.locator('.why-not');
    await cellAt(page, FRIDAY, '10:00').focus();
    await page.keyboard.press('ArrowDown');
    await inspector.getByText(why.causes['pattern']!).waitFor();
    await page.keyboard.press('ArrowUp');
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', ' ']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await inspector.getByText(/^Bookable: \d/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await inspector.getByText(why.causes['short']!).waitFor();
    await page.keyboard.press('ArrowDown');
    await inspector.getByText(why.causes['exception']!).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(en.changed, { exact: true }).waitFor({ state: 'detached' });
    for (let week = 0; week < 4 && await page.locator('.hour-booked').count() === 0; week += 1) await page.getByRole('button', { name: en.nextWeek }).click();
    const block = await page.locator('.hour-booked').first().getAttribute('data-place');
    await page.locator(`[data-place="${block}"]`).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await inspector.getByText(why.causes['facilitator-engaged']!).waitFor();
    expect(await page.locator('.hour-changed').count()).toBe(0);
    // The programme's own rules, one after the other; calendars are `incoming.test.ts`.
    const owner = apiOf(app().url);
    const { programmeId } = (await (await signInBy(app().links[NAIROBI]!)).get('/me')).body;
    const blockDay = Number(block!.split(' ')[0]);
    for (const [policy, time, cause] of [
      [{ bufferAfterMinutes: 30 }, '13:00', 'buffer'], [{ maximumPerFacilitatorPerDay: 1 }, '15:00', 'facilitator-day-full'], [{ minimumNoticeMinutes: 100 * 1440 }, '10:00', 'too-soon'],
    ] as const) {
      expect((await owner.patch(`/programmes/${programmeId}`, { policy })).status).toBe(200);
      await cellAt(page, blockDay, time).focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowDown');
      await inspector.getByText(why.causes[cause]!).waitFor();
    }
  }, 90_000);
});

function cellAt(page: Page, day: number, time: string) {
  return page.locator(`tr:has(th:has-text("${time}")) [data-place^="${day} "]`);
}

/** The week that has a date in it. */
async function turnTo(page: Page, date: string): Promise<void> {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(Date.parse(date));
  for (let week = 0; week < 5 && await page.locator('.day-name b').getByText(new RegExp(`\\b${day}$`)).count() === 0; week += 1) {
    await page.getByRole('button', { name: en.nextWeek }).click();
  }
}

async function drag(page: Page, from: ReturnType<typeof cellAt>, to: ReturnType<typeof cellAt>): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (!a || !b) throw new Error('a cell is not on the page');
  await page.mouse.move(a.x + 20, a.y + 8);
  await page.mouse.down();
  await page.mouse.move(b.x + 20, b.y + 8, { steps: 4 });
  await page.mouse.up();
}

/** Books the first open session that this facilitator can give. Answers when, on Nairobi's clock. */
async function bookWith(owner: Api, facilitator: Api): Promise<{ date: string; from: string; to: string }> {
  const { facilitatorId, programmeId } = (await facilitator.get('/me')).body;
  for (const session of await sessionsOf(owner, programmeId)) {
    const { slots } = (await owner.get(`/sessions/${session.id}/slots?facilitatorId=${facilitatorId}`)).body;
    const slot = slots.find(({ start }: { start: string }) => start.endsWith('09:00:00Z'));
    if (!slot) continue;
    await owner.post(`/sessions/${session.id}/booking`, { facilitatorId, start: slot.start });
    return { date: slot.facilitatorLocalStart.slice(0, 10), from: '12:00', to: '13:00' };
  }
  throw new Error('this facilitator has no time at 09:00 UTC');
}

function byTime(a: { from: string; to: string }, b: { from: string; to: string }): number {
  return a.from + a.to < b.from + b.to ? -1 : 1;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
