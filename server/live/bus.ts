import { Redis } from 'ioredis';
import { Client } from 'pg';

/** Wakes the other processes. Messages are hints, lost at worst: whoever hears one reads the database again. */
export interface Bus {
  /** Goes out at once; what is said within 20 ms of that goes out together, the same only once, in the order in which each was said last. */
  publish(message: string): void;
  subscribe(listener: (message: string) => void): void;
  stop(): Promise<void>;
}

const CHANNEL = 'visavis';
const GATHER_MS = 20;
const RECONNECT_MS = 1000;

export function openBus({ databaseUrl, redisUrl }: { databaseUrl: string; redisUrl: string | null }): Bus {
  return redisUrl === null ? postgresBus(databaseUrl) : redisBus(redisUrl);
}

/** Over LISTEN and NOTIFY, on a connection of its own and never inside a transaction that writes: NOTIFY takes one lock for the whole database until the commit. */
function postgresBus(databaseUrl: string): Bus {
  const listeners: ((message: string) => void)[] = [];
  let client: Client | null = null;
  let stopped = false;
  let reconnecting: NodeJS.Timeout | undefined;

  const connect = async () => {
    const fresh = new Client({ connectionString: databaseUrl, application_name: 'visavis-bus', keepAlive: true });
    fresh.on('error', () => {});
    fresh.on('end', () => {
      client = null;
      if (!stopped) reconnecting = setTimeout(() => void connect(), RECONNECT_MS);
    });
    fresh.on('notification', ({ payload }) => { for (const listener of listeners) listener(payload ?? ''); });
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${CHANNEL}`);
      if (stopped) await fresh.end();
      else client = fresh;
    } catch {
      // 'end' follows a failed connection as well, and tries again.
      await fresh.end().catch(() => {});
    }
  };
  void connect();

  return {
    publish: gathered(async (messages) => { await client?.query('SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message', [CHANNEL, messages]); }),
    subscribe: (listener) => { listeners.push(listener); },
    stop: async () => {
      stopped = true;
      clearTimeout(reconnecting);
      await client?.end().catch(() => {});
    },
  };
}

function redisBus(redisUrl: string): Bus {
  const listeners: ((message: string) => void)[] = [];
  const options = { maxRetriesPerRequest: 1, enableOfflineQueue: false, retryStrategy: () => RECONNECT_MS };
  const sender = new Redis(redisUrl, options);
  const receiver = new Redis(redisUrl, { ...options, enableOfflineQueue: true, autoResubscribe: true });
  for (const redis of [sender, receiver]) redis.on('error', () => {});
  receiver.subscribe(CHANNEL).catch(() => {});
  receiver.on('message', (_channel: string, message: string) => { for (const listener of listeners) listener(message); });
  return {
    publish: gathered((messages) => Promise.all(messages.map((message) => sender.publish(CHANNEL, message)))),
    subscribe: (listener) => { listeners.push(listener); },
    stop: async () => { sender.disconnect(); receiver.disconnect(); },
  };
}

/** One sending at a time: a connection takes one statement after the other, and what a slow one keeps waiting is a set of hints, not a queue. */
function gathered(send: (messages: string[]) => Promise<unknown>): (message: string) => void {
  const waiting = new Set<string>();
  let isUnderWay = false;
  const sendAll = async () => {
    isUnderWay = true;
    while (waiting.size > 0) {
      const messages = [...waiting];
      waiting.clear();
      // Lost, it was a hint.
      await Promise.all([send(messages).catch(() => {}), pause(GATHER_MS)]);
    }
    isUnderWay = false;
  };
  return (message) => {
    // What was said last holds: one who comes, goes and comes again within a moment is there.
    waiting.delete(message);
    waiting.add(message);
    if (!isUnderWay) void sendAll();
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds).unref(); });
}
