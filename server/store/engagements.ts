import type { Own, PartyAccess, ProgrammeAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import { sqlState, type Queryable, type Tx } from './database.ts';
import { ENGAGEMENT_COLUMNS, engagementFromRow, type EngagementRow, type StoredEngagement } from './situation.ts';

const EXCLUSION_VIOLATION = '23P01';

/** The versions a decision was made on: if any has moved since, the decision no longer stands. */
export interface DecidedOn {
  programmeId: PartyAccess;
  programmeVersion: number;
  facilitatorVersion: number;
  busyVersion: number;
  clusterVersion: number;
}

/** A hold or booking to be placed, and what that was decided on. `holdId`: the hold that its session has, null if none; unsaid, any will do. */
export type Placing = DecidedOn & { readonly engagement: StoredEngagement; readonly holdId?: string | null };

/** One of `placeEngagements`. */
export async function placeEngagement(tx: Tx, engagement: StoredEngagement, decidedOn: DecidedOn): Promise<boolean> {
  return (await placeEngagements(tx, [{ ...decidedOn, engagement }])).has(engagement.id);
}

/**
 * Places each hold or booking if nothing stands in its way *now*, one placed before it included, and returns which were;
 * the others were slower than somebody, or what they were decided on has changed: read again and decide again. ON CONFLICT,
 * not a bare INSERT: two bare inserters wait for each other's index entries and deadlock. Who, whose and which programme are
 * looked up by their keys for each, which the planner cannot undo: what it knows of tables may be from when they were empty.
 */
export async function placeEngagements(tx: Tx, placings: readonly Own<Placing>[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO engagements (id, kind, session_id, cluster_id, facilitator_id, span, protected_span,
       facilitator_day, facilitator_place, cluster_day, cluster_place, placed_at, expires_at, extensions_left)
     SELECT e.id, e.kind, e.session_id, e.cluster_id, e.facilitator_id, tstzrange(e.starts_at, e.ends_at, '[)'), tstzrange(e.protected_from, e.protected_until, '[)'),
       e.facilitator_day, e.facilitator_place, e.cluster_day, e.cluster_place, e.placed_at, e.expires_at, e.extensions_left
     FROM jsonb_to_recordset($1) AS e (id text, kind text, session_id text, cluster_id text, facilitator_id text, starts_at timestamptz, ends_at timestamptz,
       protected_from timestamptz, protected_until timestamptz, facilitator_day date, facilitator_place int, cluster_day date, cluster_place int,
       placed_at timestamptz, expires_at timestamptz, extensions_left int,
       programme_id text, programme_version int, facilitator_version int, busy_version int, cluster_version int, minds_hold boolean, hold_id text),
       -- Locked in this order, as by those who change them: the programme first.
       LATERAL (SELECT id FROM programmes WHERE id = e.programme_id AND version = e.programme_version FOR SHARE) p,
       LATERAL (SELECT programme_id FROM facilitators WHERE id = e.facilitator_id AND version = e.facilitator_version AND busy_version = e.busy_version AND p.id IS NOT NULL FOR SHARE) f,
       LATERAL (SELECT programme_id FROM clusters WHERE id = e.cluster_id AND version = e.cluster_version AND f.programme_id IS NOT NULL FOR SHARE) c
     WHERE f.programme_id = p.id AND c.programme_id = p.id
       AND (NOT e.minds_hold OR (SELECT id FROM engagements WHERE session_id = e.session_id AND kind = 'hold' AND c.programme_id IS NOT NULL FOR UPDATE) IS NOT DISTINCT FROM e.hold_id)
     ON CONFLICT DO NOTHING
     RETURNING id`,
    [JSON.stringify(placings.map(rowOf))],
  );
  return new Set(rows.map(({ id }) => id));
}

function rowOf({ engagement, holdId, ...decidedOn }: Placing) {
  return {
    id: engagement.id, kind: engagement.kind, session_id: engagement.sessionId, cluster_id: engagement.clusterId, facilitator_id: engagement.facilitatorId,
    starts_at: isoOf(engagement.span.start), ends_at: isoOf(engagement.span.end),
    protected_from: isoOf(engagement.protectedSpan.start), protected_until: isoOf(engagement.protectedSpan.end),
    facilitator_day: engagement.facilitatorDay, facilitator_place: engagement.facilitatorPlace,
    cluster_day: engagement.clusterDay, cluster_place: engagement.clusterPlace,
    placed_at: isoOf(engagement.placedAt), expires_at: engagement.expiresAt === null ? null : isoOf(engagement.expiresAt), extensions_left: engagement.extensionsLeft,
    programme_id: decidedOn.programmeId, programme_version: decidedOn.programmeVersion, facilitator_version: decidedOn.facilitatorVersion,
    busy_version: decidedOn.busyVersion, cluster_version: decidedOn.clusterVersion, minds_hold: holdId !== undefined, hold_id: holdId ?? null,
  };
}

/**
 * Moves a booking's engagement in place, so that there is never a moment without one; false when another was quicker
 * (23P01, undone to the savepoint), or what was decided on has changed: read again and decide again.
 */
export async function moveEngagement(tx: Tx, { engagement, ...decidedOn }: Own<Placing>): Promise<boolean> {
  if (!await isUnchanged(tx, engagement, decidedOn)) return false;
  await tx.query('SAVEPOINT move');
  try {
    await tx.query(
      `UPDATE engagements SET facilitator_id = $2, span = ${range(3)}, protected_span = ${range(5)},
         facilitator_day = $7, facilitator_place = $8, cluster_day = $9, cluster_place = $10, placed_at = ${instant(11)}
       WHERE id = $1`,
      [
        engagement.id, engagement.facilitatorId, engagement.span.start, engagement.span.end,
        engagement.protectedSpan.start, engagement.protectedSpan.end, engagement.facilitatorDay, engagement.facilitatorPlace,
        engagement.clusterDay, engagement.clusterPlace, engagement.placedAt,
      ],
    );
    return true;
  } catch (error) {
    if (sqlState(error) !== EXCLUSION_VIOLATION) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT move');
    return false;
  }
}

/** Nor does it change until the transaction ends. Locked in the same order as where placing does it. */
async function isUnchanged(tx: Tx, { facilitatorId, clusterId }: StoredEngagement, decidedOn: DecidedOn): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT FROM programmes p, facilitators f, clusters c
     WHERE p.id = $1 AND p.version = $2 AND f.id = $3 AND f.version = $4 AND f.busy_version = $5 AND c.id = $6 AND c.version = $7 FOR SHARE`,
    [decidedOn.programmeId, decidedOn.programmeVersion, facilitatorId, decidedOn.facilitatorVersion, decidedOn.busyVersion, clusterId, decidedOn.clusterVersion],
  );
  return rows.length === 1;
}

/** Takes a hold or booking out of everyone's way; null when it is gone already. */
export async function removeEngagement(tx: Tx, { id }: Own): Promise<StoredEngagement | null> {
  const { rows } = await tx.query<EngagementRow>(`DELETE FROM engagements WHERE id = $1 RETURNING ${ENGAGEMENT_COLUMNS}`, [id]);
  return rows[0] ? engagementFromRow(rows[0]) : null;
}

export async function removeHoldOfSession(tx: Tx, session: Own): Promise<StoredEngagement | null> {
  const { rows } = await tx.query<EngagementRow>(
    `DELETE FROM engagements WHERE session_id = $1 AND kind = 'hold' RETURNING ${ENGAGEMENT_COLUMNS}`, [session.id]);
  return rows[0] ? engagementFromRow(rows[0]) : null;
}

/** The hold that a booking was made from has done its work; while the booking is not had, it stays. By session. */
export async function removeHoldsOnceBooked(tx: Tx, bookings: readonly Own<{ id: string; programmeId: string; sessionId: string }>[]): Promise<Map<string, StoredEngagement>> {
  const { rows } = await tx.query<EngagementRow>(
    `DELETE FROM engagements WHERE session_id = ANY($1) AND kind = 'hold'
       AND session_id IN (SELECT session_id FROM engagements WHERE id = ANY($2)) RETURNING ${ENGAGEMENT_COLUMNS}`,
    [bookings.map(({ sessionId }) => sessionId), bookings.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.session_id, engagementFromRow(row)]));
}

/** Removes these holds if they have lapsed by `now`, in id order so that two sweepers never wait for each other in a ring. */
export async function removeLapsedHolds(tx: Tx, ids: readonly string[], now: Instant): Promise<StoredEngagement[]> {
  const { rows } = await tx.query<EngagementRow>(
    `DELETE FROM engagements WHERE id IN (
       SELECT id FROM engagements WHERE id = ANY($1) AND kind = 'hold' AND expires_at <= ${instant(2)} ORDER BY id FOR UPDATE
     ) RETURNING ${ENGAGEMENT_COLUMNS}`,
    [ids, now],
  );
  return rows.map(engagementFromRow);
}

/** Ids of lapsed holds, by programme; those that another sweeper has in hand are left to it. */
export async function lapsedHolds(db: Queryable, now: Instant, limit: number): Promise<{ programmeId: string; id: string }[]> {
  const { rows } = await db.query<{ programme_id: string; id: string }>(
    `SELECT s.programme_id, e.id FROM engagements e JOIN sessions s ON s.id = e.session_id
     WHERE e.kind = 'hold' AND e.expires_at <= ${instant(1)} ORDER BY e.expires_at LIMIT $2`,
    [now, limit],
  );
  return rows.map((row) => ({ programmeId: row.programme_id, id: row.id }));
}

/** A hold with the programme and session it belongs to, lapsed or not. */
export async function findHold(db: Queryable, id: string): Promise<(StoredEngagement & { programmeId: string; holdMinutes: number }) | null> {
  const { rows } = await db.query<EngagementRow & { programme_id: string; hold_minutes: number }>(
    `SELECT held.*, p.id AS programme_id, p.hold_minutes
     FROM (SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE id = $1 AND kind = 'hold') held
     JOIN sessions s ON s.id = held.session_id JOIN programmes p ON p.id = s.programme_id`,
    [id],
  );
  return rows[0] ? { ...engagementFromRow(rows[0]), programmeId: rows[0].programme_id, holdMinutes: rows[0].hold_minutes } : null;
}

/** One more stretch for a live hold; null when it has lapsed or been extended as often as allowed. */
export async function extendHold(tx: Tx, { id }: Own, expiresAt: Instant, now: Instant): Promise<StoredEngagement | null> {
  const { rows } = await tx.query<EngagementRow>(
    `UPDATE engagements SET expires_at = ${instant(2)}, extensions_left = extensions_left - 1
     WHERE id = $1 AND kind = 'hold' AND expires_at > ${instant(3)} AND extensions_left > 0 RETURNING ${ENGAGEMENT_COLUMNS}`,
    [id, expiresAt, now],
  );
  return rows[0] ? engagementFromRow(rows[0]) : null;
}

/** The session's live hold, if it has one. */
export async function holdsOfSessions(db: Queryable, programmeId: ProgrammeAccess, sessionIds: readonly string[], now: Instant): Promise<Map<string, StoredEngagement>> {
  const { rows } = await db.query<EngagementRow>(
    `SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE session_id = ANY($1) AND kind = 'hold' AND expires_at > ${instant(2)}
       AND session_id IN (SELECT id FROM sessions WHERE programme_id = $3)`,
    [sessionIds, now, programmeId],
  );
  return new Map(rows.map((row) => [row.session_id, engagementFromRow(row)]));
}

/** One lock per person whose time is touched, in sorted order so that two writers never wait for each other in a ring. */
export async function lockCalendars(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(
    'SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest($1::text[]) AS id',
    [[...new Set(ids)].toSorted()],
  );
}

/** An instant inside JSON that the database reads. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

/** Parameter `n`, epoch milliseconds, as an instant. */
export function instant(n: number): string {
  return `to_timestamp($${n}::float8 / 1000)`;
}

/** Parameters `n` and `n + 1`, epoch milliseconds, as a span that excludes its end. */
export function range(n: number): string {
  return `tstzrange(${instant(n)}, ${instant(n + 1)}, '[)')`;
}
