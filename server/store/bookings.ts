import type { Own, PartyAccess, ProgrammeAccess } from '../domain/access.ts';
import type { Instant, Interval } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant, isoOf, range } from './engagements.ts';

export interface StoredBooking {
  id: string;
  programmeId: string;
  sessionId: string;
  clusterId: string;
  facilitatorId: string;
  span: Interval;
  /** `missed`: nobody came, and the session was booked again since. */
  status: 'confirmed' | 'cancelled' | 'missed';
  uid: string;
  sequence: number;
  joinUrl: string;
  needs: string | null;
  version: number;
  createdAt: Instant;
  stampedAt: Instant;
}

export async function findBooking(db: Queryable, id: string): Promise<StoredBooking | null> {
  const { rows } = await db.query<BookingRow>(`SELECT ${COLUMNS} FROM bookings b WHERE b.id = $1`, [id]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** The booking, locked until the transaction ends. */
export async function lockBooking(tx: Tx, id: string): Promise<StoredBooking | null> {
  const { rows } = await tx.query<BookingRow>(`SELECT ${COLUMNS} FROM bookings b WHERE b.id = $1 FOR UPDATE`, [id]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** A booking, its topic, and whether its last revision names anything as it is no longer named. */
export type ComingBooking = Own<StoredBooking> & { topicId: string; isReworded: boolean };

/** Whose bookings: a part of a programme, or the whole. */
export type BookingsOf = 'cluster' | 'facilitator' | 'topic' | 'programme';

/** Bookings of something that have not begun, locked until the transaction ends, each order the same. */
export async function lockComingBookings(tx: Tx, programmeId: PartyAccess, of: BookingsOf, id: string, now: Instant): Promise<ComingBooking[]> {
  const { rows } = await tx.query<BookingRow & { topic_id: string; reworded: boolean }>(
    `SELECT ${COLUMNS}, s.topic_id, (r.programme, r.topic, r.cluster, r.cluster_time_zone, r.facilitator, r.facilitator_time_zone)
       IS DISTINCT FROM (p.name, t.name, c.name, c.time_zone, f.name, f.time_zone) AS reworded
     FROM bookings b
     JOIN booking_revisions r ON r.booking_id = b.id AND r.sequence = b.sequence
     JOIN facilitators f ON f.id = b.facilitator_id
     JOIN sessions s ON s.id = b.session_id
     JOIN topics t ON t.id = s.topic_id
     JOIN clusters c ON c.id = s.cluster_id
     JOIN programmes p ON p.id = s.programme_id
     WHERE ${{ cluster: 'b.cluster_id', facilitator: 'b.facilitator_id', topic: 's.topic_id', programme: 'b.programme_id' }[of]} = $1
       AND b.status = 'confirmed' AND lower(b.span) > ${instant(2)} AND b.programme_id = $3
     ORDER BY b.id FOR UPDATE OF b`,
    [id, now, programmeId],
  );
  return rows.map((row) => ({ ...fromRow(row), programmeId, topicId: row.topic_id, isReworded: row.reworded }));
}

/** Confirmed bookings by session. */
export async function bookingsOfSessions(db: Queryable, programmeId: ProgrammeAccess, sessionIds: readonly string[]): Promise<Map<string, StoredBooking>> {
  const { rows } = await db.query<BookingRow>(
    `SELECT ${COLUMNS} FROM bookings b WHERE b.session_id = ANY($1) AND b.programme_id = $2 AND b.status = 'confirmed'`, [sessionIds, programmeId]);
  return new Map(rows.map((row) => [row.session_id, fromRow(row)]));
}

/**
 * Of these bookings those that have been placed, each with its first revision; their sessions become `booked`. What a revision says,
 * and whether it was placed, is looked up by keys, see `placeEngagements`.
 */
export function insertBookings(tx: Tx, bookings: readonly Own<StoredBooking>[]): void {
  tx.send(
    `WITH booking AS MATERIALIZED (
       SELECT *, tstzrange(starts_at, ends_at, '[)') AS span FROM jsonb_to_recordset($1) AS booking (id text, programme_id text, session_id text, cluster_id text, facilitator_id text,
         starts_at timestamptz, ends_at timestamptz, uid text, sequence int, join_url text, needs text, stamped_at timestamptz)
       WHERE (SELECT id FROM engagements WHERE id = booking.id) IS NOT NULL
     ), made AS (
       INSERT INTO bookings (id, programme_id, session_id, cluster_id, facilitator_id, span, status, uid, sequence, join_url, needs, created_at, stamped_at)
       SELECT id, programme_id, session_id, cluster_id, facilitator_id, span, 'confirmed', uid, sequence, join_url, needs, stamped_at, stamped_at FROM booking
     ), booked AS (
       UPDATE sessions SET state = 'booked', version = version + 1 WHERE id = ANY (ARRAY(SELECT session_id FROM booking))
     )
     ${REVISION_COLUMNS}
     SELECT booking.id, sequence, facilitator_id, span, 'confirmed', needs, NULL, stamped_at, join_url, words.*
     FROM booking, LATERAL (SELECT ${WORDS} WHERE s.id = booking.session_id AND f.id = booking.facilitator_id OFFSET 0) words`,
    [JSON.stringify(bookings.map(newRow))],
  );
}

function newRow(booking: StoredBooking) {
  return {
    id: booking.id, programme_id: booking.programmeId, session_id: booking.sessionId, cluster_id: booking.clusterId, facilitator_id: booking.facilitatorId,
    starts_at: isoOf(booking.span.start), ends_at: isoOf(booking.span.end), uid: booking.uid, sequence: booking.sequence,
    join_url: booking.joinUrl, needs: booking.needs, stamped_at: isoOf(booking.stampedAt),
  };
}

/** The booking's next revision: a new sequence, and the row that invitations are rendered from. */
export function reviseBooking(tx: Tx, booking: Own<StoredBooking>, reason: string | null): void {
  tx.send(
    `WITH revised AS (
       UPDATE bookings SET facilitator_id = $2, span = ${range(3)}, hour_since = CASE WHEN span = ${range(3)} THEN hour_since ELSE $6 END, status = $5, sequence = $6, needs = $7, version = $8, stamped_at = ${instant(9)}
       WHERE id = $1
     )
     ${REVISION_COLUMNS}
     SELECT $1, $6, $2, ${range(3)}, $5, $7, $10, ${instant(9)}, $11, ${WORDS} WHERE s.id = $12 AND f.id = $2`,
    [
      booking.id, booking.facilitatorId, booking.span.start, booking.span.end, booking.status, booking.sequence,
      booking.needs, booking.version, booking.stampedAt, reason, booking.joinUrl, booking.sessionId,
    ],
  );
}

/** Makes room where a session was missed: its booking is history from now on. Nothing where it has been booked again already. */
export async function setMissedAside(tx: Tx, session: Own): Promise<void> {
  await tx.query(
    `WITH session AS (
       -- Locked, since somebody may be saying at this moment that it was not missed after all.
       SELECT id FROM sessions WHERE id = $1 AND state = 'missed' FOR NO KEY UPDATE
     ), aside AS (
       UPDATE bookings SET status = 'missed', version = version + 1
       FROM session WHERE session_id = session.id AND status = 'confirmed' RETURNING bookings.id
     )
     DELETE FROM engagements WHERE id IN (SELECT id FROM aside)`,
    [session.id],
  );
}

/** Why the booking came to be as it is, where the mails that say so still wait for other edits. */
export async function reasonStillToTell(tx: Tx, { id, programmeId, sequence }: Own<StoredBooking>): Promise<string | null> {
  const { rows } = await tx.query<{ reason: string | null }>(
    `SELECT r.reason FROM booking_revisions r JOIN bookings b ON b.id = r.booking_id
     WHERE r.booking_id = $1 AND r.sequence = $2 AND b.programme_id = $3
       AND EXISTS (SELECT FROM deliveries d WHERE d.booking_id = $1 AND d.sequence = $2 AND d.state = 'queued' AND d.generation = 0 AND d.waits_since IS NOT NULL)`,
    [id, sequence, programmeId],
  );
  return rows[0]?.reason ?? null;
}

/** A revision keeps the words it is told in: a mail tried again after a rename is the same mail. */
const REVISION_COLUMNS = `INSERT INTO booking_revisions (booking_id, sequence, facilitator_id, span, status, needs, reason, stamped_at, join_url,
       programme, topic, cluster, cluster_time_zone, facilitator, facilitator_time_zone)`;
const WORDS = `p.name, t.name, c.name, c.time_zone, f.name, f.time_zone
     FROM facilitators f, sessions s JOIN topics t ON t.id = s.topic_id JOIN clusters c ON c.id = s.cluster_id JOIN programmes p ON p.id = s.programme_id`;

const COLUMNS = `b.id, b.programme_id, b.session_id, b.cluster_id, b.facilitator_id, lower(b.span) AS starts_at, upper(b.span) AS ends_at,
  b.status, b.uid, b.sequence, b.join_url, b.needs, b.version, b.created_at, b.stamped_at`;

interface BookingRow {
  id: string;
  programme_id: string;
  session_id: string;
  cluster_id: string;
  facilitator_id: string;
  starts_at: Instant;
  ends_at: Instant;
  status: StoredBooking['status'];
  uid: string;
  sequence: number;
  join_url: string;
  needs: string | null;
  version: number;
  created_at: Instant;
  stamped_at: Instant;
}

function fromRow(row: BookingRow): StoredBooking {
  return {
    id: row.id,
    programmeId: row.programme_id,
    sessionId: row.session_id,
    clusterId: row.cluster_id,
    facilitatorId: row.facilitator_id,
    span: { start: row.starts_at, end: row.ends_at },
    status: row.status,
    uid: row.uid,
    sequence: row.sequence,
    joinUrl: row.join_url,
    needs: row.needs,
    version: row.version,
    createdAt: row.created_at,
    stampedAt: row.stamped_at,
  };
}
