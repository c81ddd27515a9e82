import type { CoordinatorAccess, Run } from '../domain/access.ts';
import type { Queryable } from './database.ts';

/** Somebody of one programme, whatever they are in it. */
export interface ProgrammePerson {
  role: 'coordinator' | 'facilitator' | 'representative' | 'observer';
  id: string;
  programmeId: string;
  /** Of a representative. */
  clusterId: string | null;
  name: string;
  email: string;
  language: string;
  timeZone: string | null;
}

/** Whoever was erased is nobody. */
export async function findPerson(db: Queryable, id: string): Promise<ProgrammePerson | null> {
  const { rows } = await db.query<ProgrammePerson>(`SELECT * FROM (${PEOPLE}) people WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** The same address, whatever it is: in the programmes given, or in all there are (null). */
export async function sameAddress(db: Queryable, email: string, programmeIds: readonly string[] | null): Promise<ProgrammePerson[]> {
  const { rows } = await db.query<ProgrammePerson>(
    `SELECT * FROM (${PEOPLE}) people WHERE lower(email) = lower($1) AND ($2::text[] IS NULL OR "programmeId" = ANY($2)) ORDER BY "programmeId", role, id`,
    [email, programmeIds],
  );
  return rows;
}

/** Facilitators, representatives and observers of a programme: whom it forgets. Who ran it stays, to answer for it. */
export async function peopleToForget(db: Queryable, programmeId: CoordinatorAccess): Promise<Run<ProgrammePerson>[]> {
  const { rows } = await db.query<ProgrammePerson>(
    `SELECT * FROM (${PEOPLE}) people WHERE "programmeId" = $1 AND role <> 'coordinator' ORDER BY role, id`, [programmeId]);
  return rows.map((person) => ({ ...person, programmeId }));
}

/** Everybody of every programme, in the columns of `ProgrammePerson`. */
export const PEOPLE = `
  SELECT 'coordinator' AS role, id, programme_id AS "programmeId", NULL AS "clusterId", name, email, language, time_zone AS "timeZone" FROM coordinators
  UNION ALL
  SELECT 'observer', id, programme_id, NULL, name, email, language, time_zone FROM observers
  UNION ALL
  SELECT 'facilitator', id, programme_id, NULL, name, email, language, time_zone FROM facilitators WHERE erased_at IS NULL
  UNION ALL
  SELECT 'representative', r.id, c.programme_id, c.id, r.name, r.email, r.language, r.time_zone FROM representatives r JOIN clusters c ON c.id = r.cluster_id`;
