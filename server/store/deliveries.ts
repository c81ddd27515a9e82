import type { Delivery, DeliveryFilter } from '../../shared/api/deliveries.ts';
import type { Own, PartyAccess, ProgrammeAccess, Run } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { Language, Message, Person } from '../domain/invitation.ts';
import type { Queryable, Tx } from './database.ts';

/** A row of the outbox. */
export interface StoredDelivery {
  readonly id: string;
  readonly programmeId: string;
  readonly bookingId: string;
  readonly sequence: number;
  readonly method: Message['method'];
  readonly person: Person;
  readonly state: Delivery['state'];
  readonly reply: Delivery['reply'];
  /** What came with the reply; null while there is none. */
  readonly answer: { readonly at: Instant; readonly wantsOtherTime: boolean; readonly isVerified: boolean; readonly comment: string | null } | null;
  readonly tries: number;
  readonly lastError: string | null;
  readonly generation: number;
  readonly queuedAt: Instant;
  readonly sentAt: Instant | null;
}

/** The first messages of new bookings, of those that were made: nothing came before them, neither an answer nor an edit that waits. */
export function insertFirstDeliveries(tx: Tx, programmeId: PartyAccess, messages: readonly Message[], newId: () => string, now: Instant): void {
  if (messages.length === 0) return;
  tx.send(
    `INSERT INTO deliveries (id, programme_id, booking_id, sequence, method, person_id, role, name, email, language, time_zone, queued_at)
     SELECT id, $3, booking_id, sequence, method, person_id, role, name, email, language, time_zone, to_timestamp($2::float8 / 1000) FROM ${MESSAGES}
     WHERE (SELECT id FROM bookings WHERE id = message.booking_id) IS NOT NULL`,
    [rowsOf(messages, newId), now, programmeId],
  );
}

/**
 * Writes the messages into the outbox, in the transaction of the booking they tell of: none without the other.
 * A message that is there already stays as it is. Whoever had answered to the same hour has. `newId` gives each row its identifier. An edit waits from the first edit on that
 * waits still: those that a relay is taking up at this moment (it has them locked) do not, and those that are seen stay until our commit.
 */
export function insertDeliveries(tx: Tx, programmeId: PartyAccess, messages: readonly Message[], newId: () => string, now: Instant): void {
  if (messages.length === 0) return;
  tx.send(
    `INSERT INTO deliveries (id, programme_id, booking_id, sequence, method, person_id, role, name, email, language, time_zone, queued_at, waits_since,
       answered, reply, replied_at, reply_stamped_at, reply_verified, reply_comment, wants_other_time, refusal_told)
     SELECT message.id, bookings.programme_id, bookings.id, message.sequence, message.method, message.person_id, message.role,
            message.name, message.email, message.language, message.time_zone, to_timestamp($2::float8 / 1000),
            CASE WHEN message.is_edit THEN COALESCE(burst.since, to_timestamp($2::float8 / 1000)) END,
            COALESCE(said.reply, 'none'), COALESCE(said.reply, 'none'), said.replied_at, said.reply_stamped_at, COALESCE(said.reply_verified, false),
            said.reply_comment, COALESCE(said.wants_other_time, false), COALESCE(said.refusal_told, false)
     FROM ${MESSAGES}
     -- By their keys, whatever the planner knows of tables: that may be from when they were empty.
     JOIN LATERAL (SELECT * FROM bookings WHERE id = message.booking_id OFFSET 0) bookings ON bookings.programme_id = $3
     LEFT JOIN LATERAL (
       SELECT min(waits_since) AS since FROM (
         SELECT waits_since FROM deliveries
         WHERE message.is_edit AND booking_id = bookings.id AND state = 'queued' AND generation = 0 AND waits_since IS NOT NULL
         FOR SHARE SKIP LOCKED
       ) waiting
     ) burst ON true
     LEFT JOIN LATERAL (
       SELECT * FROM deliveries earlier
       WHERE earlier.booking_id = bookings.id AND earlier.sequence < message.sequence AND lower(earlier.email) = lower(message.email)
       ORDER BY earlier.sequence DESC LIMIT 1
     ) said ON message.method = 'REQUEST' AND said.method = 'REQUEST' AND said.sequence >= bookings.hour_since
     ON CONFLICT ON CONSTRAINT deliveries_once DO NOTHING`,
    [rowsOf(messages, newId), now, programmeId],
  );
}

const MESSAGES = `jsonb_to_recordset($1) AS message (id text, booking_id text, sequence int, method text, person_id text, role text,
          name text, email text, language text, time_zone text, is_edit boolean)`;

function rowsOf(messages: readonly Message[], newId: () => string): string {
  return JSON.stringify(messages.map(({ bookingId, sequence, method, person, isEdit }) => ({
    id: newId(), booking_id: bookingId, sequence, method, is_edit: isEdit, person_id: person.id, role: person.role,
    name: person.name, email: person.email, language: person.language, time_zone: person.timeZone,
  })));
}

/** What a booking's present revision has to tell, in the order of the people. */
export async function deliveriesNowOf(db: Queryable, booking: Own): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT d.id FROM deliveries d JOIN bookings b ON b.id = d.booking_id AND b.sequence = d.sequence WHERE b.id = $1 ORDER BY d.role, d.name, d.id`, [booking.id]);
  return rows.map(({ id }) => id);
}

/** Who was invited at a sequence, as they were then: what the next revision's people are compared with. */
export async function invitedAt(db: Queryable, booking: Own<{ id: string; programmeId: string; sequence: number }>): Promise<Person[]> {
  const { rows } = await db.query<DeliveryRow>(
    `SELECT ${DELIVERY_COLUMNS} FROM deliveries d WHERE booking_id = $1 AND sequence = $2 AND method = 'REQUEST' ORDER BY role, name, id`,
    [booking.id, booking.sequence],
  );
  return rows.map((row) => deliveryFromRow(row).person);
}

/**
 * Takes a booking's place in the line, until the transaction ends: two of its messages never leave at once.
 * `false`: somebody else has it. `null`: there is no such delivery.
 * From here on the transaction may wait for a mail server: the time-outs of our connections are made for requests,
 * and would end it between the server's answer and our commit.
 */
export async function takeTurn(tx: Tx, deliveryId: string): Promise<boolean | null> {
  const { rows } = await tx.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_xact_lock($2, hashtext(booking_id)) AS taken,
            set_config('idle_in_transaction_session_timeout', '60s', true),
            set_config('statement_timeout', '30s', true), set_config('lock_timeout', '25s', true)
     FROM deliveries WHERE id = $1`,
    [deliveryId, TURN],
  );
  return rows[0]?.taken ?? null;
}

/** Waits for messages on their way that name these people, and lets no other leave until the transaction ends: what was read before is not sent after. */
export async function holdMessagesNaming(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock($2, turn) FROM (
       SELECT DISTINCT hashtext(waiting.booking_id) AS turn FROM deliveries waiting JOIN deliveries theirs ON theirs.booking_id = waiting.booking_id
       WHERE waiting.state = 'queued' AND theirs.person_id = ANY($1) ORDER BY turn
     ) turns`,
    [personIds, TURN],
  );
}

/** Messages of somebody's or something's bookings that have not left, in the order in which they would; none leaves until the transaction ends. */
export async function holdUnsent(tx: Tx, of: 'programme' | 'facilitator' | 'cluster', { id }: Run): Promise<string[]> {
  const unsent = `FROM deliveries d JOIN bookings b ON b.id = d.booking_id WHERE d.state = 'queued' AND b.${of}_id = $1`;
  await tx.query(`SELECT pg_advisory_xact_lock($2, turn) FROM (SELECT DISTINCT hashtext(d.booking_id) AS turn ${unsent} ORDER BY turn) turns`, [id, TURN]);
  const { rows } = await tx.query<{ id: string }>(`SELECT d.id ${unsent} ORDER BY d.queued_at, d.id`, [id]);
  return rows.map((row) => row.id);
}

export async function findDelivery(db: Queryable, id: string): Promise<StoredDelivery | null> {
  const { rows } = await db.query<DeliveryRow>(`SELECT ${DELIVERY_COLUMNS} FROM deliveries d WHERE id = $1`, [id]);
  return rows[0] ? deliveryFromRow(rows[0]) : null;
}

/** What came of a delivery: its state, one more try unless it was not tried, and when it is tried again at the earliest. */
export interface Outcome {
  readonly state: Delivery['state'];
  readonly tried: boolean;
  readonly error: string | null;
  /** Until then the relay leaves it to the queue, which has it waiting. */
  readonly nextTryAt?: Instant;
}

export async function writeOutcome(tx: Tx, id: string, { state, tried, error, nextTryAt }: Outcome, now: Instant): Promise<StoredDelivery> {
  const { rows } = await tx.query<DeliveryRow>(
    `UPDATE deliveries d
     SET state = $2, tries = tries + $3, last_error = $4,
         sent_at = CASE WHEN $2 = 'sent' THEN to_timestamp($5::float8 / 1000) ELSE sent_at END,
         relayed_at = COALESCE(to_timestamp($6::float8 / 1000), relayed_at)
     WHERE id = $1
     RETURNING ${DELIVERY_COLUMNS}`,
    [id, state, tried ? 1 : 0, error, now, nextTryAt ?? null],
  );
  return rowThere(rows[0], id);
}

/** Queues what had been given up once more; the relay offers it anew. */
export async function queueAgain(tx: Tx, { id }: Own): Promise<StoredDelivery> {
  const { rows } = await tx.query<DeliveryRow>(
    `UPDATE deliveries d SET state = 'queued', relayed_at = NULL WHERE id = $1 RETURNING ${DELIVERY_COLUMNS}`, [id]);
  return rowThere(rows[0], id);
}

/** An offer to the queue: which delivery, the how manieth time, and of which booking. */
export interface Offer {
  readonly id: string;
  readonly generation: number;
  readonly bookingId: string;
}

/**
 * Deliveries that wait to be offered to the queue, oldest first, each with the number of its next offer:
 * never offered ones, and those offered before `staleBefore` of which nothing was heard; edits only once they have waited since
 * `editsBefore`. Locked until the transaction ends; those that another relay has locked are left to it.
 */
export async function takeOffers(tx: Tx, { staleBefore, editsBefore, limit }: { staleBefore: Instant; editsBefore: Instant; limit: number }): Promise<Offer[]> {
  const { rows } = await tx.query<Offer>(
    `SELECT id, generation + 1 AS generation, booking_id AS "bookingId" FROM deliveries
     WHERE state = 'queued' AND (relayed_at IS NULL OR relayed_at < to_timestamp($1::float8 / 1000))
       AND (waits_since IS NULL OR waits_since <= to_timestamp($3::float8 / 1000))
     ORDER BY relayed_at NULLS FIRST, queued_at, id
     LIMIT $2
     FOR UPDATE SKIP LOCKED`,
    [staleBefore, limit, editsBefore],
  );
  return rows;
}

export async function markOffered(tx: Tx, offers: readonly Offer[], now: Instant): Promise<void> {
  await tx.query(
    `UPDATE deliveries SET generation = generation + 1, relayed_at = to_timestamp($2::float8 / 1000) WHERE id = ANY($1)`,
    [offers.map(({ id }) => id), now],
  );
}

/** A programme's deliveries, oldest first; `after` is the last one's id of the page before. */
export async function listDeliveries(
  db: Queryable, programmeId: ProgrammeAccess, { bookingId, state, after, limit }: Omit<DeliveryFilter, 'cursor'> & { after?: string | undefined; limit: number },
): Promise<StoredDelivery[]> {
  const { rows } = await db.query<DeliveryRow>(
    `SELECT ${DELIVERY_COLUMNS} FROM deliveries d
     WHERE programme_id = $1 AND ($2::text IS NULL OR booking_id = $2) AND ($3::text IS NULL OR state = $3)
       AND ($4::text IS NULL OR (queued_at, id) > (SELECT queued_at, id FROM deliveries WHERE id = $4))
     ORDER BY queued_at, id
     LIMIT $5`,
    [programmeId, bookingId ?? null, state ?? null, after ?? null, limit],
  );
  return rows.map(deliveryFromRow);
}

/** A delivery as the API and the live changes show it. */
export function deliveryOf(stored: StoredDelivery): Delivery {
  const { answer, person, queuedAt, sentAt } = stored;
  return {
    id: stored.id,
    bookingId: stored.bookingId,
    sequence: stored.sequence,
    method: stored.method,
    attendee: { id: person.id, role: person.role, name: person.name, email: person.email },
    state: stored.state,
    reply: stored.reply,
    ...(answer && { answer: { at: new Date(answer.at).toISOString(), wantsOtherTime: answer.wantsOtherTime, verified: answer.isVerified, comment: answer.comment } }),
    tries: stored.tries,
    lastError: stored.lastError,
    queuedAt: new Date(queuedAt).toISOString(),
    sentAt: sentAt === null ? null : new Date(sentAt).toISOString(),
  };
}

/** The class of the advisory locks by which a booking's messages take turns; spells `TURN`. */
const TURN = 0x5455524e;

export const DELIVERY_COLUMNS = `d.id, d.programme_id, d.booking_id, d.sequence, d.method, d.person_id, d.role, d.name, d.email, d.language, d.time_zone,
  d.state, d.reply, d.replied_at, d.wants_other_time, d.reply_verified, d.reply_comment, d.tries, d.last_error, d.generation, d.queued_at, d.sent_at`;

export interface DeliveryRow {
  id: string;
  programme_id: string;
  booking_id: string;
  sequence: number;
  method: Message['method'];
  person_id: string;
  role: Person['role'];
  name: string;
  email: string;
  language: Language;
  time_zone: string;
  state: Delivery['state'];
  reply: Delivery['reply'];
  replied_at: Instant | null;
  wants_other_time: boolean;
  reply_verified: boolean;
  reply_comment: string | null;
  tries: number;
  last_error: string | null;
  generation: number;
  queued_at: Instant;
  sent_at: Instant | null;
}

function rowThere(row: DeliveryRow | undefined, id: string): StoredDelivery {
  if (!row) throw new Error(`there is no delivery ${id}`);
  return deliveryFromRow(row);
}

export function deliveryFromRow(row: DeliveryRow): StoredDelivery {
  return {
    id: row.id,
    programmeId: row.programme_id,
    bookingId: row.booking_id,
    sequence: row.sequence,
    method: row.method,
    person: { id: row.person_id, role: row.role, name: row.name, email: row.email, language: row.language, timeZone: row.time_zone },
    state: row.state,
    reply: row.reply,
    answer: row.replied_at === null ? null : { at: row.replied_at, wantsOtherTime: row.wants_other_time, isVerified: row.reply_verified, comment: row.reply_comment },
    tries: row.tries,
    lastError: row.last_error,
    generation: row.generation,
    queuedAt: row.queued_at,
    sentAt: row.sent_at,
  };
}
