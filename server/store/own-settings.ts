import type { Tx } from './database.ts';

const TABLES = { representative: 'representatives', facilitator: 'facilitators', coordinator: 'coordinators', observer: 'observers' } as const;

/**
 * What is not named stays as it is; a representative without a zone of their own has their cluster's. Whoever has seen the
 * facilitator, or the cluster with its people, as they were before has an old version of them, and overwrites nothing.
 */
export async function saveOwnSettings(tx: Tx, role: keyof typeof TABLES, id: string, { language, timeZone }: { language?: string | undefined; timeZone?: string | null | undefined }): Promise<void> {
  // The cluster first, as by those who change both.
  if (role === 'representative') await tx.query('UPDATE clusters SET version = version + 1 WHERE id = (SELECT cluster_id FROM representatives WHERE id = $1)', [id]);
  const seen = role === 'facilitator' ? ', version = version + 1' : '';
  await tx.query(
    `UPDATE ${TABLES[role]} SET language = COALESCE($2, language), time_zone = CASE WHEN $3 THEN $4 ELSE time_zone END${seen} WHERE id = $1`,
    [id, language ?? null, timeZone !== undefined, timeZone ?? null],
  );
}
