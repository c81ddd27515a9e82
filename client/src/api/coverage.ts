import type { Supply } from '../../../shared/api/coordination.ts';
import type { Coverage } from '../../../shared/api/sessions.ts';
import type { SessionSupply } from '../live/board.ts';
import { cancelling } from '../state/cancelling.ts';
import { getBounced, getSupply } from './coordination.ts';
import { getCoverage } from './endpoints.ts';
import { type Reading, useReading } from './resource.ts';

/** Where every session stands; one that is being cancelled is shown as the server will soon have it. */
export function useCoverage(programmeId: string): Reading<Coverage> {
  const reading = useReading(`coverage/${programmeId}`, () => getCoverage(programmeId));
  if (cancelling.value.size === 0 || !reading.value) return reading;
  return { ...reading, value: { ...reading.value, cells: reading.value.cells.map((cell) => (cell.booking && cancelling.value.has(cell.booking.id) ? reopened(cell) : cell)) } };
}

export interface Outlook {
  supply: Supply | null;
  bySession: ReadonlyMap<string, SessionSupply>;
  /** Bookings of which an invitation came back. */
  bounced: ReadonlySet<string>;
}

/** What is left, and what went wrong; the board is there without it. */
export function useOutlook(programmeId: string): Outlook {
  const supply = useReading(`slots/supply/${programmeId}`, () => getSupply(programmeId)).value ?? null;
  const bounced = useReading(`deliveries/bounced/${programmeId}`, () => getBounced(programmeId)).value ?? [];
  return { supply, bySession: new Map(supply?.sessions.map((each) => [each.sessionId, each])), bounced: new Set(bounced.map(({ bookingId }) => bookingId)) };
}

function reopened(cell: Coverage['cells'][number]): Coverage['cells'][number] {
  const { booking: _, ...rest } = cell;
  return { ...rest, state: 'open' };
}
