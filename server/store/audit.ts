import type { AuditEntry, AuditFilter } from '../../shared/api/audit.ts';
import type { CoordinatorAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable } from './database.ts';
import { PEOPLE } from './person.ts';

export type StoredAuditEntry = Omit<AuditEntry, 'at'> & { at: Instant };

/** A programme's changes, newest first, each with who did it; `before`: the last revision of the page before. */
export async function listAudit(db: Queryable, programmeId: CoordinatorAccess, filter: Omit<AuditFilter, 'cursor' | 'limit'>, before: number | null, limit: number): Promise<StoredAuditEntry[]> {
  const { rows } = await db.query<AuditRow>(
    `SELECT c.revision, c.at, c.kind, c.subject_type AS "subjectType", c.subject_id AS "subjectId", c.data, c.actor, who.role, who.name
     FROM changes c JOIN programmes p ON p.id = c.programme_id
     LEFT JOIN LATERAL (SELECT role, name FROM (${PEOPLE}) people WHERE people.id = c.actor AND people."programmeId" = c.programme_id) who ON true
     WHERE c.programme_id = $1 AND ($2::bigint IS NULL OR c.revision < $2)
       AND ($3::text IS NULL OR c.actor = $3) AND ($4::text IS NULL OR c.kind = $4) AND ($5::text IS NULL OR c.subject_id = $5 OR c.data->>'sessionId' = $5)
       AND ($6::date IS NULL OR c.at >= $6::timestamp AT TIME ZONE p.time_zone) AND ($7::date IS NULL OR c.at < ($7::date + 1)::timestamp AT TIME ZONE p.time_zone)
     ORDER BY c.revision DESC LIMIT $8`,
    [programmeId, before, filter.actor ?? null, filter.kind ?? null, filter.subject ?? null, filter.from ?? null, filter.to ?? null, limit],
  );
  return rows.map(fromRow);
}

interface AuditRow {
  revision: number;
  at: Instant;
  kind: AuditEntry['kind'];
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
  actor: string;
  role: AuditEntry['actor']['role'] | null;
  name: string | null;
}

function fromRow({ revision, at, kind, subjectType, subjectId, data, actor, role, name }: AuditRow): StoredAuditEntry {
  const itself = actor === 'owner' || actor === 'system' ? actor : 'unknown';
  return { revision, at, actor: { id: actor, role: role ?? itself, name }, kind, subject: { type: subjectType, id: subjectId }, data };
}
