import type { Row } from 'write-excel-file/node';
import type { Table, Value } from './tables.ts';

const DATE_FORMAT = 'yyyy-mm-dd hh:mm';

/** Tables as the sheets of one workbook. Text is text whatever it begins with: no cell is ever a formula. */
export async function xlsxOf(tables: readonly Table[]): Promise<Buffer> {
  // Read when somebody first asks, as the writer of PDF is.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(tables.map(({ name, head, rows }) => ({
    sheet: name,
    data: [head.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })), ...rows.map((row): Row => row.map(cellOf))],
    columns: head.map((title, index) => ({ width: widthOf([title, ...rows.map((row) => row[index] ?? null)]) })),
    stickyRowsCount: 1,
  }))).toBuffer();
}

function cellOf(value: Value) {
  if (value === null) return null;
  if (typeof value === 'number') return { value: Math.round(value * 100) / 100, type: Number };
  if (value instanceof Date) return { value, type: Date, format: DATE_FORMAT };
  return { value: printable(value), type: String };
}

/** XML 1.0 §2.2 has no way to write the other control characters, and Excel no more than 32,767 characters in a cell. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- taking them out is the point
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '').slice(0, 32_767);
}

/** In characters: as wide as the longest, within reason. */
function widthOf(values: readonly Value[]): number {
  const longest = Math.max(...values.map((value) => (value instanceof Date ? DATE_FORMAT.length : String(value ?? '').length)));
  return Math.min(48, Math.max(8, longest + 2));
}
