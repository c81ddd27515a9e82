import { signal } from '@preact/signals';

/** Bookings whose cancellation can still be undone. */
export const cancelling = signal<ReadonlySet<string>>(new Set());

export function markCancelling(bookingId: string, is: boolean): void {
  const next = new Set(cancelling.value);
  if (is) next.add(bookingId);
  else next.delete(bookingId);
  cancelling.value = next;
}
