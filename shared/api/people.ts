import { z } from 'zod';
import { Id } from './primitives.ts';

/** Everything that is kept about one person, by what it is. */
export const PersonRecord = z.strictObject({
  /** What they are: the same address may be several people, in one programme or several. */
  people: z.array(z.strictObject({
    id: Id, role: z.string(), programmeId: Id, clusterId: Id.nullable(), name: z.string(), email: z.string(), language: z.string(), timeZone: z.string().nullable(),
  })),
  /** By kind: `signIns`, `tokens`, `invitations`, `sessions`, `availability`, `calendars`, `notes`, `changes`, `letters`, `reminders`, `drafts`, and what else there may be. */
  kept: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

export const ErasureInput = z.strictObject({
  /** Coming sessions that nobody else could give or take are cancelled, and the other side is told. Without it they stand in the way. */
  comingSessions: z.literal('cancel').optional(),
});

/** What is left of somebody: sessions, hours and dates, without the person. */
export const Erasure = z.strictObject({ id: Id, sessionsKept: z.number().int(), sessionsCancelled: z.number().int() });

/** `days` after its last day a programme forgets its people; null: when somebody asks. */
export const Retention = z.strictObject({ days: z.number().int().min(0).max(36_500).nullable() });
export const RetentionState = Retention.extend({ peopleForgottenAt: z.string().nullable() });

export type PersonRecord = z.infer<typeof PersonRecord>;
export type ErasureInput = z.infer<typeof ErasureInput>;
export type Erasure = z.infer<typeof Erasure>;
export type Retention = z.infer<typeof Retention>;
export type RetentionState = z.infer<typeof RetentionState>;
