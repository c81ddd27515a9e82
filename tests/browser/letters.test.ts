import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { letterHtml } from '../../server/mail/letter-html.ts';
import { letterContent } from '../../server/mail/letter-content.ts';
import { noticeLetter } from '../../server/mail/notice-letter.ts';
import { reminderLetter } from '../../server/mail/reminder-letter.ts';
import { signInLetter } from '../../server/mail/sign-in-letter.ts';
import type { Language } from '../../server/domain/invitation.ts';
import { anInvitation, nairobi, pablo, sender, span } from '../mail/an-invitation.ts';
import { apiOf } from '../support/api.ts';
import { inBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const SCHEMES = ['light', 'dark'] as const;

/** What axe finds in the page as it is, in both schemes. A landmark is a page's affair, not a letter's. */
async function faultsOf(page: Page, name: string, rules: object = {}): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(AXE);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async (options) => {
      const { axe } = globalThis as unknown as { axe: { run(on: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run(document, options)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    }, { rules });
    faults.push(...found.map((fault) => `${name}, ${colorScheme}: ${fault}`));
  }
  return faults;
}

const ofLetters = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };
const told = { span: span('2026-03-23T09:00:00Z', '2026-03-23T10:00:00Z'), topic: 'Economics', facilitator: 'Anne' };
const letters = {
  made: anInvitation({ recipient: nairobi }),
  moved: anInvitation({ session: { sequence: 1, reason: 'A trade fair' }, lastTold: told }),
  cancelled: anInvitation({ method: 'CANCEL', session: { sequence: 2, status: 'cancelled' } }),
  removed: anInvitation({ method: 'CANCEL', recipient: pablo, attendees: [pablo], session: { sequence: 3 } }),
};

function refusalLetter(mayMove: boolean) {
  const { programme, topic, cluster, span: hour } = letters.made.session;
  return noticeLetter({
    id: 'ltr_1', recipient: pablo,
    content: { kind: 'refusal', programme, cluster: cluster.name, topic, path: '/sessions/ses_1', who: 'María', answer: 'declined', isVerified: false, span: hour, timeZone: 'Europe/Madrid', mayMove },
  }, new Date('2026-03-16T08:00:00Z'), sender);
}

const others = [
  signInLetter(pablo, { id: 'sil_1', url: 'https://visavis.example/sign-in?token=abc', minutes: 10 }, sender, new Date('2026-03-16T08:00:00Z')),
  reminderLetter({
    person: pablo, programme: 'CECIL', cluster: 'Madrid Audio Cluster',
    sessions: [{ id: 'ses_1', topic: 'Economics', startsOn: '2026-03-23', endsOn: '2026-03-27' }, { id: 'ses_2', topic: 'Mapping', startsOn: '2026-03-23', endsOn: '2026-03-27' }],
  }, { id: 'rem_1', date: new Date('2026-03-16T08:00:00Z') }, sender),
  noticeLetter({
    id: 'ltr_2', recipient: pablo, content: { kind: 'webhook-off', host: 'hooks.example', webhookId: 'whk_1', because: 'gone' },
  }, new Date('2026-03-16T08:00:00Z'), sender),
];

inBrowser('what mails show, and the pages they lead to', (stage) => {
  it('a letter can be read in a light and in a dark mail program, whatever its news and its language', async () => {
    const page = await stage.open(null, '/');
    const languages = ['es', 'fr', 'pl', 'da'] as Language[];
    const all = [...Object.values(letters), ...languages.map((language) => ({ ...letters.moved, recipient: { ...letters.moved.recipient, language } }))];
    const faults: string[] = [];
    for (const invitation of all) {
      const { language } = invitation.recipient;
      await page.goto('about:blank');
      await page.setContent(letterHtml(letterContent(invitation, sender), language));
      faults.push(...await faultsOf(page, language, ofLetters));
    }
    for (const { subject, html } of [refusalLetter(true), refusalLetter(false), ...others]) {
      await page.setContent(html);
      faults.push(...await faultsOf(page, subject, ofLetters));
    }
    expect(faults).toEqual([]);
    await page.setContent(letterHtml(letterContent(letters.made, sender), 'en'));
    const [paper, ink] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')!).color]);
    expect([paper, ink]).toEqual(['rgb(13, 22, 28)', 'rgb(235, 232, 223)']);
  }, 60_000);

  it('the pages behind a mail’s links have no fault at any width, and work without JavaScript', async () => {
    const owner = apiOf(stage.app().url);
    const { items: [programme] } = (await owner.get('/programmes')).body;
    const session = (await owner.get(`/programmes/${programme.id}/sessions`)).body.items.find(({ state }: { state: string }) => state === 'open');
    const [slot] = (await owner.get(`/sessions/${session.id}/slots`)).body.slots;
    const { body: booking } = await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start, needs: 'Members' });
    await until('the mail has left', async () => (await owner.get(`/programmes/${programme.id}/deliveries?bookingId=${booking.id}&state=queued`)).body.items.length === 0);
    const mail = (await owner.get('/mailbox?limit=20')).body.items.find(({ text }: { text: string }) => text.includes('/manage/'));
    const { pathname } = new URL(/^http\S+\/manage\/\S+$/m.exec(mail.text)![0]);
    const page = await stage.open(null, pathname);
    const faults: string[] = [];
    for (const path of [pathname, `${pathname}/cancel`, new URL(booking.joinUrl).pathname, '/join/nowhere']) {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(stage.app().url + path);
        faults.push(...await faultsOf(page, `${path.split('/')[1]} ${width}`));
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push(`${path} ${width} scrolls sideways`);
      }
    }
    expect(faults).toEqual([]);

    const plain = await page.context().browser()!.newContext({ javaScriptEnabled: false });
    const form = await plain.newPage();
    await form.goto(stage.app().url + pathname);
    await form.locator('input[name=slot]:visible').last().check();
    await form.locator('form[action$="/move"] button').click();
    await form.locator('.note.good').waitFor();
    await form.locator('a[href$="/cancel"]').click();
    await form.locator('form[action$="/cancel"] button').click();
    await form.locator('.note.good').waitFor();
    await plain.close();
    expect((await owner.get(`/bookings/${booking.id}`)).body).toMatchObject({ status: 'cancelled', sequence: 2 });
  }, 60_000);
});
