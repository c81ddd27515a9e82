import type { Slot } from '../../shared/api/slots.ts';
import { daysOf } from '../../client/src/pages/booking/days.ts';

describe('times by day', () => {
  it('groups by the date of the shown zone, and says where clocks change between two days', () => {
    const rows = ['2026-03-27T23:30:00Z', '2026-03-28T10:00:00Z', '2026-03-30T09:00:00Z', '2026-03-30T22:30:00Z'].map(row);
    expect(summary(rows, 'Europe/Madrid')).toEqual(['2026-03-28 2', '2026-03-30 1 UTC+1 to UTC+2', '2026-03-31 1']);
    expect(summary(rows, 'Africa/Nairobi')).toEqual(['2026-03-28 2', '2026-03-30 1', '2026-03-31 1']);
    expect(summary(rows, 'America/New_York')).toEqual(['2026-03-27 1', '2026-03-28 1', '2026-03-30 2']);
  });
});

function summary(rows: ReturnType<typeof row>[], zone: string): string[] {
  return daysOf(rows, zone).map(({ date, rows: { length }, clockChange }) => `${date} ${length}${clockChange ? ` ${clockChange.before} to ${clockChange.after}` : ''}`);
}

function row(start: string) {
  const slot: Slot = { start, end: start, facilitatorId: 'ann', localStart: start, facilitatorLocalStart: start, facilitatorTimeZone: 'UTC', outsideHours: [], comfort: { cluster: 'day', facilitator: 'day' } };
  return { slot, taken: false };
}
