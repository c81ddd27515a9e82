import type { Client } from 'pg';

/** Everything the database holds, the queue's tables too, one row to a line. */
export async function readable(client: Client): Promise<string> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1");
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`);
    lines.push(...rows.map(({ line }) => `${name} ${line.replaceAll('\n', ' ')}`));
  }
  return lines.join('\n');
}
