import { z } from 'zod';
import { ChangeKind } from './changes.ts';
import { Id, IsoDate } from './primitives.ts';

/** Who did what, when: one numbered change, with whoever did it by name as far as they are still known. */
export const AuditEntry = z.strictObject({
  revision: z.number().int(),
  at: z.string(),
  /** `owner`: the installation's token. `system`: nobody asked for it. `unknown`: somebody who has left or was erased. */
  actor: z.strictObject({ id: Id, role: z.enum(['owner', 'system', 'coordinator', 'facilitator', 'representative', 'observer', 'unknown']), name: z.string().nullable() }),
  kind: ChangeKind,
  subject: z.strictObject({ type: z.string(), id: Id }),
  data: z.record(z.string(), z.unknown()),
});

const narrowed = {
  actor: Id.optional(),
  kind: ChangeKind.optional(),
  /** Of one booking, person … ; of a session, with its holds, bookings and whatever else names it. */
  subject: Id.optional(),
  /** Dates in the programme's zone, both inclusive. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
};
export const AuditExportFilter = z.strictObject(narrowed);
export const AuditFilter = z.strictObject({
  ...narrowed,
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z.string().regex(/^\d{1,15}$/, 'use the `nextCursor` of the page before').optional(),
});

export type AuditEntry = z.infer<typeof AuditEntry>;
export type AuditFilter = z.infer<typeof AuditFilter>;
