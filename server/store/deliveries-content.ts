import type { BookedSession, Invitation, Told } from '../domain/invitation-content.ts';
import type { Instant } from '../domain/interval.ts';
import type { Language, Person } from '../domain/invitation.ts';
import type { Queryable } from './database.ts';
import type { StoredDelivery } from './deliveries.ts';

/**
 * Everything a delivery says. People are read from the deliveries of the same revision, which keep them as they were then,
 * so that a retry after somebody's change of name or zone says the same.
 */
export async function invitationOf(db: Queryable, delivery: StoredDelivery): Promise<Invitation> {
  const session = await sessionAt(db, delivery.bookingId, delivery.sequence);
  if (!session) throw new Error(`booking ${delivery.bookingId} has no revision ${delivery.sequence}`);
  return {
    deliveryId: delivery.id,
    method: delivery.method,
    recipient: delivery.person,
    attendees: await namedPeople(db, delivery, session.status),
    session,
    lastTold: await lastTold(db, delivery),
  };
}

/** A booked session as it stands now, for a file to download; null when there is no such booking. */
export async function bookedSession(db: Queryable, bookingId: string): Promise<BookedSession | null> {
  const { rows } = await db.query<{ sequence: number }>('SELECT sequence FROM bookings WHERE id = $1', [bookingId]);
  return rows[0] ? sessionAt(db, bookingId, rows[0].sequence) : null;
}

async function sessionAt(db: Queryable, bookingId: string, sequence: number): Promise<BookedSession | null> {
  const { rows } = await db.query<SessionRow>(
    `SELECT r.booking_id, b.session_id, b.uid, r.sequence, r.status, lower(r.span) AS starts_at, upper(r.span) AS ends_at,
            r.stamped_at, b.created_at, p.name AS programme, t.name AS topic, c.name AS cluster, c.time_zone AS cluster_zone,
            COALESCE(chair.name, f.name) AS facilitator, COALESCE(chair.time_zone, f.time_zone) AS facilitator_zone,
            b.join_url, r.needs, r.reason
     FROM booking_revisions r
     JOIN bookings b ON b.id = r.booking_id
     JOIN sessions s ON s.id = b.session_id
     JOIN topics t ON t.id = s.topic_id
     JOIN clusters c ON c.id = b.cluster_id
     JOIN programmes p ON p.id = b.programme_id
     JOIN facilitators f ON f.id = r.facilitator_id
     LEFT JOIN LATERAL (
       SELECT name, time_zone FROM deliveries d
       WHERE d.booking_id = r.booking_id AND d.sequence = r.sequence AND d.person_id = r.facilitator_id
       ORDER BY method DESC LIMIT 1
     ) chair ON true
     WHERE r.booking_id = $1 AND r.sequence = $2`,
    [bookingId, sequence],
  );
  return rows[0] ? fromRow(rows[0]) : null;
}

/**
 * A cancelled session names all whom it is cancelled to. Of a session that goes on, a request names all it invites,
 * and who is removed sees only themselves.
 */
async function namedPeople(db: Queryable, delivery: StoredDelivery, status: BookedSession['status']): Promise<Person[]> {
  if (delivery.method === 'CANCEL' && status === 'confirmed') return [delivery.person];
  const { rows } = await db.query<Person>(
    `SELECT person_id AS id, role, name, email, language, time_zone AS "timeZone" FROM deliveries
     WHERE booking_id = $1 AND sequence = $2 AND method = $3
     ORDER BY role, name, id`,
    [delivery.bookingId, delivery.sequence, delivery.method],
  );
  return rows.map(({ id, role, name, email, language, timeZone }) => ({ id, role, name, email, language: language as Language, timeZone }));
}

/** What was last sent to the same address about the same booking, unless that was that it is off. */
async function lastTold(db: Queryable, delivery: StoredDelivery): Promise<Told | null> {
  const { rows } = await db.query<{ method: string; sequence: number }>(
    `SELECT method, sequence FROM deliveries
     WHERE booking_id = $1 AND sequence < $2 AND lower(email) = lower($3) AND state = 'sent'
     ORDER BY sequence DESC LIMIT 1`,
    [delivery.bookingId, delivery.sequence, delivery.person.email],
  );
  const last = rows[0];
  if (last?.method !== 'REQUEST') return null;
  const session = await sessionAt(db, delivery.bookingId, last.sequence);
  return session && { span: session.span, facilitator: session.facilitator.name };
}

interface SessionRow {
  booking_id: string;
  session_id: string;
  uid: string;
  sequence: number;
  status: BookedSession['status'];
  starts_at: Instant;
  ends_at: Instant;
  stamped_at: Instant;
  created_at: Instant;
  programme: string;
  topic: string;
  cluster: string;
  cluster_zone: string;
  facilitator: string;
  facilitator_zone: string;
  join_url: string;
  needs: string | null;
  reason: string | null;
}

function fromRow(row: SessionRow): BookedSession {
  return {
    bookingId: row.booking_id,
    sessionId: row.session_id,
    uid: row.uid,
    sequence: row.sequence,
    status: row.status,
    span: { start: row.starts_at, end: row.ends_at },
    stampedAt: row.stamped_at,
    createdAt: row.created_at,
    programme: row.programme,
    topic: row.topic,
    cluster: { name: row.cluster, timeZone: row.cluster_zone },
    facilitator: { name: row.facilitator, timeZone: row.facilitator_zone },
    joinUrl: row.join_url,
    needs: row.needs,
    reason: row.reason,
  };
}
