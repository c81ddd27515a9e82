import type { Waiting } from '../../../shared/api/waiting.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { findSession, type StoredSession } from '../../store/sessions.ts';
import { deleteWait, isWaiting, saveWait } from '../../store/waiting.ts';
import { actsForCluster, type Own } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchSession } from './take-slot.ts';

export async function waitingOf(db: Queryable, call: Call, sessionId: string): Promise<Result<Waiting>> {
  const session = await sessionToWaitFor(db, call, sessionId);
  return session.ok ? accept({ sessionId, waiting: await isWaiting(db, session.value, call.access.actor) }) : session;
}

/** Whoever asks is told by mail, once, when a time of the session comes free. */
export async function waitForSlot(tx: Tx, call: Call, sessionId: string, outsideHours: boolean): Promise<Result<Waiting>> {
  const session = await sessionToWaitFor(tx, call, sessionId);
  if (!session.ok) return session;
  await saveWait(tx, session.value, { personId: call.access.actor, outsideHours }, call.now);
  return accept({ sessionId, waiting: true });
}

export async function waitNoMore(tx: Tx, call: Call, sessionId: string): Promise<Result<Waiting>> {
  const session = await sessionToWaitFor(tx, call, sessionId);
  if (!session.ok) return session;
  await deleteWait(tx, session.value, call.access.actor);
  return accept({ sessionId, waiting: false });
}

/** Only people of the cluster wait: a mail must have somebody to go to. */
async function sessionToWaitFor(db: Queryable, { access }: Call, sessionId: string): Promise<Result<Own<StoredSession>>> {
  const session = await findSession(db, sessionId);
  if (!session || !actsForCluster(access, session)) return noSuchSession();
  return access.role === 'representative' ? accept(session) : refuse('forbidden', 'Only people of the cluster can ask to be told of free times.');
}
