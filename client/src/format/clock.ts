import { signal } from '@preact/signals';

/** What the server's clock is ahead of this device's, in milliseconds; replies set it, so a wrong device clock does no harm. */
let ahead = 0;

/** Bumped on every correction, so that what is on screen is printed again. */
export const corrected = signal(0);

/** Takes an instant that the server has just named as its own now; what is no further off than `tolerance` milliseconds is left. */
export function serverSaid(instant: number, tolerance: number): void {
  const known = instant - Date.now();
  if (!Number.isFinite(known) || Math.abs(known - ahead) <= tolerance) return;
  ahead = known;
  corrected.value += 1;
}

/** Now, on the server's clock, in epoch milliseconds. */
export function serverNow(): number {
  return Date.now() + ahead;
}
