import type { CoordinatorAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable } from './database.ts';

export interface SessionRow {
  id: string;
  clusterId: string;
  topic: string;
  phase: string;
  state: 'open' | 'booked' | 'done' | 'missed' | 'waived';
  waivedBecause: string | null;
  policyMinutes: number;
  bookingId: string | null;
  facilitatorId: string | null;
  startsAt: Instant | null;
  endsAt: Instant | null;
  /** Ids of those who came; null where nothing was recorded. */
  attended: string[] | null;
}

/** Every session with its booking and what was recorded of it: by phase, topic and cluster. */
export async function sessionsToReport(db: Queryable, programmeId: CoordinatorAccess): Promise<SessionRow[]> {
  const { rows } = await db.query<SessionRow>(
    `SELECT s.id, s.cluster_id AS "clusterId", t.name AS topic, ph.name AS phase, s.state, s.waived_because AS "waivedBecause",
       p.session_minutes AS "policyMinutes", b.id AS "bookingId", b.facilitator_id AS "facilitatorId",
       lower(b.span) AS "startsAt", upper(b.span) AS "endsAt", a.attended
     FROM sessions s JOIN programmes p ON p.id = s.programme_id JOIN topics t ON t.id = s.topic_id
     JOIN phases ph ON ph.id = s.phase_id JOIN clusters c ON c.id = s.cluster_id
     LEFT JOIN bookings b ON b.session_id = s.id AND b.status = 'confirmed'
     LEFT JOIN attendances a ON a.booking_id = b.id
     WHERE s.programme_id = $1 ORDER BY ph.starts_on, ph.position, t.position, c.position, s.id`,
    [programmeId],
  );
  return rows;
}

export interface ParticipantRow {
  bookingId: string;
  id: string;
  name: string;
  role: 'facilitator' | 'representative';
}

/** Everyone who can have come to the programme's bookings: as `participantsOf` says it of one, of all at once. */
export async function participantsToReport(db: Queryable, programmeId: CoordinatorAccess): Promise<ParticipantRow[]> {
  const { rows } = await db.query<ParticipantRow>(
    `SELECT people.booking_id AS "bookingId", people.id, people.name, people.role FROM (
       SELECT b.id AS booking_id, f.id, f.name, 'facilitator' AS role, 0 AS rank, 0 AS position FROM bookings b JOIN facilitators f ON f.id = b.facilitator_id
       WHERE b.programme_id = $1 AND b.status = 'confirmed'
       UNION ALL
       SELECT b.id, r.id, r.name, 'representative', 1, r.position FROM bookings b JOIN representatives r ON r.cluster_id = b.cluster_id
       WHERE b.programme_id = $1 AND b.status = 'confirmed'
       UNION ALL
       SELECT DISTINCT ON (d.booking_id, d.person_id) d.booking_id, d.person_id, d.name, 'representative', 2, 0 FROM deliveries d
       WHERE d.programme_id = $1 AND d.role = 'representative' AND NOT EXISTS (SELECT FROM representatives r WHERE r.id = d.person_id)
     ) people ORDER BY booking_id, rank, position, name, id`,
    [programmeId],
  );
  return rows;
}

export interface InvitedRow {
  bookingId: string;
  invited: number;
  delivered: number;
}

/** By booking: how many people its last invitation to each went to, and how many of those were delivered. */
export async function invitationsToReport(db: Queryable, programmeId: CoordinatorAccess): Promise<InvitedRow[]> {
  const { rows } = await db.query<InvitedRow>(
    `SELECT last.booking_id AS "bookingId", count(*)::int AS invited, (count(*) FILTER (WHERE last.state = 'sent'))::int AS delivered FROM (
       SELECT DISTINCT ON (booking_id, person_id) booking_id, method, state FROM deliveries
       WHERE programme_id = $1 AND state <> 'superseded' ORDER BY booking_id, person_id, sequence DESC, queued_at DESC
     ) last WHERE last.method = 'REQUEST' GROUP BY last.booking_id`,
    [programmeId],
  );
  return rows;
}
