import { cleanLine } from '../calendar/clean-text.ts';
import type { Letter, Sender } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import { escapeHtml } from './escape-html.ts';
import { phrases } from './phrases.ts';
import { plainLetter } from './plain-letter.ts';
import { reminderPhrases } from './reminder-phrases.ts';
import { heading, paragraph, pressable, sheet, typeface } from './sheet.ts';

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
export function reminderLetter(facts: ReminderFacts, { id, date }: { id: string; date: Date }, sender: Sender): Letter {
  const { person, programme, sessions } = facts;
  const lines = sessions.map((session): Line => ({ topic: cleanLine(session.topic), when: dates(session, person.language), url: `${sender.publicUrl}/book/${session.id}` }));
  const subject = reminderPhrases[person.language].subject(lines.length, lines[0]!.topic);
  return plainLetter({ id, from: programme, to: person, subject, text: textOf(facts, lines), html: htmlOf(facts, lines, subject) }, sender, date);
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

function htmlOf({ person, programme, cluster }: ReminderFacts, lines: readonly Line[], subject: string): string {
  const said = reminderPhrases[person.language];
  const rows = lines.map(({ topic, when, url }) => `<tr><td class="line ink" style="padding:14px 0;border-top:1px solid #dad7cf;${typeface(16, 24)};color:#132633">
<strong>${escapeHtml(topic)}</strong><br>${escapeHtml(when)}</td>
<td class="line" align="right" style="padding:14px 0 14px 12px;border-top:1px solid #dad7cf">${pressable(url, said.choose)}</td></tr>`);
  return sheet({
    subject,
    blocks: [
      heading(subject),
      paragraph(said.hello(cleanLine(person.name))),
      paragraph(said.ask(cleanLine(cluster), lines.length)),
      `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${rows.join('\n')}</table>`,
      paragraph(said.how),
    ],
    footer: phrases[person.language].footer(cleanLine(programme)),
  }, person.language);
}
