import type { Instant } from '../../domain/interval.ts';

/** How notices and reminders are taken in hand and tried again: so many at once. */
export const BATCH = 20;
/** Longer than a letter may take: who has one in hand is left in peace until then. */
export const LEASE_MS = 120_000;
/** After 1, 2, 4 … minutes; ten tries are most of a day. */
export const TRIES = 10;

/** When a letter that failed `tries` times is due again. */
export function dueAgain(now: Instant, tries: number): Instant {
  return now + 60_000 * 2 ** (tries - 1) as Instant;
}
