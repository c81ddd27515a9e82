import type { Booking } from '../../../shared/api/bookings.ts';
import { cancelBooking } from '../api/booking.ts';
import { refresh } from '../api/resource.ts';
import { words } from '../locales/index.ts';
import { markCancelling } from './cancelling.ts';
import { later } from './later.ts';
import { toast } from './toasts.ts';

/** Nothing is sent before this has passed, so that a cancellation can be taken back. */
const UNDO_MS = 10_000;

/** Cancels in ten seconds, or at once if the page is left; until then it can be undone. */
export function cancelSoon(booking: Booking, reason: string, said: { cancelled: string; failed: string }): void {
  markCancelling(booking.id, true);
  const takeBack = later(UNDO_MS, (leaving) => void cancelNow(booking, reason, leaving, said.failed));
  toast(said.cancelled, { label: words().app.undo, run: () => { takeBack(); markCancelling(booking.id, false); } });
}

async function cancelNow(booking: Booking, reason: string, leaving: boolean, failed: string): Promise<void> {
  const answer = await cancelBooking(booking, reason, leaving);
  if (!answer.ok) toast(failed);
  await refresh('sessions', 'coverage');
  markCancelling(booking.id, false);
}
