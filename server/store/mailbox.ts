import type { MailboxItem } from '../../shared/api/deliveries.ts';
import type { Letter } from '../domain/invitation-content.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';

/** Puts a letter into the built-in mailbox, once: the same letter again is the one that is there. */
export async function insertLetter(tx: Tx, letter: Letter, now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO mailbox (at, message_id, recipient, subject, text, html, ics, raw)
     VALUES (to_timestamp($1::float8 / 1000), $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT ON CONSTRAINT mailbox_message_once DO NOTHING`,
    [now, letter.messageId, letter.to, letter.subject, letter.text, letter.html, letter.ics, letter.raw],
  );
}

/** The mailbox's letters, newest first; `before` is the last item's id of the page before. */
export async function listMailbox(db: Queryable, limit: number, before: string | null = null): Promise<MailboxItem[]> {
  if (before !== null && !/^\d{1,18}$/.test(before)) return [];
  const { rows } = await db.query<MailboxRow>(
    `SELECT id, at, recipient, subject, text, html, ics, raw FROM mailbox
     WHERE $2::bigint IS NULL OR id < $2
     ORDER BY id DESC LIMIT $1`,
    [limit, before],
  );
  return rows.map(fromRow);
}

/** `id` is a number as text; anything else is no letter. */
export async function findLetter(db: Queryable, id: string): Promise<MailboxItem | null> {
  const { rows } = await db.query<MailboxRow>(
    'SELECT id, at, recipient, subject, text, html, ics, raw FROM mailbox WHERE id::text = $1', [id]);
  return rows[0] ? fromRow(rows[0]) : null;
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
