import type { Queryable } from './database.ts';

/** The secret key that was made with the database. */
export async function installationKey(db: Queryable): Promise<Buffer> {
  const { rows } = await db.query<{ secret_key: Buffer }>('SELECT secret_key FROM installation');
  if (!rows[0]) throw new Error('the database has no secret key');
  return rows[0].secret_key;
}
