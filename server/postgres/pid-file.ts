import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const pidFileName = 'postmaster.pid';

/** What PostgreSQL writes into `postmaster.pid` (src/include/utils/pidfile.h). */
export interface PidFile {
  pid: number;
  port: number;
}

/** Undefined when there is none. Its numbers are NaN when it was not written to its end. */
export function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster, pidFileName), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Whether this process really is the PostgreSQL of this cluster.
 *
 * The number alone proves nothing: in containers the same small numbers come again at every start, and a killed
 * process that nobody has reaped keeps its number. `pg_ctl status` is deceived by both.
 */
export function isPostgresOf(cluster: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  return process.platform === 'linux' ? servesOnLinux(cluster, pid) : servesElsewhere(pid);
}

/** A living process named postgres whose working folder is the cluster: PostgreSQL goes there first and stays. */
function servesOnLinux(cluster: string, pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold any character; the state is the letter after the last of them.
    const state = stat[stat.lastIndexOf(')') + 2];
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    if (state === 'Z' || state === 'X' || name !== 'postgres') return false;
    return isSameFolder(`/proc/${pid}/cwd`, cluster);
  } catch {
    // Gone, or another user's: PostgreSQL runs as the owner of its cluster, whose processes we may look at.
    return false;
  }
}

function isSameFolder(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other)];
  return a.dev === b.dev && a.ino === b.ino;
}

function servesElsewhere(pid: number): boolean {
  try {
    if (process.platform === 'win32') return process.kill(pid, 0);
    const line = execFileSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' });
    return !line.startsWith('Z') && line.includes('postgres');
  } catch {
    return false;
  }
}
