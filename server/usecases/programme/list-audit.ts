import type { AuditEntry, AuditFilter } from '../../../shared/api/audit.ts';
import { accept, type Result } from '../../domain/result.ts';
import { listAudit } from '../../store/audit.ts';
import type { Queryable } from '../../store/database.ts';
import { findProgramme } from '../../store/programmes.ts';
import { coordinates, type CoordinatorAccess } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchProgramme } from './change-programme.ts';
import { iso } from '../listing/represent.ts';

const PAGE = 100;
const AT_ONCE = 2000;

/** Who did what, newest first, for those who run the programme. */
export async function auditPage(db: Queryable, call: Call, programmeId: string, { cursor, limit = PAGE, ...filter }: AuditFilter): Promise<Result<{ items: AuditEntry[]; nextCursor: string | null }>> {
  if (!coordinates(call.access, programmeId) || !await findProgramme(db, programmeId)) return noSuchProgramme();
  const items = await entries(db, programmeId, filter, cursor === undefined ? null : Number(cursor), limit + 1);
  return accept({ items: items.slice(0, limit), nextCursor: items.length > limit ? String(items[limit - 1]?.revision) : null });
}

/** All of it, oldest first, as an archive wants it. */
export async function wholeAudit(db: Queryable, call: Call, programmeId: string, filter: Omit<AuditFilter, 'cursor' | 'limit'>): Promise<Result<{ programme: string; entries: AuditEntry[] }>> {
  if (!coordinates(call.access, programmeId)) return noSuchProgramme();
  const programme = (await findProgramme(db, programmeId))?.name;
  if (programme === undefined) return noSuchProgramme();
  const all: AuditEntry[] = [];
  for (;;) {
    const page = await entries(db, programmeId, filter, all.at(-1)?.revision ?? null, AT_ONCE);
    all.push(...page);
    if (page.length < AT_ONCE) return accept({ programme, entries: all.toReversed() });
  }
}

async function entries(db: Queryable, programmeId: CoordinatorAccess, filter: Omit<AuditFilter, 'cursor' | 'limit'>, before: number | null, limit: number): Promise<AuditEntry[]> {
  return (await listAudit(db, programmeId, filter, before, limit)).map(({ at, ...entry }) => ({ ...entry, at: iso(at) }));
}
