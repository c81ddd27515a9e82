import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL's own log, in the cluster's folder. */
export const logName = 'postgresql.log';

const mostBytes = 10 * 2 ** 20;

/** Puts a log that has grown large aside, in place of the one put aside before; to be called while PostgreSQL is down. */
export function turnLog(folder: string): void {
  const path = join(folder, logName);
  if (logSize(folder) > mostBytes) renameSync(path, `${path}.1`);
}

export function logSize(folder: string): number {
  return statSync(join(folder, logName), { throwIfNoEntry: false })?.size ?? 0;
}

/** What was logged after the log had this size; its first 64 kB. */
export function logSince(folder: string, size: number): string {
  try {
    const file = openSync(join(folder, logName), 'r');
    const buffer = Buffer.alloc(Math.max(0, Math.min(fstatSync(file).size - size, 65_536)));
    readSync(file, buffer, 0, buffer.length, size);
    closeSync(file);
    return buffer.toString();
  } catch {
    return '';
  }
}
