import type { Own } from '../domain/access.ts';
import type { BookedSession, Invitation, Invitee, Told } from '../domain/invitation-content.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { DELIVERY_COLUMNS, deliveryFromRow } from './deliveries.ts';
import type { DeliveryRow, StoredDelivery } from './deliveries.ts';

/** A delivery with everything it says. */
export interface FullDelivery {
  readonly delivery: StoredDelivery;
  /** There is nothing to say: the same address has a message of a later revision, or is told that it is off before it heard that it is on. */
  readonly isSuperseded: boolean;
  readonly invitation: Invitation;
}

/**
 * Reads what is to be sent. People are read from the deliveries of the same revision and the rest from the revision itself,
 * both as they were then, so that a retry after somebody's change of name or zone, or of anything's name, says the same. `last` is what was last sent to the same address
 * about the same booking.
 */
export async function readToSend(tx: Tx, deliveryId: string): Promise<FullDelivery | null> {
  const { rows } = await tx.query<DeliveryRow & SessionRow & ContentRow>(
    `SELECT ${DELIVERY_COLUMNS}, ${SESSION_COLUMNS},
            last.method AS last_method, lower(last.span) AS last_starts_at, upper(last.span) AS last_ends_at, last.topic AS last_topic, last.facilitator AS last_facilitator,
            EXISTS (
              SELECT FROM deliveries later WHERE later.booking_id = d.booking_id AND later.sequence > d.sequence AND lower(later.email) = lower(d.email)
            ) OR (d.method = 'CANCEL' AND d.waits_since IS NOT NULL AND NOT EXISTS (
              SELECT FROM deliveries earlier WHERE earlier.booking_id = d.booking_id AND earlier.sequence < d.sequence AND lower(earlier.email) = lower(d.email)
                AND earlier.waits_since IS DISTINCT FROM d.waits_since
            )) AS superseded,
            COALESCE((SELECT generation FROM personal_links l WHERE l.booking_id = d.booking_id AND l.person_id = d.person_id), 0) AS link_generation,
            (
              SELECT jsonb_agg(jsonb_build_object('id', person_id, 'role', role, 'name', name, 'email', email, 'language', language, 'timeZone', time_zone, 'answered', answered) ORDER BY role, name, id)
              FROM deliveries other WHERE other.booking_id = d.booking_id AND other.sequence = d.sequence AND other.method = d.method
            ) AS people
     FROM deliveries d
     JOIN booking_revisions r ON r.booking_id = d.booking_id AND r.sequence = d.sequence
     ${SESSION_JOINS}
     LEFT JOIN LATERAL (
       SELECT told.method, prior.span, prior.topic, prior.facilitator
       FROM deliveries told
       JOIN booking_revisions prior ON prior.booking_id = told.booking_id AND prior.sequence = told.sequence
       WHERE told.booking_id = d.booking_id AND told.sequence < d.sequence AND lower(told.email) = lower(d.email) AND told.state = 'sent'
       ORDER BY told.sequence DESC LIMIT 1
     ) last ON true
     WHERE d.id = $1`,
    [deliveryId],
  );
  return rows[0] ? inFull(rows[0]) : null;
}

/** A booked session as it stands now, for a file to download; null when there is no such booking. */
export async function bookedSession(db: Queryable, booking: Own): Promise<BookedSession | null> {
  const { rows } = await db.query<SessionRow>(
    `SELECT ${SESSION_COLUMNS}
     FROM bookings current
     JOIN booking_revisions r ON r.booking_id = current.id AND r.sequence = current.sequence
     ${SESSION_JOINS}
     WHERE current.id = $1`,
    [booking.id],
  );
  return rows[0] ? sessionFromRow(rows[0]) : null;
}

/** Of a revision `r`: the session it books, in the words of then. */
export const SESSION_COLUMNS = `r.booking_id, b.session_id, b.uid, r.sequence, r.status, lower(r.span) AS starts_at, upper(r.span) AS ends_at,
  r.stamped_at, b.created_at, r.programme, r.topic, r.cluster, r.cluster_time_zone, r.facilitator, r.facilitator_time_zone,
  r.join_url, r.needs, r.reason`;
export const SESSION_JOINS = 'JOIN bookings b ON b.id = r.booking_id';

interface ContentRow {
  last_method: string | null;
  last_starts_at: Instant;
  last_ends_at: Instant;
  last_topic: string;
  last_facilitator: string;
  superseded: boolean;
  link_generation: number;
  people: Invitee[];
}

function inFull(row: DeliveryRow & SessionRow & ContentRow): FullDelivery {
  const delivery = deliveryFromRow(row);
  const session = sessionFromRow(row);
  return {
    delivery,
    isSuperseded: row.superseded,
    invitation: {
      deliveryId: delivery.id,
      method: delivery.method,
      recipient: delivery.person,
      // Of a session that goes on, who is removed from it sees only themselves.
      attendees: delivery.method === 'CANCEL' && session.status === 'confirmed' ? [{ ...delivery.person, answered: 'none' }] : row.people,
      session,
      linkGeneration: row.link_generation,
      lastTold: lastTold(row),
    },
  };
}

/** An address that was last told that it is off has to be told everything anew. */
function lastTold(row: ContentRow): Told | null {
  if (row.last_method !== 'REQUEST') return null;
  return { span: { start: row.last_starts_at, end: row.last_ends_at }, topic: row.last_topic, facilitator: row.last_facilitator };
}

export interface SessionRow {
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
  cluster_time_zone: string;
  facilitator: string;
  facilitator_time_zone: string;
  join_url: string;
  needs: string | null;
  reason: string | null;
}

export function sessionFromRow(row: SessionRow): BookedSession {
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
    cluster: { name: row.cluster, timeZone: row.cluster_time_zone },
    facilitator: { name: row.facilitator, timeZone: row.facilitator_time_zone },
    joinUrl: row.join_url,
    needs: row.needs,
    reason: row.reason,
  };
}
