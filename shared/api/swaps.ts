import { z } from 'zod';
import { Id, LongText } from './primitives.ts';

export const SwapInput = z.strictObject({
  /** The booking of another cluster whose place is wanted; one of those that `GET /bookings/:id/swaps` offers. */
  otherBookingId: Id,
  note: LongText.optional(),
});

export const SwapState = z.enum(['asked', 'agreed', 'declined', 'withdrawn']);

/** Whose place it is stays unsaid, as with every taken slot: only when and with whom. */
const Place = z.strictObject({ bookingId: Id, facilitatorId: Id, start: z.string(), end: z.string() });

export const Swap = z.strictObject({
  id: Id,
  programmeId: Id,
  state: SwapState,
  /** The place given up, and the place wanted, by whoever asked. */
  booking: Place,
  other: Place,
  /** `asker`: this caller asked; `asked`: it is theirs to answer; `coordinator`: they look on. */
  role: z.enum(['asker', 'asked', 'coordinator']),
  note: z.string().nullable(),
  createdAt: z.string(),
  answeredAt: z.string().nullable(),
  version: z.number().int(),
});

export const SwapsOfBooking = z.strictObject({
  /** Places of other clusters that this booking could change with, both sides keeping every rule. */
  candidates: z.array(Place),
  swaps: z.array(Swap),
});

export type SwapInput = z.infer<typeof SwapInput>;
export type SwapState = z.infer<typeof SwapState>;
export type Swap = z.infer<typeof Swap>;
export type SwapsOfBooking = z.infer<typeof SwapsOfBooking>;
