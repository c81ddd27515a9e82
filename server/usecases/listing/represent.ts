import type { Booking } from '../../../shared/api/bookings.ts';
import type { Hold } from '../../../shared/api/holds.ts';
import type { Slot as SlotAnswer } from '../../../shared/api/slots.ts';
import { zoneAt, type Schedule } from '../../domain/availability.ts';
import type { Instant } from '../../domain/interval.ts';
import type { Slot } from '../../domain/slots.ts';
import { localIso } from '../../domain/wall-time.ts';
import type { StoredBooking } from '../../store/bookings.ts';
import type { Situation, StoredEngagement } from '../../store/situation.ts';
import { isParty, overlooks, type Access } from '../signing-in/access.ts';
import { scheduleOf } from './slot-question.ts';

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

/** As far as the caller may know it; null where there is no such booking for them. Who only observes is not told how to join, nor what was confided. */
export function bookingFor(access: Access, booking: StoredBooking): Booking | null {
  if (isParty(access, booking)) return representBooking(booking);
  return overlooks(access, booking.programmeId) ? { ...representBooking(booking), joinUrl: '', needs: null } : null;
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

/** With the time on the clock they are shown on, and on the facilitator's. Neighbours of one start share what is written of it. */
export function representSlots(slots: readonly Slot[], { facilitators }: Situation, timeZone: string): SlotAnswer[] {
  const whereabouts = new Map(facilitators.map((each) => [each.id, whereaboutsOf(scheduleOf(each))]));
  let hour: Hour | null = null;
  return slots.map(({ start, end, facilitatorId, outsideHours, comfort, busyAsOf }) => {
    if (hour?.instant !== start) hour = hourOf(start, end, timeZone);
    const facilitatorTimeZone = whereabouts.get(facilitatorId)?.(start) ?? timeZone;
    const slot: SlotAnswer = {
      start: hour.start,
      end: hour.end,
      facilitatorId,
      localStart: hour.localStart,
      facilitatorLocalStart: hour.in(facilitatorTimeZone),
      facilitatorTimeZone,
      outsideHours,
      comfort,
    };
    // Not spread: of fifty thousand slots, that would be half the time.
    if (busyAsOf !== undefined) slot.busyAsOf = iso(busyAsOf);
    return slot;
  });
}

/** Most never travel: their zone needs no looking up for each slot. */
function whereaboutsOf(schedule: Schedule): (at: Instant) => string {
  return schedule.stays.length === 0 ? () => schedule.timeZone : (at) => zoneAt(schedule, at);
}

interface Hour {
  readonly instant: Instant;
  readonly start: string;
  readonly end: string;
  readonly localStart: string;
  in(timeZone: string): string;
}

function hourOf(start: Instant, end: Instant, timeZone: string): Hour {
  const written = new Map<string, string>();
  return {
    instant: start,
    start: iso(start),
    end: iso(end),
    localStart: localIso(start, timeZone),
    in: (there) => {
      let text = written.get(there);
      if (text === undefined) written.set(there, text = localIso(start, there));
      return text;
    },
  };
}
