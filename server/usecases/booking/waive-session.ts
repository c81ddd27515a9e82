import type { Session } from '../../../shared/api/sessions.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { removeHoldOfSession } from '../../store/engagements.ts';
import { touchProgramme } from '../../store/programmes.ts';
import { findSession, restoreSession, waiveSession as markWaived, type StoredSession } from '../../store/sessions.ts';
import { coordinates, takesPart, runs, type Run } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { isStale, lockForChange, stale } from '../programme/change-programme.ts';
import { sessionById } from '../listing/list-sessions.ts';
import { holdEnded, sessionChanged, slotFreed } from './slot-changes.ts';
import { noSuchSession } from './take-slot.ts';

interface WaiverWish {
  sessionId: string;
  reason?: string | undefined;
  ifVersion: number | null;
}

/** Says that a cluster need not have a session: nobody is asked to book it any more, and nobody can. Waived twice is waived once. */
export async function waiveSession(tx: Tx, call: Call, { sessionId, reason, ifVersion }: WaiverWish): Promise<Result<Session>> {
  const found = await sessionForChange(tx, call, sessionId, ifVersion);
  if (!found.ok) return found;
  const { state, programmeId } = found.value;
  if (state === 'waived') return sessionById(tx, call, sessionId);
  if (state !== 'open' && state !== 'missed') return refuse('policy', state === 'booked' ? 'This session is booked. Cancel it first, so that everyone is told.' : 'This session has been held; there is nothing to waive.');
  await markWaived(tx, found.value, state, reason ?? null);
  const hold = await removeHoldOfSession(tx, found.value);
  // What was decided on an open session no longer stands.
  await touchProgramme(tx, programmeId);
  const { actor } = call.access;
  await tell(tx, call, found.value, 'waived', hold ? [holdEnded(hold, 'released', actor), slotFreed(hold, actor)] : []);
  return sessionById(tx, call, sessionId);
}

/** Takes a waiver back: the session is what it was before. */
export async function unwaiveSession(tx: Tx, call: Call, { sessionId, ifVersion }: WaiverWish): Promise<Result<Session>> {
  const found = await sessionForChange(tx, call, sessionId, ifVersion);
  if (!found.ok) return found;
  if (found.value.state !== 'waived') return sessionById(tx, call, sessionId);
  const state = await restoreSession(tx, found.value);
  await tell(tx, call, found.value, state, []);
  return sessionById(tx, call, sessionId);
}

/** With the programme locked: a booking that is under way either comes first, and is seen here, or reads again and finds the waiver. */
async function sessionForChange(tx: Tx, call: Call, sessionId: string, ifVersion: number | null): Promise<Result<Run<StoredSession>>> {
  const seen = await findSession(tx, sessionId);
  if (!seen || !takesPart(call.access, seen.programmeId)) return noSuchSession();
  if (!coordinates(call.access, seen.programmeId)) {
    // Whoever may not even see the session is not told that it is there.
    return (await sessionById(tx, call, sessionId)).ok ? refuse('forbidden', 'Only a coordinator waives a session.') : noSuchSession();
  }
  await lockForChange(tx, call, seen.programmeId);
  const session = await findSession(tx, sessionId);
  if (!session || !runs(call.access, session)) return noSuchSession();
  return isStale(session, ifVersion) ? stale('session') : accept(session);
}

async function tell(tx: Tx, call: Call, session: Run<StoredSession>, state: string, freed: Change[]): Promise<void> {
  appendChanges(tx, session.programmeId, [
    ...freed,
    sessionChanged({ id: session.id, clusterId: session.clusterId, topicId: session.topicId, state }, [], call.access.actor),
  ], call.now);
}
