import { DatabaseError, Pool } from 'pg';
import { OneWriteATurn } from './one-write-a-turn.ts';
import { databaseTypes } from './types.ts';

/** What a query needs: a pool, or one connection inside a transaction. */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** One connection inside a transaction. */
export interface Tx extends Queryable {
  /** Sends a statement whose answer nobody needs: what comes next, the commit too, follows it without waiting. If it fails, the transaction fails. */
  send(text: string, values: unknown[]): void;
}

export interface Database extends Queryable {
  readonly pool: Pool;
  /**
   * Runs `work` in one transaction (READ COMMITTED) and commits unless it throws.
   * Deadlocks, serialization failures and lock time-outs are tried again, three times at most unless told otherwise.
   */
  transaction<Value>(work: (tx: Tx) => Promise<Value>, retries?: number): Promise<Value>;
  /** The same for `work` that sends all it has to say before it first waits: the commit follows at once, and all is one journey. Never tried again. */
  oneJourney<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>;
  /** Waits for the connections in use, then closes all. */
  close(): Promise<void>;
}

interface DatabaseOptions {
  /** Connections at most; each worker and web process has its own. */
  maximum?: number;
  onError?: (error: Error) => void;
}

const RETRIES = 3;
/** `in_failed_sql_transaction` */
const ABORTED = '25P02';
const RETRY_CODES = new Set(['40P01', '40001', '55P03']);

export function openDatabase(url: string, { maximum = 20, onError = () => {} }: DatabaseOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: maximum,
    // Statements that need not wait for each other's answers are on their way together.
    pipeline: true,
    stream: () => new OneWriteATurn(),
    types: databaseTypes,
    connectionTimeoutMillis: 4000,
    // A database that is gone without a word is noticed within half a minute, also by whoever waits for its answer.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // A statement that waits longer than this helps nobody: the client has given up (RELIABILITY: requests never hang > 5 s).
    // Our statements find rows by their keys, so that one plan does for all values; PostgreSQL would plan the large ones anew each time.
    options: '-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000 -c timezone=UTC -c plan_cache_mode=force_generic_plan',
  });
  // Both listeners are needed: a connection lost while checked out raises on the client, not on the pool,
  // and an 'error' nobody hears ends the process.
  let closing = false;
  const onLost = (error: Error) => { if (!closing) onError(error); };
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  return {
    pool,
    query: (text, values) => pool.query(prepared(text, values)),
    transaction: (work, retries = RETRIES) => retrying(() => inTransaction(pool, work), retries),
    oneJourney: (work) => inTransaction(pool, work, true),
    close: () => {
      closing = true;
      return pool.end();
    },
  };
}

async function retrying<Value>(attempt: () => Promise<Value>, retries: number): Promise<Value> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= retries || !RETRY_CODES.has(sqlState(error) ?? '')) throw error;
      await pause(5 + Math.random() * 20 * (tries + 1));
    }
  }
}

async function inTransaction<Value>(pool: Pool, work: (tx: Tx) => Promise<Value>, isOneJourney = false): Promise<Value> {
  const client = await pool.connect();
  const sent: Promise<unknown>[] = [];
  let broken: Error | undefined;
  let cause: unknown;
  const send = (answer: Promise<unknown>) => {
    answer.catch((error: unknown) => { cause ??= error; });
    sent.push(answer);
  };
  const tx: Tx = {
    query: (text, values) => client.query(prepared(text, values)),
    send: (text, values) => send(client.query(prepared(text, values))),
  };
  try {
    send(client.query('BEGIN'));
    const worked = work(tx);
    if (!isOneJourney) await worked;
    // After a statement that failed, PostgreSQL takes it for a ROLLBACK.
    send(client.query('COMMIT'));
    const [value] = await Promise.all([worked, ...sent]);
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => { broken = lost; });
    // What came after a statement that failed failed for its sake.
    throw sqlState(error) === ABORTED ? cause ?? error : error;
  } finally {
    // A connection that could not even roll back is not given to anyone else.
    client.release(broken);
  }
}

const names = new Map<string, string>();

/** Planned once for each connection: our statements are a fixed few, and planning the large ones takes longer than running them. */
function prepared(text: string, values?: unknown[]) {
  if (values === undefined) return { text };
  let name = names.get(text);
  if (name === undefined) names.set(text, name = `visavis_${names.size}`);
  return { name, text, values };
}

/** The SQLSTATE of a PostgreSQL error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined;
}

/** Only at start, while the database may still be coming up. */
export async function waitForDatabase(db: Queryable, isStopped: () => boolean = () => false, onAway: (error: unknown) => void = () => {}): Promise<void> {
  for (let tries = 0; !isStopped(); tries += 1) {
    try {
      await db.query('SELECT 1');
      return;
    } catch (error) {
      if (tries === 0) onAway(error);
      await pause(Math.min(2000, 100 * 2 ** tries));
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}
