import type { DraftInput } from '../../shared/api/drafts.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

/** Programmes being set up. */

/** Whose: a coordinator's, under whatever identifier their address has; or the owner's (null). */
export type DraftHolder = string | null;

export interface StoredDraft extends DraftInput {
  id: string;
  createdAt: Instant;
  changedAt: Instant;
  version: number;
}

/** Without what is in them; the one changed last comes first. */
export async function listDrafts(db: Queryable, holder: DraftHolder): Promise<Omit<StoredDraft, 'document'>[]> {
  const { rows } = await db.query<Omit<StoredDraft, 'document'>>(`SELECT ${COLUMNS} FROM programme_drafts d WHERE ${IS_HELD_BY} ORDER BY d.changed_at DESC, d.id`, [holder]);
  return rows;
}

export async function findDraft(db: Queryable, holder: DraftHolder, id: string): Promise<StoredDraft | null> {
  const { rows } = await db.query<Omit<StoredDraft, 'document'> & { document: string }>(`SELECT ${COLUMNS}, d.document FROM programme_drafts d WHERE ${IS_HELD_BY} AND d.id = $2`, [holder, id]);
  return rows[0] ? { ...rows[0], document: JSON.parse(rows[0].document) as DraftInput['document'] } : null;
}

export async function insertDraft(tx: Tx, id: string, holder: DraftHolder, { name, document }: DraftInput, now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO programme_drafts (id, coordinator_id, name, document, created_at, changed_at) VALUES ($1, $2, $3, $4, ${instant(5)}, ${instant(5)})`,
    [id, holder, name, JSON.stringify(document), now],
  );
}

/** False when the holder has no such draft, or it has been changed since `version`; null: whatever it is. */
export async function updateDraft(tx: Tx, holder: DraftHolder, id: string, version: number | null, { name, document }: DraftInput, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE programme_drafts d SET name = $3, document = $4, changed_at = ${instant(5)}, version = version + 1 WHERE ${IS_HELD_BY} AND d.id = $2 AND ($6::int IS NULL OR d.version = $6)`,
    [holder, id, name, JSON.stringify(document), now, version],
  );
  return rowCount === 1;
}

/** False when the holder has no such draft. */
export async function deleteDraft(tx: Tx, holder: DraftHolder, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(`DELETE FROM programme_drafts d WHERE ${IS_HELD_BY} AND d.id = $2`, [holder, id]);
  return rowCount === 1;
}

/** Those that nobody has touched since. */
export async function forgetDrafts(db: Queryable, before: Instant): Promise<void> {
  await db.query(`DELETE FROM programme_drafts WHERE changed_at < ${instant(1)}`, [before]);
}

const COLUMNS = 'd.id, d.name, d.created_at AS "createdAt", d.changed_at AS "changedAt", d.version';
const IS_HELD_BY = `CASE WHEN $1::text IS NULL THEN d.coordinator_id IS NULL
  ELSE d.coordinator_id IN (SELECT own.id FROM coordinators me JOIN coordinators own ON lower(own.email) = lower(me.email) WHERE me.id = $1) END`;
