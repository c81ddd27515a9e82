export interface CalendarLine {
  readonly name: string;
  readonly value: string;
}

/** Calendar text for people who look what is in it: unfolded (RFC 5545 §3.1), one property to a line, its escapes undone (§3.3.11). */
export function readableCalendar(ics: string): CalendarLine[] {
  return ics.replace(/\r\n[ \t]/g, '').split('\r\n').filter(Boolean).map((line) => {
    const colon = valueAt(line);
    return { name: line.slice(0, colon), value: line.slice(colon + 1).replace(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped)) };
  });
}

/** The colon that ends name and parameters; one between quotes does not. */
function valueAt(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (line[at] === ':' && !isQuoted) return at;
  }
  return line.length;
}
