import type { ChangeKind } from '../../shared/api/changes.ts';
import type { Webhook } from '../../shared/api/webhooks.ts';
import type { Receiver } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

export interface StoredWebhook {
  id: string;
  /** Null: of every programme. */
  programmeId: string | null;
  url: string;
  kinds: ChangeKind[] | null;
  contact: string | null;
  on: boolean;
  offBecause: Webhook['offBecause'];
  secretGeneration: number;
  previousSecretUntil: Instant | null;
  createdBy: string;
  createdAt: Instant;
  waiting: number;
  version: number;
}

export async function findWebhook(db: Queryable, id: string): Promise<StoredWebhook | null> {
  const { rows } = await db.query<StoredWebhook>(`${SELECT} WHERE w.id = $1`, [id]);
  return rows[0] ?? null;
}

/** The row, locked until the transaction ends. */
export async function lockWebhook(tx: Tx, id: string): Promise<StoredWebhook | null> {
  const { rows } = await tx.query<StoredWebhook>(`${SELECT} WHERE w.id = $1 FOR UPDATE OF w`, [id]);
  return rows[0] ?? null;
}

/** Those of the programmes given, or all there are (null), by id. */
export async function listWebhooks(db: Queryable, programmeIds: readonly string[] | null, after: string | null, limit: number): Promise<StoredWebhook[]> {
  const { rows } = await db.query<StoredWebhook>(
    `${SELECT} WHERE ($1::text[] IS NULL OR w.programme_id = ANY($1)) AND ($2::text IS NULL OR w.id > $2) ORDER BY w.id LIMIT $3`,
    [programmeIds, after, limit],
  );
  return rows;
}

/** Begins with the changes that come after it. */
export async function insertWebhook(tx: Tx, webhook: Receiver<Pick<StoredWebhook, 'id' | 'programmeId' | 'url' | 'kinds' | 'contact' | 'createdBy'>>, now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO webhooks (id, programme_id, url, kinds, contact, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, ${instant(7)})`,
    [webhook.id, webhook.programmeId, webhook.url, webhook.kinds, webhook.contact, webhook.createdBy, now],
  );
  await tx.query(
    `INSERT INTO webhook_cursors (webhook_id, programme_id, revision)
     SELECT $1, programme_id, revision FROM programme_revisions WHERE $2::text IS NULL OR programme_id = $2`,
    [webhook.id, webhook.programmeId],
  );
}

export async function updateWebhook(tx: Tx, webhook: Receiver<StoredWebhook>): Promise<void> {
  await tx.query(
    `UPDATE webhooks SET url = $2, kinds = $3, contact = $4, is_on = $5, off_because = $6,
       notice_due_at = CASE WHEN $5 THEN NULL ELSE notice_due_at END, version = version + 1
     WHERE id = $1`,
    [webhook.id, webhook.url, webhook.kinds, webhook.contact, webhook.on, webhook.offBecause],
  );
}

/** From now on another secret signs; the present one does so as well `until` then. */
export async function renewSecret(tx: Tx, { id }: Receiver, until: Instant): Promise<void> {
  await tx.query(
    `UPDATE webhooks SET secret_generation = secret_generation + 1, previous_secret_until = ${instant(2)}, version = version + 1 WHERE id = $1`, [id, until]);
}

/** Switched off by us; somebody has to be told. */
export async function switchOff(tx: Tx, id: string, because: 'gone' | 'given-up', now: Instant): Promise<void> {
  await tx.query(
    `UPDATE webhooks SET is_on = false, off_because = $2, notice_due_at = ${instant(3)}, version = version + 1 WHERE id = $1`, [id, because, now]);
}

export async function deleteWebhook(tx: Tx, { id }: Receiver): Promise<void> {
  await tx.query('DELETE FROM webhooks WHERE id = $1', [id]);
}

/** One webhook that was switched off and whose people do not know yet: the caller tells them. */
export async function takeNotice(tx: Tx, now: Instant): Promise<StoredWebhook | null> {
  const { rows } = await tx.query<StoredWebhook>(
    `${SELECT} WHERE w.notice_due_at <= ${instant(1)} ORDER BY w.notice_due_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED`, [now]);
  const [webhook] = rows;
  if (webhook) await tx.query('UPDATE webhooks SET notice_due_at = NULL WHERE id = $1', [webhook.id]);
  return webhook ?? null;
}

const SELECT = `SELECT w.id, w.programme_id AS "programmeId", w.url, w.kinds, w.contact, w.is_on AS "on", w.off_because AS "offBecause",
  w.secret_generation AS "secretGeneration", w.previous_secret_until AS "previousSecretUntil", w.created_by AS "createdBy",
  w.created_at AS "createdAt", w.version,
  (SELECT count(*) FROM webhook_messages m WHERE m.webhook_id = w.id AND m.state = 'waiting')::int AS waiting
  FROM webhooks w`;
