import type { MailboxItem } from '../../shared/api/deliveries.ts';
import { invitationLetter } from '../../server/mail/invitation-letter.ts';
import { isMailboxView, mailboxPage } from '../../server/mail/mailbox-page.ts';
import { readableCalendar } from '../../server/mail/readable-calendar.ts';
import { anInvitation, sender } from './an-invitation.ts';

const evil: MailboxItem = {
  id: '7', at: '2026-03-16T08:30:00.000Z', to: '"><script>alert(1)</script>@x.example', subject: '<b>Subject</b>', text: '<i>text</i>',
  html: '<!doctype html><html><head></head><body onload="alert(2)">"quoted" <script>alert(3)</script></body></html>', ics: null, raw: 'Subject: <u>raw</u>',
};

describe('the mailbox page', () => {
  it('invites to book while there is no mail', () => {
    expect(mailboxPage([])).toContain('No mail yet.');
  });

  it('lists letters by whom they are to, with links that need no script', async () => {
    const letter = invitationLetter(anInvitation(), sender);
    const item = { ...letter, ics: letter.ics, id: '3', at: '2026-03-16T08:30:00.000Z' };
    const page = mailboxPage([item], item);
    expect([...page.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/mailbox', '/mailbox/3', '/mailbox', '/mailbox/3?view=html', '/mailbox/3?view=text', '/mailbox/3?view=calendar', '/mailbox/3?view=raw',
    ]);
    expect(page).toContain('maria@madrid.example');
    expect(page).not.toMatch(/<script|onclick|<style/);
  });

  it.each(['html', 'text', 'calendar', 'raw'] as const)('lets nothing of a letter become markup of the page: %s', (view) => {
    const page = mailboxPage([evil], evil, view);
    expect(page.match(/<script|<b>|<i>|<u>|<body onload/g)).toBeNull();
    expect(page.match(/<iframe[^>]*>/)?.[0] ?? 'sandbox').toContain('sandbox');
    expect(page).not.toMatch(/sandbox="[^"]*(allow-scripts|allow-same-origin|allow-forms)/);
  });

  it('shows what is in the calendar part', async () => {
    const { ics } = invitationLetter(anInvitation(), sender);
    expect(readableCalendar(ics ?? '').filter(({ name }) => /^(UID|SUMMARY|ATTENDEE.*Nairobi)/.test(name))).toEqual([
      { name: 'UID', value: '5f0c1c1e9d3b4f6aa3f1@visavis.example' },
      { name: 'SUMMARY', value: 'Cluster economics · Madrid · Quercus Group, Nairobi' },
      { name: 'ATTENDEE;ROLE=CHAIR;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Quercus Group, Nairobi"', value: 'MAILTO:nairobi@quercus.example' },
    ]);
  });

  it('knows its views', () => {
    expect(['html', 'raw', 'constructor', undefined, 3].map(isMailboxView)).toEqual([true, true, false, false, false]);
  });
});
