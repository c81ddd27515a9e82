import type { ChangeKind } from '../../shared/api/changes.ts';
import type { ProgrammeAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';

/** A fact of a programme's history, before it has its number. */
export interface Change {
  kind: ChangeKind;
  subject: { type: string; id: string };
  data: Record<string, unknown>;
  /** `owner`, `system`, or a person's id. */
  actor: string;
  /** Who may read it besides coordinators. */
  audience: Audience;
  /** Told only if this hold or booking has been placed. */
  ifPlaced?: string;
}

export interface Audience {
  everyone?: boolean;
  clusterIds?: readonly string[];
  facilitatorIds?: readonly string[];
}

export interface NumberedChange extends Omit<Change, 'ifPlaced'> {
  revision: number;
  at: Instant;
}

/**
 * Numbers the changes and writes them, in the transaction of what they tell.
 * Call it last: it locks the programme's counter until the commit, which is what makes numbers gapless and in commit order.
 */
export function appendChanges(tx: Tx, programmeId: ProgrammeAccess, changes: readonly Change[], now: Instant): void {
  tx.send(
    // Without a counter there is no revision, and the row is refused.
    `WITH change AS MATERIALIZED (
       SELECT *, row_number() OVER (ORDER BY place) AS number FROM jsonb_to_recordset($2) AS change (place int, kind text, subject_type text, subject_id text, data jsonb,
         actor text, for_everyone boolean, for_clusters text[], for_facilitators text[], if_placed text)
       WHERE if_placed IS NULL OR (SELECT id FROM engagements WHERE id = if_placed) IS NOT NULL
     ), counter AS (
       UPDATE programme_revisions SET revision = revision + (SELECT count(*) FROM change) WHERE programme_id = $1 RETURNING revision
     )
     INSERT INTO changes (programme_id, revision, at, kind, subject_type, subject_id, data, actor, for_everyone, for_clusters, for_facilitators)
     SELECT $1, (SELECT revision FROM counter) - (SELECT count(*) FROM change) + number, to_timestamp($3::float8 / 1000), kind, subject_type, subject_id,
            data, actor, for_everyone, for_clusters, for_facilitators
     FROM change`,
    [programmeId, JSON.stringify(changes.map(toRow)), now],
  );
}

/** The changes after a revision, oldest first. */
export async function changesAfter(db: Queryable, programmeId: ProgrammeAccess, after: number, limit: number): Promise<NumberedChange[]> {
  const { rows } = await db.query<ChangeRow>(
    `SELECT revision, at, kind, subject_type, subject_id, data, actor, for_everyone, for_clusters, for_facilitators
     FROM changes WHERE programme_id = $1 AND revision > $2 ORDER BY revision LIMIT $3`,
    [programmeId, after, limit],
  );
  return rows.map(fromRow);
}

export async function currentRevision(db: Queryable, programmeId: ProgrammeAccess): Promise<number> {
  const { rows } = await db.query<{ revision: number }>('SELECT revision FROM programme_revisions WHERE programme_id = $1', [programmeId]);
  return rows[0]?.revision ?? 0;
}

interface ChangeRow {
  revision: number;
  at: Instant;
  kind: ChangeKind;
  subject_type: string;
  subject_id: string;
  data: Record<string, unknown>;
  actor: string;
  for_everyone: boolean;
  for_clusters: string[];
  for_facilitators: string[];
}

function toRow(change: Change, index: number) {
  return {
    place: index + 1,
    kind: change.kind,
    subject_type: change.subject.type,
    subject_id: change.subject.id,
    data: change.data,
    actor: change.actor,
    for_everyone: change.audience.everyone ?? false,
    for_clusters: change.audience.clusterIds ?? [],
    for_facilitators: change.audience.facilitatorIds ?? [],
    if_placed: change.ifPlaced,
  };
}

function fromRow(row: ChangeRow): NumberedChange {
  return {
    revision: row.revision,
    at: row.at,
    kind: row.kind,
    subject: { type: row.subject_type, id: row.subject_id },
    data: row.data,
    actor: row.actor,
    audience: { everyone: row.for_everyone, clusterIds: row.for_clusters, facilitatorIds: row.for_facilitators },
  };
}
