import { Client } from 'pg';
import type { App } from './app.ts';

/** Lets a booked session begin so many minutes ago, as if one had waited for it. */
export async function beginEarlier(app: App, bookingId: string, minutesAgo: number): Promise<void> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  const span = `tstzrange(now() - make_interval(mins => $2), now() - make_interval(mins => $2) + (upper(span) - lower(span)))`;
  await client.query(`UPDATE bookings SET span = ${span} WHERE id = $1`, [bookingId, minutesAgo]);
  await client.end();
}
