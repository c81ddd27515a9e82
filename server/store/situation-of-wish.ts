import type { Instant } from '../domain/interval.ts';
import type { Queryable } from './database.ts';
import { ENGAGEMENT, ENGAGEMENT_COLUMNS, facilitatorObject, PROGRAMME_COLUMNS, SESSION, situationFromRow, type Situation, type SituationRow } from './situation.ts';

/** A session that wants this facilitator at this time. */
export interface WhoWithWhom {
  readonly sessionId: string;
  readonly facilitatorId: string;
  readonly start: Instant;
}

/** All that decides whether this start with this facilitator is a slot, and nothing of other facilitators or far days; null when there is no such session. */
export async function situationOfWish(db: Queryable, wish: WhoWithWhom): Promise<Situation | null> {
  return (await situationsOfWishes(db, [wishKey(wish)])).get(wishKey(wish)) ?? null;
}

/** By `wishKey`, for many at once. */
export async function situationsOfWishes(db: Queryable, keys: readonly string[]): Promise<Map<string, Situation>> {
  const wishes = keys.map((key) => JSON.parse(key) as [string, string, Instant]);
  const { rows } = await db.query<SituationRow & { place: number }>(WISHES, [0, 1, 2].map((part) => wishes.map((wish) => wish[part])));
  return new Map(rows.map((row) => [keys[row.place - 1]!, situationFromRow(row)]));
}

export function wishKey({ sessionId, facilitatorId, start }: WhoWithWhom): string {
  return JSON.stringify([sessionId, facilitatorId, start]);
}

/**
 * One statement, so that everything in it is of one moment. What is booked with others, or on other days, costs nothing here:
 * three days on each side cover every overlap, and every day on which either side's maximum may count, in any zone.
 */
const WISHES = `
  SELECT wish.place, ${PROGRAMME_COLUMNS}, r.revision,
    json_build_array(${SESSION}) AS sessions,
    (SELECT json_agg(${facilitatorObject('ph.starts_on', 'ph.ends_on')})
     FROM facilitators f, (SELECT json_build_array(topic_id) AS topic_ids FROM facilitator_topics
       WHERE facilitator_id = wish.facilitator_id AND topic_id = s.topic_id) t
     WHERE f.id = wish.facilitator_id AND f.programme_id = p.id) AS facilitators,
    (SELECT json_agg(${ENGAGEMENT}) FROM (
       SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE facilitator_id = wish.facilitator_id AND protected_span && around
       UNION SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE cluster_id = s.cluster_id AND span && around
       UNION SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE session_id = s.id
     ) e) AS engagements
  FROM unnest($1::text[], $2::text[], $3::float8[]) WITH ORDINALITY AS wish (session_id, facilitator_id, start, place)
  CROSS JOIN LATERAL (SELECT tstzrange(to_timestamp(wish.start / 1000) - interval '3 days', to_timestamp(wish.start / 1000) + interval '3 days') AS around) days
  CROSS JOIN LATERAL (SELECT * FROM sessions WHERE id = wish.session_id OFFSET 0) s
  JOIN phases ph ON ph.id = s.phase_id
  JOIN clusters c ON c.id = s.cluster_id
  JOIN programmes p ON p.id = s.programme_id
  JOIN programme_revisions r ON r.programme_id = p.id`;
