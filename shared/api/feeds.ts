import { z } from 'zod';

/** A secret address to subscribe to; `webcal://` in place of its `https://` opens a calendar program. */
export const FeedAddress = z.strictObject({ feedUrl: z.string() });

export type FeedAddress = z.infer<typeof FeedAddress>;
