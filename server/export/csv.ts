import type { Table, Value } from './tables.ts';

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, since spreadsheets take it for another code without. Text that a
 * spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV injection"); numbers are left as they are.
 */
export function csvOf({ head, rows }: Table): string {
  return `\ufeff${[head, ...rows].map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`;
}

function fieldOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
