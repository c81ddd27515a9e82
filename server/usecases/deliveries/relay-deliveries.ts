import type { Instant } from '../../domain/interval.ts';
import type { Database } from '../../store/database.ts';
import { markOffered, takeOffers } from '../../store/deliveries.ts';
import type { Offer } from '../../store/deliveries.ts';

export interface Relay {
  /** Puts the offers into the queue; an offer that is there already is the same one. Throws if it could not in good time. */
  offer(offers: readonly Offer[]): Promise<void>;
  /** A delivery offered so long ago and still waiting is offered anew: the queue may have lost it. Milliseconds. */
  readonly offerAgainAfterMs: number;
  /** Edits of a booking wait so long for each other, from the first of them on, and are one mail. Milliseconds. */
  readonly editsWaitMs: number;
  /** At most so many at once. */
  readonly batch: number;
}

/**
 * Offers waiting deliveries to the queue and returns how many. Marked after they are in the queue, in the transaction that
 * has them locked: a kill in between leaves them unmarked, they are offered once more under the same names, and the queue
 * takes them for one; if the first had already run, the row says so.
 */
export async function relayDeliveries(db: Database, relay: Relay, now: Instant): Promise<number> {
  return db.transaction(async (tx) => {
    const offers = await takeOffers(tx, {
      staleBefore: now - relay.offerAgainAfterMs as Instant, editsBefore: now - relay.editsWaitMs as Instant, limit: relay.batch,
    });
    if (offers.length === 0) return 0;
    await relay.offer(apart(offers));
    await markOffered(tx, offers, now);
    return offers.length;
  });
}

/** Messages of one booking take turns: one after the other in the queue, most would be taken up only to be put back. So first one of each booking, then its next. */
function apart(offers: readonly Offer[]): Offer[] {
  const before = new Map<string, number>();
  const ranked = offers.map((offer) => {
    const rank = before.get(offer.bookingId) ?? 0;
    before.set(offer.bookingId, rank + 1);
    return { offer, rank };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ offer }) => offer);
}
