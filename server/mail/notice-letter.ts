import { cleanLine } from '../calendar/clean-text.ts';
import type { Letter, Sender } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import type { Correspondent, LastInvitation, NoticeContent, NoticeToWrite, RefusalNotice, WebhookOffNotice } from '../domain/notice.ts';
import { invitationLetter } from './invitation-letter.ts';
import { shortTime } from './local-times.ts';
import { noticePhrases, type NoticePhrases } from './notice-phrases.ts';
import { phrases } from './phrases.ts';
import { plainLetter } from './plain-letter.ts';
import { hoursAsked, placesKept, swapTold } from './planning-notices.ts';
import { button, heading, paragraph, quote, sheet } from './sheet.ts';
import { webhookLetter } from './webhook-letter.ts';

export interface Said {
  subject: string;
  lines: [string, ...string[]];
  /** Somebody's own words, set apart. */
  quote: string | null;
  link: string;
}

/** The mail of a notice. Its id makes it one mail, however often it is posted; a question is answered to whoever asked it. */
export function noticeLetter({ id, recipient, content }: NoticeToWrite, date: Date, sender: Sender): Letter {
  if (content.kind === 'invitation') return invitationLetter(content.invitation, sender);
  return content.kind === 'webhook-off' ? webhookLetter(id, content, recipient, sender, date) : letterOf(id, recipient, content, date, sender);
}

type OwnWords = Exclude<NoticeContent, LastInvitation | WebhookOffNotice>;

function letterOf(id: string, recipient: Correspondent, content: OwnWords, date: Date, sender: Sender): Letter {
  const words = noticePhrases[recipient.language];
  const said = saidBy(content, words, recipient.language);
  const url = sender.publicUrl + content.path;
  const footer = phrases[recipient.language].footer(cleanLine(content.programme));
  const hello = words.hello(cleanLine(recipient.name));
  return plainLetter({
    id,
    from: content.programme,
    to: recipient,
    ...(content.kind === 'question' && { replyTo: content.asker }),
    subject: said.subject,
    text: textOf(hello, said, url, footer),
    html: sheet({
      subject: said.subject,
      blocks: [heading(cleanLine(said.subject)), paragraph(hello), ...around(said, paragraph, quote), button(url, said.link)],
      footer,
    }, recipient.language),
  }, sender, date);
}

function textOf(hello: string, said: Said, url: string, footer: string): string {
  return `${[hello, ...around(said, (line) => line, quoted), `${said.link}\n${url}`, `-- \n${footer}`].join('\n\n')}\n`;
}

function quoted(text: string): string {
  return text.split('\n').map((line) => `> ${line}`).join('\n');
}

/** Somebody's own words stand below the line that says whose they are. */
function around({ lines: [first, ...rest], quote: own }: Said, line: (text: string) => string, setApart: (text: string) => string): string[] {
  return [line(first), ...(own === null ? [] : [setApart(own)]), ...rest.map(line)];
}

function saidBy(content: OwnWords, words: NoticePhrases, language: Language): Said {
  switch (content.kind) {
    case 'slot-freed':
      return { subject: words.freedSubject(content.topic), lines: [words.freed(cleanLine(content.topic)), words.freedHow], quote: null, link: words.choose };
    case 'question':
      return { subject: words.questionSubject(content.cluster, content.topic), lines: [words.question(cleanLine(content.asker.name), cleanLine(content.cluster), cleanLine(content.topic)), words.answer], quote: content.text, link: words.openSession };
    case 'hours-asked':
      return hoursAsked(content.cluster, language);
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
