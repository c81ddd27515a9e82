import MailComposer from 'nodemailer/lib/mail-composer';
import { cleanLine } from '../calendar/clean-text.ts';
import type { Letter, Sender } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import { escapeHtml } from './escape-html.ts';
import { phrases } from './phrases.ts';
import { reminderPhrases } from './reminder-phrases.ts';

/** What the letter is about; all of it as things stand when it is sent. */
export interface ReminderFacts {
  readonly person: { readonly name: string; readonly email: string; readonly language: Language };
  readonly programme: string;
  readonly cluster: string;
  /** In the programme's order; dates are the first and last day they can be held on. */
  readonly sessions: readonly { readonly id: string; readonly topic: string; readonly startsOn: string; readonly endsOn: string }[];
}

interface Line {
  topic: string;
  when: string;
  url: string;
}

/** The mail that asks a cluster's representative to choose times. `id` makes it one mail, however often it is posted. */
export async function reminderLetter(facts: ReminderFacts, { id, date }: { id: string; date: Date }, sender: Sender): Promise<Letter> {
  const { person, programme, sessions } = facts;
  const said = reminderPhrases[person.language];
  const lines = sessions.map((session): Line => ({ topic: cleanLine(session.topic), when: dates(session, person.language), url: `${sender.publicUrl}/book/${session.id}` }));
  const parts = {
    messageId: `<${id}@${new URL(sender.publicUrl).hostname}>`,
    from: sender.organizerAddress,
    to: person.email,
    subject: cleanLine(said.subject(lines.length, lines[0]!.topic)),
    text: textOf(facts, lines),
    html: htmlOf(facts, lines),
    ics: null,
  };
  const raw = await new MailComposer({
    from: { name: cleanLine(programme), address: sender.organizerAddress },
    to: { name: cleanLine(person.name), address: person.email },
    subject: parts.subject, messageId: parts.messageId, date, text: parts.text, html: parts.html,
    headers: { 'Auto-Submitted': 'auto-generated' },
    newline: 'windows', disableFileAccess: true, disableUrlAccess: true,
  }).compile().build();
  return { ...parts, raw: raw.toString('utf8') };
}

/** `7–11 December 2026`. */
function dates({ startsOn, endsOn }: { startsOn: string; endsOn: string }, language: Language): string {
  const format = new Intl.DateTimeFormat(phrases[language].locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  return format.formatRange(Date.parse(`${startsOn}T00:00:00Z`), Date.parse(`${endsOn}T00:00:00Z`));
}

function textOf({ person, programme, cluster }: ReminderFacts, lines: readonly Line[]): string {
  const said = reminderPhrases[person.language];
  const list = lines.map(({ topic, when, url }) => `${topic} (${when})\n${url}`);
  return `${[said.hello(cleanLine(person.name)), said.ask(cleanLine(cluster), lines.length), ...list, said.how, `-- \n${phrases[person.language].footer(cleanLine(programme))}`].join('\n\n')}\n`;
}

const FONT = "font-family:'Atkinson Hyperlegible Next','Segoe UI',Helvetica,Arial,sans-serif";

/** Inline styles, since mail programs drop others; both schemes are named, so that none inverts it by guess. */
function htmlOf({ person, programme, cluster }: ReminderFacts, lines: readonly Line[]): string {
  const said = reminderPhrases[person.language];
  const rows = lines.map(({ topic, when, url }) => `<tr><td style="padding:14px 0;border-top:1px solid #dcd8cf;${FONT};font-size:16px;line-height:24px">
<strong>${escapeHtml(topic)}</strong><br>${escapeHtml(when)}</td>
<td align="right" style="padding:14px 0 14px 12px;border-top:1px solid #dcd8cf"><a href="${escapeHtml(url)}" style="display:inline-block;padding:10px 16px;border-radius:8px;background:#006065;color:#ffffff;${FONT};font-size:15px;line-height:22px;font-weight:700;text-decoration:none">${escapeHtml(said.choose)}</a></td></tr>`);
  const paragraph = (text: string) => `<p style="margin:0 0 16px;${FONT};font-size:16px;line-height:24px">${escapeHtml(text)}</p>`;
  return `<!doctype html>
<html lang="${person.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(said.subject(lines.length, lines[0]!.topic))}</title></head>
<body style="margin:0 auto;max-width:560px;padding:24px 16px">
${paragraph(said.hello(cleanLine(person.name)))}
${paragraph(said.ask(cleanLine(cluster), lines.length))}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${rows.join('\n')}</table>
${paragraph(said.how)}
<p style="margin:24px 0 0;${FONT};font-size:13px;line-height:20px">${escapeHtml(phrases[person.language].footer(cleanLine(programme)))}</p>
</body></html>
`;
}
