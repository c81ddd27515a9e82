import { createPostgresBackend, Queue, Worker } from 'bullmq';
import type { JobsOptions, Processor, WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg, { Client } from 'pg';
import type { ClientConfig } from 'pg';

/** What one job of the mail queue holds: names only, since what is sent is read when it is sent. */
export interface MailJob {
  readonly deliveryId: string;
  readonly generation: number;
}

export interface NamedJob<Data = MailJob> {
  readonly name: string;
  readonly data: Data;
  readonly opts: JobsOptions;
}

/** The part of a BullMQ queue that is used here, the same over PostgreSQL and over Redis. */
export interface OpenQueue<Data = MailJob> {
  addBulk(jobs: NamedJob<Data>[]): Promise<unknown>;
  count(): Promise<number>;
  waitUntilReady(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
}

/** The part of a BullMQ worker that is used here. */
export interface OpenWorker {
  isRunning(): boolean;
  waitUntilReady(): Promise<unknown>;
  /** Waits for the jobs in hand, unless forced. */
  close(force?: boolean): Promise<void>;
}

export type MailProcessor = Processor<MailJob, string>;

/** Where the queue lives. Nothing of BullMQ is built before `probe` has answered: what is built without its database never recovers. */
export interface QueueBackend<Data = MailJob> {
  probe(): Promise<void>;
  openQueue(): OpenQueue<Data>;
  openWorker(processor: Processor<Data, string>): OpenWorker;
}

/** A job belongs to its worker for so long after its last sign of life, and is looked for so often. */
export interface LockTiming {
  readonly lockMs: number;
  readonly stalledMs: number;
}

export interface BackendOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Letters unless named. */
  readonly queue?: string;
  /** Jobs in hand at once. */
  readonly concurrency: number;
  readonly locks: LockTiming;
  readonly onError: (error: Error) => void;
}

const MAIL = 'visavis-mail';

export function queueBackend<Data = MailJob>(options: BackendOptions): QueueBackend<Data> {
  return options.redisUrl === undefined ? postgresBackend(options) : redisBackend(options, options.redisUrl);
}

/** BullMQ in a schema of its own, in the same database as all else. */
function postgresBackend<Data>({ databaseUrl, queue: name = MAIL, concurrency, locks, onError }: BackendOptions): QueueBackend<Data> {
  const connection = (max: number) => ({
    connectionString: databaseUrl, schema: 'bullmq', migrate: true, max, Client: HeardClient, connectionTimeoutMillis: 4000,
  });
  return {
    async probe() {
      const client = new HeardClient({ connectionString: databaseUrl, connectionTimeoutMillis: 4000 });
      try {
        await client.connect();
        await client.query('SELECT 1');
      } finally {
        await client.end();
      }
    },
    openQueue: () => listening(new Queue(name, { connection: connection(2) }, createPostgresBackend), onError),
    openWorker: (processor) => listening(
      new Worker(name, processor, { ...workerOptions(concurrency, locks), connection: connection(5) }, createPostgresBackend), onError),
  };
}

function redisBackend<Data>({ queue: name = MAIL, concurrency, locks, onError }: BackendOptions, redisUrl: string): QueueBackend<Data> {
  return {
    async probe() {
      const client = new Redis(redisUrl, { maxRetriesPerRequest: 1, retryStrategy: () => null, lazyConnect: true });
      client.on('error', onError);
      try {
        await client.connect();
        await client.ping();
      } finally {
        client.disconnect();
      }
    },
    openQueue() {
      // Fails at once while Redis is away, instead of waiting with a transaction open.
      const client = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
      client.on('error', onError);
      const queue = listening(new Queue(name, { connection: client }), onError);
      return closingToo(queue, client);
    },
    openWorker(processor) {
      const client = new Redis(redisUrl, { maxRetriesPerRequest: null });
      client.on('error', onError);
      const worker = listening(new Worker(name, processor, { ...workerOptions(concurrency, locks), connection: client }), onError);
      return closingToo(worker, client);
    },
  };
}

/**
 * As measured: a killed worker's job is taken up after lockDuration + 2 × stalledInterval at the latest, however often it was
 * killed (maxStalledCount); and after a restart of the database the next job comes before the locks run out (runRetryDelay ≤ lockDuration / 2).
 */
function workerOptions(concurrency: number, { lockMs, stalledMs }: LockTiming): Omit<WorkerOptions, 'connection'> {
  return { concurrency, lockDuration: lockMs, stalledInterval: stalledMs, maxStalledCount: 1000, runRetryDelay: Math.min(1000, lockMs / 2) };
}

/** A connection whose loss, between two statements, does not end the process. */
class HeardClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

// The connection on which BullMQ waits for news it makes by itself, from pg's class, and hears its errors a moment after it is there:
// cut in that moment, it ended the process.
Object.assign(pg, { Client: HeardClient });

/** BullMQ's own answer to an unheard error is to print the connection with its secrets. */
function listening<Emitter extends { on(event: 'error', listener: (error: Error) => void): unknown }>(emitter: Emitter, onError: (error: Error) => void): Emitter {
  emitter.on('error', onError);
  return emitter;
}

/** BullMQ leaves a Redis client that it was given open; and while Redis is away, it waits for it before it closes, unless that is cut. */
function closingToo<Open extends { close(force?: boolean): Promise<void> }>(open: Open, client: Redis): Open {
  const close = open.close.bind(open);
  open.close = async (force?: boolean) => {
    if (force) client.disconnect();
    await close(force).finally(() => client.disconnect());
  };
  return open;
}
