import { calendars as en } from '../../client/src/locales/en/calendars.ts';
import { cluster } from '../../client/src/locales/en/cluster.ts';
import { session } from '../../client/src/locales/en/session.ts';
import { coordinator } from '../../client/src/locales/en/coordinator.ts';
import { hours } from '../../client/src/locales/en/hours.ts';
import { why } from '../../client/src/locales/en/why.ts';
import { answerText } from '../support/answers.ts';
import { apiOf } from '../support/api.ts';
import { OWNER_TOKEN } from '../support/app.ts';
import { inBrowser } from '../support/browser.ts';
import { calendarOf, startCalendarServer, type CalendarServer } from '../support/calendar-server.ts';

const env: Record<string, string> = {};
let server: CalendarServer;
beforeAll(async () => {
  server = await startCalendarServer();
  env.ALLOW_PRIVATE_HOSTS = server.host;
});
afterAll(() => server?.stop());

const NAIROBI = 'facilitator Quercus Group, Nairobi';
const DUBLIN = 'cluster Irish Software Innovation Network';

inBrowser('what comes from outside', ({ app, open }) => {
  it('lets a facilitator add a calendar and see how it is doing, and shows clashes and declined invitations to who can act', async () => {
    const owner = apiOf(app().url, OWNER_TOKEN);
    const { id: programmeId } = (await owner.get('/programmes')).body.items[0];
    const people = (await owner.get(`/programmes/${programmeId}/clusters`)).body.items;
    const dublin = people.find(({ name }: { name: string }) => name.startsWith('Irish'));
    const facilitator = (await owner.get(`/programmes/${programmeId}/facilitators`)).body.items.find(({ name }: { name: string }) => name.includes('Nairobi'));
    const sessions = (await owner.get(`/programmes/${programmeId}/sessions?clusterId=${dublin.id}`)).body.items;
    const bookings: { id: string; uid: string; start: string; sessionId: string }[] = [];
    for (const { id } of sessions) {
      const slot = (await owner.get(`/sessions/${id}/slots?facilitatorId=${facilitator.id}`)).body.slots?.[0];
      const made = slot && bookings.length < 2 ? await owner.post(`/sessions/${id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start }) : null;
      if (made?.status === 201) bookings.push(made.body);
    }
    // The first in time, so that the first week with a booking is the one with the calendar's event.
    const [clashing, declined] = bookings.toSorted((a, b) => a.start.localeCompare(b.start));
    server.answers.set('/work.ics', calendarOf(`${clashing!.start}/${new Date(Date.parse(clashing!.start) + 4 * 3_600_000).toISOString()}`));

    const nairobi = await open(NAIROBI, '/availability');
    const board = await open('coordinator', '/');
    const panel = nairobi.getByRole('region', { name: en.heading });
    await panel.getByText(en.none).waitFor();
    await panel.getByLabel(en.address).fill('http://127.0.0.1/mine.ics');
    await panel.getByRole('button', { name: en.add }).click();
    await panel.getByRole('alert').waitFor();
    await panel.getByLabel(en.address).fill(server.url('/work.ics'));
    await panel.getByLabel(en.name).fill('Work');
    await panel.getByRole('button', { name: en.add }).click();
    await panel.getByText(/^read .* · 1 event$/).waitFor();
    expect(await panel.textContent()).not.toContain('work.ics');
    await nairobi.getByLabel(hours.week).check();
    const next = nairobi.getByRole('button', { name: hours.nextWeek });
    // What is booked is read after the week is drawn: a week without it is passed over only after a while.
    const isBooked = () => nairobi.locator('.hour-booked').first().waitFor({ timeout: 3000 }).then(() => true, () => false);
    for (let week = 0; week < 4 && !await isBooked(); week += 1) await next.click();
    // The booked hour says that it is booked; what follows is hatched, and named as its owner named the calendar.
    await nairobi.locator('.hour-busy').first().waitFor();
    expect(await nairobi.locator('.hour-busy').first().getAttribute('aria-label')).toContain(hours.busy);
    expect(await nairobi.locator('.hour-busy .hour-text').first().textContent()).toBe('Work');
    await nairobi.locator('.hour-busy').first().focus();
    await nairobi.keyboard.press('ArrowDown');
    await nairobi.locator('.why-not').getByText(why.causes['facilitator-busy']!).waitFor();
    await board.getByText(coordinator.coverage.concern.clash).waitFor();

    await owner.send('POST', '/inbound/itip', answerText({ uid: declined!.uid, attendee: dublin.representatives[0].email, status: 'DECLINED' }), { 'content-type': 'text/calendar' });
    await board.getByText(coordinator.coverage.concern.declined).waitFor();
    const home = await open(DUBLIN, '/');
    await home.getByText(cluster.programme.declined(dublin.representatives[0].name)).waitFor();
    await home.goto(`${app().url}/sessions/${declined!.sessionId}`);
    expect(await home.getByRole('link', { name: session.anotherTime }).getAttribute('href')).toBe(`/book/${declined!.sessionId}?move=1`);
    await nairobi.goto(`${app().url}/sessions/${clashing!.sessionId}`);
    await nairobi.locator('.note-held').waitFor();

    await nairobi.goto(`${app().url}/availability`);
    await panel.getByRole('button', { name: en.removeLabel('Work') }).click();
    await panel.getByText(en.none).waitFor();
    await board.getByText(coordinator.coverage.concern.clash).waitFor({ state: 'detached' });
  }, 60_000);
}, { env });
