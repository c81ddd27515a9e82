import { z } from 'zod';
import { Id } from './primitives.ts';

/** What became of a calendar's answer, or of a mail that came back. `kept`: it counts now; the others change nothing. */
export const Receipt = z.strictObject({
  outcome: z.enum(['kept', 'repeated', 'outdated', 'unverified', 'noted']),
  deliveryId: Id,
});

export type Receipt = z.infer<typeof Receipt>;
