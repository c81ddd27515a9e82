import type { Page } from 'playwright-core';
import type { Language } from '../../server/domain/invitation.ts';
import { cityOf } from '../../server/mail/cities.ts';
import { booking as en } from '../../client/src/locales/en/booking.ts';
import { core } from '../../client/src/locales/en/core.ts';
import { apiOf, type Api } from '../support/api.ts';
import { inBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { heading } from './picker.ts';

inBrowser('booking without a mouse', ({ app, open }) => {
  it('goes from the programme to “You are booked” by Tab, arrows, Space and Enter alone, with focus on each step’s heading', async () => {
    const page = await open('cluster Irish Software Innovation Network', '/', { width: 390, height: 844 });
    await heading(page, 'My programme');
    await tabTo(page, 'Choose a time for Cluster mapping and analysis');
    const lost = await losingFocus(page);
    await page.keyboard.press('Enter');
    await heading(page, en.book.choose);
    expect(await focused(page)).toBe(`H1 ${en.book.choose}`);

    await page.locator('.slot').first().waitFor();
    await tabTo(page, 'slot');
    const hidden: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press(step === 0 ? 'Space' : 'ArrowDown');
      if (await isCovered(page)) hidden.push(`step ${step}`);
    }
    expect(hidden).toEqual([]);
    const picked = Number((await page.locator('input[name=slot]:checked').getAttribute('value'))!.split(' ')[0]);
    const row = await page.locator('.slot:has(input:checked)').innerText();
    await page.keyboard.press('Enter');
    await heading(page, en.book.needsHeading);
    const held = await instantIn(page, '.hold-box time');
    expect(await focused(page)).toBe(`H1 ${en.book.needsHeading}`);

    await tabTo(page, en.book.aims);
    await page.keyboard.type('Who our members are');
    await tabTo(page, en.book.confirm);
    await page.keyboard.press('Enter');
    await heading(page, en.book.bookedHeading);
    expect(await focused(page)).toBe(`H1 ${en.book.bookedHeading}`);
    expect(await lost()).toEqual([]);

    // Whatever names the session names this instant, each in its reader's city.
    const instants = { held, booked: await instantIn(page, '.booked time') };
    await page.getByRole('link', { name: core.action.open }).click();
    await page.getByRole('heading', { level: 1, name: 'Cluster mapping and analysis' }).waitFor();
    const owner = apiOf(app().url);
    const { items } = (await owner.get(`/programmes/${(await owner.get('/programmes')).body.items[0].id}/sessions`)).body;
    const { booking } = items.find(({ id }: { id: string }) => page.url().endsWith(id));
    const ics = String((await owner.get(`/bookings/${booking.id}/invite.ics`)).body);
    const stamp = new Date(picked).toISOString().replace(/[-:]|\.\d+/g, '');
    expect({ ...instants, session: await instantIn(page, '.clock-face time'), api: Date.parse(booking.start), inInvitation: ics.includes(`DTSTART:${stamp}`) })
      .toEqual({ held: picked, booked: picked, session: picked, api: picked, inInvitation: true });
    const facilitator = (await owner.get(`/facilitators/${booking.facilitatorId}`)).body;
    const [here, there] = [wallOf(picked, 'Europe/Dublin'), wallOf(picked, facilitator.timeZone)];
    expect(row.replaceAll(/\s+/g, ' ')).toContain(`${here.clock}–${wallOf(picked + 3_600_000, 'Europe/Dublin').clock} in Dublin`);
    expect(row.replaceAll(/\s+/g, ' ')).toContain(`${there.clock} in ${cityOf(facilitator.timeZone, 'en')}`);
    await until('both have their mail', async () => (await mailsOf(owner, ics)).length === 2);
    // Each mail has its reader's city first, then the other's, each with its own day and clock.
    const theirs = facilitator.timeZone as string;
    expect((await mailsOf(owner, ics)).map(({ to, text }) => ({ to, said: saidIn(text) }))).toEqual(expect.arrayContaining([
      { to: facilitator.email, said: [saidOf(picked, theirs, facilitator.language), saidOf(picked, 'Europe/Dublin', facilitator.language)] },
      { to: expect.not.stringMatching(facilitator.email), said: [saidOf(picked, 'Europe/Dublin', 'en'), saidOf(picked, theirs, 'en')] },
    ]));
    await page.goto(booking.joinUrl.replace(/^http:\/\/localhost:\d+/, app().url));
    expect(await instantIn(page, 'time')).toBe(picked);
    expect(await page.locator('main').innerText()).toContain(`Dublin`);
  }, 60_000);

  it('opens and closes a session’s dialog by keyboard, and focus comes back to the button', async () => {
    const page = await open('cluster Irish Software Innovation Network', '/sessions');
    await page.locator('.agenda-title a').first().click();
    await tabTo(page, 'Cancel');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('BUTTON Cancel');
  }, 60_000);
});

/** What the wall of a city shows at an instant. */
function wallOf(instant: number, timeZone: string): { clock: string; day: string } {
  const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(instant);
  return { clock: written({ hour: '2-digit', minute: '2-digit' }), day: `${written({ day: 'numeric' })} ${written({ year: 'numeric' })}` };
}

function saidOf(instant: number, timeZone: string, language: Language): string {
  const { clock, day } = wallOf(instant, timeZone);
  return `${cityOf(timeZone, language)} ${day} ${clock}`;
}

/** City, day, year and clock of each line of a letter that says when, whatever language it is in. */
function saidIn(text: string): string[] {
  return [...text.matchAll(/^([^:\n]+): \D*(\d+)\D+(\d{4}),? \D*(\d\d)[.:](\d\d)–/gm)].map(([, city, day, year, hours, minutes]) => `${city} ${day} ${year} ${hours}:${minutes}`);
}

/** From now on: what was on screen in any frame in which nothing had focus. */
async function losingFocus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const lost: string[] = [];
    Object.assign(globalThis, { lost });
    const look = () => {
      if (document.activeElement === document.body) lost.push(document.querySelector('h1')?.textContent ?? '');
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => (globalThis as unknown as { lost: string[] }).lost);
}

async function instantIn(page: Page, selector: string): Promise<number> {
  return Date.parse((await page.locator(selector).first().getAttribute('datetime'))!);
}

/** The invitations of one booking, by its UID. */
async function mailsOf(owner: Api, ics: string): Promise<{ to: string; text: string }[]> {
  const uid = /UID:(\S+)/.exec(ics)![1]!;
  return (await owner.get('/mailbox?limit=200')).body.items.filter((mail: { ics?: string | null }) => mail.ics?.includes(uid.slice(0, 40)));
}

/** Presses Tab until something of that name, or that input, has focus; never onto the body. */
async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const label = element?.labels?.[0]?.textContent ?? '';
      return [element?.getAttribute('aria-label'), element?.textContent, element?.name, label].map((text) => text ?? '');
    });
    if (now.some((text) => text === name)) return;
    seen.push(now.filter(Boolean).join(' / '));
  }
  throw new Error(`Tab never came to "${name}", but to: ${seen.join(' | ')}`);
}

async function focused(page: Page): Promise<string> {
  await page.waitForFunction(() => document.activeElement !== document.body);
  return page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);
}

/** Whether what has focus lies under the bar at the foot or the heading at the head. */
function isCovered(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const row = document.activeElement?.closest('.slot')?.getBoundingClientRect();
    if (!row) return true;
    const on = document.elementFromPoint(row.left + row.width / 2, row.top + row.height / 2);
    return !on?.closest('.slot')?.contains(document.activeElement);
  });
}
