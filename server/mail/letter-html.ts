import type { Language } from '../domain/invitation.ts';
import { escapeHtml } from './escape-html.ts';
import type { Fact, LetterContent, Link } from './letter-content.ts';
import type { LocalTime } from './local-times.ts';
import { button, heading, paragraph, sheet, textLink, title, typeface } from './sheet.ts';

/** An invitation's letter, for mail programs. */
export function letterHtml(content: LetterContent, language: Language): string {
  return sheet({
    subject: content.subject,
    blocks: [news(content.heading), heading(content.topic), times(content), ...content.facts.map(fact), ...links(content.links)],
    footer: content.footer,
  }, language);
}

function news(text: string): string {
  return `<p class="soft" style="margin:0 0 6px;${typeface(15, 22)};color:#495b67">${escapeHtml(text)}</p>`;
}

function times({ formerly, news: told, times: shown }: LetterContent): string {
  const isOff = told === 'cancelled' || told === 'removed';
  if (formerly === null) return timeTable(shown, isOff);
  return `${title(formerly.newTitle)}${timeTable(shown, false)}${title(formerly.oldTitle)}${timeTable(formerly.times, true)}`;
}

/** An hour that no longer holds is struck through. */
function timeTable(shown: readonly LocalTime[], isOff: boolean): string {
  const strike = isOff ? 'text-decoration:line-through;' : '';
  const rows = shown.map(({ city, date, hours }) => `<tr>
<td class="line ink" width="32%" style="padding:10px 12px 10px 0;border-top:1px solid #dad7cf;${typeface(16, 24)};font-weight:700;color:#132633;vertical-align:top">${escapeHtml(city)}</td>
<td class="line ink" style="padding:10px 0;border-top:1px solid #dad7cf;${strike}${typeface(16, 24)};color:#132633">${escapeHtml(date)}<br><strong>${escapeHtml(hours)}</strong></td>
</tr>`);
  return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 18px">${rows.join('')}</table>`;
}

function fact({ title: name, text }: Fact): string {
  return `${title(name)}${paragraph(text)}`;
}

function links([main, ...others]: readonly Link[]): string[] {
  return main ? [button(main.url, main.label), ...others.map(({ label, url }) => textLink(url, label))] : [];
}
