import type { Coverage, SessionState } from '../../../shared/api/sessions.ts';

export type Cell = Coverage['cells'][number];

/** What became of one cell between two readings of the board. */
export interface CellChange {
  cell: Cell;
  /** The new state, or `moved` where a booking has another time. */
  became: SessionState | 'moved';
}

/** What differs between two readings, in the board's order. */
export function changesBetween(before: readonly Cell[], after: readonly Cell[]): CellChange[] {
  const known = new Map(before.map((cell) => [cell.sessionId, cell]));
  return after.flatMap((cell): CellChange[] => {
    const old = known.get(cell.sessionId);
    if (!old) return [];
    if (old.state !== cell.state) return [{ cell, became: cell.state }];
    const moved = old.booking && cell.booking && (old.booking.start !== cell.booking.start || old.booking.facilitatorId !== cell.booking.facilitatorId);
    return moved ? [{ cell, became: 'moved' }] : [];
  });
}

/** Missed, or still to book with three days or less to go. */
export function needsAttention({ state, daysLeft }: Cell): boolean {
  return state === 'missed' || ((state === 'open' || state === 'held') && daysLeft <= ATTENTION_DAYS);
}

/** Whether the filter keeps a cell: everything that is not settled. */
export function isUnsettled({ state }: Cell): boolean {
  return state === 'open' || state === 'held' || state === 'missed';
}

const ATTENTION_DAYS = 3;
