import type { Row } from './row.ts';

const heads = ['work', 'ours', 'spread', 'baseline', 'ratio', 'target', 'verdict'];

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.work, `${round(row.ours)} ${row.unit}`, row.spread ? row.spread.map(round).join('–') : '', `${round(row.baseline)} ${row.unit}`, round(row.ratio), row.target, row.verdict]);
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((line) => line[column]!.length)));
  const line = (parts: readonly string[]) => `${parts.map((part, column) => part.padEnd(widths[column]!)).join('  ').trimEnd()}\n`;
  return line(heads) + line(widths.map((width) => '-'.repeat(width))) + cells.map(line).join('');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
