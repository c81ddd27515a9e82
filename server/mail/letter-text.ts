import type { LetterContent } from './letter-content.ts';
import type { LocalTime } from './local-times.ts';

/** The letter for readers of plain text; each block stands by itself. */
export function letterText(content: LetterContent): string {
  const { footer, heading, topic } = content;
  return `${[heading, topic, ...timeBlocks(content), ...blocks(content), `-- \n${footer}`].join('\n\n')}\n`;
}

/** What a calendar shows below the event: all but the news, which is old by then, and the footer. */
export function calendarDescription(content: Details & { times: readonly LocalTime[] }): string {
  return [linesOf(content.times, content.colon), ...blocks(content)].join('\n\n');
}

type Details = Pick<LetterContent, 'facts' | 'links' | 'colon'>;

function timeBlocks({ colon, formerly, times }: LetterContent): string[] {
  if (formerly === null) return [linesOf(times, colon)];
  return [`${formerly.newTitle}\n${linesOf(times, colon)}`, `${formerly.oldTitle}\n${linesOf(formerly.times, colon)}`];
}

/** One city to a line. */
function linesOf(times: readonly LocalTime[], colon: string): string {
  return times.map(({ city, date, hours }) => `${city}${colon}${date}, ${hours}`).join('\n');
}

/** Addresses stand alone on their lines, where every reader makes links of them. */
function blocks({ colon, facts, links }: Details): string[] {
  const details = facts.map(({ title, text }) => `${title}${text.includes('\n') || text.length > 60 ? `${colon.trimEnd()}\n` : colon}${text}`);
  return [...details, ...links.map(({ label, url }) => `${label}${colon.trimEnd()}\n${url}`)];
}
