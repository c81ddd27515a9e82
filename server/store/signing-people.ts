import type { Queryable } from './database.ts';

export type SignInRole = 'coordinator' | 'facilitator' | 'representative' | 'observer';

/** A person who can sign in, found by what they are. */
export interface Person {
  role: SignInRole;
  id: string;
  name: string;
  email: string;
  language: string;
  timeZone: string;
  programmeId: string;
  clusterId: string | null;
  /** Of a coordinator: every programme that names their address as a coordinator's. */
  programmeIds: string[] | null;
}

/** Everyone an address belongs to, whoever can do most first: the same person may act in several programmes. */
export async function peopleByEmail(db: Queryable, email: string): Promise<Person[]> {
  const { rows } = await db.query<Person>(`SELECT * FROM (${PEOPLE}) people WHERE lower(email) = lower($1) ORDER BY role, "programmeId" DESC, id`, [email]);
  return rows;
}

/** Everyone who has this person's address, themselves included. */
export async function namesakesOf(db: Queryable, role: SignInRole, id: string): Promise<(Person & { programmeName: string })[]> {
  const { rows } = await db.query<Person & { programmeName: string }>(
    `SELECT people.*, p.name AS "programmeName" FROM (${PEOPLE}) people JOIN programmes p ON p.id = people."programmeId"
     WHERE lower(people.email) = (SELECT lower(self.email) FROM (${PEOPLE}) self WHERE self.role = $1 AND self.id = $2)
     ORDER BY p.starts_on DESC, people.role, people.id`,
    [role, id],
  );
  return rows;
}

/** An address as sign-ins keep it. `email`: SQL. */
export function emailHash(email: string): string {
  return `sha256(convert_to(lower(${email}), 'UTF8'))`;
}

export const PEOPLE = `
  SELECT 'coordinator' AS role, c.id, c.name, c.email, c.language, c.time_zone AS "timeZone", c.programme_id AS "programmeId", NULL AS "clusterId",
    ARRAY(SELECT programme_id FROM coordinators each WHERE lower(each.email) = lower(c.email) ORDER BY programme_id) AS "programmeIds"
  FROM coordinators c
  UNION ALL
  SELECT 'facilitator', id, name, email, language, time_zone, programme_id, NULL, NULL FROM facilitators WHERE erased_at IS NULL
  UNION ALL
  SELECT 'representative', r.id, r.name, r.email, r.language, COALESCE(r.time_zone, c.time_zone), c.programme_id, c.id, NULL
  FROM representatives r JOIN clusters c ON c.id = r.cluster_id
  UNION ALL
  SELECT 'observer', id, name, email, language, time_zone, programme_id, NULL, NULL FROM observers`;
