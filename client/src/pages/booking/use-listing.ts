import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Slot, SlotList } from '../../../../shared/api/slots.ts';
import { getSlots } from '../../api/booking.ts';
import { type Reading, useReading } from '../../api/resource.ts';
import { lookAt, onChange } from '../../live/connection.ts';
import { type Buffers, type Listing, listingOf, lost, reconcile, take, unfold } from '../../live/listing.ts';
import { isClaimed } from '../../live/own.ts';
import { useEvent } from '../../state/use-event.ts';

export interface LiveListing {
  reading: Reading<SlotList>;
  listing: Listing | null;
  /** Puts the new times in their places. */
  showFresh: () => void;
}

/**
 * A session's times, kept true while they are on screen: what others take is marked in place at once, and the list is then
 * read again to make sure.
 * @param onLost told what was free and no longer is
 */
export function useListing(session: Session, policy: Buffers, onLost: (slots: readonly Slot[], after: Listing) => void): LiveListing {
  const reading = useReading(`slots/${session.id}`, () => getSlots(session.id));
  const keptRef = useRef(reading.value);
  const [listing, setListing] = useState<Listing | null>(null);
  // What is on screen, for changes that arrive faster than it is drawn.
  const currentRef = useRef<Listing | null>(null);
  const become = useEvent((after: Listing) => {
    const before = currentRef.current;
    currentRef.current = after;
    setListing(after);
    const gone = before ? lost(before, after).filter((slot) => !isClaimed(slot)) : [];
    if (gone.length > 0) onLost(gone, after);
  });
  useEffect(() => {
    // A list kept from an earlier visit would call everything since then "just taken"; it serves only if nothing newer can be had.
    const isUsable = reading.problem !== null || reading.value !== keptRef.current;
    if (reading.value && isUsable) become(currentRef.current ? reconcile(currentRef.current, reading.value.slots) : listingOf(reading.value.slots));
  }, [reading, become]);
  useEffect(() => onChange(({ kind, data }) => {
    if (kind !== 'slot.taken' || !currentRef.current || isClaimed({ facilitatorId: String(data['facilitatorId']), start: String(data['start']) })) return;
    become(take(currentRef.current, spanOf(data), policy));
  }), [policy, become]);
  useEffect(() => {
    lookAt(session.id);
    return () => lookAt(null);
  }, [session.id]);
  return { reading, listing, showFresh: () => currentRef.current && become(unfold(currentRef.current)) };
}



function spanOf(data: Record<string, unknown>) {
  return {
    facilitatorId: String(data['facilitatorId']),
    protectedStart: Date.parse(String(data['protectedStart'])),
    protectedEnd: Date.parse(String(data['protectedEnd'])),
  };
}
