import type { PlanMeasures, PlanPlace, PlanReason, PlanSoFar, PlanState, PlanWeights } from '../../shared/api/plans.ts';
import type { CoordinatorAccess, Run } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

export interface StoredPlan {
  id: string;
  programmeId: string;
  state: PlanState;
  wish: StoredWish;
  result: StoredResult | null;
  progress: number;
  soFar: StoredSoFar | null;
  error: string | null;
  /** Which solving this is; what an earlier one still says is not heard. */
  generation: number;
  createdAt: Instant;
  publishedAt: Instant | null;
  version: number;
}

export interface StoredWish {
  sessionIds: string[];
  /** Those of them whose bookings may move: they were booked when the plan was asked for. */
  moving: string[];
  pins: StoredPlace[];
  away: { facilitatorId: string; from: string; until: string }[];
  isMend: boolean;
  weights: PlanWeights | null;
}

/** The best timetable that the solver has while it is at work. */
export interface StoredSoFar extends PlanSoFar {
  places: StoredPlace[];
  /** What is known of the objectives before the one it is at; an earlier version did not say. */
  outcomes?: readonly { readonly name: PlanSoFar['objective']; readonly value: number; readonly bound: number }[];
}

export interface StoredPlace {
  sessionId: string;
  facilitatorId: string;
  start: Instant;
}

/** A place and what was known of it when it was chosen. */
export interface StoredPlacement extends StoredPlace {
  end: Instant;
  pinned: boolean;
  facilitatorTimeZone: string;
  outsideHours: PlanPlace['outsideHours'];
  comfort: PlanPlace['comfort'];
  discomfort: PlanPlace['discomfort'];
  unwished: boolean;
  present: { bookingId: string; facilitatorId: string; start: Instant; end: Instant } | null;
}

export interface StoredResult {
  placements: StoredPlacement[];
  unplaced: { sessionId: string; reason: PlanReason; relaxation: PlanReason | null }[];
  measures: PlanMeasures;
  changedByHand: boolean;
}

export async function findPlan(db: Queryable, id: string): Promise<StoredPlan | null> {
  const { rows } = await db.query<PlanRow>(`SELECT ${COLUMNS} FROM plans WHERE id = $1`, [id]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** The plan, locked until the transaction ends. */
export async function lockPlan(tx: Tx, id: string): Promise<StoredPlan | null> {
  const { rows } = await tx.query<PlanRow>(`SELECT ${COLUMNS} FROM plans WHERE id = $1 FOR UPDATE`, [id]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** The newest first. */
export async function listPlans(db: Queryable, programmeId: CoordinatorAccess): Promise<StoredPlan[]> {
  const { rows } = await db.query<PlanRow>(`SELECT ${COLUMNS} FROM plans WHERE programme_id = $1 ORDER BY created_at DESC, id LIMIT 100`, [programmeId]);
  return rows.map(fromRow);
}

export async function insertPlan(tx: Tx, plan: Run<Pick<StoredPlan, 'id' | 'programmeId' | 'wish'>>, now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO plans (id, programme_id, state, wish, created_at) VALUES ($1, $2, 'solving', $3, ${instant(4)})`,
    [plan.id, plan.programmeId, JSON.stringify(plan.wish), now],
  );
}

/** To be solved again: what an earlier solving still says is no longer heard. */
export async function solveAgain(tx: Tx, { id }: Run, wish: StoredWish): Promise<void> {
  await tx.query(
    `UPDATE plans SET state = 'solving', wish = $2, progress = 0, so_far = NULL, error = NULL, relayed_at = NULL, begun = 0, generation = generation + 1, version = version + 1 WHERE id = $1`,
    [id, JSON.stringify(wish)],
  );
}

/** False when this solving is no longer wanted. */
export async function writeProgress(tx: Tx, { id, generation }: Solving, progress: number, soFar: StoredSoFar | null, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE plans SET progress = greatest(progress, $3), so_far = coalesce($5, so_far), relayed_at = ${instant(4)} WHERE id = $1 AND generation = $2 AND state = 'solving'`,
    [id, generation, progress, now, soFar && JSON.stringify(soFar)],
  );
  return rowCount === 1;
}

/** Counts that it is begun once more, and answers how often that has been; null when this solving is no longer wanted. */
export async function countBegun(tx: Tx, { id, generation }: Solving): Promise<number | null> {
  const { rows } = await tx.query<{ begun: number }>(`UPDATE plans SET begun = begun + 1 WHERE id = $1 AND generation = $2 AND state = 'solving' RETURNING begun`, [id, generation]);
  return rows[0]?.begun ?? null;
}

/** As if it had never been handed to the queue. */
export async function giveBack(tx: Tx, { id, generation }: Solving): Promise<void> {
  await tx.query(`UPDATE plans SET relayed_at = NULL, begun = greatest(begun - 1, 0) WHERE id = $1 AND generation = $2 AND state = 'solving'`, [id, generation]);
}

/** False when this solving is no longer wanted. */
export async function writeResult(tx: Tx, { id, generation }: Solving, result: StoredResult | null, error: string | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE plans SET state = $3, result = coalesce($4, result), error = $5, progress = 1, so_far = NULL, version = version + 1
     WHERE id = $1 AND generation = $2 AND state = 'solving'`,
    [id, generation, error === null ? 'ready' : 'failed', result && JSON.stringify(result), error],
  );
  return rowCount === 1;
}

export async function updatePlan(tx: Tx, plan: Run<Pick<StoredPlan, 'id' | 'programmeId' | 'state' | 'result' | 'publishedAt'>>): Promise<void> {
  await tx.query(
    `UPDATE plans SET state = $2, result = $3, so_far = NULL, published_at = ${instant(4)}, version = version + 1 WHERE id = $1`,
    [plan.id, plan.state, plan.result && JSON.stringify(plan.result), plan.publishedAt],
  );
}

export async function deletePlan(tx: Tx, { id }: Run): Promise<void> {
  await tx.query('DELETE FROM plans WHERE id = $1', [id]);
}

/** One solving of a plan. */
export interface Solving {
  id: string;
  generation: number;
}

/** Plans to hand to the queue: new ones, and those that nobody has been seen with since `staleBefore`. */
export async function takeSolvings(tx: Tx, staleBefore: Instant, limit: number): Promise<Solving[]> {
  const { rows } = await tx.query<Solving>(
    `SELECT id, generation FROM plans WHERE state = 'solving' AND (relayed_at IS NULL OR relayed_at < ${instant(1)})
     ORDER BY relayed_at NULLS FIRST LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [staleBefore, limit],
  );
  return rows;
}

export async function markRelayed(tx: Tx, ids: readonly string[], now: Instant): Promise<void> {
  await tx.query(`UPDATE plans SET relayed_at = ${instant(2)} WHERE id = ANY ($1)`, [ids, now]);
}

const COLUMNS = 'id, programme_id, state, wish, result, progress, so_far, error, generation, created_at, published_at, version';

interface PlanRow {
  id: string;
  programme_id: string;
  state: PlanState;
  wish: StoredWish;
  result: StoredResult | null;
  progress: number;
  so_far: StoredSoFar | null;
  error: string | null;
  generation: number;
  created_at: Instant;
  published_at: Instant | null;
  version: number;
}

function fromRow(row: PlanRow): StoredPlan {
  return {
    id: row.id,
    programmeId: row.programme_id,
    state: row.state,
    wish: row.wish,
    result: row.result,
    progress: row.progress,
    soFar: row.so_far,
    error: row.error,
    generation: row.generation,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    version: row.version,
  };
}
