import type { CoordinatorAccess, Run } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Tx } from './database.ts';
import { holdMessagesNaming } from './deliveries.ts';
import { instant } from './engagements.ts';
import type { ProgrammePerson } from './person.ts';

/** What stands where a name stood. */
export const NOBODY = 'Erased person';

/** Never anybody's address (RFC 6761 §6.4). */
const NO_ADDRESS = "'@erased.invalid'";

/**
 * Takes people out of everything that names them by their identifier: who signs in, who is invited, who is reminded. Rows that
 * are evidence stay, with the identifier and without the person; a message still on its way is not sent.
 */
export async function erasePeople(tx: Tx, people: readonly Run<ProgrammePerson>[], now: Instant): Promise<void> {
  const ids = people.map(({ id }) => id);
  await holdMessagesNaming(tx, ids);
  await tx.query('DELETE FROM sign_ins WHERE person_id = ANY($1)', [ids]);
  await tx.query('DELETE FROM sign_in_links WHERE person_id = ANY($1)', [ids]);
  await tx.query('DELETE FROM access_tokens WHERE person_id = ANY($1)', [ids]);
  await tx.query('DELETE FROM personal_links WHERE person_id = ANY($1)', [ids]);
  await tx.query('DELETE FROM idempotency_keys WHERE actor = ANY($1)', [ids]);
  await tx.query("DELETE FROM reminders WHERE person_id = ANY($1) AND state IN ('queued', 'sending')", [ids]);
  await tx.query(
    `UPDATE deliveries SET name = $2, email = person_id || ${NO_ADDRESS}, state = CASE state WHEN 'queued' THEN 'superseded' ELSE state END WHERE person_id = ANY($1)`, [ids, NOBODY]);
  const emails = people.map(({ email }) => email.toLowerCase());
  // Of the programme that forgets them: what another keeps of the same address is for that one to say.
  const programmes = people.map(({ programmeId }) => programmeId);
  await tx.query('UPDATE webhooks SET contact = NULL WHERE lower(contact) = ANY($1) AND programme_id = ANY($2)', [emails, programmes]);
  await tx.query("DELETE FROM letters WHERE lower(recipient->>'email') = ANY($1) AND programme_id = ANY($2)", [emails, programmes]);
  // Feeds that they knew beside their own have other addresses from now on, and whoever is just booking reads again who comes.
  await tx.query('UPDATE clusters SET feed_generation = feed_generation + 1, version = version + 1 WHERE id IN (SELECT cluster_id FROM representatives WHERE id = ANY($1))', [ids]);
  await tx.query('UPDATE programmes SET feed_generation = feed_generation + 1 WHERE id IN (SELECT programme_id FROM coordinators WHERE id = ANY($1))', [ids]);
  await tx.query('DELETE FROM representatives WHERE id = ANY($1)', [ids]);
  await tx.query('DELETE FROM coordinators WHERE id = ANY($1)', [ids]);
  await tx.query('DELETE FROM observers WHERE id = ANY($1)', [ids]);
  await eraseFacilitators(tx, ids, now);
}

/** Sessions they gave name them: the row stays, and teaches nothing more. */
async function eraseFacilitators(tx: Tx, ids: readonly string[], now: Instant): Promise<void> {
  await tx.query('UPDATE booking_revisions SET facilitator = $2 WHERE facilitator_id = ANY($1)', [ids, NOBODY]);
  await tx.query("UPDATE session_notes SET own = '' WHERE booking_id IN (SELECT id FROM bookings WHERE facilitator_id = ANY($1))", [ids]);
  await tx.query('DELETE FROM busy_calendars WHERE facilitator_id = ANY($1)', [ids]);
  await tx.query('DELETE FROM facilitator_topics WHERE facilitator_id = ANY($1)', [ids]);
  await tx.query(
    `UPDATE facilitators SET name = $2, email = id || ${NO_ADDRESS}, language = 'en', working_hours = NULL, availability = '{"rules":[],"overrides":[]}',
       meeting_address = NULL, feed_generation = feed_generation + 1, version = version + 1, erased_at = ${instant(3)}
     WHERE id = ANY($1)`,
    [ids, NOBODY, now],
  );
}

/** What was written about sessions in people's own words, all of it: nobody can tell who is meant there. */
export async function eraseOwnWords(tx: Tx, programmeId: CoordinatorAccess): Promise<void> {
  await tx.query('UPDATE bookings SET needs = NULL WHERE programme_id = $1', [programmeId]);
  await tx.query('UPDATE booking_revisions SET needs = NULL, reason = NULL WHERE booking_id IN (SELECT id FROM bookings WHERE programme_id = $1)', [programmeId]);
  await tx.query('UPDATE attendances SET notes = NULL WHERE booking_id IN (SELECT id FROM bookings WHERE programme_id = $1)', [programmeId]);
  await tx.query('DELETE FROM session_notes WHERE booking_id IN (SELECT id FROM bookings WHERE programme_id = $1)', [programmeId]);
  await tx.query('UPDATE deliveries SET reply_comment = NULL WHERE programme_id = $1', [programmeId]);
  await tx.query('UPDATE swaps SET note = NULL WHERE programme_id = $1', [programmeId]);
  await tx.query('UPDATE sessions SET waived_because = NULL WHERE programme_id = $1', [programmeId]);
  await tx.query("UPDATE changes SET data = data - 'needs' - 'reason' - 'notes' #- '{before,needs}' WHERE programme_id = $1", [programmeId]);
}

/** From here to the end of the transaction nobody books with these facilitators: what was decided on has changed. */
export async function closeCalendars(tx: Tx, people: readonly Run<ProgrammePerson>[]): Promise<void> {
  await tx.query('UPDATE facilitators SET version = version + 1 WHERE id = ANY($1)', [people.map(({ id }) => id)]);
}

export interface Coming {
  id: string;
  clusterId: string;
  facilitatorId: string;
}

export async function comingBookings(tx: Tx, programmeId: CoordinatorAccess, facilitatorIds: readonly string[], clusterIds: readonly string[], now: Instant): Promise<Coming[]> {
  const { rows } = await tx.query<Coming>(
    `SELECT id, cluster_id AS "clusterId", facilitator_id AS "facilitatorId" FROM bookings
     WHERE status = 'confirmed' AND lower(span) > ${instant(3)} AND programme_id = $4 AND (facilitator_id = ANY($1) OR cluster_id = ANY($2)) ORDER BY id`,
    [facilitatorIds, clusterIds, now, programmeId],
  );
  return rows;
}

/** How many booked sessions name one of these facilitators, or somebody of their clusters. */
export async function countSessions(tx: Tx, people: readonly Run<ProgrammePerson>[]): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'SELECT count(DISTINCT session_id)::int AS count FROM bookings WHERE facilitator_id = ANY($1) OR cluster_id = ANY($2)',
    [people.map(({ id }) => id), people.flatMap(({ clusterId }) => clusterId ?? [])],
  );
  return rows[0]?.count ?? 0;
}
