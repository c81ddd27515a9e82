/** A cell by its place: which day from the left, which half hour from the top. */
export interface Place {
  day: number;
  row: number;
}

/** Rows that PageUp and PageDown pass: two hours. */
const PAGE = 4;

/** Where a key leads; null for a key that leads nowhere. */
export function moved({ day, row }: Place, key: string, days: number, rows: number): Place | null {
  const steps: Record<string, Place> = {
    ArrowLeft: { day: day - 1, row }, ArrowRight: { day: day + 1, row }, ArrowUp: { day, row: row - 1 }, ArrowDown: { day, row: row + 1 },
    PageUp: { day, row: row - PAGE }, PageDown: { day, row: row + PAGE }, Home: { day: 0, row }, End: { day: days - 1, row },
  };
  const to = steps[key];
  return to ? { day: within(to.day, days), row: within(to.row, rows) } : null;
}

/** Whether a place lies in the rectangle between two others. */
export function isBetween({ day, row }: Place, a: Place, b: Place): boolean {
  return Math.min(a.day, b.day) <= day && day <= Math.max(a.day, b.day) && Math.min(a.row, b.row) <= row && row <= Math.max(a.row, b.row);
}

function within(value: number, count: number): number {
  return Math.min(Math.max(value, 0), count - 1);
}
