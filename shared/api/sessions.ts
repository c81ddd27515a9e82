import { z } from 'zod';
import { Booking } from './bookings.ts';
import { Hold } from './holds.ts';
import { Cursor, Id } from './primitives.ts';

export const SessionState = z.enum(['open', 'held', 'booked', 'done', 'missed', 'waived']);

/** An external calendar has the facilitator busy during the booked session; only to them and to coordinators. */
const busyConflict = z.literal(true).optional();

/** What the calendars of those invited have said to the booking as it stands; whoever has said nothing is left out. */
const answers = z.array(z.strictObject({
  name: z.string(),
  role: z.enum(['facilitator', 'representative']),
  reply: z.enum(['accepted', 'declined', 'tentative', 'none']),
  wantsOtherTime: z.boolean(),
  /** Whether it is shown to come from them; a mail's sender is easily forged. */
  verified: z.boolean(),
})).optional();

export const Session = z.strictObject({
  id: Id,
  programmeId: Id,
  clusterId: Id,
  topicId: Id,
  phaseId: Id,
  state: SessionState,
  minutes: z.number().int(),
  booking: Booking.optional(),
  /** Only to its own cluster and coordinators. */
  hold: Hold.optional(),
  /** Why it is waived, where a reason was given. */
  waivedBecause: z.string().optional(),
  busyConflict,
  answers,
  version: z.number().int(),
});

export const SessionFilter = z.strictObject({
  clusterId: Id.optional(),
  topicId: Id.optional(),
  phaseId: Id.optional(),
  state: SessionState.optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: Cursor.optional(),
});

export type SessionState = z.infer<typeof SessionState>;
export type Session = z.infer<typeof Session>;
export type SessionFilter = z.infer<typeof SessionFilter>;

/** One row per cluster, one column per topic. */
export const Coverage = z.strictObject({
  programmeId: Id,
  revision: z.number().int(),
  now: z.string(),
  cells: z.array(z.strictObject({
    sessionId: Id,
    clusterId: Id,
    topicId: Id,
    phaseId: Id,
    state: SessionState,
    booking: Booking.optional(),
    hold: Hold.optional(),
    /** Whole days from today to the phase's last day, in the programme's zone; negative when it is over. */
    daysLeft: z.number().int(),
    waivedBecause: z.string().optional(),
    busyConflict,
    answers,
    /** When its cluster was last asked to book it; only to coordinators. */
    remindedAt: z.string().optional(),
  })),
});
export type Coverage = z.infer<typeof Coverage>;
