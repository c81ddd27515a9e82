import type { ProgrammeAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { KeptReply } from '../domain/reply.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

/** An invitation that one person's calendar may answer, and where its booking stands now. */
export interface Answered extends KeptReply {
  deliveryId: string;
  programmeId: string;
  bookingId: string;
  sessionId: string;
  clusterId: string;
  facilitatorId: string;
  sequence: number;
  /** DTSTAMP of the revision it tells of. */
  revisionStampedAt: Instant;
  /** The booking stands, is at the hour that this invitation names, and still has this person in it: an answer to it counts for the booking. */
  isPresent: boolean;
  /** That they will not come has been told. */
  isRefusalTold: boolean;
  person: { id: string; role: 'facilitator' | 'representative'; name: string };
}

/**
 * All invitations of one booking to one address, newest first, locked until the transaction ends. `uid` exactly, the address in lower case.
 * The booking first and by itself: a revision on its way takes the answers along that it finds, and what follows sees that revision.
 */
export async function lockInvitationsTo(tx: Tx, uid: string, address: string): Promise<Answered[]> {
  await tx.query('SELECT FROM bookings WHERE uid = $1 FOR SHARE', [uid]);
  const { rows } = await tx.query<AnsweredRow>(
    `SELECT d.id, d.programme_id, d.booking_id, b.session_id, b.cluster_id, b.facilitator_id, d.sequence, r.stamped_at,
       b.status = 'confirmed' AND d.sequence >= b.hour_since AS is_of_hour, b.sequence AS present,
       d.person_id, d.role, d.name, d.reply, d.reply_stamped_at, d.reply_verified, d.reply_comment, d.wants_other_time, d.refusal_told
     FROM bookings b
     JOIN deliveries d ON d.booking_id = b.id AND d.method = 'REQUEST' AND lower(d.email) = $2
     JOIN booking_revisions r ON r.booking_id = d.booking_id AND r.sequence = d.sequence
     WHERE b.uid = $1 ORDER BY d.sequence DESC, d.id FOR UPDATE OF d`,
    [uid, address],
  );
  return rows.map((row) => ({
    deliveryId: row.id, programmeId: row.programme_id, bookingId: row.booking_id, sessionId: row.session_id, clusterId: row.cluster_id,
    facilitatorId: row.facilitator_id, sequence: row.sequence, revisionStampedAt: row.stamped_at, isPresent: row.is_of_hour && rows[0]?.sequence === row.present, isRefusalTold: row.refusal_told,
    person: { id: row.person_id, role: row.role, name: row.name },
    reply: row.reply, stampedAt: row.reply_stamped_at, isVerified: row.reply_verified, comment: row.reply_comment, wantsOtherTime: row.wants_other_time,
  }));
}

interface AnsweredRow {
  id: string;
  programme_id: string;
  booking_id: string;
  session_id: string;
  cluster_id: string;
  facilitator_id: string;
  sequence: number;
  stamped_at: Instant;
  is_of_hour: boolean;
  present: number;
  person_id: string;
  role: 'facilitator' | 'representative';
  name: string;
  reply: KeptReply['reply'];
  reply_stamped_at: Instant | null;
  reply_verified: boolean;
  reply_comment: string | null;
  wants_other_time: boolean;
  refusal_told: boolean;
}

/** Mails of this revision that wait to leave say so too; one that has been tried stays as it is. */
export async function saveReply(tx: Tx, deliveryId: string, { reply, stampedAt, isVerified, comment, wantsOtherTime }: KeptReply, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE deliveries d
     SET reply = $2, reply_stamped_at = ${instant(3)}, reply_verified = $4, reply_comment = $5, wants_other_time = $6, replied_at = ${instant(7)},
       answered = CASE WHEN EXISTS (
         SELECT FROM deliveries beside WHERE beside.booking_id = d.booking_id AND beside.sequence = d.sequence AND beside.generation > 0
       ) THEN answered ELSE $2 END
     WHERE id = $1`,
    [deliveryId, reply, stampedAt, isVerified, comment, wantsOtherTime, now],
  );
}

export async function markRefusalTold(tx: Tx, deliveryId: string): Promise<void> {
  await tx.query('UPDATE deliveries SET refusal_told = true WHERE id = $1', [deliveryId]);
}

/** What somebody's calendar has said to a booking as it stands. */
export interface StoredAnswer {
  bookingId: string;
  personId: string;
  name: string;
  role: 'facilitator' | 'representative';
  reply: KeptReply['reply'];
  wantsOtherTime: boolean;
  isVerified: boolean;
}

/** Answers to the present revision of each booking; whoever has said nothing is left out. */
export async function answersToBookings(db: Queryable, programmeId: ProgrammeAccess, bookingIds: readonly string[]): Promise<StoredAnswer[]> {
  const { rows } = await db.query<StoredAnswer>(
    `SELECT d.booking_id AS "bookingId", d.person_id AS "personId", d.name, d.role, d.reply, d.wants_other_time AS "wantsOtherTime", d.reply_verified AS "isVerified"
     FROM deliveries d JOIN bookings b ON b.id = d.booking_id AND b.sequence = d.sequence
     WHERE d.booking_id = ANY($1) AND b.programme_id = $2 AND d.method = 'REQUEST' AND d.replied_at IS NOT NULL ORDER BY d.role, d.name, d.id`,
    [bookingIds, programmeId],
  );
  return rows;
}
