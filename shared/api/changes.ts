import { z } from 'zod';
import { Id } from './primitives.ts';

export const changeKinds = [
  'slot.taken', 'slot.freed', 'hold.placed', 'hold.ended', 'booking.made', 'booking.moved', 'booking.cancelled',
  'session.changed', 'availability.changed', 'programme.changed', 'plan.progress', 'plan.ready', 'plan.published',
  'delivery.changed', 'reply.received', 'attendance.recorded',
] as const;
export const ChangeKind = z.enum(changeKinds);

export const Change = z.strictObject({
  revision: z.number().int(),
  at: z.string(),
  kind: ChangeKind,
  subject: z.strictObject({ type: z.string(), id: Id }),
  /** By kind: `slot.*` {facilitatorId, start, end, protectedStart, protectedEnd}; `hold.*` a Hold; `booking.*` a Booking, `booking.moved` also `before`; `session.changed` {id, clusterId, topicId, state}. */
  data: z.record(z.string(), z.unknown()),
  /** Who did it: `owner`, or a person's id. Only to coordinators; null to others. */
  actor: z.string().nullable(),
});

export const ChangeFilter = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});
export const ChangeList = z.strictObject({ revision: z.number().int(), changes: z.array(Change) });

export type ChangeKind = z.infer<typeof ChangeKind>;
export type Change = z.infer<typeof Change>;
export type ChangeList = z.infer<typeof ChangeList>;
