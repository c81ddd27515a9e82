import type { CoordinatorAccess, Own, ProgrammeAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { FacilitatorRule } from '../domain/timetable/question.ts';
import type { MarkedHours } from '../domain/timetable/marks.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

/** What a programme asks of its timetables, as stored. */
export interface StoredRules {
  facilitatorRule: FacilitatorRule;
  orders: { beforeTopicId: string; afterTopicId: string; minimumGapMinutes: number }[];
  /** Null: a published plan is booked at once. */
  confirmWithinHours: number | null;
  /** `DK 2026-04-06`. */
  holidaysWorked: string[];
}

/** A programme that has said nothing asks for nothing. */
export async function findRules(db: Queryable, programmeId: ProgrammeAccess): Promise<StoredRules> {
  const { rows: [row] } = await db.query<RulesRow>(
    `SELECT p.facilitator_rule, p.confirm_within_hours, p.holidays_worked,
       (SELECT jsonb_agg(jsonb_build_object('beforeTopicId', o.before_topic_id, 'afterTopicId', o.after_topic_id, 'minimumGapMinutes', o.minimum_gap_minutes)
          ORDER BY o.before_topic_id, o.after_topic_id)
        FROM topic_orders o JOIN topics t ON t.id = o.before_topic_id WHERE t.programme_id = $1) AS orders
     FROM (SELECT 1) one LEFT JOIN planning_rules p ON p.programme_id = $1`,
    [programmeId],
  );
  return {
    facilitatorRule: row?.facilitator_rule ?? 'any',
    orders: row?.orders ?? [],
    confirmWithinHours: row?.confirm_within_hours ?? null,
    holidaysWorked: row?.holidays_worked ?? [],
  };
}

interface RulesRow {
  facilitator_rule: FacilitatorRule | null;
  confirm_within_hours: number | null;
  holidays_worked: string[] | null;
  orders: StoredRules['orders'] | null;
}

/** All of them, in the place of those before. */
export async function replaceRules(tx: Tx, programmeId: CoordinatorAccess, rules: StoredRules): Promise<void> {
  await tx.query(
    `INSERT INTO planning_rules (programme_id, facilitator_rule, confirm_within_hours, holidays_worked) VALUES ($1, $2, $3, $4)
     ON CONFLICT (programme_id) DO UPDATE SET facilitator_rule = $2, confirm_within_hours = $3, holidays_worked = $4`,
    [programmeId, rules.facilitatorRule, rules.confirmWithinHours, rules.holidaysWorked],
  );
  await tx.query('DELETE FROM topic_orders o USING topics t WHERE t.id = o.before_topic_id AND t.programme_id = $1', [programmeId]);
  await tx.query(
    `INSERT INTO topic_orders (before_topic_id, after_topic_id, minimum_gap_minutes)
     SELECT * FROM unnest($1::text[], $2::text[], $3::int[])`,
    [rules.orders.map((each) => each.beforeTopicId), rules.orders.map((each) => each.afterTopicId), rules.orders.map((each) => each.minimumGapMinutes)],
  );
}

/** What a cluster has said of its hours; version 0 when it has said nothing. */
export async function findPreferences(db: Queryable, { id: clusterId }: Own): Promise<{ marks: MarkedHours[]; version: number }> {
  const { rows } = await db.query<{ marks: MarkedHours[]; version: number }>('SELECT marks, version FROM preferences WHERE cluster_id = $1', [clusterId]);
  return rows[0] ?? { marks: [], version: 0 };
}

/** False when they have been changed since `ifVersion`; null: whatever it is. */
export async function replacePreferences(tx: Tx, { id: clusterId }: Own, marks: readonly MarkedHours[], ifVersion: number | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO preferences (cluster_id, marks)
     SELECT $1, $2 WHERE COALESCE($3::int, 0) = 0 OR EXISTS (SELECT FROM preferences WHERE cluster_id = $1)
     ON CONFLICT (cluster_id) DO UPDATE SET marks = $2, version = preferences.version + 1 WHERE $3::int IS NULL OR preferences.version = $3`,
    [clusterId, JSON.stringify(marks), ifVersion],
  );
  return rowCount === 1;
}

/** When each cluster was last asked for its hours; null: never. */
export async function hoursAskedAt(db: Queryable, programmeId: CoordinatorAccess): Promise<Map<string, Instant | null>> {
  const { rows } = await db.query<{ id: string; askedAt: Instant | null }>('SELECT id, hours_asked_at AS "askedAt" FROM clusters WHERE programme_id = $1', [programmeId]);
  return new Map(rows.map(({ id, askedAt }) => [id, askedAt]));
}

/** Notes that those of them are asked now who have marked nothing and were not asked since `since`; returns who that is. */
export async function noteHoursAsked(tx: Tx, programmeId: CoordinatorAccess, clusterIds: readonly string[], now: Instant, since: Instant): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE clusters SET hours_asked_at = ${instant(3)}
     WHERE programme_id = $1 AND id = ANY ($2) AND (hours_asked_at IS NULL OR hours_asked_at < ${instant(4)})
       AND EXISTS (SELECT FROM representatives r WHERE r.cluster_id = clusters.id)
       AND NOT EXISTS (SELECT FROM preferences p WHERE p.cluster_id = clusters.id AND p.marks <> '[]')
     RETURNING id`,
    [programmeId, clusterIds, now, since],
  );
  return new Set(rows.map(({ id }) => id));
}

/** By cluster. */
export async function preferencesOfProgramme(db: Queryable, programmeId: CoordinatorAccess): Promise<Record<string, MarkedHours[]>> {
  const { rows } = await db.query<{ cluster_id: string; marks: MarkedHours[] }>(
    'SELECT cluster_id, marks FROM preferences JOIN clusters c ON c.id = cluster_id WHERE c.programme_id = $1', [programmeId]);
  return Object.fromEntries(rows.map((row) => [row.cluster_id, row.marks]));
}
