import type { MailboxItem } from '../../shared/api/deliveries.ts';
import type { Letter } from '../domain/invitation-content.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { PEOPLE } from './signing-people.ts';

/** Puts a letter into the built-in mailbox, once: the same letter again is the one that is there. `isKey`: it opens its reader's account. */
export async function insertLetter(tx: Tx, letter: Letter, now: Instant, isKey = false): Promise<void> {
  await tx.query(
    `INSERT INTO mailbox (at, message_id, recipient, subject, text, html, ics, raw, is_key)
     VALUES (to_timestamp($1::float8 / 1000), $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT ON CONSTRAINT mailbox_message_once DO NOTHING`,
    [now, letter.messageId, letter.to, letter.subject, letter.text, letter.html, letter.ics, letter.raw, isKey],
  );
}

/** Whose letters: all (`programmes` null), or those to people of these programmes, without the keys to their accounts; and the reader's own. */
export interface Readable {
  readonly programmes: readonly string[] | null;
  readonly reader: string;
}

/** The mailbox's letters, newest first; `before` is the last item's id of the page before. */
export async function listMailbox(db: Queryable, { programmes, reader }: Readable, limit: number, before: string | null = null): Promise<MailboxItem[]> {
  if (before !== null && !/^\d{1,18}$/.test(before)) return [];
  const { rows } = await db.query<MailboxRow>(
    `SELECT id, at, recipient, subject, text, html, ics, raw FROM mailbox
     WHERE ($2::bigint IS NULL OR id < $2) AND ($3::text[] IS NULL OR ${isReadable('$3', '$4')})
     ORDER BY id DESC LIMIT $1`,
    [limit, before, programmes, reader],
  );
  return rows.map(fromRow);
}

/** `id` is a number as text; anything else is no letter. */
export async function findLetter(db: Queryable, { programmes, reader }: Readable, id: string): Promise<MailboxItem | null> {
  const { rows } = await db.query<MailboxRow>(
    `SELECT id, at, recipient, subject, text, html, ics, raw FROM mailbox
     WHERE id::text = $1 AND ($2::text[] IS NULL OR ${isReadable('$2', '$3')})`, [id, programmes, reader]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** To the reader, or to whoever is or was invited there. */
function isReadable(ids: string, reader: string): string {
  return `(lower(recipient) IN (SELECT lower(own.email) FROM (${PEOPLE}) own WHERE own.id = ${reader}) OR NOT is_key AND (
    lower(recipient) IN (SELECT lower(people.email) FROM (${PEOPLE}) people WHERE people."programmeId" = ANY (${ids}))
    OR lower(recipient) IN (SELECT lower(d.email) FROM deliveries d WHERE d.programme_id = ANY (${ids}))))`;
}

interface MailboxRow {
  id: number;
  at: Instant;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  ics: string | null;
  raw: string;
}

function fromRow({ id, at, recipient, ...parts }: MailboxRow): MailboxItem {
  return {
    id: String(id), at: new Date(at).toISOString(), to: recipient,
    subject: parts.subject, text: parts.text, html: parts.html, ics: parts.ics, raw: parts.raw,
  };
}
