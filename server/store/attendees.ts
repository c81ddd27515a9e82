import type { Own } from '../domain/access.ts';
import type { Person } from '../domain/invitation.ts';
import type { Queryable } from './database.ts';

export interface Attendees {
  facilitator: Person;
  representatives: Person[];
}

/** A facilitator with a cluster. */
export interface Pair {
  programmeId: string;
  facilitatorId: string;
  clusterId: string;
}

/** Who a booking of this cluster with this facilitator concerns, as they are now. */
export async function attendees(db: Queryable, pair: Own<Pair>): Promise<Attendees> {
  return (await attendeesOf(db, [pair]))(pair);
}

/** The same for many, by one statement. */
export async function attendeesOf(db: Queryable, pairs: readonly Own<Pair>[]): Promise<(pair: Pair) => Attendees> {
  const { rows } = await db.query<Person & { of: string }>(
    `SELECT id AS of, id, 'facilitator' AS role, name, email, language, time_zone AS "timeZone", -1 AS position FROM facilitators WHERE id = ANY($1)
     UNION ALL
     SELECT c.id, r.id, 'representative', r.name, r.email, r.language, COALESCE(r.time_zone, c.time_zone), r.position
     FROM unnest($2::text[]) AS wanted, LATERAL (SELECT * FROM clusters WHERE id = wanted OFFSET 0) c,
       LATERAL (SELECT * FROM representatives WHERE cluster_id = c.id OFFSET 0) r
     ORDER BY position, id`,
    [[...new Set(pairs.map(({ facilitatorId }) => facilitatorId))], [...new Set(pairs.map(({ clusterId }) => clusterId))]],
  );
  const whoIs = (id: string) => rows.filter((row) => row.of === id)
    .map(({ id: personId, role, name, email, language, timeZone }): Person => ({ id: personId, role, name, email, language, timeZone }));
  return ({ facilitatorId, clusterId }) => {
    const [facilitator] = whoIs(facilitatorId);
    if (!facilitator) throw new Error(`there is no facilitator ${facilitatorId}`);
    return { facilitator, representatives: whoIs(clusterId) };
  };
}
