import type { Queryable } from './database.ts';
import { ENGAGEMENT, ENGAGEMENT_COLUMNS, facilitatorObject, PROGRAMME_COLUMNS, SESSION, situationFromRow, type Situation, type SituationRow } from './situation.ts';

/** A session that wants this facilitator. */
export interface WhoWithWhom {
  readonly sessionId: string;
  readonly facilitatorId: string;
}

/** All that decides whether a start with this facilitator is a slot, and nothing of other facilitators; null when there is no such session. */
export async function situationOfWish(db: Queryable, wish: WhoWithWhom): Promise<Situation | null> {
  return (await situationsOfWishes(db, [wishKey(wish)])).get(wishKey(wish)) ?? null;
}

/** By `wishKey`, for many at once. */
export async function situationsOfWishes(db: Queryable, keys: readonly string[]): Promise<Map<string, Situation>> {
  const wishes = keys.map((key) => JSON.parse(key) as [string, string]);
  const { rows } = await db.query<SituationRow & { wished_session: string; wished_facilitator: string }>(WISHES, [wishes.map(([id]) => id), wishes.map(([, id]) => id)]);
  return new Map(rows.map((row) => [wishKey({ sessionId: row.wished_session, facilitatorId: row.wished_facilitator }), situationFromRow(row)]));
}

export function wishKey({ sessionId, facilitatorId }: WhoWithWhom): string {
  return JSON.stringify([sessionId, facilitatorId]);
}

/** One statement, so that everything in it is of one moment. What a programme has booked elsewhere costs nothing here. */
const WISHES = `
  SELECT wish.session_id AS wished_session, wish.facilitator_id AS wished_facilitator, ${PROGRAMME_COLUMNS}, r.revision,
    jsonb_build_array(${SESSION}) AS sessions,
    (SELECT jsonb_agg(${facilitatorObject('ph.starts_on', 'ph.ends_on')})
     FROM facilitators f, (SELECT jsonb_build_array(topic_id) AS topic_ids FROM facilitator_topics
       WHERE facilitator_id = wish.facilitator_id AND topic_id = s.topic_id) t
     WHERE f.id = wish.facilitator_id AND f.programme_id = p.id) AS facilitators,
    (SELECT jsonb_agg(${ENGAGEMENT}) FROM (
       SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE facilitator_id = wish.facilitator_id
       UNION SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE cluster_id = s.cluster_id
     ) e) AS engagements
  FROM unnest($1::text[], $2::text[]) AS wish (session_id, facilitator_id)
  JOIN sessions s ON s.id = wish.session_id
  JOIN phases ph ON ph.id = s.phase_id
  JOIN clusters c ON c.id = s.cluster_id
  JOIN programmes p ON p.id = s.programme_id
  JOIN programme_revisions r ON r.programme_id = p.id`;
