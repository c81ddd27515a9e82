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

/** Keeps a hold for two days, as a published plan that clusters confirm does. */
export async function keepForDays(databaseUrl: string, holdId: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("UPDATE engagements SET expires_at = now() + interval '2 days' WHERE id = $1", [holdId]);
  await client.end();
}
