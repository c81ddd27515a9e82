import type { ProgrammePerson } from './person.ts';
import type { Queryable } from './database.ts';

type Kept = Record<string, Record<string, unknown>[]>;

/** Everything kept about these people, who are one: rows as they stand, without secrets and without anybody else's address. */
export async function keptAbout(db: Queryable, people: readonly ProgrammePerson[]): Promise<Kept> {
  const ids = people.map(({ id }) => id);
  const clusterIds = people.flatMap(({ clusterId }) => clusterId ?? []);
  const programmeIds = people.map(({ programmeId }) => programmeId);
  const emails = [...new Set(people.map(({ email }) => email.toLowerCase()))];
  const read = async (text: string, values: unknown[]) => (await db.query(text, values)).rows;
  return {
    signIns: await read('SELECT role, person_id AS "personId", created_at AS "createdAt", expires_at AS "expiresAt" FROM sign_ins WHERE person_id = ANY($1) ORDER BY created_at', [ids]),
    tokens: await read('SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", used_at AS "usedAt" FROM access_tokens WHERE person_id = ANY($1) ORDER BY created_at, id', [ids]),
    invitations: await read(
      `SELECT id, booking_id AS "bookingId", sequence, method, name, email, language, time_zone AS "timeZone", state, reply, tries, queued_at AS "queuedAt", sent_at AS "sentAt"
       FROM deliveries WHERE person_id = ANY($1) ORDER BY queued_at, id`, [ids]),
    sessions: await read(
      `SELECT b.id AS "bookingId", b.programme_id AS "programmeId", p.name AS programme, t.name AS topic, c.name AS cluster, lower(b.span) AS start, upper(b.span) AS end,
         b.status, b.needs, a.outcome, CASE WHEN a.attended IS NULL THEN NULL ELSE a.attended && $1 END AS attended
       FROM bookings b JOIN programmes p ON p.id = b.programme_id JOIN sessions s ON s.id = b.session_id JOIN topics t ON t.id = s.topic_id JOIN clusters c ON c.id = b.cluster_id
       LEFT JOIN attendances a ON a.booking_id = b.id
       WHERE b.facilitator_id = ANY($1) OR b.cluster_id = ANY($2) ORDER BY lower(b.span), b.id`, [ids, clusterIds]),
    availability: await read('SELECT id, time_zone AS "timeZone", working_hours AS "workingHours", availability, meeting_address AS "meetingAddress" FROM facilitators WHERE id = ANY($1)', [ids]),
    calendars: await read('SELECT id, host, name, state, events, added_at AS "addedAt", good_at AS "goodAt" FROM busy_calendars WHERE facilitator_id = ANY($1) ORDER BY added_at, id', [ids]),
    notes: await read(
      `SELECT n.booking_id AS "bookingId", CASE WHEN b.facilitator_id = ANY($1) THEN n.own END AS own, n.shared FROM session_notes n JOIN bookings b ON b.id = n.booking_id
       WHERE b.facilitator_id = ANY($1) OR b.cluster_id = ANY($2) ORDER BY n.booking_id`, [ids, clusterIds]),
    drafts: await read('SELECT id, name, created_at AS "createdAt", changed_at AS "changedAt" FROM programme_drafts WHERE coordinator_id = ANY($1) ORDER BY created_at, id', [ids]),
    reminders: await read('SELECT id, session_ids AS "sessionIds", state, queued_at AS "queuedAt", sent_at AS "sentAt" FROM reminders WHERE person_id = ANY($1) ORDER BY queued_at, id', [ids]),
    changes: await read(
      'SELECT programme_id AS "programmeId", revision, at, kind, subject_type AS "subjectType", subject_id AS "subjectId" FROM changes WHERE actor = ANY($1) ORDER BY programme_id, revision', [ids]),
    recorded: await read('SELECT booking_id AS "bookingId", outcome, notes, recorded_at AS "recordedAt" FROM attendances WHERE recorded_by = ANY($1) ORDER BY recorded_at, booking_id', [ids]),
    hours: await read('SELECT cluster_id AS "clusterId", marks FROM preferences WHERE cluster_id = ANY($1) ORDER BY cluster_id', [clusterIds]),
    swaps: await read(
      `SELECT s.id, s.booking_id AS "bookingId", s.state, s.note, s.created_at AS "createdAt" FROM swaps s JOIN bookings b ON b.id = s.booking_id
       WHERE b.cluster_id = ANY($1) ORDER BY s.created_at, s.id`, [clusterIds]),
    waiting: await read('SELECT session_id AS "sessionId", asked_at AS "askedAt" FROM waiting WHERE person_id = ANY($1) ORDER BY asked_at, session_id', [ids]),
    webhooks: await read(
      `SELECT id, url, lower(contact) = ANY($2) AS "tellsThem", created_at AS "createdAt" FROM webhooks
       WHERE created_by = ANY($1) OR (lower(contact) = ANY($2) AND programme_id = ANY($3)) ORDER BY created_at, id`, [ids, emails, programmeIds]),
    lettersToCome: await read(`SELECT id, kind, due_at AS "dueAt" FROM letters WHERE lower(recipient->>'email') = ANY($1) AND programme_id = ANY($2) ORDER BY due_at, id`, [emails, programmeIds]),
    signInsAskedFor: await read('SELECT asked_at AS "askedAt" FROM sign_in_requests WHERE lower(email) = ANY($1) ORDER BY asked_at', [emails]),
    // That a key was mailed is told, the key never: an address may be that of a coordinator elsewhere.
    letters: await read('SELECT at, subject, CASE WHEN is_key THEN NULL ELSE text END AS text FROM mailbox WHERE lower(recipient) = ANY($1) ORDER BY id', [emails]),
  };
}
