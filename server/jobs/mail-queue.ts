import type { Sender } from '../domain/invitation-content.ts';
import type { Postman } from '../domain/invitation-post.ts';
import type { Instant } from '../domain/interval.ts';
import { invitationLetter } from '../mail/invitation-letter.ts';
import { openDatabase } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import type { Offer } from '../store/deliveries.ts';
import { relayDeliveries } from '../usecases/deliveries/relay-deliveries.ts';
import { connectQueue } from './connect-queue.ts';
import { invitationJob, invitationProcessor } from './invitation-job.ts';
import type { Patience } from './invitation-job.ts';
import type { Log } from './log.ts';
import { warnSparingly } from './log.ts';
import { queueBackend } from './queue-backend.ts';
import type { LockTiming } from './queue-backend.ts';
import { startRelayLoop } from './relay-loop.ts';
import { within } from './within.ts';

export interface MailQueueOptions {
  readonly db: Database;
  readonly databaseUrl: string;
  /** The queue's home, where there is one; else it is the database. */
  readonly redisUrl?: string | undefined;
  /** Null: letters go into the built-in mailbox. Closed with the queue. */
  readonly postman: Postman | null;
  readonly sender: Sender;
  readonly log: Log;
  /** `web` hands deliveries to the queue and sends nothing itself. */
  readonly role: 'web' | 'worker' | 'all';
  readonly clock: () => Instant;
  /** A delivery of this programme has changed its state, and the change is committed. */
  readonly changed?: (programmeId: string) => void;
  readonly timing?: Partial<Timing>;
}

export interface Timing extends Patience, LockTiming {
  readonly pollMs: number;
  /** A delivery handed over so long ago and still waiting is handed over anew: a queue that lost everything is filled again. */
  readonly offerAgainAfterMs: number;
  /** See `Relay`. */
  readonly editsWaitMs: number;
}

export interface MailQueue {
  /** After a commit that may have put something into the outbox. */
  wake(): void;
  /** Resolves once the queue is connected; never rejects. */
  ready(): Promise<void>;
  healthy(): Promise<boolean>;
  /** How many there are in the queue; null while it cannot be reached. */
  jobs(): Promise<number | null>;
  /** Ends what is in hand, or gives it back, then closes all. */
  stop(): Promise<void>;
}

/** Twelve tries in about three hours. */
const usual: Timing = { attempts: 12, firstRetryMs: 5000, pollMs: 500, offerAgainAfterMs: 120_000, editsWaitMs: 30_000, lockMs: 10_000, stalledMs: 5000 };
const CONCURRENCY = 10;
const BATCH = 200;

/**
 * The way of an invitation from the outbox to the mail server: a relay hands rows to BullMQ, a worker sends them.
 * Comes up by itself whenever its database and queue do, and waits for neither.
 */
export function startMailQueue(options: MailQueueOptions): MailQueue {
  const { clock, databaseUrl, db, log, postman, redisUrl, role, sender } = options;
  const timing = { ...usual, ...options.timing };
  const onError = warnSparingly(log, 'the mail queue lost a connection');
  // Connections of its own: sending holds one for as long as a mail server takes, and requests must not wait for that.
  const sending = openDatabase(databaseUrl, { maximum: CONCURRENCY, onError });
  const office = { postman, clock, write: (invitation: Parameters<typeof invitationLetter>[0]) => invitationLetter(invitation, sender) };
  const processor = invitationProcessor(sending, office, timing, log, options.changed ?? (() => {}));
  const backend = queueBackend({ databaseUrl, redisUrl, concurrency: CONCURRENCY, locks: timing, onError });
  const connection = connectQueue(backend, role === 'web' ? null : processor, log);

  const offer = async (offers: readonly Offer[]) => {
    const queue = connection.queue();
    if (!queue) throw new Error('the queue is not connected');
    await within(4000, queue.addBulk(offers.map((each) => invitationJob(each, timing))));
  };
  const relay = { offer, offerAgainAfterMs: timing.offerAgainAfterMs, editsWaitMs: timing.editsWaitMs, batch: BATCH };
  const loop = startRelayLoop(async () => {
    await connection.ready();
    return connection.queue() !== null && await relayDeliveries(db, relay, clock()) === BATCH;
  }, timing.pollMs, log);

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    const stopped = connection.stop();
    await loop.stop();
    await stopped;
    postman?.close();
    await sending.close();
  };
  return {
    wake: loop.wake,
    ready: connection.ready,
    healthy: connection.healthy,
    jobs: async () => within(2000, connection.queue()?.count() ?? Promise.resolve(null)).catch(() => null),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
