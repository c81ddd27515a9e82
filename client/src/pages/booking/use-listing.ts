import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Slot, SlotList } from '../../../../shared/api/slots.ts';
import { getSlots } from '../../api/endpoints.ts';
import { type Reading, useReading } from '../../api/resource.ts';
import { serverNow } from '../../format/clock.ts';
import { lookAt, onChange } from '../../live/connection.ts';
import { type Buffers, type Listing, listingOf, lost, reconcile, take, unfold } from '../../live/listing.ts';
import { isClaimed } from '../../live/own.ts';

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
  const opened = useRef(serverNow());
  const reading = useReading(`slots/${session.id}`, () => getSlots(session.id));
  const [listing, setListing] = useState<Listing | null>(null);
  const current = useRef<Listing | null>(null);
  const tell = useRef(onLost);
  tell.current = onLost;
  const become = (after: Listing) => {
    const before = current.current;
    current.current = after;
    setListing(after);
    const gone = before ? lost(before, after).filter((slot) => !isClaimed(slot)) : [];
    if (gone.length > 0) tell.current(gone, after);
  };
  useEffect(() => {
    // A list kept from an earlier visit would call everything since then "just taken"; it serves only if nothing newer can be had.
    const usable = reading.value && (reading.problem !== null || (reading.at ?? 0) >= opened.current);
    if (usable) become(current.current ? reconcile(current.current, reading.value?.slots ?? []) : listingOf(reading.value?.slots ?? []));
  }, [reading]);
  useEffect(() => onChange(({ kind, data }) => {
    if (kind !== 'slot.taken' || !current.current || isClaimed({ facilitatorId: String(data['facilitatorId']), start: String(data['start']) })) return;
    become(take(current.current, spanOf(data), policy));
  }), [policy]);
  useEffect(() => {
    lookAt(session.id);
    return () => lookAt(null);
  }, [session.id]);
  return { reading, listing, showFresh: () => current.current && become(unfold(current.current)) };
}



function spanOf(data: Record<string, unknown>) {
  return {
    facilitatorId: String(data['facilitatorId']),
    protectedStart: Date.parse(String(data['protectedStart'])),
    protectedEnd: Date.parse(String(data['protectedEnd'])),
  };
}
