import type { Booking } from '../../shared/api/bookings.ts';
import type { Hold } from '../../shared/api/holds.ts';
import type { Instant } from '../domain/interval.ts';
import type { StoredBooking } from '../store/bookings.ts';
import type { StoredEngagement } from '../store/situation.ts';

/** An instant as it leaves the server: RFC 3339, whole seconds where it can, `Z`. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

export function representBooking(booking: StoredBooking): Booking {
  return {
    id: booking.id,
    sessionId: booking.sessionId,
    clusterId: booking.clusterId,
    facilitatorId: booking.facilitatorId,
    start: iso(booking.span.start),
    end: iso(booking.span.end),
    status: booking.status,
    uid: booking.uid,
    sequence: booking.sequence,
    joinUrl: booking.joinUrl,
    needs: booking.needs,
    version: booking.version,
  };
}

export function representHold(hold: StoredEngagement, now: Instant): Hold {
  if (hold.expiresAt === null || hold.extensionsLeft === null) throw new Error(`${hold.id} is not a hold`);
  return {
    id: hold.id,
    sessionId: hold.sessionId,
    facilitatorId: hold.facilitatorId,
    start: iso(hold.span.start),
    end: iso(hold.span.end),
    expiresAt: iso(hold.expiresAt),
    now: iso(now),
    extensionsLeft: hold.extensionsLeft,
  };
}
