import type { CoordinatorAccess } from '../domain/access.ts';
import type { Tx } from './database.ts';
import { NOBODY } from './erasure.ts';

/** Columns whose words are somebody else's: names of other people and of organisations, and what we ourselves wrote. */
const SPARED = new Set([
  'programmes.name', 'phases.name', 'topics.name', 'clusters.name', 'booking_revisions.programme', 'booking_revisions.topic', 'booking_revisions.cluster',
  'facilitators.name', 'facilitators.email', 'representatives.name', 'representatives.email', 'coordinators.name', 'coordinators.email',
  'observers.name', 'observers.email', 'deliveries.name', 'deliveries.email', 'booking_revisions.facilitator',
]);
const SPARED_TABLES = new Set(['schema_migrations', 'installation', 'sign_ins', 'sign_in_links']);

/** How a row belongs to a programme, by the first of these columns that it has. `$1` is the programme. */
const WAYS: readonly (readonly [column: string, way: string])[] = [
  ['programme_id', 'programme_id = $1'],
  ['booking_id', 'booking_id IN (SELECT id FROM bookings WHERE programme_id = $1)'],
  ['session_id', 'session_id IN (SELECT id FROM sessions WHERE programme_id = $1)'],
  ['cluster_id', 'cluster_id IN (SELECT id FROM clusters WHERE programme_id = $1)'],
  ['facilitator_id', 'facilitator_id IN (SELECT id FROM facilitators WHERE programme_id = $1)'],
];

/** Tables whose rows are named by none of those. A programme that is still being written loses the words, not what else is in it. */
const WHOLE: Readonly<Record<string, string | undefined>> = { programmes: 'id = $1', programme_drafts: 'true' };

interface Table {
  name: string;
  columns: { name: string; type: string }[];
  way: string | undefined;
}

/**
 * Takes words (a name, an address) out of everything a programme has in text, in whatever table: which there are is asked of
 * the database, so that a table made tomorrow is not forgotten. Rows that belong to no programme, such as letters of the
 * built-in mailbox, go as a whole when they have one of the words.
 */
export async function eraseWords(tx: Tx, programmeId: CoordinatorAccess, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const plain = pattern(words);
  // As the same words stand inside JSON.
  const quoted = pattern(words.map((word) => JSON.stringify(word).slice(1, -1)));
  for (const { name, columns, way } of await tablesWithText(tx)) {
    const matches = columns.map((column) => `${column.name}::text ~* ${isJson(column) ? '$3' : '$2'}`).join(' OR ');
    const values = [programmeId, plain, quoted];
    // So that every parameter has a type, also where it is not needed.
    const typed = '($1::text, $2::text, $3::text) IS NOT NULL';
    if (way === undefined) await tx.query(`DELETE FROM ${name} WHERE ${typed} AND (${matches})`, values);
    else await tx.query(`UPDATE ${name} SET ${columns.map(without).join(', ')} WHERE ${typed} AND ${way} AND (${matches})`, values);
  }
}

async function tablesWithText(tx: Tx): Promise<Table[]> {
  const { rows } = await tx.query<{ table: string; column: string; type: string }>(
    `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, a.attnum`);
  const names = [...new Set(rows.map(({ table }) => table))].filter((name) => !SPARED_TABLES.has(name));
  return names.map((name) => {
    const own = rows.filter(({ table }) => table === name);
    return {
      name: `"${name}"`,
      columns: own.filter(({ column, type }) => ['text', 'character varying', 'json', 'jsonb'].includes(type) && !SPARED.has(`${name}.${column}`) && !/(^|_)id$/.test(column))
        .map(({ column, type }) => ({ name: `"${column}"`, type })),
      way: WAYS.find(([column]) => own.some((each) => each.column === column))?.[1] ?? WHOLE[name],
    };
  }).filter(({ columns }) => columns.length > 0);
}

function without(column: { name: string; type: string }): string {
  const replaced = `regexp_replace(${column.name}::text, ${isJson(column) ? '$3' : '$2'}, '${NOBODY}', 'gi')`;
  return `${column.name} = ${isJson(column) ? `${replaced}::${column.type}` : replaced}`;
}

function isJson({ type }: { type: string }): boolean {
  return type.startsWith('json');
}

/** Whole words only: who erases Ana leaves analysis alone. */
function pattern(words: readonly string[]): string {
  return `(?<![\\w])(?:${words.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})(?![\\w])`;
}
