import { z } from 'zod';
import { Id, LongText } from './primitives.ts';

export const WaiverInput = z.strictObject({ reason: LongText.optional() });

export const ReminderInput = z.strictObject({ sessionIds: z.array(Id).min(1, 'name at least one session').max(500) });

/** What a wish to remind came to: how many people get one mail each, about how many sessions. */
export const RemindersAsked = z.strictObject({
  people: z.number().int(),
  sessions: z.number().int(),
  /** Clusters that nobody represents yet: nobody was reminded there. */
  clustersWithoutPeople: z.array(Id),
});

/** One mail to one person about what their cluster has still to book. `superseded`: all was booked before it left. */
export const Reminder = z.strictObject({
  id: Id,
  clusterId: Id,
  sessionIds: z.array(Id),
  person: z.strictObject({ id: Id, name: z.string(), email: z.string() }),
  state: z.enum(['queued', 'sent', 'failed', 'bounced', 'superseded']),
  tries: z.number().int(),
  lastError: z.string().nullable(),
  queuedAt: z.string(),
  sentAt: z.string().nullable(),
});

/** What is still free: by open session, and by phase against what is still to place there. */
export const Supply = z.strictObject({
  now: z.string(),
  sessions: z.array(z.strictObject({
    sessionId: Id,
    /** Slots that can be booked, and those of them inside both sides' working hours. */
    free: z.number().int(),
    comfortable: z.number().int(),
    /** Why there is none, the commonest cause first; only where `free` is 0. */
    reasons: z.array(z.strictObject({ cause: z.string(), slots: z.number().int(), relaxation: z.record(z.string(), z.unknown()).optional() })).optional(),
  })),
  phases: z.array(z.strictObject({
    phaseId: Id,
    /** Minutes of sessions that are still to be booked. */
    demandMinutes: z.number().int(),
    /** Minutes of facilitators' time that a session could still be booked in. */
    openMinutes: z.number().int(),
    bookedMinutes: z.number().int(),
  })),
  topics: z.array(z.strictObject({ topicId: Id, openMinutes: z.number().int() })),
});

export type Reminder = z.infer<typeof Reminder>;
export type RemindersAsked = z.infer<typeof RemindersAsked>;
export type Supply = z.infer<typeof Supply>;
