import type { Own } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Language } from '../domain/invitation.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

export interface Wait {
  sessionId: string;
  personId: string;
  outsideHours: boolean;
}

/** Looked at from the next change on: what is free now, whoever asks has seen. */
export async function saveWait(tx: Tx, session: Own, { personId, outsideHours }: Omit<Wait, 'sessionId'>, now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO waiting (session_id, person_id, outside_hours, asked_at, seen_revision)
     SELECT s.id, $2, $3, ${instant(4)}, r.revision FROM sessions s JOIN programme_revisions r ON r.programme_id = s.programme_id WHERE s.id = $1
     ON CONFLICT (session_id, person_id) DO UPDATE SET outside_hours = EXCLUDED.outside_hours`,
    [session.id, personId, outsideHours, now],
  );
}

export async function deleteWait(tx: Tx, { id: sessionId }: Own, personId: string): Promise<boolean> {
  const { rowCount } = await tx.query('DELETE FROM waiting WHERE session_id = $1 AND person_id = $2', [sessionId, personId]);
  return rowCount === 1;
}

export async function isWaiting(db: Queryable, { id: sessionId }: Own, personId: string): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM waiting WHERE session_id = $1 AND person_id = $2', [sessionId, personId]);
  return rows.length > 0;
}

export interface DueWait extends Wait {
  programmeId: string;
  revision: number;
}

/** Waits whose programme has changed since they were last looked at. */
export async function waitsToLookAt(db: Queryable, limit: number): Promise<DueWait[]> {
  const { rows } = await db.query<DueWait>(
    `SELECT s.programme_id AS "programmeId", w.session_id AS "sessionId", w.person_id AS "personId", w.outside_hours AS "outsideHours", r.revision
     FROM waiting w JOIN sessions s ON s.id = w.session_id JOIN programme_revisions r ON r.programme_id = s.programme_id
     WHERE r.revision > w.seen_revision ORDER BY w.asked_at LIMIT $1`,
    [limit],
  );
  return rows;
}

export async function noteLook(tx: Tx, { sessionId, personId, revision }: DueWait): Promise<void> {
  await tx.query('UPDATE waiting SET seen_revision = $3 WHERE session_id = $1 AND person_id = $2', [sessionId, personId, revision]);
}

export interface WaitContent {
  programmeId: string;
  programme: string;
  clusterId: string;
  topicId: string;
  topic: string;
  state: string;
  person: { name: string; email: string; language: Language };
}

export async function waitContent(tx: Tx, { id: sessionId }: Own, personId: string): Promise<WaitContent | null> {
  const { rows } = await tx.query<Omit<WaitContent, 'person'> & WaitContent['person']>(
    `SELECT s.programme_id AS "programmeId", p.name AS programme, s.cluster_id AS "clusterId", s.topic_id AS "topicId", t.name AS topic, s.state, r.name, r.email, r.language
     FROM sessions s JOIN programmes p ON p.id = s.programme_id JOIN topics t ON t.id = s.topic_id JOIN representatives r ON r.id = $2 WHERE s.id = $1`,
    [sessionId, personId],
  );
  if (!rows[0]) return null;
  const { name, email, language, ...rest } = rows[0];
  return { ...rest, person: { name, email, language } };
}
