import { z } from 'zod';
import { Id, Instant, IsoDate, TimeZone } from './primitives.ts';

const Flag = z.enum(['0', '1'], 'write 1 or 0');

export const SlotFilter = z.strictObject({
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  timeZone: TimeZone.optional(),
  facilitatorId: Id.optional(),
  outsideHours: Flag.optional(),
});

/** `day`: inside their working hours; `edge`: 07:00–20:00; `night`: the rest. */
export const Comfort = z.enum(['day', 'edge', 'night']);
export const Side = z.enum(['cluster', 'facilitator']);

export const Slot = z.strictObject({
  start: z.string(),
  end: z.string(),
  facilitatorId: Id,
  /** RFC 3339 with the offset of the shown zone at that instant. */
  localStart: z.string(),
  /** The same instant on the facilitator's clock, and where that clock is: at home, or where they travel. */
  facilitatorLocalStart: z.string(),
  facilitatorTimeZone: TimeZone,
  outsideHours: z.array(Side).readonly(),
  comfort: z.strictObject({ cluster: Comfort, facilitator: Comfort }),
  busyAsOf: z.string().optional(),
});

export const SlotReason = z.strictObject({
  cause: z.string(),
  /** How many places in the grid this cause alone, or first, takes away. */
  slots: z.number().int(),
  relaxation: z.record(z.string(), z.unknown()).optional(),
});

export const SlotList = z.strictObject({
  now: z.string(),
  timeZone: TimeZone,
  /** The programme's revision this list was computed at. */
  revision: z.number().int(),
  slots: z.array(Slot),
  reasons: z.array(SlotReason).optional(),
});

export const GridSlots = z.strictObject({
  now: z.string(),
  timeZone: TimeZone,
  revision: z.number().int(),
  sessions: z.array(z.strictObject({ sessionId: Id, slots: z.array(Slot) })),
});

export const GridFilter = SlotFilter.extend({ clusterId: Id.optional(), topicId: Id.optional(), phaseId: Id.optional() });

export const JudgementFilter = z.strictObject({ start: Instant });

/** Whether sessions could begin with a facilitator at one instant, by the rule that lists slots; and why not. */
export const Judgement = z.strictObject({
  start: z.string(),
  end: z.string(),
  /** How many of the open sessions that the facilitator could give may be booked there. */
  bookable: z.number().int(),
  /** What forbids the others, most first. A cause of the slot list, `buffer` (too near to a booked session) or `no-session`. */
  reasons: z.array(z.strictObject({ cause: z.string(), sessions: z.number().int() })),
});

export type Judgement = z.infer<typeof Judgement>;
export type SlotFilter = z.infer<typeof SlotFilter>;
export type GridFilter = z.infer<typeof GridFilter>;
export type Slot = z.infer<typeof Slot>;
export type SlotReason = z.infer<typeof SlotReason>;
export type SlotList = z.infer<typeof SlotList>;
export type GridSlots = z.infer<typeof GridSlots>;
