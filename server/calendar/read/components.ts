import { contentLines, UnreadableCalendar, type ContentLine } from './content-lines.ts';

/** A component that was asked for, with the wanted lines that stand in it itself. */
export interface Component {
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly parts: readonly Component[];
}

interface Open {
  name: string;
  lines: ContentLine[];
  parts: Component[];
}

export interface Wanted {
  readonly lines: readonly string[];
  readonly components: readonly string[];
  /** More than so many VEVENTs refuse the whole text. */
  readonly maximumEvents: number;
}

const DEEPEST = 8;

/**
 * The calendars of a text (RFC 5545 §3.4), each whole: what is not a calendar, or ends before its END:VCALENDAR, is
 * refused, since half a calendar would leave the other half free. Throws UnreadableCalendar.
 */
export function readCalendars(text: string, { lines, components, maximumEvents }: Wanted): Component[] {
  // A page that quotes a calendar is none.
  if (!/^\s*BEGIN:VCALENDAR\s/i.test(text.slice(0, 1000))) throw new UnreadableCalendar('not-a-calendar');
  const names = new Set(components);
  const calendars: Component[] = [];
  const open: Open[] = [];
  /** How deep we are in a component that nobody asked for. */
  let unwanted = 0;
  let events = 0;
  for (const read of contentLines(text, new Set(['BEGIN', 'END', ...lines]))) {
    const name = read.value.toUpperCase();
    if (read.name === 'BEGIN' && (unwanted > 0 || (open.length > 0 && !names.has(name)))) unwanted += 1;
    else if (read.name === 'END' && unwanted > 0) unwanted -= 1;
    else if (read.name === 'BEGIN') {
      if (open.length === 0 && name !== 'VCALENDAR') throw new UnreadableCalendar('not-a-calendar');
      if (open.length >= DEEPEST) throw new UnreadableCalendar('cut-off');
      if (name === 'VEVENT' && (events += 1) > maximumEvents) throw new UnreadableCalendar('too-many-events');
      open.push({ name, lines: [], parts: [] });
    } else if (read.name === 'END') close(open, name, calendars);
    else if (unwanted === 0) open.at(-1)?.lines.push(read);
  }
  if (calendars.length === 0 && open.length === 0) throw new UnreadableCalendar('not-a-calendar');
  if (open.length > 0 || unwanted > 0) throw new UnreadableCalendar('cut-off');
  return calendars;
}

/** An END that closes something else than what is open: a part of the text is missing. */
function close(open: Open[], name: string, calendars: Component[]): void {
  const closed = open.pop();
  if (closed?.name !== name) throw new UnreadableCalendar(closed ? 'cut-off' : 'not-a-calendar');
  const into = open.at(-1);
  if (into) into.parts.push(closed);
  else calendars.push(closed);
}

export function line(component: Component, name: string): ContentLine | undefined {
  return component.lines.find((each) => each.name === name);
}

export function linesOf(component: Component, name: string): ContentLine[] {
  return component.lines.filter((each) => each.name === name);
}

/** A word that stands for one of a closed list, in upper case; empty when there is none. */
export function word(component: Component, name: string): string {
  return line(component, name)?.value.toUpperCase() ?? '';
}
