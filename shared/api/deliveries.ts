import { z } from 'zod';
import { Cursor, Id } from './primitives.ts';

export const DeliveryState = z.enum(['queued', 'sent', 'failed', 'bounced', 'superseded']);

/** One invitation of one booking revision to one person. `superseded`: a later one went out in its place. */
export const Delivery = z.strictObject({
  id: Id,
  bookingId: Id,
  sequence: z.number().int(),
  method: z.enum(['REQUEST', 'CANCEL']),
  /** The address is for one's own side and for coordinators. */
  attendee: z.strictObject({ id: Id, role: z.enum(['facilitator', 'representative']), name: z.string(), email: z.string().optional() }),
  state: DeliveryState,
  reply: z.enum(['accepted', 'declined', 'tentative', 'none']),
  /** Of the last reply to this invitation. `comment`: for one's own side and for coordinators. */
  answer: z.strictObject({ at: z.string(), wantsOtherTime: z.boolean(), verified: z.boolean(), comment: z.string().nullable() }).optional(),
  tries: z.number().int(),
  lastError: z.string().nullable(),
  queuedAt: z.string(),
  sentAt: z.string().nullable(),
});

export const DeliveryFilter = z.strictObject({
  bookingId: Id.optional(),
  state: DeliveryState.optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: Cursor.optional(),
});

export type Delivery = z.infer<typeof Delivery>;
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;

export const MailboxItem = z.strictObject({
  id: Id,
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  ics: z.string().nullable(),
  raw: z.string(),
});
export type MailboxItem = z.infer<typeof MailboxItem>;
