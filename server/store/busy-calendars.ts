import type { CalendarFault, CalendarWarning } from '../../shared/api/calendars.ts';
import type { Own, ProgrammeAccess } from '../domain/access.ts';
import type { Instant, Interval } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

export interface StoredCalendar {
  id: string;
  facilitatorId: string;
  programmeId: string;
  sealedAddress: Buffer;
  host: string;
  name: string | null;
  state: 'waiting' | 'good' | 'failed';
  fault: CalendarFault | null;
  warnings: CalendarWarning[];
  events: number;
  etag: string | null;
  lastModified: string | null;
  /** See `read_for` in the migration. */
  readFor: string | null;
  readAt: Instant | null;
  addedAt: Instant;
  triedAt: Instant | null;
  goodAt: Instant | null;
  emptiedAt: Instant | null;
  failures: number;
  nextReadingAt: Instant;
  /** Somebody has asked for a reading since the one that is under way began. */
  isAskedAgain: boolean;
}

export async function calendarsOfFacilitator(db: Queryable, facilitator: Own): Promise<StoredCalendar[]> {
  const { rows } = await db.query<CalendarRow>(`${SELECT} WHERE c.facilitator_id = $1 ORDER BY c.added_at, c.id`, [facilitator.id]);
  return rows.map(fromRow);
}

export async function findCalendar(db: Queryable, id: string): Promise<StoredCalendar | null> {
  const { rows } = await db.query<CalendarRow>(`${SELECT} WHERE c.id = $1`, [id]);
  return rows[0] ? fromRow(rows[0]) : null;
}

export async function lockCalendar(tx: Tx, id: string): Promise<StoredCalendar | null> {
  const { rows } = await tx.query<CalendarRow>(`${SELECT} WHERE c.id = $1 FOR UPDATE OF c`, [id]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** False when the facilitator has this address already. */
export async function insertCalendar(
  tx: Tx, facilitator: Own, calendar: { id: string; sealedAddress: Buffer; addressHash: Buffer; host: string; name: string | null }, now: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO busy_calendars (id, facilitator_id, sealed_address, address_hash, host, name, added_at, next_reading_at)
     VALUES ($1, $2, $3, $4, $5, $6, ${instant(7)}, ${instant(7)}) ON CONFLICT ON CONSTRAINT busy_calendars_once DO NOTHING`,
    [calendar.id, facilitator.id, calendar.sealedAddress, calendar.addressHash, calendar.host, calendar.name, now],
  );
  return rowCount === 1;
}

/** With its busy spans. */
export async function deleteCalendar(tx: Tx, { id }: Own): Promise<void> {
  await tx.query('DELETE FROM busy_calendars WHERE id = $1', [id]);
}

export async function bringReadingForward(tx: Tx, { id }: Own, at: Instant): Promise<void> {
  await tx.query(`UPDATE busy_calendars SET next_reading_at = least(next_reading_at, ${instant(2)}) WHERE id = $1`, [id, at]);
}

/** Calendars that are due, longest first, for this reader alone until `leasedUntil`; then they are due again, or earlier where somebody asks meanwhile. */
export async function takeDueCalendars(tx: Tx, now: Instant, leasedUntil: Instant, limit: number): Promise<string[]> {
  // From an ARRAY rather than by IN: a subquery beside IN may run again for each row, and take more than `limit`.
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE busy_calendars SET leased_until = ${instant(2)}, next_reading_at = ${instant(2)} WHERE id = ANY (ARRAY(
       SELECT id FROM busy_calendars WHERE next_reading_at <= ${instant(1)} AND (leased_until IS NULL OR leased_until <= ${instant(1)})
       ORDER BY next_reading_at LIMIT $3 FOR UPDATE SKIP LOCKED
     )) RETURNING id`,
    [now, leasedUntil, limit],
  );
  return rows.map(({ id }) => id);
}

/** What reading a calendar needs to know of its facilitator. */
export interface CalendarContext {
  timeZone: string;
  /** Last date of the programme. */
  programmeEndsOn: string;
  /** Of all bookings that are or were theirs. */
  ownUids: string[];
}

export async function calendarContext(db: Queryable, facilitatorId: string): Promise<CalendarContext | null> {
  const { rows } = await db.query<CalendarContext>(
    `SELECT f.time_zone AS "timeZone", p.ends_on AS "programmeEndsOn",
       ARRAY(SELECT DISTINCT b.uid FROM bookings b JOIN booking_revisions r ON r.booking_id = b.id WHERE r.facilitator_id = f.id) AS "ownUids"
     FROM facilitators f JOIN programmes p ON p.id = f.programme_id WHERE f.id = $1`,
    [facilitatorId],
  );
  return rows[0] ?? null;
}

/** What became of a reading; the reader gives the calendar back. */
export async function saveReading(tx: Tx, calendar: Own<StoredCalendar>): Promise<void> {
  await tx.query(
    `UPDATE busy_calendars SET state = $2, fault = $3, warnings = $4, events = $5, etag = $6, last_modified = $7, read_for = $8,
       read_at = ${instant(9)}, tried_at = ${instant(10)}, good_at = ${instant(11)}, emptied_at = ${instant(12)}, failures = $13,
       next_reading_at = ${instant(14)}, leased_until = NULL
     WHERE id = $1`,
    [
      calendar.id, calendar.state, calendar.fault, calendar.warnings, calendar.events, calendar.etag, calendar.lastModified, calendar.readFor,
      calendar.readAt, calendar.triedAt, calendar.goodAt, calendar.emptiedAt, calendar.failures, calendar.nextReadingAt,
    ],
  );
}

export async function spansOfCalendar(db: Queryable, calendar: Own): Promise<Interval[]> {
  const { rows } = await db.query<Interval>('SELECT starts_at AS start, ends_at AS "end" FROM busy_spans WHERE calendar_id = $1 ORDER BY starts_at', [calendar.id]);
  return rows;
}

export interface StoredBusyTime extends Interval {
  calendarId: string;
  calendar: string | null;
}

/** What a facilitator's calendars say is taken within a span, by start. */
export async function busyWithin(db: Queryable, { id: facilitatorId }: Own, { start, end }: Interval): Promise<StoredBusyTime[]> {
  const { rows } = await db.query<StoredBusyTime>(
    `SELECT s.calendar_id AS "calendarId", c.name AS calendar, s.starts_at AS start, s.ends_at AS "end"
     FROM busy_spans s JOIN busy_calendars c ON c.id = s.calendar_id
     WHERE s.facilitator_id = $1 AND s.ends_at > ${instant(2)} AND s.starts_at < ${instant(3)} ORDER BY s.starts_at, s.ends_at LIMIT 5000`,
    [facilitatorId, start, end],
  );
  return rows;
}

/** Replaces what one calendar says; decisions made on what its facilitator's calendars said before no longer stand. */
export async function replaceSpans(tx: Tx, { id, facilitatorId, programmeId }: Own<StoredCalendar>, spans: readonly Interval[]): Promise<void> {
  await tx.query('DELETE FROM busy_spans WHERE calendar_id = $1', [id]);
  await tx.query(
    `INSERT INTO busy_spans (calendar_id, facilitator_id, starts_at, ends_at)
     SELECT $1, $2, to_timestamp(span.starts_at / 1000), to_timestamp(span.ends_at / 1000) FROM unnest($3::float8[], $4::float8[]) AS span (starts_at, ends_at)`,
    [id, facilitatorId, spans.map(({ start }) => start), spans.map(({ end }) => end)],
  );
  await touchBusy(tx, { id: facilitatorId, programmeId });
}

export async function touchBusy(tx: Tx, facilitator: Own): Promise<void> {
  await tx.query('UPDATE facilitators SET busy_version = busy_version + 1 WHERE id = $1', [facilitator.id]);
}

/** A booked session that still lies ahead and during which an external calendar has its facilitator busy. */
export interface BusyConflict {
  bookingId: string;
  sessionId: string;
  clusterId: string;
  topicId: string;
}

export async function busyConflicts(db: Queryable, facilitator: Own, now: Instant): Promise<BusyConflict[]> {
  const { rows } = await db.query<BusyConflict>(
    `SELECT b.id AS "bookingId", b.session_id AS "sessionId", b.cluster_id AS "clusterId", s.topic_id AS "topicId"
     FROM bookings b JOIN sessions s ON s.id = b.session_id
     WHERE b.facilitator_id = $1 AND b.status = 'confirmed' AND upper(b.span) > ${instant(2)} AND ${OVERLAPPED} ORDER BY b.id`,
    [facilitator.id, now],
  );
  return rows;
}

/** Of these bookings, the confirmed ones during which an external calendar has their facilitator busy. */
export async function overlappedBookings(db: Queryable, programmeId: ProgrammeAccess, bookingIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(`SELECT b.id FROM bookings b WHERE b.id = ANY($1) AND b.programme_id = $2 AND b.status = 'confirmed' AND ${OVERLAPPED}`, [bookingIds, programmeId]);
  return new Set(rows.map(({ id }) => id));
}

const OVERLAPPED = `EXISTS (
  SELECT FROM busy_spans busy WHERE busy.facilitator_id = b.facilitator_id AND busy.starts_at < upper(b.span) AND busy.ends_at > lower(b.span))`;

const SELECT = `SELECT c.id, c.facilitator_id, f.programme_id, c.sealed_address, c.host, c.name, c.state, c.fault, c.warnings, c.events, c.etag, c.last_modified,
  c.read_for, c.read_at, c.added_at, c.tried_at, c.good_at, c.emptied_at, c.failures, c.next_reading_at,
  COALESCE(c.next_reading_at < c.leased_until, false) AS is_asked_again
  FROM busy_calendars c JOIN facilitators f ON f.id = c.facilitator_id`;

interface CalendarRow {
  id: string;
  facilitator_id: string;
  programme_id: string;
  sealed_address: Buffer;
  host: string;
  name: string | null;
  state: StoredCalendar['state'];
  fault: CalendarFault | null;
  warnings: CalendarWarning[];
  events: number;
  etag: string | null;
  last_modified: string | null;
  read_for: string | null;
  read_at: Instant | null;
  added_at: Instant;
  tried_at: Instant | null;
  good_at: Instant | null;
  emptied_at: Instant | null;
  failures: number;
  next_reading_at: Instant;
  is_asked_again: boolean;
}

function fromRow(row: CalendarRow): StoredCalendar {
  return {
    id: row.id,
    facilitatorId: row.facilitator_id,
    programmeId: row.programme_id,
    sealedAddress: row.sealed_address,
    host: row.host,
    name: row.name,
    state: row.state,
    fault: row.fault,
    warnings: row.warnings,
    events: row.events,
    etag: row.etag,
    lastModified: row.last_modified,
    readFor: row.read_for,
    readAt: row.read_at,
    addedAt: row.added_at,
    triedAt: row.tried_at,
    goodAt: row.good_at,
    emptiedAt: row.emptied_at,
    failures: row.failures,
    nextReadingAt: row.next_reading_at,
    isAskedAgain: row.is_asked_again,
  };
}
