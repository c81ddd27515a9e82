import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '../../shared/live.ts';
import type { Instant } from '../domain/interval.ts';
import type { Database } from '../store/database.ts';
import type { Access } from '../usecases/signing-in/access.ts';
import { accessEpoch, standingAccess } from '../usecases/programme/standing.ts';

/** Who is on a connection, by what proof, and when that was last looked at. */
export interface Connected {
  access: Access;
  /** A sign-in or a token, which may end; null for the owner's own token. */
  proof: { kind: 'sign-in' | 'token'; id: string } | null;
  epoch: number;
  /** When time alone ends the proof, as far as is known; 0 until it was looked at. */
  until: number;
}

export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Connected>;
export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, Connected>;

/** Whatever else may end an access: it is looked at this often. */
const SWEEP_MS = 30_000;

/**
 * Ends the connections of those who may no longer hear. Called after changes are read and before they are told: an end that was
 * committed before a change is then seen before the change is heard.
 */
export function watchStanding(io: LiveServer, db: Database, clock: () => Instant): { epoch(): Promise<number>; endRevoked(): Promise<void> } {
  let sweptAt = performance.now();

  const endRevoked = async () => {
    const epoch = await accessEpoch(db);
    const now = clock();
    const isSweep = performance.now() - sweptAt > SWEEP_MS;
    if (isSweep) sweptAt = performance.now();
    const doubtful = [...io.of('/').sockets.values()].filter(({ data }) => data.proof !== null && (isSweep || data.epoch !== epoch || data.until <= now));
    if (doubtful.length === 0) return;
    const standing = await standingAccess(db, { signInIds: idsOf(doubtful, 'sign-in'), tokenIds: idsOf(doubtful, 'token') }, now);
    for (const socket of doubtful) {
      const found = standing.get(socket.data.proof!.id);
      Object.assign(socket.data, { epoch, until: found?.until ?? 0 });
      if (!isSame(found?.access, socket.data.access)) socket.disconnect(true);
    }
  };

  return { epoch: () => accessEpoch(db), endRevoked };
}

function idsOf(sockets: readonly LiveSocket[], kind: 'sign-in' | 'token'): string[] {
  return [...new Set(sockets.flatMap(({ data: { proof } }) => (proof?.kind === kind ? [proof.id] : [])))];
}

function isSame(now: Access | undefined, then: Access): boolean {
  return now !== undefined && JSON.stringify(now) === JSON.stringify(then);
}
