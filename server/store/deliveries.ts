import type { Instant } from '../domain/interval.ts';
import type { Message } from '../domain/invitation.ts';
import type { Tx } from './database.ts';

/**
 * Writes the messages into the outbox, in the transaction of the booking they tell of: none without the other.
 * A message that is there already stays as it is. `newId` gives each row its identifier.
 */
export async function insertDeliveries(tx: Tx, messages: readonly Message[], newId: () => string, now: Instant): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ bookingId, sequence, method, person }) => ({
    id: newId(), booking_id: bookingId, sequence, method, person_id: person.id, role: person.role,
    name: person.name, email: person.email, language: person.language, time_zone: person.timeZone,
  }));
  await tx.query(
    `INSERT INTO deliveries (id, programme_id, booking_id, sequence, method, person_id, role, name, email, language, time_zone, queued_at)
     SELECT message.id, bookings.programme_id, bookings.id, message.sequence, message.method, message.person_id, message.role,
            message.name, message.email, message.language, message.time_zone, to_timestamp($2::float8 / 1000)
     FROM jsonb_to_recordset($1) AS message (id text, booking_id text, sequence int, method text, person_id text, role text,
          name text, email text, language text, time_zone text)
     JOIN bookings ON bookings.id = message.booking_id
     ON CONFLICT ON CONSTRAINT deliveries_once DO NOTHING`,
    [JSON.stringify(rows), now],
  );
}
