import type { Logger } from 'pino';
import type { Sender } from '../domain/invitation-content.ts';
import type { Instant } from '../domain/interval.ts';
import type { Received } from '../domain/reply.ts';
import type { Database } from '../store/database.ts';
import type { BookTogether } from '../usecases/booking/book-together.ts';
import type { Settings } from '../usecases/call.ts';
import type { Trust } from '../net/client-address.ts';
import type { Listings } from '../usecases/listing/listings.ts';
import type { Limits } from '../limits/limits.ts';

export interface Figures {
  /** Open live connections. */
  sockets(): number;
  /** Jobs in the mail queue; null while it cannot be reached. */
  queueJobs(): Promise<number | null>;
}

/** What the HTTP layer is given by the context. */
export interface Services {
  readonly db: Database;
  /** For reads of slots outside a transaction, many of which may come at once. */
  readonly listings: Listings;
  /** Bookings that come at once are written at once. */
  readonly bookTogether: BookTogether;
  readonly clock: () => Instant;
  readonly settings: Settings;
  /** Who calendar files say they are from. */
  readonly sender: Sender;
  readonly log: Logger;
  /** SHA-256 of BOOTSTRAP_TOKEN, when one is set. */
  readonly ownerTokenHash: Buffer | null;
  /** Where the built client is; absent in a process that only answers the API. */
  readonly clientDirectory: string | null;
  /** Mail lands in the built-in mailbox. */
  readonly mailbox: boolean;
  /** How often who may ask. */
  readonly limits: Limits;
  /** Which proxies are believed when they say whom they ask for. */
  readonly trust: Trust;
  /** Origins whose pages may use the API with tokens. */
  readonly corsOrigins: readonly string[];
  /** A transaction has been committed: whoever relays or pushes looks again. Never waits. */
  committed(): void;
  /** Reads what somebody sent us, apart from everything of ours; null where that has not been built. */
  readonly readIncoming: ((form: 'calendar' | 'mail', bytes: Uint8Array, method: string | null) => Promise<Received>) | null;
  /** Of this process, for `/metrics`. */
  readonly figures: Figures;
  /** Faults by name, none when ready. */
  readiness(): Promise<string[]>;
}
