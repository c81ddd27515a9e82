import { z } from 'zod';
import { Id, Instant, LongText } from './primitives.ts';

export const BookingInput = z.strictObject({
  facilitatorId: Id,
  start: Instant,
  holdId: Id.optional(),
  /** What the cluster wants to work on; facilitators read it before they meet. */
  needs: LongText.optional(),
});

export const BookingPatch = z.strictObject({
  start: Instant,
  facilitatorId: Id,
  needs: LongText.nullable(),
  reason: LongText,
}).partial().refine((patch) => Object.keys(patch).some((key) => key !== 'reason'), 'name at least one of `start`, `facilitatorId` and `needs`');

export const BookingCancellation = z.strictObject({ reason: LongText.optional() });

export const Booking = z.strictObject({
  id: Id,
  sessionId: Id,
  clusterId: Id,
  facilitatorId: Id,
  start: z.string(),
  end: z.string(),
  /** `missed`: nobody came, and the session has been booked again since. */
  status: z.enum(['confirmed', 'cancelled', 'missed']),
  uid: z.string(),
  sequence: z.number().int(),
  joinUrl: z.string(),
  needs: z.string().nullable(),
  version: z.number().int(),
});

export type BookingInput = z.infer<typeof BookingInput>;
export type BookingPatch = z.infer<typeof BookingPatch>;
export type BookingCancellation = z.infer<typeof BookingCancellation>;
export type Booking = z.infer<typeof Booking>;
