import { z } from 'zod';
import { Id, Instant } from './primitives.ts';

export const HoldInput = z.strictObject({ facilitatorId: Id, start: Instant });

export const Hold = z.strictObject({
  id: Id,
  sessionId: Id,
  facilitatorId: Id,
  start: z.string(),
  end: z.string(),
  expiresAt: z.string(),
  /** The server's clock: a countdown is `expiresAt − now`, whatever the device's clock says. */
  now: z.string(),
  extensionsLeft: z.number().int(),
});

export type HoldInput = z.infer<typeof HoldInput>;
export type Hold = z.infer<typeof Hold>;
