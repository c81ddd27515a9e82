import { addMinutes, type Instant } from '../../domain/interval.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { attendeesOf } from '../../store/attendees.ts';
import { findBooking, insertBookings, reviseBooking } from '../../store/bookings.ts';
import type { Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { placeEngagement, removeEngagement } from '../../store/engagements.ts';
import type { Situation, StoredEngagement } from '../../store/situation.ts';
import { bookingOf, changesOfBooking } from './book-session.ts';
import type { Call } from '../call.ts';
import type { PartyAccess } from '../signing-in/access.ts';
import { changesOfMove, revisedAt } from './move-booking.ts';
import { isUnmoved } from '../planning/plan-reads.ts';
import { iso } from '../listing/represent.ts';
import { holdPlaced, slotTaken } from './slot-changes.ts';
import { decide, decidedOn, engagementFor, lapseOf, sweepOutOfTheWay, type TakenSlot } from './take-slot.ts';
import { tellAttendees, tellOfNew } from './tell-booking.ts';

/** A place for one session among several that are taken together. */
export interface PlaceToTake {
  readonly sessionId: string;
  readonly facilitatorId: string;
  readonly start: Instant;
  /** Where its booking is, if it has one: that moves. */
  readonly present: { readonly bookingId: string; readonly facilitatorId: string; readonly start: Instant } | null;
}

export interface Taken {
  readonly slot: TakenSlot;
  /** The engagement that a moved booking had. */
  readonly old: StoredEngagement | null;
}

/** Old places of what moves are given back first, so that sessions may change places with each other. */
export async function takePlaces(tx: Tx, call: Call, programmeId: PartyAccess, read: Situation, placements: readonly PlaceToTake[], confirmWithinHours: number | null): Promise<Result<Taken[]>> {
  const changing = placements.filter((each) => !isUnmoved(each));
  const moving = new Set(changing.flatMap(({ present }) => present?.bookingId ?? []));
  const situation = { ...read, engagements: read.engagements.filter((each) => !moving.has(each.id)) };
  for (const id of moving) await removeEngagement(tx, { id, programmeId });
  const taken: Taken[] = [];
  for (const placement of changing) {
    const old = read.engagements.find((each) => each.id === placement.present?.bookingId) ?? null;
    const slot = await takePlace(tx, call, programmeId, situation, placement, old ? null : confirmWithinHours);
    if (!slot.ok) return slot;
    situation.engagements.push(slot.value.engagement);
    taken.push({ slot: slot.value, old });
  }
  return accept(taken);
}

async function takePlace(tx: Tx, call: Call, programmeId: PartyAccess, situation: Situation, placement: PlaceToTake, confirmWithinHours: number | null): Promise<Result<TakenSlot>> {
  const session = situation.sessions.find(({ id }) => id === placement.sessionId)!;
  const decision = decide(programmeId, situation, session, placement, call.now, call.now);
  if (!decision.ok) return decision;
  const isHold = confirmWithinHours !== null;
  const engagement = engagementFor(decision.value, call.now, {
    id: placement.present?.bookingId ?? call.settings.newId(isHold ? 'hld' : 'bkg'),
    kind: isHold ? 'hold' : 'booking',
    expiresAt: isHold ? addMinutes(call.now, confirmWithinHours * 60) : null,
    extensionsLeft: isHold ? 0 : null,
  });
  const lapsed = await sweepOutOfTheWay(tx, situation, engagement, call.now);
  situation.engagements = situation.engagements.filter((each) => !lapsed.some(({ id }) => id === each.id));
  if (await placeEngagement(tx, engagement, decidedOn(decision.value))) return accept({ ...decision.value, engagement, ownHold: null, lapsed });
  return refuse('slot-taken', `Somebody has just taken the place meant for ${session.cluster.name}. Nothing has been changed; look again.`, {
    errors: [{ path: `placements.${session.id}`, message: 'this time has just been taken' }],
  });
}

export interface Made {
  readonly booked: { sessionId: string; bookingId: string }[];
  readonly moved: { sessionId: string; bookingId: string }[];
  readonly offered: { sessionId: string; holdId: string; expiresAt: string }[];
  readonly changes: Change[];
}

/** Bookings made and moved, their invitations, holds: all but the changes, which come last. */
export async function writeDown(tx: Tx, call: Call, taken: readonly Taken[]): Promise<Made> {
  const made: Made = { booked: [], moved: [], offered: [], changes: [] };
  const { actor } = call.access;
  for (const { slot, old } of taken) {
    const { engagement } = slot;
    const { id, sessionId, expiresAt } = engagement;
    if (expiresAt !== null) {
      made.offered.push({ sessionId, holdId: id, expiresAt: iso(expiresAt) });
      made.changes.push(...slot.lapsed.flatMap(lapseOf), holdPlaced(engagement, call.now, actor), slotTaken(engagement, actor));
    } else if (old) {
      const before = { ...(await findBooking(tx, id))!, programmeId: slot.programmeId };
      const after = revisedAt(before, engagement, call.now);
      reviseBooking(tx, after, null);
      await tellAttendees(tx, call, before, after);
      made.moved.push({ sessionId, bookingId: id });
      made.changes.push(...slot.lapsed.flatMap(lapseOf), ...changesOfMove(before, after, engagement, old, null, actor));
    } else {
      const booking = bookingOf(slot, call, null);
      insertBookings(tx, [booking]);
      tellOfNew(tx, call, booking.programmeId, [booking], await attendeesOf(tx, [booking]));
      made.booked.push({ sessionId, bookingId: id });
      made.changes.push(...changesOfBooking(booking, slot, actor));
    }
  }
  return made;
}
