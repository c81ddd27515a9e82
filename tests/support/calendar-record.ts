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

/** Everything that was recorded, each text once. */
export function recordedCalendars(folder: string): RecordedCalendar[] {
  const lines = readdirSync(folder).flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean));
  const all = lines.map((line) => JSON.parse(line) as RecordedCalendar);
  return [...new Map(all.map((each) => [each.text, each])).values()];
}
