import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

export interface StoredAnswer {
  fingerprint: string;
  status: number;
  body: unknown;
}

/**
 * Claims a key for this transaction; whoever comes second waits here until the first has committed.
 * Null: the key is ours. Otherwise the first answer, to be repeated.
 */
export async function claimKey(tx: Tx, actor: string, key: string, fingerprint: string, now: Instant): Promise<StoredAnswer | null> {
  const { rowCount } = await tx.query(
    `INSERT INTO idempotency_keys (actor, key, fingerprint, at) VALUES ($1, $2, $3, ${instant(4)}) ON CONFLICT DO NOTHING`,
    [actor, key, fingerprint, now],
  );
  if (rowCount === 1) return null;
  const { rows } = await tx.query<StoredAnswer>('SELECT fingerprint, status, body FROM idempotency_keys WHERE actor = $1 AND key = $2', [actor, key]);
  return rows[0] ?? claimKey(tx, actor, key, fingerprint, now);
}

export async function keepAnswer(tx: Tx, actor: string, key: string, status: number, body: unknown): Promise<void> {
  await tx.query('UPDATE idempotency_keys SET status = $3, body = $4 WHERE actor = $1 AND key = $2', [actor, key, status, JSON.stringify(body ?? null)]);
}

export async function forgetKeys(db: Queryable, before: Instant): Promise<void> {
  await db.query(`DELETE FROM idempotency_keys WHERE at < ${instant(1)}`, [before]);
}
