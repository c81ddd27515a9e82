import { asSystem } from '../../server/domain/access.ts';
import { invitations, stampAfter } from '../../server/domain/invitation.ts';
import type { BookingRevision } from '../../server/domain/invitation.ts';
import type { Instant } from '../../server/domain/interval.ts';
import type { Database } from '../../server/store/database.ts';
import { insertDeliveries } from '../../server/store/deliveries.ts';
import { maria, nairobi, pablo, span } from '../mail/an-invitation.ts';

export const programmeId = 'pro_1';

/** Takes everything out again: a database emptied is sooner there than one made. */
export async function empty(db: Database): Promise<void> {
  await db.query('DELETE FROM bookings');
  await db.query('DELETE FROM sessions');
  await db.query('DELETE FROM programmes');
  await db.query('DELETE FROM mailbox');
}

/** A programme with one facilitator, and a cluster with two representatives. */
export async function insertProgramme(db: Database): Promise<void> {
  await db.query(`
    INSERT INTO programmes (id, name, time_zone, starts_on, ends_on, session_minutes, slot_step_minutes, buffer_before_minutes,
      buffer_after_minutes, minimum_notice_minutes, hold_minutes, created_at)
    VALUES ('pro_1', 'CECIL Cluster Excellence', 'Europe/Copenhagen', '2026-03-16', '2026-04-17', 60, 30, 0, 15, 0, 5, now());
    INSERT INTO programme_revisions (programme_id) VALUES ('pro_1');
    INSERT INTO phases (id, programme_id, name, mode, starts_on, ends_on, position)
    VALUES ('pha_1', 'pro_1', 'Week 2', 'virtual', '2026-03-23', '2026-03-27', 0);
    INSERT INTO facilitators (id, programme_id, name, email, time_zone, language, availability, position)
    VALUES ('fac_nairobi', 'pro_1', 'Quercus Group, Nairobi', 'nairobi@quercus.example', 'Africa/Nairobi', 'en', '{}', 0);
    INSERT INTO clusters (id, programme_id, name, time_zone, position) VALUES ('clu_madrid', 'pro_1', 'Madrid', 'Europe/Madrid', 0);
  `);
}

/** A session booked, with its invitations in the outbox; `n` tells bookings apart. */
export async function insertBooking(db: Database, n: number, now: Instant, representatives = [maria, pablo]): Promise<BookingRevision> {
  const revision: BookingRevision = {
    bookingId: `boo_${n}`,
    uid: `uid-${n}@visavis.example`,
    sequence: 0,
    stampedAt: stampAfter(now, null),
    createdAt: now,
    span: span('2026-03-24T09:00:00Z', '2026-03-24T10:00:00Z'),
    status: 'confirmed',
    facilitator: nairobi,
    representatives,
  };
  await db.transaction(async (tx) => {
    await tx.query('INSERT INTO topics (id, programme_id, phase_id, name, position) VALUES ($1, $2, $3, $4, $5)', [`top_${n}`, programmeId, 'pha_1', 'Cluster economics', n]);
    await tx.query('INSERT INTO sessions (id, programme_id, cluster_id, topic_id, phase_id, state) VALUES ($1, $2, $3, $4, $5, $6)',
      [`ses_${n}`, programmeId, 'clu_madrid', `top_${n}`, 'pha_1', 'booked']);
    await tx.query(
      `INSERT INTO bookings (id, programme_id, session_id, cluster_id, facilitator_id, span, status, uid, sequence, join_url, needs, created_at, stamped_at)
       VALUES ($1, $2, $3, 'clu_madrid', 'fac_nairobi', tstzrange(to_timestamp($4), to_timestamp($5)), 'confirmed', $6, 0, $7, 'Two examples, please.', to_timestamp($8), to_timestamp($9))`,
      [revision.bookingId, programmeId, `ses_${n}`, revision.span.start / 1000, revision.span.end / 1000, revision.uid, `https://meet.example/${n}`, now / 1000, revision.stampedAt / 1000],
    );
    await insertRevision(tx, revision);
    insertDeliveries(tx, asSystem(programmeId), invitations(null, revision), idsOf(n), now);
  });
  return revision;
}

/** The booking's next revision, with its messages in the outbox. */
export async function revise(db: Database, before: BookingRevision, changes: Partial<BookingRevision>, now: Instant): Promise<BookingRevision> {
  const after = { ...before, ...changes, sequence: before.sequence + 1, stampedAt: stampAfter(now, before.stampedAt) };
  await db.transaction(async (tx) => {
    await tx.query(
      `UPDATE bookings SET hour_since = CASE WHEN span = $3 THEN hour_since ELSE $2 END, sequence = $2, span = $3, status = $4 WHERE id = $1`,
      [after.bookingId, after.sequence, `[${new Date(after.span.start).toISOString()},${new Date(after.span.end).toISOString()})`, after.status],
    );
    await insertRevision(tx, after);
    insertDeliveries(tx, asSystem(programmeId), invitations(before, after), idsOf(Number(before.bookingId.slice(4))), now);
  });
  return after;
}

export async function statesOf(db: Database): Promise<string[]> {
  const { rows } = await db.query<{ says: string }>(
    `SELECT concat_ws(' ', split_part(email, '@', 1), method, sequence, state) AS says FROM deliveries ORDER BY booking_id, sequence, email`);
  return rows.map(({ says }) => says);
}

/** Looks every 20 ms until it holds; fails after `milliseconds`. */
export async function eventually(is: () => Promise<boolean>, milliseconds = 15_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!await is().catch(() => false)) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

export async function allAre(db: Database, state: string): Promise<boolean> {
  const { rows } = await db.query<{ others: number }>('SELECT count(*) FILTER (WHERE state <> $1)::int AS others FROM deliveries', [state]);
  return rows[0]?.others === 0;
}

/** Something to wait for until a test opens it. */
export function latch(): { opened: Promise<void>; open(): void } {
  const waiting: (() => void)[] = [];
  const opened = new Promise<void>((resolve) => { waiting.push(resolve); });
  return { opened, open: () => { for (const resolve of waiting) resolve(); } };
}

let made = 0;

function idsOf(n: number): () => string {
  return () => {
    made += 1;
    return `dlv_${n}_${made}`;
  };
}

async function insertRevision(tx: Parameters<typeof insertDeliveries>[0], revision: BookingRevision): Promise<void> {
  await tx.query(
    `INSERT INTO booking_revisions (booking_id, sequence, facilitator_id, span, status, needs, stamped_at, join_url,
       programme, topic, cluster, cluster_time_zone, facilitator, facilitator_time_zone)
     SELECT b.id, $2, $3, tstzrange(to_timestamp($4), to_timestamp($5)), $6, 'Two examples, please.', to_timestamp($7), b.join_url,
       'CECIL Cluster Excellence', 'Cluster economics', 'Madrid', 'Europe/Madrid', $8, $9
     FROM bookings b WHERE b.id = $1`,
    [revision.bookingId, revision.sequence, revision.facilitator.id, revision.span.start / 1000, revision.span.end / 1000, revision.status,
      revision.stampedAt / 1000, revision.facilitator.name, revision.facilitator.timeZone],
  );
}
