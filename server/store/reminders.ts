import type { Reminder } from '../../shared/api/coordination.ts';
import type { CoordinatorAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Language } from '../domain/invitation.ts';
import type { IsoDate } from '../domain/programme.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

/** Asks for one mail to a person. What already waits for them takes the new sessions along, and leaves when it would have. */
export async function askReminder(tx: Tx, reminder: { id: string; programmeId: CoordinatorAccess; clusterId: string; personId: string; sessionIds: readonly string[] }, now: Instant, dueAt: Instant): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO reminders AS r (id, programme_id, cluster_id, person_id, session_ids, queued_at, due_at)
     VALUES ($1, $2, $3, $4, $5, ${instant(6)}, ${instant(7)})
     ON CONFLICT (person_id) WHERE state = 'queued' DO UPDATE
       SET session_ids = ARRAY(SELECT DISTINCT id FROM unnest(r.session_ids || excluded.session_ids) AS id ORDER BY id)
     RETURNING r.id`,
    [reminder.id, reminder.programmeId, reminder.clusterId, reminder.personId, reminder.sessionIds, now, dueAt],
  );
  return rows[0]!.id;
}

export interface TakenReminder {
  id: string;
  programmeId: string;
  clusterId: string;
  sessionIds: string[];
  tries: number;
}

/** Takes a due reminder in hand until `leaseUntil`, or null; whoever took it and died leaves it due again then. */
export async function takeReminder(tx: Tx, now: Instant, leaseUntil: Instant): Promise<TakenReminder | null> {
  // `=` rather than IN: a subquery beside IN may run again for each row, and take more than the one that is returned.
  const { rows } = await tx.query<TakenReminder>(
    `UPDATE reminders SET state = 'sending', tries = tries + 1, due_at = ${instant(2)}
     WHERE id = (SELECT id FROM reminders WHERE state IN ('queued', 'sending') AND due_at <= ${instant(1)} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, programme_id AS "programmeId", cluster_id AS "clusterId", session_ids AS "sessionIds", tries`,
    [now, leaseUntil],
  );
  return rows[0] ?? null;
}

/** What a reminder says, as things stand now: sessions that have been booked or waived meanwhile are left out. */
export interface ReminderContent {
  person: { id: string; name: string; email: string; language: Language };
  programme: string;
  cluster: string;
  sessions: { id: string; topic: string; startsOn: IsoDate; endsOn: IsoDate }[];
}

/** Null when the person has left. */
export async function reminderContent(db: Queryable, reminderId: string): Promise<ReminderContent | null> {
  const { rows: [head] } = await db.query<{ id: string; name: string; email: string; language: Language; programme: string; cluster: string; session_ids: string[] }>(
    `SELECT p.id, p.name, p.email, p.language, pr.name AS programme, c.name AS cluster, r.session_ids
     FROM reminders r JOIN representatives p ON p.id = r.person_id JOIN clusters c ON c.id = r.cluster_id JOIN programmes pr ON pr.id = r.programme_id
     WHERE r.id = $1`, [reminderId]);
  if (!head) return null;
  const { rows: sessions } = await db.query<ReminderContent['sessions'][number]>(
    `SELECT s.id, t.name AS topic, ph.starts_on AS "startsOn", ph.ends_on AS "endsOn"
     FROM sessions s JOIN topics t ON t.id = s.topic_id JOIN phases ph ON ph.id = s.phase_id
     WHERE s.id = ANY($1) AND s.state = 'open' ORDER BY ph.starts_on, t.position`, [head.session_ids]);
  const { id, name, email, language, programme, cluster } = head;
  return { person: { id, name, email, language }, programme, cluster, sessions };
}

/** `retryAt`: still in hand, and due again then. False when it is gone. */
export async function writeReminderOutcome(tx: Tx, id: string, outcome: { state: Reminder['state'] | 'sending'; error: string | null; retryAt?: Instant }, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE reminders SET state = $2, last_error = $3, sent_at = CASE WHEN $2 = 'sent' THEN ${instant(4)} END, due_at = COALESCE(${instant(5)}, due_at) WHERE id = $1`,
    [id, outcome.state, outcome.error, now, outcome.retryAt ?? null],
  );
  return rowCount === 1;
}

/** A programme's reminders, newest first; `after` is the last one's id of the page before. */
export async function listReminders(db: Queryable, programmeId: CoordinatorAccess, after: string | null, limit: number): Promise<Reminder[]> {
  const { rows } = await db.query<ReminderRow>(
    `SELECT r.id, r.cluster_id, r.session_ids, r.person_id, p.name, p.email, r.state, r.tries, r.last_error, r.queued_at, r.sent_at
     FROM reminders r LEFT JOIN representatives p ON p.id = r.person_id
     WHERE r.programme_id = $1 AND ($2::text IS NULL OR (r.queued_at, r.id) < (SELECT queued_at, id FROM reminders WHERE id = $2))
     ORDER BY r.queued_at DESC, r.id DESC LIMIT $3`,
    [programmeId, after, limit],
  );
  return rows.map(fromRow);
}

/** When each session's people were last reminded, by session. */
export async function lastReminded(db: Queryable, programmeId: CoordinatorAccess): Promise<Map<string, Instant>> {
  const { rows } = await db.query<{ session_id: string; at: Instant }>(
    `SELECT session_id, max(queued_at) AS at FROM reminders, unnest(session_ids) AS session_id
     WHERE programme_id = $1 AND state IN ('queued', 'sending', 'sent') GROUP BY session_id`, [programmeId]);
  return new Map(rows.map(({ session_id, at }) => [session_id, at]));
}

interface ReminderRow {
  id: string;
  cluster_id: string;
  session_ids: string[];
  person_id: string;
  name: string | null;
  email: string | null;
  state: Reminder['state'] | 'sending';
  tries: number;
  last_error: string | null;
  queued_at: Instant;
  sent_at: Instant | null;
}

function fromRow(row: ReminderRow): Reminder {
  return {
    id: row.id,
    clusterId: row.cluster_id,
    sessionIds: row.session_ids,
    // Whoever has left is no longer known by name.
    person: { id: row.person_id, name: row.name ?? '', email: row.email ?? '' },
    state: row.state === 'sending' ? 'queued' : row.state,
    tries: row.tries,
    lastError: row.last_error,
    queuedAt: new Date(row.queued_at).toISOString(),
    sentAt: row.sent_at === null ? null : new Date(row.sent_at).toISOString(),
  };
}
