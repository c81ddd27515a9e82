import type { CoordinatorAccess, Own, ProgrammeAccess, Run } from '../domain/access.ts';
import type { Queryable, Tx } from './database.ts';

export interface StoredSession {
  id: string;
  programmeId: string;
  clusterId: string;
  topicId: string;
  phaseId: string;
  state: 'open' | 'booked' | 'done' | 'missed' | 'waived';
  minutes: number;
  version: number;
  /** Of its phase and programme: what the days left are counted by. */
  phaseEndsOn: string;
  timeZone: string;
  /** Why it is waived, in the coordinator's words. */
  waivedBecause: string | null;
}

export interface SessionQuery {
  clusterId?: string | undefined;
  topicId?: string | undefined;
  phaseId?: string | undefined;
  /** Only topics this facilitator teaches, or sessions booked with them. */
  facilitatorId?: string | undefined;
  /** Ids above this one. */
  after?: string | undefined;
  limit?: number | undefined;
}

export async function findSession(db: Queryable, id: string): Promise<StoredSession | null> {
  const { rows } = await db.query<SessionRow>(`${SELECT} WHERE s.id = $1`, [id]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** By id, so that pages neither repeat nor skip. */
export async function listSessions(db: Queryable, programmeId: ProgrammeAccess, query: SessionQuery): Promise<StoredSession[]> {
  const { rows } = await db.query<SessionRow>(
    `${SELECT} WHERE s.programme_id = $1
       AND ($2::text IS NULL OR s.cluster_id = $2) AND ($3::text IS NULL OR s.topic_id = $3) AND ($4::text IS NULL OR s.phase_id = $4)
       AND ($5::text IS NULL
            OR EXISTS (SELECT FROM facilitator_topics ft WHERE ft.topic_id = s.topic_id AND ft.facilitator_id = $5)
            OR EXISTS (SELECT FROM bookings b WHERE b.session_id = s.id AND b.facilitator_id = $5 AND b.status = 'confirmed'))
       AND ($6::text IS NULL OR s.id > $6)
     ORDER BY s.id LIMIT $7`,
    [programmeId, query.clusterId ?? null, query.topicId ?? null, query.phaseId ?? null, query.facilitatorId ?? null, query.after ?? null, query.limit ?? null],
  );
  return rows.map(fromRow);
}

export async function setSessionState(tx: Tx, { id }: Own, state: StoredSession['state']): Promise<void> {
  await tx.query('UPDATE sessions SET state = $2, version = version + 1 WHERE id = $1', [id, state]);
}

/** `from` is what it goes back to when the waiver is taken back. */
export async function waiveSession(tx: Tx, { id }: Run, from: 'open' | 'missed', because: string | null): Promise<void> {
  await tx.query("UPDATE sessions SET state = 'waived', waived_from = $2, waived_because = $3, version = version + 1 WHERE id = $1", [id, from, because]);
}

/** Takes a waiver back; returns the state it has again. */
export async function restoreSession(tx: Tx, { id }: Run): Promise<'open' | 'missed'> {
  const { rows } = await tx.query<{ state: 'open' | 'missed' }>(
    `UPDATE sessions SET state = waived_from, waived_from = NULL, waived_because = NULL, version = version + 1
     WHERE id = $1 AND state = 'waived' RETURNING state`, [id]);
  if (!rows[0]) throw new Error(`session ${id} is not waived`);
  return rows[0].state;
}

/**
 * A session for every cluster × topic with a virtual phase that has none yet; returns how many were made.
 */
export async function createMissingSessions(tx: Tx, programmeId: CoordinatorAccess, newId: () => string): Promise<number> {
  const { rows } = await tx.query<{ cluster_id: string; topic_id: string; phase_id: string }>(
    `SELECT c.id AS cluster_id, t.id AS topic_id, t.phase_id FROM clusters c JOIN topics t USING (programme_id) JOIN phases p ON p.id = t.phase_id
     WHERE c.programme_id = $1 AND p.mode = 'virtual'
       AND NOT EXISTS (SELECT FROM sessions s WHERE s.cluster_id = c.id AND s.topic_id = t.id)`,
    [programmeId],
  );
  if (rows.length === 0) return 0;
  await tx.query(
    `INSERT INTO sessions (id, programme_id, cluster_id, topic_id, phase_id)
     SELECT made.id, $1, made.cluster_id, made.topic_id, made.phase_id
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS made (id, cluster_id, topic_id, phase_id)`,
    [programmeId, rows.map(newId), rows.map((row) => row.cluster_id), rows.map((row) => row.topic_id), rows.map((row) => row.phase_id)],
  );
  return rows.length;
}

const SELECT = `SELECT s.id, s.programme_id, s.cluster_id, s.topic_id, s.phase_id, s.state, s.version, p.session_minutes, ph.ends_on, p.time_zone, s.waived_because
  FROM sessions s JOIN programmes p ON p.id = s.programme_id JOIN phases ph ON ph.id = s.phase_id`;

interface SessionRow {
  id: string;
  programme_id: string;
  cluster_id: string;
  topic_id: string;
  phase_id: string;
  state: StoredSession['state'];
  version: number;
  session_minutes: number;
  ends_on: string;
  time_zone: string;
  waived_because: string | null;
}

function fromRow(row: SessionRow): StoredSession {
  return {
    id: row.id,
    programmeId: row.programme_id,
    clusterId: row.cluster_id,
    topicId: row.topic_id,
    phaseId: row.phase_id,
    state: row.state,
    minutes: row.session_minutes,
    version: row.version,
    phaseEndsOn: row.ends_on,
    timeZone: row.time_zone,
    waivedBecause: row.waived_because,
  };
}
