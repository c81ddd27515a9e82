import type { Own } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

export interface StoredAttendance {
  bookingId: string;
  outcome: 'done' | 'missed';
  attended: string[];
  notes: string | null;
  recordedBy: string;
  recordedAt: Instant;
}

export interface Participant {
  id: string;
  name: string;
  role: 'facilitator' | 'representative';
}

export async function findAttendance(db: Queryable, booking: Own): Promise<StoredAttendance | null> {
  const { rows } = await db.query<StoredAttendance>(
    `SELECT booking_id AS "bookingId", outcome, attended, notes, recorded_by AS "recordedBy", recorded_at AS "recordedAt"
     FROM attendances WHERE booking_id = $1`, [booking.id]);
  return rows[0] ?? null;
}

export async function saveAttendance(tx: Tx, booking: Own, record: Omit<StoredAttendance, 'bookingId'>): Promise<void> {
  await tx.query(
    `INSERT INTO attendances (booking_id, outcome, attended, notes, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, ${instant(6)})
     ON CONFLICT (booking_id) DO UPDATE SET outcome = EXCLUDED.outcome, attended = EXCLUDED.attended, notes = EXCLUDED.notes,
       recorded_by = EXCLUDED.recorded_by, recorded_at = EXCLUDED.recorded_at`,
    [booking.id, record.outcome, record.attended, record.notes, record.recordedBy, record.recordedAt],
  );
}

/** Everyone who can have come: its facilitator, whoever acts for the cluster now, and whoever was invited and has left since. */
export async function participantsOf(db: Queryable, booking: Own): Promise<Participant[]> {
  const { rows } = await db.query<Participant>(
    `SELECT id, name, role FROM (
       SELECT f.id, f.name, 'facilitator' AS role, 0 AS rank, 0 AS position FROM bookings b JOIN facilitators f ON f.id = b.facilitator_id WHERE b.id = $1
       UNION ALL
       SELECT r.id, r.name, 'representative', 1, r.position FROM bookings b JOIN representatives r ON r.cluster_id = b.cluster_id WHERE b.id = $1
       UNION ALL
       SELECT DISTINCT ON (d.person_id) d.person_id, d.name, 'representative', 2, 0 FROM deliveries d
       WHERE d.booking_id = $1 AND d.role = 'representative' AND NOT EXISTS (SELECT FROM representatives r WHERE r.id = d.person_id)
     ) people ORDER BY rank, position, name, id`,
    [booking.id],
  );
  return rows;
}

export interface StoredNotes {
  own: string;
  shared: string;
  version: number;
  writtenAt: Instant | null;
}

/** Empty notes where nobody has written any. */
export async function findNotes(db: Queryable, booking: Own): Promise<StoredNotes> {
  const { rows } = await db.query<StoredNotes>('SELECT own, shared, version, written_at AS "writtenAt" FROM session_notes WHERE booking_id = $1', [booking.id]);
  return rows[0] ?? { own: '', shared: '', version: 0, writtenAt: null };
}

export async function saveNotes(tx: Tx, booking: Own, notes: Pick<StoredNotes, 'own' | 'shared'>, now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO session_notes (booking_id, own, shared, written_at) VALUES ($1, $2, $3, ${instant(4)})
     ON CONFLICT (booking_id) DO UPDATE SET own = EXCLUDED.own, shared = EXCLUDED.shared, version = session_notes.version + 1, written_at = EXCLUDED.written_at`,
    [booking.id, notes.own, notes.shared, now],
  );
}
