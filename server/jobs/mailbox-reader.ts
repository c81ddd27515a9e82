import type { ImapFlow } from 'imapflow';
import type { Instant } from '../domain/interval.ts';
import type { Database } from '../store/database.ts';
import { receive } from '../usecases/calendars/receive.ts';
import type { Log } from './log.ts';
import { nameOf, warnSparingly } from './log.ts';
import type { ReadIncoming } from './readers.ts';

interface MailboxReader {
  /** `imaps://user:password@host:port/MAILBOX`. */
  url: string;
  db: Database;
  read: ReadIncoming;
  /** Of our own Message-IDs. */
  host: string;
  newId(prefix: string): string;
  clock: () => Instant;
  log: Log;
  /** Something was kept, and that is committed. */
  committed(): void;
}

const LONGEST_BYTES = 2_000_000;
/** Where a server does not tell of new mail by itself. */
const LOOK_EVERY_MS = 60_000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * Reads what comes to our mailbox: takes each unseen mail, keeps what it says, marks it as seen. Never answers, moves or deletes
 * one. A mail whose reading failed for a reason of ours stays unseen and is read again; read twice, it counts once.
 */
export function startMailboxReader(reader: MailboxReader): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = keepReading(reader, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

async function keepReading(reader: MailboxReader, stopping: AbortSignal): Promise<void> {
  const warn = warnSparingly(reader.log, 'the mailbox of answers cannot be read', 60_000);
  for (let failures = 0; !stopping.aborted; failures += 1) {
    await readWhileConnected(reader, stopping, () => { failures = 0; }).catch(warn);
    await news(null, Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures), stopping);
  }
}

async function readWhileConnected(reader: MailboxReader, stopping: AbortSignal, onGood: () => void): Promise<void> {
  const { hostname, password, pathname, port, protocol, username } = new URL(reader.url);
  const client = new (await import('imapflow')).ImapFlow({
    host: hostname, port: Number(port) || (protocol === 'imaps:' ? 993 : 143), secure: protocol === 'imaps:', logger: false,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) }, connectionTimeout: 10_000, greetingTimeout: 10_000,
  });
  // A connection that is lost says so twice: an 'error' nobody hears would end the process.
  client.on('error', () => {});
  const stop = () => client.close();
  stopping.addEventListener('abort', stop);
  try {
    await client.connect();
    await client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || 'INBOX');
    while (client.usable && !stopping.aborted) {
      await takeUnseen(reader, client, stopping);
      onGood();
      await news(client, LOOK_EVERY_MS, stopping);
    }
  } catch (error) {
    if (!stopping.aborted) throw error;
  } finally {
    stopping.removeEventListener('abort', stop);
    client.close();
  }
}

/** A mail that cannot be kept stays unseen, is read again, and holds up no other: anybody may write to us. */
async function takeUnseen(reader: MailboxReader, client: ImapFlow, stopping: AbortSignal): Promise<void> {
  for (const uid of await client.search({ seen: false }, { uid: true }) || []) {
    if (stopping.aborted) return;
    await takeOne(reader, client, uid).catch((error: unknown) => {
      if (!client.usable) throw error;
      reader.log.error({ fault: nameOf(error) }, 'an answer could not be kept; it is read again');
    });
  }
}

async function takeOne(reader: MailboxReader, client: ImapFlow, uid: number): Promise<void> {
  const mail = await client.fetchOne(String(uid), { size: true }, { uid: true });
  if (mail && (mail.size ?? 0) <= LONGEST_BYTES) await readOne(reader, client, uid);
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
}

async function readOne({ clock, committed, db, host, log, newId, read }: MailboxReader, client: ImapFlow, uid: number): Promise<void> {
  const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (!mail || !mail.source) return;
  const what = await read('mail', mail.source);
  if (what.came === 'nothing') return;
  const received = await db.transaction((tx) => receive(tx, what, { now: clock(), host, newId, mayReceive: () => true }));
  if (!received.ok) return;
  log.info({ ...received.value }, 'answer received');
  committed();
}

/** Until new mail is told of, the time is up, the connection ends, or we do. */
async function news(client: ImapFlow | null, milliseconds: number, stopping: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      client?.off('exists', done).off('close', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    stopping.addEventListener('abort', done);
    client?.on('exists', done).on('close', done);
    // Ended by the next command, whatever that is.
    client?.idle().catch(() => {});
    if (stopping.aborted) done();
  });
}
