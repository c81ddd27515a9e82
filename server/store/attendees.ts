import type { Own } from '../domain/access.ts';
import type { Person } from '../domain/invitation.ts';
import type { Queryable } from './database.ts';

export interface Attendees {
  facilitator: Person;
  representatives: Person[];
}

/** Who a booking of this cluster with this facilitator concerns, as they are now. */
export async function attendees(db: Queryable, { facilitatorId, clusterId }: Own<{ programmeId: string; facilitatorId: string; clusterId: string }>): Promise<Attendees> {
  const { rows } = await db.query<Person>(
    `SELECT id, 'facilitator' AS role, name, email, language, time_zone AS "timeZone", -1 AS position FROM facilitators WHERE id = $1
     UNION ALL
     SELECT r.id, 'representative', r.name, r.email, r.language, COALESCE(r.time_zone, c.time_zone), r.position
     FROM representatives r JOIN clusters c ON c.id = r.cluster_id WHERE r.cluster_id = $2
     ORDER BY position, id`,
    [facilitatorId, clusterId],
  );
  const people = rows.map(({ id, role, name, email, language, timeZone }) => ({ id, role, name, email, language, timeZone }));
  const facilitator = people.find(({ role }) => role === 'facilitator');
  if (!facilitator) throw new Error(`there is no facilitator ${facilitatorId}`);
  return { facilitator, representatives: people.filter(({ role }) => role === 'representative') };
}
