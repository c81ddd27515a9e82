import type { Fact, LetterContent, Link } from './letter-content.ts';
import type { LocalTime } from './local-times.ts';

/** The letter for readers of plain text; each block stands by itself. */
export function letterText(content: LetterContent): string {
  const { facts, footer, heading, links, topic } = content;
  return `${[heading, topic, ...timeBlocks(content), ...blocks(facts, links), `-- \n${footer}`].join('\n\n')}\n`;
}

/** What a calendar shows below the event: all but the news, which is old by then, and the footer. */
export function calendarDescription({ facts, links, times }: LetterContent): string {
  return [linesOf(times), ...blocks(facts, links)].join('\n\n');
}

function timeBlocks({ formerly, times }: LetterContent): string[] {
  if (formerly === null) return [linesOf(times)];
  return [`${formerly.newTitle}\n${linesOf(times)}`, `${formerly.oldTitle}\n${linesOf(formerly.times)}`];
}

/** One city to a line. */
export function linesOf(times: readonly LocalTime[]): string {
  return times.map(({ city, date, hours }) => `${city}: ${date}, ${hours}`).join('\n');
}

/** Addresses stand alone on their lines, where every reader makes links of them. */
export function blocks(facts: readonly Fact[], links: readonly Link[]): string[] {
  const details = facts.map(({ title, text }) => (text.includes('\n') || text.length > 60 ? `${title}:\n${text}` : `${title}: ${text}`));
  return [...details, ...links.map(({ label, url }) => `${label}:\n${url}`)];
}
