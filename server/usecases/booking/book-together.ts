import { insertBookings, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Database, Tx } from '../../store/database.ts';
import { lockCalendars, placeEngagements, removeHoldsOnceBooked } from '../../store/engagements.ts';
import { gathered } from '../../store/gathered.ts';
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
  const places = sought.map(placeOf);
  try {
    const placed = await db.oneJourney((tx) => placeAndWrite(tx, places));
    return places.map(({ booking }) => (placed.has(booking.id) ? booking : null));
  } catch {
    return places.map(() => null);
  }
}

interface Place {
  readonly call: Call;
  readonly looked: Looked;
  readonly slot: TakenSlot;
  readonly booking: Own<StoredBooking>;
}

function placeOf({ call, looked, needs }: Sought): Place {
  const engagement = engagementFor(looked, call.now, looked.placement);
  const ownHold = looked.situation.engagements.find(({ kind, sessionId }) => kind === 'hold' && sessionId === engagement.sessionId) ?? null;
  const slot: TakenSlot = { ...looked, engagement, ownHold, lapsed: [] };
  return { call, looked, slot, booking: bookingOf(slot, call, needs ?? null) };
}

/**
 * All is written down before it is known who is placed, so that it is one journey; what is of somebody who is not placed leaves nothing.
 * The versions that were decided on say that those who come are still the same, too.
 */
async function placeAndWrite(tx: Tx, places: readonly Place[]): Promise<Set<string>> {
  const { call, slot: { programmeId } } = places.at(-1)!;
  const bookings = places.map(({ booking }) => booking);
  const comers = new Map(places.map(({ booking, looked }) => [booking.id, looked.attendees]));
  const changes = places.flatMap(({ booking, call: { access }, slot }) => changesOfBooking(booking, slot, access.actor).map((change) => ({ ...change, ifPlaced: booking.id })));
  // Another process may place as many in another order: without these two could wait for each other in a ring.
  const locked = places.length > 1 && lockCalendars(tx, bookings.flatMap(({ facilitatorId, clusterId }) => [facilitatorId, clusterId]));
  const placed = placeEngagements(tx, places.map(({ looked, slot: { engagement, ownHold } }) => ({ ...decidedOn(looked), engagement, holdId: ownHold?.id ?? null })));
  const ended = places.some(({ slot }) => slot.ownHold) && removeHoldsOnceBooked(tx, bookings);
  insertBookings(tx, bookings);
  tellOfNew(tx, call, programmeId, bookings, ({ id }) => comers.get(id)!);
  appendChanges(tx, programmeId, changes, call.now);
  return (await Promise.all([placed, locked, ended]))[0];
}
