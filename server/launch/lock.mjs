import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './complaint.mjs';

/**
 * Waits until no other process installs or builds in this folder, and keeps the others out until `release` is called
 * or this process ends. The lock is the name of a listening local socket, as in server/postgres/lock.ts, which
 * cannot be used here: nothing is compiled yet.
 *
 * @returns {Promise<() => void>} release
 */
export async function holdLock(folder) {
  const address = addressFor(folder);
  let told = false;
  for (;;) {
    const server = await listen(address);
    if (server) return () => server.close();
    if (!told) say('Another start is preparing this folder; waiting for it…');
    told = true;
    await untilReleased(address);
  }
}

function addressFor(folder) {
  const name = `visavis-launch-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), name);
}

function listen(address) {
  return new Promise((resolve, reject) => {
    const waiting = new Set();
    const server = createServer((other) => {
      waiting.add(other);
      other.on('error', () => other.destroy());
    });
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve({
      close() {
        server.close();
        for (const other of waiting) other.destroy();
      },
    }));
  });
}

/** The connection ends with the holder, however that ends. Nobody there: where sockets are files, a dead one's remains. */
function untilReleased(address) {
  return new Promise((resolve) => {
    const connection = connect(address);
    connection.resume();
    connection.once('error', (error) => {
      if (error.code === 'ECONNREFUSED' && address.startsWith('/')) unlinkSync(address);
    });
    connection.once('close', () => setTimeout(resolve, 50));
  });
}
