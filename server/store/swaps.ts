import type { SwapState } from '../../shared/api/swaps.ts';
import type { Own, ProgrammeAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

export interface StoredSwap {
  id: string;
  programmeId: string;
  bookingId: string;
  otherBookingId: string;
  state: SwapState;
  note: string | null;
  createdAt: Instant;
  answeredAt: Instant | null;
  version: number;
}

/** False when one of the two has asked the other already, be it in the same moment. */
export async function insertSwap(tx: Tx, swap: Own<Pick<StoredSwap, 'id' | 'programmeId' | 'bookingId' | 'otherBookingId' | 'note'>>, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO swaps (id, programme_id, booking_id, other_booking_id, note, created_at) VALUES ($1, $2, $3, $4, $5, ${instant(6)}) ON CONFLICT DO NOTHING`,
    [swap.id, swap.programmeId, swap.bookingId, swap.otherBookingId, swap.note, now],
  );
  return rowCount === 1;
}

/** The swap, locked until the transaction ends. */
export async function lockSwap(tx: Tx, id: string): Promise<StoredSwap | null> {
  const { rows } = await tx.query<SwapRow>(`SELECT ${COLUMNS} FROM swaps WHERE id = $1 FOR UPDATE`, [id]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** Those that a booking is in, on either side, the newest first. */
export async function swapsOfBooking(db: Queryable, booking: Own): Promise<StoredSwap[]> {
  const { rows } = await db.query<SwapRow>(
    `SELECT ${COLUMNS} FROM swaps WHERE booking_id = $1 OR other_booking_id = $1 ORDER BY created_at DESC, id LIMIT 100`, [booking.id]);
  return rows.map(fromRow);
}

/** Those of a programme, or of one cluster of it on either side, the newest first. */
export async function swapsOfProgramme(db: Queryable, programmeId: ProgrammeAccess, clusterId: string | null): Promise<StoredSwap[]> {
  const { rows } = await db.query<SwapRow>(
    `SELECT ${COLUMNS} FROM swaps WHERE programme_id = $1
       AND ($2::text IS NULL OR EXISTS (SELECT FROM bookings b WHERE b.id IN (booking_id, other_booking_id) AND b.cluster_id = $2))
     ORDER BY created_at DESC, id LIMIT 200`, [programmeId, clusterId]);
  return rows.map(fromRow);
}

export async function answerSwap(tx: Tx, { id }: Own, state: SwapState, now: Instant): Promise<void> {
  await tx.query(`UPDATE swaps SET state = $2, answered_at = ${instant(3)}, version = version + 1 WHERE id = $1`, [id, state, now]);
}

const COLUMNS = 'id, programme_id, booking_id, other_booking_id, state, note, created_at, answered_at, version';

interface SwapRow {
  id: string;
  programme_id: string;
  booking_id: string;
  other_booking_id: string;
  state: SwapState;
  note: string | null;
  created_at: Instant;
  answered_at: Instant | null;
  version: number;
}

function fromRow(row: SwapRow): StoredSwap {
  return {
    id: row.id,
    programmeId: row.programme_id,
    bookingId: row.booking_id,
    otherBookingId: row.other_booking_id,
    state: row.state,
    note: row.note,
    createdAt: row.created_at,
    answeredAt: row.answered_at,
    version: row.version,
  };
}
