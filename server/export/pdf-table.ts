import { setImmediate } from 'node:timers/promises';

export interface Column<Row> {
  readonly head: string;
  /** In points. */
  readonly width: number;
  readonly text: (row: Row) => string;
}

const PADDING = 4;
const SIZE = 9;
/** Setting type is slow: after so many rows others get their turn. */
const ROWS_AT_ONCE = 10;

/** A table below what has been drawn: rows as high as their longest cell, its head again on every page. */
export async function drawTable<Row>(document: PDFKit.PDFDocument, title: string, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  const left = document.page.margins.left;
  const head = columns.map((column) => column.head);
  const needed = 34 + rowHeight(document, columns, head, 'bold') + (rows[0] ? rowHeight(document, columns, cellsOf(columns, rows[0]), 'regular') : 0);
  if (document.y + needed > bottomOf(document)) document.addPage();
  document.font('bold').fontSize(12).fillColor('#132633').text(title, left, document.y + 14);
  document.y += 4;
  drawRow(document, columns, head, 'bold');
  for (const [index, row] of rows.entries()) {
    const cells = cellsOf(columns, row);
    const height = rowHeight(document, columns, cells, 'regular');
    if (document.y + height > bottomOf(document)) {
      document.addPage();
      drawRow(document, columns, head, 'bold');
    }
    drawRow(document, columns, cells, 'regular', height);
    if (index % ROWS_AT_ONCE === 0) await setImmediate();
  }
  document.x = left;
}

function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): string[] {
  return columns.map((column) => column.text(row));
}

function drawRow<Row>(document: PDFKit.PDFDocument, columns: readonly Column<Row>[], cells: readonly string[], font: 'regular' | 'bold', height = rowHeight(document, columns, cells, font)): void {
  const { left, right } = document.page.margins;
  const top = document.y;
  document.font(font).fontSize(SIZE).fillColor('#132633');
  let x = left;
  columns.forEach(({ width }, index) => {
    document.text(cells[index] ?? '', x, top + PADDING, { width: width - 2 * PADDING });
    x += width;
  });
  document.moveTo(left, top + height).lineTo(document.page.width - right, top + height).lineWidth(0.5).strokeColor(font === 'bold' ? '#495b67' : '#dad7cf').stroke();
  document.y = top + height;
}

/** Measured in the font it is drawn in: the wrong one would let rows run into each other. */
function rowHeight<Row>(document: PDFKit.PDFDocument, columns: readonly Column<Row>[], cells: readonly string[], font: 'regular' | 'bold'): number {
  document.font(font).fontSize(SIZE);
  return Math.max(...columns.map(({ width }, index) => document.heightOfString(cells[index] || ' ', { width: width - 2 * PADDING }))) + 2 * PADDING;
}

function bottomOf(document: PDFKit.PDFDocument): number {
  return document.page.height - document.page.margins.bottom;
}
