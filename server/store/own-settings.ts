import type { Tx } from './database.ts';

const TABLES = { representative: 'representatives', facilitator: 'facilitators', coordinator: 'coordinators', observer: 'observers' } as const;

/** What is not named stays as it is; a representative without a zone of their own has their cluster's. */
export async function saveOwnSettings(tx: Tx, role: keyof typeof TABLES, id: string, { language, timeZone }: { language?: string | undefined; timeZone?: string | null | undefined }): Promise<void> {
  await tx.query(
    `UPDATE ${TABLES[role]} SET language = COALESCE($2, language), time_zone = CASE WHEN $3 THEN $4 ELSE time_zone END WHERE id = $1`,
    [id, language ?? null, timeZone !== undefined, timeZone ?? null],
  );
}
