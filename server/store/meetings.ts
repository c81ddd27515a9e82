import type { Instant, Interval } from '../domain/interval.ts';
import type { MeetingPlaces } from '../domain/meeting.ts';
import type { Queryable } from './database.ts';

/** A booking as its join page needs it, and where it may meet. */
export interface StoredMeeting {
  readonly span: Interval;
  readonly status: 'confirmed' | 'cancelled' | 'missed';
  readonly topic: string;
  readonly cluster: { readonly name: string; readonly timeZone: string };
  readonly facilitator: { readonly name: string; readonly timeZone: string };
  readonly places: MeetingPlaces;
}

/** By the secret in the join page's address. */
export async function findMeeting(db: Queryable, joinKey: string): Promise<StoredMeeting | null> {
  const { rows } = await db.query<MeetingRow>(
    `SELECT lower(b.span) AS starts_at, upper(b.span) AS ends_at, b.status, t.name AS topic, c.name AS cluster, c.time_zone AS cluster_time_zone,
            f.name AS facilitator, f.time_zone AS facilitator_time_zone, f.meeting_address AS of_facilitator, p.meeting_address AS of_programme
     FROM bookings b
     JOIN sessions s ON s.id = b.session_id
     JOIN topics t ON t.id = s.topic_id
     JOIN clusters c ON c.id = b.cluster_id
     JOIN facilitators f ON f.id = b.facilitator_id
     JOIN programmes p ON p.id = b.programme_id
     WHERE b.join_key = $1`,
    [joinKey],
  );
  return rows[0] ? fromRow(rows[0]) : null;
}

interface MeetingRow {
  starts_at: Instant;
  ends_at: Instant;
  status: StoredMeeting['status'];
  topic: string;
  cluster: string;
  cluster_time_zone: string;
  facilitator: string;
  facilitator_time_zone: string;
  of_facilitator: string | null;
  of_programme: string | null;
}

function fromRow(row: MeetingRow): StoredMeeting {
  return {
    span: { start: row.starts_at, end: row.ends_at },
    status: row.status,
    topic: row.topic,
    cluster: { name: row.cluster, timeZone: row.cluster_time_zone },
    facilitator: { name: row.facilitator, timeZone: row.facilitator_time_zone },
    places: { facilitator: row.of_facilitator, programme: row.of_programme },
  };
}
