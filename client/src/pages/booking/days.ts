import type { Row } from '../../live/listing.ts';
import { dateAt, offsetLabel } from '../../format/time.ts';

/** The times of one date in the shown zone. */
export interface Day {
  date: string;
  rows: readonly Row[];
  /** The shown clock's offsets, where it changed since the day before in the list. */
  clockChange: { before: string; after: string } | null;
}

/** Rows by date, in their order: the date is that of the shown zone, so it changes with it while the count does not. */
export function daysOf(rows: readonly Row[], zone: string): Day[] {
  const days: (Day & { rows: Row[]; offset: string })[] = [];
  for (const row of rows) {
    const start = Date.parse(row.slot.start);
    const date = dateAt(start, zone);
    const last = days.at(-1);
    if (last?.date === date) {
      last.rows.push(row);
      continue;
    }
    const offset = offsetLabel(start, zone);
    days.push({ date, rows: [row], offset, clockChange: last && last.offset !== offset ? { before: last.offset, after: offset } : null });
  }
  return days;
}
