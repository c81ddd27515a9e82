import type { Slot } from '../../../../shared/api/slots.ts';
import type { Listing, Row } from '../../live/listing.ts';

/** What the viewer has asked to see. */
export interface Filters {
  /** Null: anyone's times. */
  facilitatorId: string | null;
  outsideHours: boolean;
}

export function isShown(slot: Slot, { facilitatorId, outsideHours }: Filters): boolean {
  return (facilitatorId === null || slot.facilitatorId === facilitatorId) && (outsideHours || slot.outsideHours.length === 0);
}

export function shownRows(listing: Listing, filters: Filters): Row[] {
  return listing.rows.filter(({ slot }) => isShown(slot, filters));
}

/** How many the checkbox would add: free, of the chosen facilitator, outside somebody's hours. */
export function outsideCount(listing: Listing, filters: Filters): number {
  return listing.rows.filter(({ slot, taken }) => !taken && slot.outsideHours.length > 0 && isShown(slot, { ...filters, outsideHours: true })).length;
}

export function freeCount(rows: readonly Row[]): number {
  return rows.filter(({ taken }) => !taken).length;
}
