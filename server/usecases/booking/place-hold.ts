import { holdExpiry, MAXIMUM_EXTENSIONS } from '../../domain/booking.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import type { StoredEngagement } from '../../store/situation.ts';
import type { Call } from '../call.ts';
import type { Listings } from '../listing/listings.ts';
import { holdEnded, holdPlaced, slotFreed, slotTaken } from './slot-changes.ts';
import { lapseOf, lookForSlot, takeSlot, type Describe, type Looked, type TakenSlot, type Wish } from './take-slot.ts';

/**
 * Keeps a slot for the session's cluster for `holdMinutes`. A second hold of the same session replaces the first;
 * a session that is booked may hold another slot, to move to it, and one that was missed, to be booked again.
 */
export async function placeHold(tx: Tx, call: Call, wish: Wish, looked?: Looked): Promise<Result<StoredEngagement>> {
  const taken = await takeSlot(tx, call, wish, describe(call), looked);
  if (!taken.ok) return taken;
  appendChanges(tx, taken.value.programmeId, changesOf(taken.value, call), call.now);
  return accept(taken.value.engagement);
}

/** Whether a hold could be placed, before anything is begun. */
export function lookBeforeHold(listings: Listings, call: Call, wish: Wish): Promise<Result<Looked>> {
  return lookForSlot(listings, call, wish, describe(call));
}

function describe({ now, settings }: Call): Describe {
  return ({ policy }, { state }) => {
    if (state === 'done' || state === 'waived') return refuse('policy', `This session is ${state}; there is nothing left to book.`);
    return accept({ id: settings.newId('hld'), kind: 'hold', expiresAt: holdExpiry(now, policy), extensionsLeft: MAXIMUM_EXTENSIONS, judgedAt: now });
  };
}

function changesOf({ engagement, ownHold, lapsed }: TakenSlot, { now, access: { actor } }: Call) {
  return [
    ...lapsed.flatMap(lapseOf),
    ...(ownHold ? [holdEnded(ownHold, 'replaced', actor), slotFreed(ownHold, actor)] : []),
    holdPlaced(engagement, now, actor),
    slotTaken(engagement, actor),
  ];
}
