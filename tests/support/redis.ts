import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Redis } from 'ioredis';

/** Whether there is a redis-server on this machine. */
export const redisIsHere = spawnSync('redis-server', ['--version']).status === 0;

export interface TestRedis {
  readonly url: string;
  /** Forgets everything, as a Redis without persistence does when it is started again. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of its own for one test file, in memory only. */
export async function startRedis(port?: number): Promise<TestRedis> {
  const chosen = port ?? await freePort();
  const child = spawn('redis-server', ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  child.on('error', () => {});
  const url = `redis://127.0.0.1:${chosen}`;
  await command(url, 'PING');
  return {
    url,
    flush: () => command(url, 'FLUSHALL'),
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Waits for Redis to come up, for at most ten seconds. */
async function command(url: string, name: 'PING' | 'FLUSHALL'): Promise<void> {
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (tries) => (tries < 200 ? 50 : null) });
  client.on('error', () => {});
  try {
    await client.call(name);
  } finally {
    client.disconnect();
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
