import type { Instant } from '../domain/interval.ts';
import type { Queryable } from './database.ts';
import { instant } from './engagements.ts';

/** How many invitations of the outbox are in which state. */
export async function countDeliveries(db: Queryable): Promise<{ state: string; count: number }[]> {
  const { rows } = await db.query<{ state: string; count: number }>('SELECT state, count(*) AS count FROM deliveries GROUP BY state');
  return rows;
}

/** How long the oldest invitation has waited to be sent, in seconds; 0 when none waits. */
export async function oldestWait(db: Queryable, now: Instant): Promise<number> {
  const { rows } = await db.query<{ seconds: number }>(
    `SELECT GREATEST(0, EXTRACT(epoch FROM ${instant(1)} - min(queued_at)))::float8 AS seconds FROM deliveries WHERE state = 'queued'`, [now]);
  return rows[0]?.seconds ?? 0;
}
