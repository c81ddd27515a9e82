import type { ChangeKind } from '../../shared/api/changes.ts';
import type { Receiver } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { NumberedChange } from './changes.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

/** A change on its way to a webhook. */
export interface WebhookMessage {
  id: string;
  webhookId: string;
  programmeId: string;
  revision: number;
  kind: ChangeKind;
  state: 'waiting' | 'delivered' | 'failed';
  tries: number;
  nextTryAt: Instant;
  lastStatus: number | null;
  lastError: string | null;
  queuedAt: Instant;
  triedAt: Instant | null;
}

/** Whose turn it is to send for a webhook. No two end at one moment, since the next begins when the one before has ended: the end tells them apart. */
export interface Lease {
  readonly webhookId: string;
  readonly until: Instant;
}

/**
 * Takes webhooks that have something to be sent now, for as long as the lease lasts: no two processes send for the same
 * webhook at once, and one that dies with it holds it up no longer than that.
 */
export async function leaseWebhooks(tx: Tx, now: Instant, until: Instant, limit: number): Promise<Lease[]> {
  // From an ARRAY rather than by IN: a subquery beside IN may run again for each row, and take more than `limit`.
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE webhooks SET leased_until = ${instant(2)} WHERE id = ANY (ARRAY(
       SELECT w.id FROM webhooks w
       WHERE w.is_on AND (w.leased_until IS NULL OR w.leased_until <= ${instant(1)})
         AND CASE WHEN EXISTS (${HEAD}) THEN (SELECT next_try_at FROM (${HEAD}) head) <= ${instant(1)} ELSE EXISTS (${UNWRITTEN}) END
       ORDER BY w.leased_until NULLS FIRST LIMIT $3 FOR UPDATE SKIP LOCKED
     )) RETURNING id`,
    [now, until, limit],
  );
  return rows.map(({ id }) => ({ webhookId: id, until }));
}

/** Keeps the webhook until then, or gives it back (null). False when it is another's by now: whoever stood still for long has nothing more to say. */
export async function renewLease(db: Queryable, { webhookId, until }: Lease, next: Instant | null): Promise<boolean> {
  const { rowCount } = await db.query(`UPDATE webhooks SET leased_until = ${instant(3)} WHERE id = $1 AND leased_until = ${instant(2)}`, [webhookId, until, next]);
  return rowCount === 1;
}

/** Writes the messages of changes that have none yet, in their order; only whoever has the lease may. */
export async function writeMessages(tx: Tx, webhookId: string, now: Instant, limit: number): Promise<void> {
  await tx.query(
    `WITH found AS MATERIALIZED (
       SELECT changes.programme_id, changes.revision, changes.kind, w.kinds
       FROM webhooks w
       JOIN programme_revisions r ON w.programme_id IS NULL OR r.programme_id = w.programme_id
       LEFT JOIN webhook_cursors c ON c.webhook_id = w.id AND c.programme_id = r.programme_id
       JOIN changes ON changes.programme_id = r.programme_id AND changes.revision > COALESCE(c.revision, 0)
       WHERE w.id = $1 ORDER BY changes.programme_id, changes.revision LIMIT $3
     ), moved AS (
       INSERT INTO webhook_cursors (webhook_id, programme_id, revision)
       SELECT $1, programme_id, max(revision) FROM found GROUP BY programme_id
       ON CONFLICT (webhook_id, programme_id) DO UPDATE SET revision = excluded.revision
     )
     INSERT INTO webhook_messages (id, webhook_id, programme_id, revision, next_try_at, queued_at)
     SELECT 'msg_' || encode(sha256(convert_to($1 || '/' || programme_id || '/' || revision, 'UTF8')), 'hex'), $1, programme_id, revision, ${instant(2)}, ${instant(2)}
     FROM found WHERE kinds IS NULL OR kind = ANY(kinds) ORDER BY programme_id, revision
     ON CONFLICT ON CONSTRAINT webhook_messages_once DO NOTHING`,
    [webhookId, now, limit],
  );
}

/** The message whose turn it is, with what it tells; null when there is none, or its time has not come. */
export async function messageInTurn(db: Queryable, webhookId: string, now: Instant): Promise<{ message: WebhookMessage; change: NumberedChange } | null> {
  const { rows } = await db.query<WebhookMessage & ChangeColumns>(
    `SELECT ${COLUMNS}, c.at, c.subject_type AS "subjectType", c.subject_id AS "subjectId", c.data, c.actor
     FROM webhook_messages m JOIN changes c USING (programme_id, revision)
     WHERE m.webhook_id = $1 AND m.state = 'waiting' ORDER BY m.place LIMIT 1`,
    [webhookId],
  );
  if (!rows[0] || rows[0].nextTryAt > now) return null;
  const { at, subjectType, subjectId, data, actor, ...message } = rows[0];
  const { revision, kind } = message;
  return { message, change: { revision, at, kind, subject: { type: subjectType, id: subjectId }, data, actor, audience: {} } };
}

/** What came of one try. */
export interface TryOutcome {
  state: WebhookMessage['state'];
  status: number | null;
  error: string | null;
  nextTryAt: Instant;
}

/** Counts one try more. */
export async function writeTry(tx: Tx, message: WebhookMessage, outcome: TryOutcome, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE webhook_messages SET state = $2, tries = tries + 1, last_status = $3, last_error = $4, next_try_at = ${instant(5)}, tried_at = ${instant(6)} WHERE id = $1`,
    [message.id, outcome.state, outcome.status, outcome.error, outcome.nextTryAt, now],
  );
}

/** The log of a webhook, newest first; `before` is the last one's id of the page before. */
export async function listMessages(
  db: Queryable, { id: webhookId }: Receiver, { state, before, limit }: { state: string | null; before: string | null; limit: number },
): Promise<WebhookMessage[]> {
  const { rows } = await db.query<WebhookMessage>(
    `SELECT ${COLUMNS} FROM webhook_messages m JOIN changes c USING (programme_id, revision)
     WHERE m.webhook_id = $1 AND ($2::text IS NULL OR m.state = $2)
       AND ($3::text IS NULL OR m.place < (SELECT place FROM webhook_messages WHERE id = $3))
     ORDER BY m.place DESC LIMIT $4`,
    [webhookId, state, before, limit],
  );
  return rows;
}

/** Sends a message again from its first try on, before all that wait: by its place it is their elder. Null when the webhook has none of this id. */
export async function queueMessageAgain(tx: Tx, { id: webhookId }: Receiver, id: string, now: Instant): Promise<WebhookMessage | null> {
  const { rows } = await tx.query<WebhookMessage>(
    `UPDATE webhook_messages m SET state = 'waiting', tries = 0, next_try_at = ${instant(3)}
     FROM changes c WHERE m.id = $2 AND m.webhook_id = $1 AND c.programme_id = m.programme_id AND c.revision = m.revision
     RETURNING ${COLUMNS}`,
    [webhookId, id, now],
  );
  return rows[0] ?? null;
}

/** What had been given up begins anew, and what waits need not wait: the receiver is there again. */
export async function resumeMessages(tx: Tx, { id: webhookId }: Receiver, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE webhook_messages SET state = 'waiting', tries = 0, next_try_at = ${instant(2)} WHERE webhook_id = $1 AND state IN ('failed', 'waiting')`, [webhookId, now]);
}

/** The log is kept for some time, not for ever. */
export async function forgetMessages(db: Queryable, before: Instant): Promise<void> {
  await db.query(`DELETE FROM webhook_messages WHERE state = 'delivered' AND queued_at < ${instant(1)}`, [before]);
}

interface ChangeColumns {
  at: Instant;
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
  actor: string;
}

const HEAD = "SELECT m.next_try_at FROM webhook_messages m WHERE m.webhook_id = w.id AND m.state = 'waiting' ORDER BY m.place LIMIT 1";

const UNWRITTEN = `SELECT FROM programme_revisions r
  LEFT JOIN webhook_cursors c ON c.webhook_id = w.id AND c.programme_id = r.programme_id
  WHERE (w.programme_id IS NULL OR r.programme_id = w.programme_id) AND r.revision > COALESCE(c.revision, 0)`;

const COLUMNS = `m.id, m.webhook_id AS "webhookId", m.programme_id AS "programmeId", m.revision, c.kind, m.state, m.tries,
  m.next_try_at AS "nextTryAt", m.last_status AS "lastStatus", m.last_error AS "lastError", m.queued_at AS "queuedAt", m.tried_at AS "triedAt"`;
