import type { Slot } from '../../../shared/api/slots.ts';

/** A time on screen: it keeps its place for as long as the page is open, taken or not. */
export interface Row {
  slot: Slot;
  taken: boolean;
}

export interface Listing {
  rows: readonly Row[];
  /** Times that have come free since; shown when asked for, so that nothing on screen moves by itself. */
  fresh: readonly Slot[];
}

/** What a `slot.taken` change says, in epoch milliseconds. */
export interface TakenSpan {
  facilitatorId: string;
  protectedStart: number;
  protectedEnd: number;
}

export interface Buffers {
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

export function listingOf(slots: readonly Slot[]): Listing {
  return { rows: slots.map((slot) => ({ slot, taken: false })), fresh: [] };
}

/** The same place whoever computed it: one facilitator, one instant. */
export function keyOf({ facilitatorId, start }: Pick<Slot, 'facilitatorId' | 'start'>): string {
  return `${Date.parse(start)} ${facilitatorId}`;
}

/** Marks at once what a change takes away: rows of that facilitator whose protected span meets the taken one. Touching is not meeting. */
export function take(listing: Listing, span: TakenSpan, buffers: Buffers): Listing {
  const meets = (slot: Slot) => slot.facilitatorId === span.facilitatorId
    && Date.parse(slot.start) - buffers.bufferBeforeMinutes * 60_000 < span.protectedEnd
    && span.protectedStart < Date.parse(slot.end) + buffers.bufferAfterMinutes * 60_000;
  return {
    rows: listing.rows.map((row) => (row.taken || !meets(row.slot) ? row : { ...row, taken: true })),
    fresh: listing.fresh.filter((slot) => !meets(slot)),
  };
}

/** Brings the page in line with a new list: gone is marked taken, come back is free again, new waits in `fresh`. No row moves. */
export function reconcile(listing: Listing, slots: readonly Slot[]): Listing {
  const now = new Map(slots.map((slot) => [keyOf(slot), slot]));
  const known = new Set(listing.rows.map((row) => keyOf(row.slot)));
  return {
    rows: listing.rows.map((row) => {
      const slot = now.get(keyOf(row.slot));
      return slot ? { slot, taken: false } : { ...row, taken: true };
    }),
    fresh: slots.filter((slot) => !known.has(keyOf(slot))),
  };
}

/** Puts the waiting times in their places; what was struck through goes with it, since this moves the rows anyway. */
export function unfold({ rows, fresh }: Listing): Listing {
  const free = [...rows.filter((row) => !row.taken).map((row) => row.slot), ...fresh];
  return listingOf(free.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start) || (a.facilitatorId < b.facilitatorId ? -1 : 1)));
}

/** Free in `before` and taken in `after`. */
export function lost(before: Listing, after: Listing): Slot[] {
  const free = new Set(before.rows.filter((row) => !row.taken).map((row) => keyOf(row.slot)));
  return after.rows.filter((row) => row.taken && free.has(keyOf(row.slot))).map((row) => row.slot);
}

/** The two free times nearest to one that was lost, in order of time. */
export function nearest(listing: Listing, to: Slot, count = 2): Slot[] {
  const from = Date.parse(to.start);
  return listing.rows.filter((row) => !row.taken && keyOf(row.slot) !== keyOf(to)).map((row) => row.slot)
    .toSorted((a, b) => Math.abs(Date.parse(a.start) - from) - Math.abs(Date.parse(b.start) - from))
    .slice(0, count).toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
}
