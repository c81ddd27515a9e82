import type { Own } from '../domain/access.ts';
import type { Queryable, Tx } from './database.ts';
import type { Person } from './signing-people.ts';

/** Somebody whom a booking concerns at present, and how often their link to it was ended. */
export interface LinkHolder {
  readonly person: Person;
  readonly generation: number;
}

/** Everybody whom a booking concerns now: its facilitator and the cluster's representatives. Whoever has left, or was erased, holds no link. */
export async function linkHolders(db: Queryable, bookingId: string): Promise<LinkHolder[]> {
  const { rows } = await db.query<Person & { generation: number }>(
    `SELECT people.*, COALESCE(l.generation, 0) AS generation
     FROM bookings b
     JOIN LATERAL (
       SELECT 'facilitator' AS role, f.id, f.name, f.email, f.language, f.time_zone AS "timeZone", f.programme_id AS "programmeId", NULL AS "clusterId"
       FROM facilitators f WHERE f.id = b.facilitator_id AND f.erased_at IS NULL
       UNION ALL
       SELECT 'representative', r.id, r.name, r.email, r.language, COALESCE(r.time_zone, c.time_zone), c.programme_id, c.id
       FROM representatives r JOIN clusters c ON c.id = r.cluster_id WHERE c.id = b.cluster_id
     ) people ON true
     LEFT JOIN personal_links l ON l.booking_id = b.id AND l.person_id = people.id
     WHERE b.id = $1`,
    [bookingId],
  );
  return rows.map(({ generation, ...person }) => ({ person, generation }));
}

/** From the commit on the link opens nothing; the next mail about the booking carries another. */
export async function endPersonalLink(tx: Tx, { id: bookingId }: Own, personId: string): Promise<void> {
  await tx.query(
    `INSERT INTO personal_links (booking_id, person_id, generation) VALUES ($1, $2, 1)
     ON CONFLICT (booking_id, person_id) DO UPDATE SET generation = personal_links.generation + 1`,
    [bookingId, personId],
  );
}
