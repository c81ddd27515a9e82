import { attendeesOf, type Attendees } from '../../store/attendees.ts';
import { insertBookings, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Database, Tx } from '../../store/database.ts';
import { lockCalendars, placeEngagements, removeHoldsOnceBooked } from '../../store/engagements.ts';
import { gathered } from '../../store/gathered.ts';
import type { StoredEngagement } from '../../store/situation.ts';
import type { Call } from '../call.ts';
import type { Own } from '../signing-in/access.ts';
import { bookingOf, changesOfBooking } from './book-session.ts';
import { decidedOn, engagementFor, lapsedInTheWay, type Looked, type TakenSlot } from './take-slot.ts';
import { tellOfNew } from './tell-booking.ts';

/** A booking that a look has found possible. */
export interface Sought {
  readonly call: Call;
  readonly needs: string | undefined;
  readonly looked: Looked;
}

/** Books, or says null: nothing has been written, and it is for `bookSession` to read and decide again. */
export type BookTogether = (sought: Sought) => Promise<StoredBooking | null>;

/** More would make the first of a round wait for the last. */
const MOST = 50;

/**
 * Bookings of one programme that come while another is being written are written together: one transaction, one statement
 * for each kind of row, one commit. Each is placed or not by itself, by the same constraints.
 */
export function openBookings(db: Database): BookTogether {
  const book = gathered(({ looked }: Sought) => looked.programmeId, MOST, (sought) => bookAll(db, sought));
  return async (sought) => (isPlain(sought) ? book(sought) : null);
}

/** What has to make room first goes by itself: a lapsed hold in the way, a booking that nobody came to. */
function isPlain({ call, looked }: Sought): boolean {
  return looked.session.state === 'open' && lapsedInTheWay(looked.situation, engagementFor(looked, call.now, looked.placement), call.now).length === 0;
}

/** Whatever goes wrong comes again to whom it concerns when each tries alone, and harms nobody else. */
async function bookAll(db: Database, sought: readonly Sought[]): Promise<(StoredBooking | null)[]> {
  const places = sought.map((each) => ({ ...each, engagement: engagementFor(each.looked, each.call.now, each.looked.placement) }));
  try {
    const made = await db.transaction((tx) => placeAndWrite(tx, places), 0);
    return places.map(({ engagement }) => made.get(engagement.id) ?? null);
  } catch {
    return places.map(() => null);
  }
}

interface Place extends Sought {
  readonly engagement: StoredEngagement;
}

async function placeAndWrite(tx: Tx, places: readonly Place[]): Promise<Map<string, StoredBooking>> {
  const whose = places.map(({ engagement, looked: { programmeId } }) => ({ ...engagement, programmeId }));
  const [, placed, holds, whoComesTo] = await Promise.all([
    // Another process may place as many in another order: without these two could wait for each other in a ring.
    places.length > 1 && lockCalendars(tx, whose.flatMap(({ facilitatorId, clusterId }) => [facilitatorId, clusterId])),
    placeEngagements(tx, places.map(({ engagement, looked }) => ({ ...decidedOn(looked), engagement }))),
    removeHoldsOnceBooked(tx, whose),
    attendeesOf(tx, whose),
  ]);
  const made = places.filter(({ engagement }) => placed.has(engagement.id)).map(({ call, engagement, looked, needs }) => {
    const slot: TakenSlot = { ...looked, engagement, ownHold: holds.get(engagement.sessionId) ?? null, lapsed: [] };
    return { call, slot, booking: bookingOf(slot, call, needs ?? null) };
  });
  const last = made.at(-1);
  if (last) write(tx, last.call, made, whoComesTo);
  return new Map(made.map(({ booking }) => [booking.id, booking]));
}

interface Made {
  readonly call: Call;
  readonly slot: TakenSlot;
  readonly booking: Own<StoredBooking>;
}

function write(tx: Tx, call: Call, made: readonly Made[], whoComesTo: (booking: Own<StoredBooking>) => Attendees): void {
  const { programmeId } = made[0]!.slot;
  const bookings = made.map(({ booking }) => booking);
  insertBookings(tx, bookings);
  tellOfNew(tx, call, programmeId, bookings, whoComesTo);
  appendChanges(tx, programmeId, made.flatMap(({ booking, call: { access }, slot }) => changesOfBooking(booking, slot, access.actor)), call.now);
}
