import { z } from 'zod';
import { Id, LongText } from './primitives.ts';

export const AttendanceInput = z.strictObject({
  /** Ids of those who came: the facilitator's and the representatives'. */
  attended: z.array(Id).max(200),
  outcome: z.enum(['done', 'missed']),
  /** For the facilitator and the coordinators only. */
  notes: LongText.optional(),
});

/** What became of a booked session; before it is recorded, `outcome` is null. */
export const Attendance = z.strictObject({
  bookingId: Id,
  outcome: z.enum(['done', 'missed']).nullable(),
  attended: z.array(Id),
  /** Not to representatives. */
  notes: z.string().nullable().optional(),
  recordedAt: z.string().nullable(),
  /** Whoever was invited or acts for the cluster now: those who can have come. */
  people: z.array(z.strictObject({ id: Id, name: z.string(), role: z.enum(['facilitator', 'representative']) })),
});

export const NotesInput = z.strictObject({
  /** Read by the facilitator alone. */
  own: LongText,
  /** Read by the cluster and the coordinators too. */
  shared: LongText,
}).partial().refine((notes) => Object.keys(notes).length > 0, 'name `own`, `shared` or both');

export const Notes = z.strictObject({
  bookingId: Id,
  /** Only to the booking's facilitator. */
  own: z.string().optional(),
  shared: z.string(),
  writtenAt: z.string().nullable(),
  version: z.number().int(),
});

export type AttendanceInput = z.infer<typeof AttendanceInput>;
export type Attendance = z.infer<typeof Attendance>;
export type NotesInput = z.infer<typeof NotesInput>;
export type Notes = z.infer<typeof Notes>;
