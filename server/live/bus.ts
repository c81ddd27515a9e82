import { Redis } from 'ioredis';
import { Client } from 'pg';

/** Wakes the other processes. Messages are hints, lost at worst: whoever hears one reads the database again. */
export interface Bus {
  /** At most one of the same message goes out in 20 ms. */
  publish(message: string): void;
  subscribe(listener: (message: string) => void): void;
  stop(): Promise<void>;
}

const CHANNEL = 'visavis';
const COALESCE_MS = 20;
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
    const fresh = new Client({ connectionString: databaseUrl, application_name: 'visavis-bus' });
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
    publish: coalesced((message) => { client?.query('SELECT pg_notify($1, $2)', [CHANNEL, message]).catch(() => {}); }),
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
    publish: coalesced((message) => { sender.publish(CHANNEL, message).catch(() => {}); }),
    subscribe: (listener) => { listeners.push(listener); },
    stop: async () => { sender.disconnect(); receiver.disconnect(); },
  };
}

function coalesced(send: (message: string) => void): (message: string) => void {
  const waiting = new Set<string>();
  return (message) => {
    if (waiting.has(message)) return;
    waiting.add(message);
    setTimeout(() => { waiting.delete(message); send(message); }, COALESCE_MS).unref();
  };
}
