import MailComposer from 'nodemailer/lib/mail-composer';
import { cleanLine } from '../calendar/clean-text.ts';
import type { Letter, Sender } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import type { Correspondent, LastInvitation, NoticeContent, NoticeToWrite, RefusalNotice, WebhookOffNotice } from '../domain/notice.ts';
import { escapeHtml } from './escape-html.ts';
import { invitationLetter } from './invitation-letter.ts';
import { shortTime } from './local-times.ts';
import { noticePhrases, type NoticePhrases } from './notice-phrases.ts';
import { phrases } from './phrases.ts';
import { placesKept, swapTold } from './planning-notices.ts';
import { webhookLetter } from './webhook-letter.ts';

export interface Said {
  subject: string;
  lines: string[];
  /** Somebody's own words, set apart. */
  quote: string | null;
  link: string;
}

/** The mail of a notice. Its id makes it one mail, however often it is posted; a question is answered to whoever asked it. */
export async function noticeLetter({ id, recipient, content }: NoticeToWrite, date: Date, sender: Sender): Promise<Letter> {
  if (content.kind === 'invitation') return invitationLetter(content.invitation, sender);
  return content.kind === 'webhook-off' ? webhookLetter(id, content, recipient, sender, date) : letterOf(id, recipient, content, date, sender);
}

type OwnWords = Exclude<NoticeContent, LastInvitation | WebhookOffNotice>;

async function letterOf(id: string, recipient: Correspondent, content: OwnWords, date: Date, sender: Sender): Promise<Letter> {
  const words = noticePhrases[recipient.language];
  const said = saidBy(content, words, recipient.language);
  const url = sender.publicUrl + content.path;
  const footer = phrases[recipient.language].footer(cleanLine(content.programme));
  const hello = words.hello(cleanLine(recipient.name));
  const parts = {
    messageId: `<${id}@${new URL(sender.publicUrl).hostname}>`,
    from: sender.organizerAddress,
    to: recipient.email,
    subject: cleanLine(said.subject),
    text: `${[hello, ...said.lines, ...(said.quote === null ? [] : [said.quote.split('\n').map((line) => `> ${line}`).join('\n')]), `${said.link}\n${url}`, `-- \n${footer}`].join('\n\n')}\n`,
    html: htmlOf([hello, ...said.lines], said, url, footer, recipient.language),
    ics: null,
  };
  const raw = await new MailComposer({
    from: { name: cleanLine(content.programme), address: sender.organizerAddress },
    to: { name: cleanLine(recipient.name), address: recipient.email },
    ...(content.kind === 'question' && { replyTo: { name: cleanLine(content.asker.name), address: content.asker.email } }),
    subject: parts.subject, messageId: parts.messageId, date, text: parts.text, html: parts.html,
    headers: { 'Auto-Submitted': 'auto-generated' },
    newline: 'windows', disableFileAccess: true, disableUrlAccess: true,
  }).compile().build();
  return { ...parts, raw: raw.toString('utf8') };
}

function saidBy(content: OwnWords, words: NoticePhrases, language: Language): Said {
  switch (content.kind) {
    case 'slot-freed':
      return { subject: words.freedSubject(content.topic), lines: [words.freed(cleanLine(content.topic)), words.freedHow], quote: null, link: words.choose };
    case 'question':
      return { subject: words.questionSubject(content.cluster, content.topic), lines: [words.question(cleanLine(content.asker.name), cleanLine(content.cluster), cleanLine(content.topic)), words.answer], quote: content.text, link: words.openSession };
    case 'places-kept':
      return placesKept(content, language);
    case 'swap-asked':
    case 'swap-answered':
      return swapTold(content, language);
    case 'refusal':
      return refusal(content, words, language);
    case 'colleague':
      return { subject: words.colleagueSubject(content.cluster), lines: [words.colleague(cleanLine(content.inviter), cleanLine(content.cluster), cleanLine(content.programme)), words.colleagueHow], quote: null, link: words.start };
  }
}

function refusal({ answer, cluster, isVerified, mayMove, span, timeZone, topic, who }: RefusalNotice, words: NoticePhrases, language: Language): Said {
  const said = words.refusal[answer];
  const name = who === null ? null : cleanLine(who);
  const when = shortTime(span, timeZone, language);
  return {
    subject: said.subject(name, cleanLine(topic), when),
    lines: [
      said.line(name, cleanLine(topic), cleanLine(cluster), when),
      ...(isVerified ? [] : [words.unverified]),
      mayMove ? words.standsMovable : words.stands,
    ],
    quote: null,
    link: mayMove ? words.chooseAnother : words.openSession,
  };
}

const FONT = "font-family:'Atkinson Hyperlegible Next','Segoe UI',Helvetica,Arial,sans-serif";

/** Inline styles, since mail programs drop others; both schemes are named, so that none inverts it by guess. */
function htmlOf(lines: readonly string[], { subject, quote, link }: Said, url: string, footer: string, language: string): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px;${FONT};font-size:16px;line-height:24px">${escapeHtml(text)}</p>`;
  const own = quote === null ? '' : `<blockquote style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid #76828b;${FONT};font-size:16px;line-height:24px;overflow-wrap:anywhere">${escapeHtml(quote).replaceAll('\n', '<br>')}</blockquote>`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0 auto;max-width:560px;padding:24px 16px">
${lines.map(paragraph).join('\n')}
${own}
<p style="margin:8px 0 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#006065;color:#ffffff;${FONT};font-size:16px;line-height:24px;font-weight:700;text-decoration:none">${escapeHtml(link)}</a></p>
<p style="margin:24px 0 0;${FONT};font-size:13px;line-height:20px">${escapeHtml(footer)}</p>
</body></html>
`;
}
