import { Client } from 'pg';

/** The whole schema as text, by the database's own account of it: what reviewers read, and what a change of it shows. */
export async function describeSchema(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(`
      SELECT line FROM (
        SELECT c.relname AS of, 1 AS part, a.attnum AS place, format('%s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
          CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
          CASE WHEN d.adbin IS NULL THEN '' ELSE ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END,
          CASE WHEN a.attidentity = '' THEN '' ELSE ' IDENTITY' END) AS line
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        UNION ALL
        SELECT c.relname, 2, row_number() OVER (ORDER BY o.conname), format('%s CONSTRAINT %s %s', c.relname, o.conname, pg_get_constraintdef(o.oid))
        FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
        -- NOT NULL stands with its column; PostgreSQL 18 lists it as a constraint as well, older ones do not.
        WHERE o.connamespace = 'public'::regnamespace AND o.contype <> 'n'
        UNION ALL
        SELECT tablename, 3, row_number() OVER (ORDER BY indexname), indexdef FROM pg_indexes
        WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)
      ) described ORDER BY of, part, place`);
    return `${rows.map(({ line }) => line).join('\n')}\n`;
  } finally {
    await client.end();
  }
}
