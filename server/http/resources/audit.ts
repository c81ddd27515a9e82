import { AuditEntry, AuditExportFilter, AuditFilter } from '../../../shared/api/audit.ts';
import { listOf } from '../../../shared/api/primitives.ts';
import { accept } from '../../domain/result.ts';
import { csvOf } from '../../export/csv.ts';
import { auditPage, wholeAudit } from '../../usecases/programme/list-audit.ts';
import { file, read, type Endpoint } from '../endpoint.ts';

const HEAD = ['revision', 'at', 'actor', 'role', 'name', 'kind', 'subject type', 'subject', 'data'];

/** Who did what when, from the numbered changes, which nothing rewrites but an erasure. */
export const audit: Endpoint[] = [
  read({ path: '/programmes/:id/audit', summary: 'Who did what and when, newest first', query: AuditFilter, answer: listOf(AuditEntry) },
    ({ db }, call, { params, query }) => auditPage(db, call, params.id!, query)),
  file({ path: '/programmes/:id/audit.csv', summary: 'Who did what and when, oldest first, as CSV (UTF-8)', query: AuditExportFilter, type: 'text/csv; charset=utf-8' },
    async ({ db }, call, { params, query }) => {
      const found = await wholeAudit(db, call, params.id!, query);
      return found.ok ? accept({ name: 'audit', content: csvOf({ name: 'audit', head: HEAD, rows: found.value.entries.map(rowOf) }) }) : found;
    }),
  file({ path: '/programmes/:id/audit.json', summary: 'Who did what and when, oldest first, as one document', query: AuditExportFilter, type: 'application/json; charset=utf-8' },
    async ({ db }, call, { params, query }) => {
      const found = await wholeAudit(db, call, params.id!, query);
      return found.ok ? accept({ name: 'audit', content: `${JSON.stringify(found.value, null, 1)}\n` }) : found;
    }),
];

function rowOf({ revision, at, actor, kind, subject, data }: AuditEntry): (string | number | null)[] {
  return [revision, at, actor.id, actor.role, actor.name, kind, subject.type, subject.id, JSON.stringify(data)];
}
