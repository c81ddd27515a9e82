import type { Instant } from '../../domain/interval.ts';

/**
 * Longer than a letter may take: who has one in hand is left in peace until then. They are taken one at a time: of many taken at
 * once, from a slow mail server, the last would be another process's before its turn came, and be sent twice.
 */
export const LEASE_MS = 120_000;
/** After 1, 2, 4 … minutes; ten tries are most of a day. */
export const TRIES = 10;

/** When a letter that failed `tries` times is due again. */
export function dueAgain(now: Instant, tries: number): Instant {
  return now + 60_000 * 2 ** (tries - 1) as Instant;
}
