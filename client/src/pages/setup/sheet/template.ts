import { COLUMNS, type Column, headWords, type Kind, kindWords, type Language } from './columns.ts';

const EXAMPLES: readonly (Partial<Record<Column, string>> & { kind: Kind })[] = [
  { kind: 'cluster', organisation: 'Baltic Maritime', person: 'Kai Tamm', email: 'kai@example.org', timeZone: 'Europe/Tallinn', language: 'en', from: '09:00', to: '17:00' },
  { kind: 'cluster', organisation: 'Baltic Maritime', person: 'Mari Tamm', email: 'mari@example.org' },
  { kind: 'facilitator', organisation: '', person: 'Amina Odhiambo', email: 'amina@example.org', timeZone: 'Africa/Nairobi', language: 'en', from: '08:00', to: '16:00' },
];

/** A workbook to fill in, in the reader's language, with an example of each row; saved as a file. */
export async function saveTemplate(language: Language, topics: readonly string[]): Promise<void> {
  const { default: write } = await import('write-excel-file/browser');
  const head = COLUMNS.map((column) => ({ value: headWords[language][column], type: String, fontWeight: 'bold' as const }));
  const rows = EXAMPLES.map((example) => COLUMNS.map((column) => ({ value: cellOf(example, column, language, topics), type: String })));
  await write([head, ...rows], { columns: COLUMNS.map(() => ({ width: 22 })), stickyRowsCount: 1 }).toFile('visavis.xlsx');
}

function cellOf(example: typeof EXAMPLES[number], column: Column, language: Language, topics: readonly string[]): string {
  if (column === 'kind') return kindWords[language][example.kind];
  if (column === 'topics') return example.kind === 'facilitator' ? topics.join('; ') : '';
  return example[column] ?? '';
}
