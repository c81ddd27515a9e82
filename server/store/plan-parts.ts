import type { Phase, Topic } from '../../shared/api/programmes.ts';
import type { CoordinatorAccess, ProgrammeAccess, Run } from '../domain/access.ts';
import type { Queryable, Tx } from './database.ts';

/** Phases and topics: what a programme consists of. */

export async function listPhases(db: Queryable, programmeId: ProgrammeAccess): Promise<Phase[]> {
  const { rows } = await db.query<Phase>(`${PHASES} WHERE programme_id = $1 ORDER BY position, id`, [programmeId]);
  return rows;
}

export async function findPhase(db: Queryable, id: string): Promise<Phase | null> {
  const { rows } = await db.query<Phase>(`${PHASES} WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

export async function insertPhase(tx: Tx, phase: Omit<Phase, 'version' | 'programmeId'> & { programmeId: CoordinatorAccess }): Promise<void> {
  await tx.query(
    `INSERT INTO phases (id, programme_id, name, mode, starts_on, ends_on, position)
     VALUES ($1, $2, $3, $4, $5, $6, (SELECT count(*) FROM phases WHERE programme_id = $2))`,
    [phase.id, phase.programmeId, phase.name, phase.mode, phase.startsOn, phase.endsOn],
  );
}

export async function updatePhase(tx: Tx, phase: Run<Phase>): Promise<void> {
  await tx.query(
    `UPDATE phases SET name = $2, mode = $3, starts_on = $4, ends_on = $5, version = version + 1,
       changed_at = GREATEST(date_trunc('second', now()), changed_at + interval '1 second') WHERE id = $1`,
    [phase.id, phase.name, phase.mode, phase.startsOn, phase.endsOn],
  );
}

/** False while a topic or session still names it. */
export async function deletePhase(tx: Tx, { id }: Run): Promise<boolean> {
  const { rowCount } = await tx.query(
    `DELETE FROM phases WHERE id = $1 AND NOT EXISTS (SELECT FROM topics WHERE phase_id = $1)
       AND NOT EXISTS (SELECT FROM sessions WHERE phase_id = $1)`, [id]);
  return rowCount === 1;
}

export async function listTopics(db: Queryable, programmeId: ProgrammeAccess): Promise<Topic[]> {
  const { rows } = await db.query<Topic>(`${TOPICS} WHERE t.programme_id = $1 ORDER BY t.position, t.id`, [programmeId]);
  return rows;
}

export async function findTopic(db: Queryable, id: string): Promise<Topic | null> {
  const { rows } = await db.query<Topic>(`${TOPICS} WHERE t.id = $1`, [id]);
  return rows[0] ?? null;
}

export async function insertTopic(tx: Tx, topic: Pick<Topic, 'id' | 'name' | 'phaseId'> & { programmeId: CoordinatorAccess }): Promise<void> {
  await tx.query(
    `INSERT INTO topics (id, programme_id, phase_id, name, position)
     VALUES ($1, $2, $3, $4, (SELECT count(*) FROM topics WHERE programme_id = $2))`,
    [topic.id, topic.programmeId, topic.phaseId, topic.name],
  );
}

export async function renameTopic(tx: Tx, { id }: Run, name: string): Promise<void> {
  await tx.query('UPDATE topics SET name = $2, version = version + 1 WHERE id = $1', [id, name]);
}

/** With its sessions; false while one of them is booked. */
export async function deleteTopic(tx: Tx, { id }: Run): Promise<boolean> {
  const { rowCount } = await tx.query(
    `DELETE FROM topics WHERE id = $1
       AND NOT EXISTS (SELECT FROM bookings b JOIN sessions s ON s.id = b.session_id WHERE s.topic_id = $1)`, [id]);
  return rowCount === 1;
}

/** Who teaches it, from now on: exactly these. Their versions rise, so that decisions under way read again. */
export async function setFacilitatorsOfTopic(tx: Tx, { id: topicId }: Run, facilitatorIds: readonly string[]): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM facilitator_topics WHERE topic_id = $1 AND facilitator_id <> ALL ($2::text[]) RETURNING facilitator_id),
       come AS (INSERT INTO facilitator_topics (facilitator_id, topic_id) SELECT id, $1 FROM unnest($2::text[]) AS id
                ON CONFLICT DO NOTHING RETURNING facilitator_id)
     UPDATE facilitators SET version = version + 1 WHERE id IN (SELECT facilitator_id FROM gone UNION SELECT facilitator_id FROM come)`,
    [topicId, facilitatorIds],
  );
  await tx.query('UPDATE topics SET version = version + 1 WHERE id = $1', [topicId]);
}

const PHASES = `SELECT id, programme_id AS "programmeId", name, mode, starts_on AS "startsOn", ends_on AS "endsOn", version FROM phases`;

const TOPICS = `SELECT t.id, t.programme_id AS "programmeId", t.name, t.phase_id AS "phaseId", t.version,
  ARRAY(SELECT facilitator_id FROM facilitator_topics ft WHERE ft.topic_id = t.id ORDER BY facilitator_id) AS "facilitatorIds" FROM topics t`;
