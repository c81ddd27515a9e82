import type { Instant, Interval } from '../../domain/interval.ts';
import type { StoredBooking } from '../../store/bookings.ts';
import type { Change } from '../../store/changes.ts';
import type { StoredEngagement } from '../../store/situation.ts';
import { iso, representBooking, representHold } from '../listing/represent.ts';

/** What stands in a facilitator's way, or no longer does: told to everyone, without names. */
export interface Taken {
  id: string;
  facilitatorId: string;
  span: Interval;
  protectedSpan: Interval;
}

export function slotTaken(taken: Taken, actor: string): Change {
  return slotChange('slot.taken', taken, actor);
}

export function slotFreed(taken: Taken, actor: string): Change {
  return slotChange('slot.freed', taken, actor);
}

export function holdPlaced(hold: StoredEngagement, now: Instant, actor: string): Change {
  return { kind: 'hold.placed', subject: { type: 'hold', id: hold.id }, data: { ...representHold(hold, now), clusterId: hold.clusterId }, actor, audience: { clusterIds: [hold.clusterId] } };
}

/** `why`: `released`, `lapsed`, `replaced` or `booked`. */
export function holdEnded(hold: StoredEngagement, why: string, actor: string): Change {
  return {
    kind: 'hold.ended',
    subject: { type: 'hold', id: hold.id },
    data: { id: hold.id, sessionId: hold.sessionId, clusterId: hold.clusterId, why },
    actor,
    audience: { clusterIds: [hold.clusterId] },
  };
}

export function bookingChanged(kind: 'booking.made' | 'booking.moved' | 'booking.cancelled', booking: StoredBooking, actor: string, before?: StoredBooking, reason?: string | null): Change {
  return {
    kind,
    subject: { type: 'booking', id: booking.id },
    data: { ...representBooking(booking), ...(before && { before: representBooking(before) }), ...(reason && { reason }) },
    actor,
    audience: { clusterIds: [booking.clusterId], facilitatorIds: [...new Set([booking.facilitatorId, before?.facilitatorId ?? booking.facilitatorId])] },
  };
}

export function sessionChanged(session: { id: string; clusterId: string; topicId: string; state: string }, facilitatorIds: string[], actor: string): Change {
  return {
    kind: 'session.changed',
    subject: { type: 'session', id: session.id },
    data: { id: session.id, clusterId: session.clusterId, topicId: session.topicId, state: session.state },
    actor,
    audience: { clusterIds: [session.clusterId], facilitatorIds },
  };
}

function slotChange(kind: 'slot.taken' | 'slot.freed', taken: Taken, actor: string): Change {
  return {
    kind,
    subject: { type: 'facilitator', id: taken.facilitatorId },
    data: {
      facilitatorId: taken.facilitatorId,
      start: iso(taken.span.start),
      end: iso(taken.span.end),
      protectedStart: iso(taken.protectedSpan.start),
      protectedEnd: iso(taken.protectedSpan.end),
    },
    actor,
    audience: { everyone: true },
  };
}
