/** A line of iCalendar text that was asked for (RFC 5545 §3.1). */
export interface ContentLine {
  /** In upper case. */
  readonly name: string;
  /** By name in upper case; the first value of each, without its quotes. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

/** A calendar's text that cannot be trusted to be whole: nothing is taken from it. */
export class UnreadableCalendar extends Error {
  readonly fault: CalendarFault;
  constructor(fault: CalendarFault) {
    super(fault);
    this.fault = fault;
  }
}

export type CalendarFault = 'not-a-calendar' | 'cut-off' | 'too-many-events' | 'too-long';

/** A line we need, unfolded. Longer ones are not dropped, which could free a busy hour: the whole text is refused. */
const LONGEST_LINE = 262_144;

/** The text of a file: UTF-8, or UTF-16 by its byte order mark; NULs, which nothing may hold, are left out. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

/**
 * The wanted lines in their order; all others are passed over unread. Line ends may be CRLF, LF or CR; a line that begins
 * with a blank goes on with the one before. A wanted line without a colon is left out. Throws UnreadableCalendar.
 */
export function* contentLines(text: string, wanted: ReadonlySet<string>): Generator<ContentLine> {
  let pending: string[] | null = null;
  for (const line of physicalLines(text)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      pending?.push(line.slice(1));
      continue;
    }
    const parsed = pending && parse(pending);
    if (parsed) yield parsed;
    pending = wanted.has(nameOf(line)) ? [line] : null;
  }
  const last = pending && parse(pending);
  if (last) yield last;
}

/** Without a regular expression over the whole text, whose time would depend on what is in it. */
function* physicalLines(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    if (line.includes('\r')) yield* line.split('\r').filter((part) => part !== '');
    else if (line !== '') yield line;
    start = end + 1;
  }
}

const LONGEST_NAME = 64;

function nameOf(line: string): string {
  let end = 0;
  while (end < line.length && end <= LONGEST_NAME && line[end] !== ':' && line[end] !== ';') end += 1;
  return line.slice(0, end).trim().toUpperCase();
}

function parse(parts: readonly string[]): ContentLine | null {
  if (parts.reduce((length, part) => length + part.length, 0) > LONGEST_LINE) throw new UnreadableCalendar('too-long');
  const line = parts.join('');
  const cuts = cutsOf(line);
  const colon = cuts.at(-1);
  if (colon === undefined || line[colon] !== ':') return null;
  const params = new Map<string, string>();
  for (let i = 0; i + 1 < cuts.length; i += 1) addParameter(params, line.slice(cuts[i]! + 1, cuts[i + 1]));
  return { name: nameOf(line), params, value: line.slice(colon + 1).trim() };
}

/** Where the parameters begin and the value does: `;` and the first `:`, outside quotes. */
function cutsOf(line: string): number[] {
  const cuts: number[] = [];
  let isQuoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const character = line[i];
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || (character !== ';' && character !== ':')) continue;
    cuts.push(i);
    if (character === ':') break;
  }
  return cuts;
}

function addParameter(params: Map<string, string>, text: string): void {
  const equals = text.indexOf('=');
  if (equals < 0) return;
  const name = text.slice(0, equals).trim().toUpperCase();
  if (!params.has(name)) params.set(name, text.slice(equals + 1).trim().replace(/^"([^"]*)"$/, '$1'));
}
