import { Client } from 'pg';

/** Runs one statement on a connection of its own, and returns its rows. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Commits one more booking than there are. */
export async function commitRow(url: string): Promise<void> {
  await query(url, 'CREATE TABLE IF NOT EXISTS kept (n serial)');
  await query(url, 'INSERT INTO kept DEFAULT VALUES');
}

/** How many were committed. */
export async function countRows(url: string): Promise<number> {
  return Number((await query(url, 'SELECT count(*) AS n FROM kept'))[0]?.n);
}
