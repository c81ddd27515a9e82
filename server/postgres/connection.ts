import { Client } from 'pg';

export const databaseName = 'visavis';
export const userName = 'visavis';

/** The address of one database of the embedded cluster. */
export function urlOf(port: number, password: string, database: string = databaseName): string {
  return `postgres://${userName}:${password}@127.0.0.1:${port}/${database}`;
}

/** `silent`: nobody listens or nobody answers. `not-yet`: starting, recovering or stopping. `denied`: not our cluster. */
export type Answer = 'ready' | 'not-yet' | 'denied' | 'silent';

/** Whether a connection can really be made: a process that is there proves nothing, it may be a zombie or stopped. */
export async function ask(port: number, password: string): Promise<Answer> {
  try {
    await withClient(urlOf(port, password, 'postgres'), (client) => client.query('SELECT 1'));
    return 'ready';
  } catch (error) {
    return answerOf(codeOf(error));
  }
}

function answerOf(code: string | undefined): Answer {
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return 'silent';
  // Class 28 is a refused sign-in, 57P03 cannot_connect_now, 53300 too many connections (PostgreSQL, appendix A).
  if (code.startsWith('28')) return 'denied';
  return code === '53300' ? 'ready' : 'not-yet';
}

/** Makes sure that the program's database exists. */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  try {
    await withClient(urlOf(port, password), (client) => client.query('SELECT 1'));
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
    await withClient(urlOf(port, password, 'postgres'), (client) => client.query(`CREATE DATABASE ${databaseName}`));
  }
}

async function withClient(url: string, use: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A connection that breaks later than its query's answer must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}
