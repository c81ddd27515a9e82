import type { Supply } from '../../../shared/api/coordination.ts';
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

/** Why a cell needs attention, most urgent first. `unrecorded`: it is over, and nobody has said who came. `bounced`: an invitation came back. `clash`: the facilitator's own calendar is taken then. `full`, `scarce`: no, or hardly any, comfortable time is left. */
export type Concern = 'missed' | 'over' | 'unrecorded' | 'bounced' | 'declined' | 'other-time' | 'clash' | 'full' | 'due' | 'scarce';

const URGENCY: readonly Concern[] = ['missed', 'over', 'unrecorded', 'bounced', 'declined', 'other-time', 'clash', 'full', 'due', 'scarce'];
const ATTENTION_DAYS = 3;
const COMFORTABLE_LEFT = 3;

export type SessionSupply = Supply['sessions'][number];

/** The most urgent reason to look at a cell; null when all is well with it. */
export function concernOf(cell: Cell, now: number, supply?: SessionSupply, bounced: ReadonlySet<string> = new Set()): Concern | null {
  if (cell.state === 'missed') return 'missed';
  if (cell.booking && cell.state === 'booked' && Date.parse(cell.booking.end) <= now) return 'unrecorded';
  if (cell.booking && cell.state === 'booked') return bounced.has(cell.booking.id) ? 'bounced' : answered(cell);
  if (cell.state !== 'open' && cell.state !== 'held') return null;
  if (cell.daysLeft < 0) return 'over';
  if (supply?.free === 0) return 'full';
  if (cell.daysLeft <= ATTENTION_DAYS) return 'due';
  return supply && supply.comfortable < COMFORTABLE_LEFT ? 'scarce' : null;
}

/** What people's calendars say to a booking; it stands until somebody moves or cancels it. */
function answered({ answers = [], busyConflict }: Cell): Concern | null {
  if (answers.some(({ reply }) => reply === 'declined')) return 'declined';
  if (answers.some(({ wantsOtherTime }) => wantsOtherTime)) return 'other-time';
  return busyConflict ? 'clash' : null;
}

export interface Concerned {
  cell: Cell;
  concern: Concern;
}

/** All cells that need attention: by urgency, then by the days left. */
export function concernsOf(cells: readonly Cell[], now: number, supply: ReadonlyMap<string, SessionSupply>, bounced: ReadonlySet<string>): Concerned[] {
  return cells.flatMap((cell): Concerned[] => {
    const concern = concernOf(cell, now, supply.get(cell.sessionId), bounced);
    return concern ? [{ cell, concern }] : [];
  }).toSorted((a, b) => URGENCY.indexOf(a.concern) - URGENCY.indexOf(b.concern) || a.cell.daysLeft - b.cell.daysLeft);
}

/** Whether the filter keeps a cell: everything that is not settled. */
export function isUnsettled({ state }: Cell): boolean {
  return state === 'open' || state === 'held' || state === 'missed';
}
