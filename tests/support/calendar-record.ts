import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One calendar text as a test had it written, and what it was to say. */
export interface RecordedCalendar {
  readonly kind: 'message' | 'file' | 'feed';
  readonly text: string;
  readonly events: readonly RecordedEvent[];
}

export interface RecordedEvent {
  readonly uid: string;
  /** Epoch milliseconds; of whole days, midnight in UTC, the end excluded. */
  readonly start: number;
  readonly end: number;
}

/** The folder that a run of all tests records into, for `every-calendar.after.ts` to read; without one nothing is recorded. */
export const recordFolder = process.env.VISAVIS_CALENDARS;

export function recordCalendar(calendar: RecordedCalendar): void {
  if (recordFolder) appendFileSync(path.join(recordFolder, `${process.pid}.jsonl`), `${JSON.stringify(calendar)}\n`);
}

/** A message as a program in a process of its own has sent it: what it was to say is not known here, so readers are held to what it says to the letter. */
export function recordSent(text: string): void {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
  const instant = (name: string) => Date.parse(value(name).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  recordCalendar({ kind: 'message', text, events: [{ uid: value('UID'), start: instant('DTSTART'), end: instant('DTEND') }] });
}

/** The calendar parts of a mail as it went over the wire; each is there twice, for two kinds of programs. */
export function calendarsIn(raw: string): string[] {
  return [...raw.matchAll(/Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g)]
    .map(([, text]) => Buffer.from(text!, 'base64').toString('utf8')).filter((text) => text.startsWith('BEGIN:VCALENDAR'));
}

/** Everything that was recorded, each text once. */
export function recordedCalendars(folder: string): RecordedCalendar[] {
  const lines = readdirSync(folder).flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean));
  const all = lines.map((line) => JSON.parse(line) as RecordedCalendar);
  return [...new Map(all.map((each) => [each.text, each])).values()];
}
