import type { Waiting } from '../../../shared/api/waiting.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { findSession } from '../../store/sessions.ts';
import { deleteWait, isWaiting, saveWait } from '../../store/waiting.ts';
import { actsForCluster } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchSession } from './take-slot.ts';

export async function waitingOf(db: Queryable, call: Call, sessionId: string): Promise<Result<Waiting>> {
  const refused = await refusalFor(db, call, sessionId);
  return refused ?? accept({ sessionId, waiting: await isWaiting(db, sessionId, call.access.actor) });
}

/** Whoever asks is told by mail, once, when a time of the session comes free. */
export async function waitForSlot(tx: Tx, call: Call, sessionId: string, outsideHours: boolean): Promise<Result<Waiting>> {
  const refused = await refusalFor(tx, call, sessionId);
  if (refused) return refused;
  await saveWait(tx, { sessionId, personId: call.access.actor, outsideHours }, call.now);
  return accept({ sessionId, waiting: true });
}

export async function waitNoMore(tx: Tx, call: Call, sessionId: string): Promise<Result<Waiting>> {
  const refused = await refusalFor(tx, call, sessionId);
  if (refused) return refused;
  await deleteWait(tx, sessionId, call.access.actor);
  return accept({ sessionId, waiting: false });
}

/** Only people of the cluster wait: a mail must have somebody to go to. */
async function refusalFor(db: Queryable, { access }: Call, sessionId: string): Promise<Refusal | null> {
  const session = await findSession(db, sessionId);
  if (!session || !actsForCluster(access, session)) return noSuchSession();
  return access.role === 'representative' ? null : refuse('forbidden', 'Only people of the cluster can ask to be told of free times.');
}
