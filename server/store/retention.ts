import type { CoordinatorAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

/** How long a programme remembers its people after its last day; null: until somebody asks. */
export async function findRetention(db: Queryable, programmeId: CoordinatorAccess): Promise<{ days: number | null; forgottenAt: Instant | null } | null> {
  const { rows } = await db.query<{ days: number | null; forgottenAt: Instant | null }>(
    'SELECT retention_days AS days, people_forgotten_at AS "forgottenAt" FROM programmes WHERE id = $1', [programmeId]);
  return rows[0] ?? null;
}

export async function setRetention(tx: Tx, programmeId: CoordinatorAccess, days: number | null): Promise<void> {
  await tx.query('UPDATE programmes SET retention_days = $2 WHERE id = $1', [programmeId, days]);
}

/**
 * Programmes whose last day, in their own zone, is more than their days ago, and which remember still: they have forgotten nobody
 * yet, or did so before a last day that was set later.
 */
export async function dueProgrammes(db: Queryable, now: Instant): Promise<string[]> {
  const due = '(ends_on + retention_days + 1)::timestamp AT TIME ZONE time_zone';
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM programmes WHERE retention_days IS NOT NULL AND ${due} <= ${instant(1)}
       AND (people_forgotten_at IS NULL OR people_forgotten_at < ${due}) ORDER BY id`, [now]);
  return rows.map(({ id }) => id);
}

export async function markForgotten(tx: Tx, programmeId: CoordinatorAccess, now: Instant): Promise<void> {
  await tx.query(`UPDATE programmes SET people_forgotten_at = ${instant(2)} WHERE id = $1`, [programmeId, now]);
}

/** What things are called in a programme: a name that is also one of these is not a person's alone. */
export async function namesOfThings(db: Queryable, programmeId: CoordinatorAccess): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT name FROM programmes WHERE id = $1 UNION SELECT name FROM clusters WHERE programme_id = $1
     UNION SELECT name FROM topics WHERE programme_id = $1 UNION SELECT name FROM phases WHERE programme_id = $1`, [programmeId]);
  return rows.map(({ name }) => name);
}
