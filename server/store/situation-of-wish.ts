import type { Person } from '../domain/invitation.ts';
import type { Instant } from '../domain/interval.ts';
import type { Attendees } from './attendees.ts';
import type { Queryable } from './database.ts';
import { ENGAGEMENT, ENGAGEMENT_COLUMNS, facilitatorObject, PROGRAMME_COLUMNS, SESSION, situationFromRow, type Situation, type SituationRow } from './situation.ts';

/** A session that wants this facilitator at this time. */
export interface WhoWithWhom {
  readonly sessionId: string;
  readonly facilitatorId: string;
  readonly start: Instant;
}

/** What decides a wish, and whom its booking would concern: with the facilitator's version and the cluster's they have not changed either. */
export interface SituationOfWish extends Situation {
  readonly attendees: Attendees;
}

/** All that decides whether this start with this facilitator is a slot, and nothing of other facilitators or far days; null when there is no such session. */
export async function situationOfWish(db: Queryable, wish: WhoWithWhom): Promise<SituationOfWish | null> {
  return (await situationsOfWishes(db, [wishKey(wish)])).get(wishKey(wish)) ?? null;
}

/** By `wishKey`, for many at once. */
export async function situationsOfWishes(db: Queryable, keys: readonly string[]): Promise<Map<string, SituationOfWish>> {
  const wishes = keys.map((key) => JSON.parse(key) as [string, string, Instant]);
  const { rows } = await db.query<SituationRow & AttendeesRow & { place: number }>(WISHES, [0, 1, 2].map((part) => wishes.map((wish) => wish[part])));
  return new Map(rows.map((row) => [keys[row.place - 1]!, { ...situationFromRow(row), attendees: { facilitator: row.person, representatives: row.representatives ?? [] } }]));
}

interface AttendeesRow {
  /** Of a facilitator whom there is. */
  person: Person;
  representatives: Person[] | null;
}

export function wishKey({ sessionId, facilitatorId, start }: WhoWithWhom): string {
  return JSON.stringify([sessionId, facilitatorId, start]);
}

const WITH_FACILITATOR = '(facilitator_id = wish.facilitator_id AND protected_span && around)';

/**
 * One statement, so that everything in it is of one moment. What is booked with others, or on other days, costs nothing here:
 * three days on each side cover every overlap, and every day on which either side's maximum may count, in any zone.
 */
const WISHES = `
  SELECT wish.place, ${PROGRAMME_COLUMNS}, r.revision,
    json_build_array(${SESSION}) AS sessions,
    (SELECT json_agg(${facilitatorObject('ph.starts_on', 'ph.ends_on')})
     FROM (SELECT json_build_array(topic_id) AS topic_ids FROM facilitator_topics WHERE facilitator_id = f.id AND topic_id = s.topic_id) t) AS facilitators,
    ${person("'facilitator'", 'f', 'f.time_zone')} AS person,
    (SELECT json_agg(${person("'representative'", 'r', 'COALESCE(r.time_zone, c.time_zone)')} ORDER BY r.position, r.id)
     FROM (SELECT * FROM representatives WHERE cluster_id = c.id OFFSET 0) r) AS representatives,
    (SELECT json_agg(${ENGAGEMENT}) FROM (
       SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE facilitator_id = wish.facilitator_id AND protected_span && around
       UNION ALL SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE cluster_id = s.cluster_id AND span && around AND NOT ${WITH_FACILITATOR}
       -- Of either kind by itself, or the planner may take an index for it that it has to read from end to end.
       UNION ALL SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE session_id = s.id AND kind = 'hold' AND NOT span && around AND NOT ${WITH_FACILITATOR}
       UNION ALL SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE session_id = s.id AND kind = 'booking' AND NOT span && around AND NOT ${WITH_FACILITATOR}
     ) e) AS engagements
  FROM unnest($1::text[], $2::text[], $3::float8[]) WITH ORDINALITY AS wish (session_id, facilitator_id, start, place)
  CROSS JOIN LATERAL (SELECT tstzrange(to_timestamp(wish.start / 1000) - interval '3 days', to_timestamp(wish.start / 1000) + interval '3 days') AS around) days
  CROSS JOIN LATERAL (SELECT * FROM sessions WHERE id = wish.session_id OFFSET 0) s
  JOIN phases ph ON ph.id = s.phase_id
  JOIN clusters c ON c.id = s.cluster_id
  JOIN programmes p ON p.id = s.programme_id
  JOIN programme_revisions r ON r.programme_id = p.id
  LEFT JOIN LATERAL (SELECT * FROM facilitators WHERE id = wish.facilitator_id OFFSET 0) f ON f.programme_id = p.id`;

function person(role: string, of: string, timeZone: string): string {
  return `json_build_object('id', ${of}.id, 'role', ${role}, 'name', ${of}.name, 'email', ${of}.email, 'language', ${of}.language, 'timeZone', ${timeZone})`;
}
