import type { Queryable } from './database.ts';

/** The present revisions of the programmes that these sessions are of, by session. */
export async function revisionsOfSessions(db: Queryable, sessionIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: string; revision: number }>(
    'SELECT s.id, r.revision FROM sessions s JOIN programme_revisions r ON r.programme_id = s.programme_id WHERE s.id = ANY($1)', [sessionIds]);
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** The present revisions of these programmes. */
export async function revisionsOfProgrammes(db: Queryable, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: string; revision: number }>(
    'SELECT programme_id AS id, revision FROM programme_revisions WHERE programme_id = ANY($1)', [ids]);
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}
