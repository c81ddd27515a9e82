import type { Queryable } from './database.ts';

/** Somebody of one programme, whatever they are in it. */
export interface ProgrammePerson {
  role: 'coordinator' | 'facilitator' | 'representative';
  id: string;
  programmeId: string;
  /** Of a representative. */
  clusterId: string | null;
  name: string;
  email: string;
  language: string;
  timeZone: string | null;
}

export async function findPerson(db: Queryable, id: string): Promise<ProgrammePerson | null> {
  const { rows } = await db.query<ProgrammePerson>(`SELECT * FROM (${PEOPLE}) people WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

const PEOPLE = `
  SELECT 'coordinator' AS role, id, programme_id AS "programmeId", NULL AS "clusterId", name, email, language, time_zone AS "timeZone" FROM coordinators
  UNION ALL
  SELECT 'facilitator', id, programme_id, NULL, name, email, language, time_zone FROM facilitators WHERE erased_at IS NULL
  UNION ALL
  SELECT 'representative', r.id, c.programme_id, c.id, r.name, r.email, r.language, r.time_zone FROM representatives r JOIN clusters c ON c.id = r.cluster_id`;
