import type { CoordinatorAccess, Own } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Notice, NoticeToWrite } from '../domain/notice.ts';
import type { Tx } from './database.ts';
import { instant } from './engagements.ts';

export async function insertNotices(tx: Tx, notices: readonly Own<Notice>[], now: Instant): Promise<void> {
  await insert(tx, notices, now);
}

/** Of a programme; `null`: of none, be it the installation's or of a programme that is just being removed. */
export async function insertLetters(tx: Tx, programmeId: CoordinatorAccess | null, letters: readonly NoticeToWrite[], now: Instant): Promise<void> {
  await insert(tx, letters.map((letter) => ({ ...letter, programmeId })), now);
}

async function insert(tx: Tx, letters: readonly (NoticeToWrite & { programmeId: string | null })[], now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO letters (id, programme_id, kind, recipient, content, due_at)
     SELECT l.id, l.programme_id, l.content ->> 'kind', l.recipient, l.content, ${instant(2)}
     FROM jsonb_to_recordset($1) AS l (id text, programme_id text, recipient jsonb, content jsonb)`,
    [JSON.stringify(letters.map(({ programmeId, ...rest }) => ({ programme_id: programmeId, ...rest }))), now],
  );
}

/** Takes a due letter in hand until `leaseUntil`, or null; whoever took it and died leaves it due again then. */
export async function takeNotice(tx: Tx, now: Instant, leaseUntil: Instant): Promise<NoticeToWrite & { tries: number } | null> {
  // `=` rather than IN: a subquery beside IN may run again for each row, and take more than the one that is returned.
  const { rows } = await tx.query<NoticeToWrite & { tries: number }>(
    `UPDATE letters SET tries = tries + 1, due_at = ${instant(2)}
     WHERE id = (SELECT id FROM letters WHERE due_at <= ${instant(1)} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, recipient, content, tries`,
    [now, leaseUntil],
  );
  return rows[0] ?? null;
}

/** False when it is gone already. */
export async function deleteNotice(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.query('DELETE FROM letters WHERE id = $1', [id]);
  return rowCount === 1;
}

export async function postponeNotice(tx: Tx, id: string, until: Instant): Promise<void> {
  await tx.query(`UPDATE letters SET due_at = ${instant(2)} WHERE id = $1`, [id, until]);
}
