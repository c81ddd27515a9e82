import type { CoordinatorAccess } from '../domain/access.ts';
import type { Tx } from './database.ts';
import { NOBODY } from './erasure.ts';
import { PEOPLE } from './signing-people.ts';

/** Columns whose words are somebody else's: names of other people and of organisations, and what we ourselves wrote. */
const SPARED = new Set([
  'programmes.name', 'phases.name', 'topics.name', 'clusters.name', 'booking_revisions.programme', 'booking_revisions.topic', 'booking_revisions.cluster',
  'facilitators.name', 'facilitators.email', 'representatives.name', 'representatives.email', 'coordinators.name', 'coordinators.email',
  'observers.name', 'observers.email', 'webhooks.off_because', 'deliveries.name', 'deliveries.email', 'booking_revisions.facilitator',
]);
/**
 * What is ours to say, by the last word of a column's or a JSON member's name: somebody may be called Paris or Booked, and no
 * clock or state is named after them.
 */
const OURS = new Set(('actor answered at by etag fault fingerprint for from id ids key kind kinds language method mode modified outcome process '
  + 'reply role rule state status type uid unknown url what why zone').split(' '));
const SPARED_TABLES = new Set(['schema_migrations', 'installation', 'sign_ins', 'sign_in_links', 'rate_limits', 'live_places', 'access_epoch']);

interface Way {
  /** SQL: which rows are the programme's. `$1` is the programme. */
  of: string;
  /** Rows are no use without the words, and go. */
  goes?: boolean;
}

/** How a row belongs to a programme, by the first of these columns that it has. */
const WAYS: readonly (readonly [column: string, of: string])[] = [
  ['programme_id', 'programme_id = $1'],
  ['booking_id', 'booking_id IN (SELECT id FROM bookings WHERE programme_id = $1)'],
  ['session_id', 'session_id IN (SELECT id FROM sessions WHERE programme_id = $1)'],
  ['cluster_id', 'cluster_id IN (SELECT id FROM clusters WHERE programme_id = $1)'],
  ['facilitator_id', 'facilitator_id IN (SELECT id FROM facilitators WHERE programme_id = $1)'],
];

const ITS_PEOPLE = `FROM (${PEOPLE}) people WHERE people."programmeId" = $1`;

/** Tables whose rows are named by none of those. */
const OTHER: Readonly<Record<string, Way | undefined>> = {
  programmes: { of: 'id = $1' },
  programme_drafts: { of: `coordinator_id IN (SELECT people.id ${ITS_PEOPLE})` },
  access_tokens: { of: `person_id IN (SELECT people.id ${ITS_PEOPLE})` },
  idempotency_keys: { of: `(actor = 'owner' OR actor IN (SELECT people.id ${ITS_PEOPLE}))`, goes: true },
  mailbox: { of: `lower(recipient) IN (SELECT lower(people.email) ${ITS_PEOPLE} UNION SELECT lower(email) FROM deliveries WHERE programme_id = $1)`, goes: true },
};

interface Column {
  name: string;
  type: string;
}

interface Table {
  name: string;
  columns: Column[];
  way: Way | undefined;
}

/** Words to take out: an address is one person's wherever it stands, a name only in their programme. */
export interface PersonalWords {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * Takes words out of everything a programme has in people's own text, in whatever table: which there are is asked of the
 * database, so that a table made tomorrow is not forgotten. What other programmes have stays, but for letters and requests
 * that have the address.
 */
export async function eraseWords(tx: Tx, programmeId: CoordinatorAccess, { names, addresses }: PersonalWords): Promise<void> {
  const words = [...addresses, ...names];
  if (words.length === 0) return;
  for (const table of await tablesWithText(tx)) {
    if (table.way?.goes || !table.way) await removeRows(tx, table, programmeId, words, addresses);
    else await rewriteRows(tx, table, programmeId, words);
  }
}

/** Rows of the programme that have a word, and any that have an address. */
async function removeRows(tx: Tx, { name, columns, way }: Table, programmeId: CoordinatorAccess, words: readonly string[], addresses: readonly string[]): Promise<void> {
  const has = (parameter: string) => `(${columns.map((column) => `${quoted(column.name)}::text ~* ${parameter}`).join(' OR ')})`;
  const values: string[] = [programmeId, pattern(words), pattern(addresses)];
  await tx.query(`DELETE FROM ${quoted(name)} WHERE ($1::text, $2::text, $3::text) IS NOT NULL AND (${has('$3')}${way ? ` OR (${way.of} AND ${has('$2')})` : ''})`, values);
}

async function rewriteRows(tx: Tx, { name, columns, way }: Table, programmeId: CoordinatorAccess, words: readonly string[]): Promise<void> {
  const matches = columns.map((column) => `${quoted(column.name)}::text ~* $2`).join(' OR ');
  const { rows } = await tx.query<Record<string, unknown> & { place: string }>(
    `SELECT ctid::text AS place, ${columns.map((column) => quoted(column.name)).join(', ')} FROM ${quoted(name)} WHERE ${way!.of} AND (${matches}) FOR UPDATE`,
    [programmeId, pattern(words)]);
  const inText = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
  for (const { place, ...row } of rows) {
    const sets = columns.map((column, index) => `${quoted(column.name)} = $${index + 2}::${column.type}`);
    await tx.query(`UPDATE ${quoted(name)} SET ${sets.join(', ')} WHERE ctid = $1::tid`, [place, ...columns.map((column) => without(row[column.name], column, inText))]);
  }
}

/** A draft is kept as text, and is JSON all the same: there too only what people wrote is replaced. */
function without(value: unknown, { name, type }: Column, words: RegExp): string | null {
  if (value === null || value === undefined) return null;
  if (type.startsWith('json')) return JSON.stringify(withoutInJson(value, words));
  if (name === 'document') return JSON.stringify(withoutInJson(JSON.parse(String(value)), words));
  return String(value).replaceAll(words, NOBODY);
}

function withoutInJson(value: unknown, words: RegExp): unknown {
  if (typeof value === 'string') return value.replaceAll(words, NOBODY);
  if (Array.isArray(value)) return value.map((each) => withoutInJson(each, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typeof each === 'string' && isOurs(key) ? each : withoutInJson(each, words)]));
}

async function tablesWithText(tx: Tx): Promise<Table[]> {
  const { rows } = await tx.query<{ table: string; column: string; type: string }>(
    `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, a.attnum`);
  const names = [...new Set(rows.map(({ table }) => table))].filter((name) => !SPARED_TABLES.has(name));
  return names.map((name) => {
    const own = rows.filter(({ table }) => table === name);
    const of = WAYS.find(([column]) => own.some((each) => each.column === column))?.[1];
    return { name, columns: own.filter(isPeoplesText).map(({ column, type }) => ({ name: column, type })), way: of === undefined ? OTHER[name] : { of } };
  }).filter(({ columns }) => columns.length > 0);
}

function isPeoplesText({ column, table, type }: { table: string; column: string; type: string }): boolean {
  return ['text', 'character varying', 'json', 'jsonb'].includes(type) && !SPARED.has(`${table}.${column}`) && !isOurs(column);
}

/** `time_zone`, `timeZone`. */
function isOurs(name: string): boolean {
  return OURS.has(name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).split('_').at(-1)!);
}

/** Whole words only: who erases Ana leaves analysis alone. As they stand in text, and as they stand inside JSON. */
function pattern(words: readonly string[]): string {
  const forms = new Set(words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1), JSON.stringify(JSON.stringify(word).slice(1, -1)).slice(1, -1)]));
  return `(?<![\\w])(?:${[...forms].map(escaped).join('|')})(?![\\w])`;
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function quoted(name: string): string {
  return `"${name}"`;
}
