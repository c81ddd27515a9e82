import { createHash } from 'node:crypto';
import { statSync, unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupProblem } from './problem.ts';

export interface Lock {
  release(): void;
}

/**
 * Keeps a second program off the same data folder.
 *
 * The lock is a listening local socket whose name is derived from the folder's device and inode. The kernel hands a
 * name out once, however many ask at the same moment, and takes it back when the process ends in whatever way, so
 * neither `kill -9` nor a recycled process number can leave it behind. A lock file can do neither of the two, and
 * an advisory lock in the database would be lost whenever PostgreSQL restarts, and cannot guard its first start.
 *
 * Whoever connects is told the holder's process number.
 *
 * @throws StartupProblem when another process holds it
 */
export async function lockFolder(folder: string): Promise<Lock> {
  const address = addressFor(folder);
  const server = (await listen(address)) ?? (await listenAfterDead(address));
  if (server) return { release: () => void server.close() };
  const holder = await holderOf(address);
  throw new StartupProblem(`Another Visavis${holder ? ` (process ${holder})` : ''} is running on ${folder}: stop it, or give this one a DATA_DIR of its own.`);
}

function addressFor(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `visavis-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`;
  // Linux: the leading NUL puts the name into the kernel's own table instead of a file system.
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), name);
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((asker) => {
      asker.on('error', () => asker.destroy());
      asker.end(String(process.pid));
    });
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(server.unref()));
  });
}

/** Only systems whose sockets are files keep the name of a dead holder; nobody answers there. */
async function listenAfterDead(address: string): Promise<Server | undefined> {
  if (!address.startsWith('/') || (await holderOf(address)) !== undefined) return undefined;
  unlinkSync(address);
  return listen(address);
}

function holderOf(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let told = '';
    const asking = connect(address);
    asking.setTimeout(1000, () => asking.destroy());
    asking.on('data', (chunk) => { told += chunk.toString(); });
    asking.on('error', () => asking.destroy());
    asking.on('close', () => resolve(told || undefined));
  });
}
