import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

/** How much of something one key may have in a window. A process fetches `lease` of it at a time, so that most requests ask nobody. */
export interface Allowance {
  readonly points: number;
  readonly seconds: number;
  readonly lease: number;
}

/** Generous to people and their programs, strict with whoever shows nothing. The owner's own token is counted nowhere. */
export const allowances = {
  /** Requests of a person or of one program. Some routes weigh more than one. */
  account: { points: 3000, seconds: 60, lease: 50 },
  /** Requests from one network that show no credential, or none that we know. */
  stranger: { points: 900, seconds: 60, lease: 25 },
  /** Pages and files that secret links open, and the built-in mailbox, for one network. */
  page: { points: 1200, seconds: 60, lease: 25 },
  /** Links asked for from one network. How many are mailed to one address is counted apart. */
  ask: { points: 300, seconds: 600, lease: 5 },
  /** Tries to use a link from one network. */
  confirm: { points: 600, seconds: 600, lease: 5 },
  /** Live connections that begin from one network, before it is known whose they are. */
  handshake: { points: 3000, seconds: 60, lease: 25 },
  /** Mails that one person has us write to others at once: who is named as a colleague, who is asked. */
  letters: { points: 60, seconds: 3600, lease: 1 },
  /** New live connections of one person. */
  connect: { points: 300, seconds: 60, lease: 5 },
} satisfies Record<string, Allowance>;

export type AllowanceName = keyof typeof allowances;

export interface Limits {
  /** Takes from a key's allowance; null when it had that much, else the seconds until it has again. */
  take(name: AllowanceName, key: string, weight?: number): Promise<number | null>;
}

/** Where allowances are kept, so that they hold over all processes; while it is away, each process counts for itself. */
export type LimitStore = { readonly pool: Pool } | { readonly redis: Redis };

interface Lease {
  left: number;
  /** When the window ends, epoch milliseconds; nothing is left until then where `left` is negative. */
  until: number;
}

/** As many keys as are remembered; of the rest the store knows. */
const KEYS = 20_000;

export function openLimits(store: LimitStore, table: Record<AllowanceName, Allowance> = allowances): Limits {
  const limiters = Object.fromEntries(Object.entries(table).map(([name, allowance]) => [name, limiterOf(store, name, allowance)])) as Record<AllowanceName, RateLimiterAbstract>;
  const leases = new LRUCache<string, Lease>({ max: KEYS });
  const fetching = new Map<string, Promise<void>>();

  const fetch = (id: string, name: AllowanceName, key: string, points: number) => {
    const under = fetching.get(id);
    if (under) return under;
    const fetched = lease(limiters[name], key, points).then((found) => {
      const known = leases.get(id);
      leases.set(id, known && known.left > 0 && found.left >= 0 && known.until > Date.now() ? { ...found, left: known.left + found.left } : found);
      return undefined;
    }).finally(() => fetching.delete(id));
    fetching.set(id, fetched);
    return fetched;
  };

  return {
    async take(name, key, weight = 1) {
      const hashed = createHash('sha256').update(key).digest('base64url').slice(0, 22);
      const id = `${name} ${hashed}`;
      for (;;) {
        const had = leases.get(id);
        const waitMs = (had?.until ?? 0) - Date.now();
        if (had && waitMs > 0 && had.left < 0) return Math.ceil(waitMs / 1000);
        if (had && waitMs > 0 && had.left >= weight) {
          had.left -= weight;
          return null;
        }
        await fetch(id, name, hashed, Math.max(weight, table[name].lease));
      }
    },
  };
}

async function lease(limiter: RateLimiterAbstract, key: string, points: number): Promise<Lease> {
  try {
    const { msBeforeNext } = await limiter.consume(key, points);
    return { left: points, until: Date.now() + msBeforeNext };
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { left: -1, until: Date.now() + Math.max(1000, refused.msBeforeNext) };
    throw refused;
  }
}

function limiterOf(store: LimitStore, name: string, { points, seconds }: Allowance): RateLimiterAbstract {
  const options = { keyPrefix: name, points, duration: seconds };
  const insuranceLimiter = new RateLimiterMemory(options);
  if ('redis' in store) return new RateLimiterRedis({ ...options, keyPrefix: `visavis-${name}`, storeClient: store.redis, rejectIfRedisNotReady: true, insuranceLimiter });
  return new RateLimiterPostgres({ ...options, storeClient: store.pool, storeType: 'pool', tableName: 'rate_limits', tableCreated: true, clearExpiredByTimeout: true, insuranceLimiter });
}
