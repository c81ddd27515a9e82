import { rowsOfCsv } from './csv.ts';

/** The cells of a spreadsheet's first sheet as text; null where the file is none that we can read. */
export async function tableOf(file: File): Promise<string[][] | null> {
  const bytes = await file.arrayBuffer();
  // A workbook is a ZIP file, whatever its name says.
  const isWorkbook = String.fromCharCode(...new Uint8Array(bytes.slice(0, 2))) === 'PK';
  try {
    return isWorkbook ? await rowsOfWorkbook(bytes) : rowsOfCsv(textOf(bytes));
  } catch {
    return null;
  }
}

/** Empty rows keep their places, so that rows are named as the spreadsheet counts them. */
async function rowsOfWorkbook(bytes: ArrayBuffer): Promise<string[][]> {
  const { readSheet } = await import('read-excel-file/browser');
  return (await readSheet(bytes)).map((row) => row.map(cellText));
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.getUTCFullYear() < 1901 ? cell.toISOString().slice(11, 16) : cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell);
}

/** UTF-8, or UTF-16 where it says so, or else what spreadsheets in Western Europe write. */
function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
