import { simpleParser } from 'mailparser';
import type { Attachment, ParsedMail } from 'mailparser';
import { cleanLine } from '../../server/calendar/clean-text.ts';
import type { Invitation, Letter } from '../../server/domain/invitation-content.ts';
import { invitationLetter } from '../../server/mail/invitation-letter.ts';
import { messages, nasty } from '../calendar/messages.ts';
import { anInvitation, maria, nairobi, sender } from './an-invitation.ts';

async function read(invitation: Invitation): Promise<{ letter: Letter; mail: ParsedMail; calendarParts: Attachment[] }> {
  const letter = invitationLetter(invitation, sender);
  const mail = await simpleParser(letter.raw);
  return { letter, mail, calendarParts: mail.attachments };
}

describe('the mail of an invitation', () => {
  it('has the parts that calendars look for, in their order', async () => {
    const { raw } = invitationLetter(anInvitation(), sender);
    const structure = [...raw.matchAll(/^(Content-(?:Type|Transfer-Encoding|Disposition): .+?)\r\n(?! )/gms)].map(([, header]) => header!.replace(/\r\n\s+/g, ' ').replace(/boundary="[^"]+"/, 'boundary'));
    expect(structure).toEqual([
      'Content-Type: multipart/mixed; boundary',
      'Content-Type: multipart/alternative; boundary',
      'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/calendar; charset=utf-8; method=REQUEST', 'Content-Transfer-Encoding: base64',
      'Content-Type: application/ics; name=invite.ics', 'Content-Disposition: attachment; filename=invite.ics', 'Content-Transfer-Encoding: base64',
    ]);
  });

  it.each(messages)('carries one calendar twice, under its own method, to one person alone: %s', async (_name, invitation) => {
    const { letter, mail, calendarParts } = await read(invitation);
    expect(calendarParts.map(({ contentType, content }) => [contentType, content.toString('utf8')])).toEqual([['text/calendar', letter.ics], ['application/ics', letter.ics]]);
    expect(letter.raw).toContain(`text/calendar; charset=utf-8; method=${invitation.method}`);
    expect(letter.ics).toContain(`\r\nMETHOD:${invitation.method}\r\n`);
    expect([mail.from, mail.to, mail.cc, mail.bcc].flat().map((field) => field?.value.map(({ address }) => address))).toEqual(
      [['invites@visavis.example'], [invitation.recipient.email], undefined, undefined]);
    expect(letter.ics!.replace(/\r\n /g, '')).toContain('mailto:invites@visavis.example');
    expect({ text: mail.text?.trimEnd(), subject: mail.subject }).toEqual({ text: letter.text.trimEnd(), subject: letter.subject });
    expect(mail.html).toBe(letter.html);
  });

  it.each(messages)('is the same bytes every time: %s', async (_name, invitation) => {
    const first = invitationLetter(invitation, sender);
    expect(invitationLetter(structuredClone(invitation), sender)).toEqual(first);
  });

  it('is named after its delivery and dated at its revision', async () => {
    const { mail } = await read(anInvitation());
    expect([mail.messageId, mail.date?.toISOString()]).toEqual(['<del_4711@visavis.example>', '2026-03-16T08:30:00.000Z']);
  });

  it.each(nasty)('has no header and no recipient more for %s in a name', async (_name, text) => {
    const invitation = anInvitation({ recipient: { ...maria, name: text }, session: { topic: text, programme: text } });
    const { mail, letter } = await read(invitation);
    expect([...mail.headers.keys()].toSorted()).toEqual(['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']);
    expect([mail.to, mail.from].flat().map((field) => field?.value)).toEqual([
      [{ address: maria.email, name: cleanLine(text) }], [{ address: sender.organizerAddress, name: cleanLine(text) }],
    ]);
    expect(letter.raw.split('\r\n').every((line) => Buffer.byteLength(line) <= 998)).toBe(true);
  });

  it('shows markup as text, never as markup', async () => {
    const { html } = invitationLetter(anInvitation({ session: { topic: '<script>x</script>', needs: '"><img src=x>' } }), sender);
    expect(html.match(/<(script|img)|&lt;script&gt;|&lt;img/g)).toEqual(['&lt;script&gt;', '&lt;script&gt;', '&lt;img']);
  });

  it('fetches nothing: no picture, no style sheet, no script', async () => {
    const { html } = invitationLetter(anInvitation({ recipient: nairobi }), sender);
    expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|@import|src=/);
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url)).toEqual(['https://meet.example/vis-4711', 'https://visavis.example/manage/boo_1.fac_nairobi']);
  });
});
