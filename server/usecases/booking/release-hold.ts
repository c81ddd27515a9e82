import { accept, type Result } from '../../domain/result.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { findHold, removeEngagement } from '../../store/engagements.ts';
import { actsForCluster } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { holdEnded, slotFreed } from './slot-changes.ts';

/** Gives the slot back to everyone. A hold that has ended already is as released as one can wish. */
export async function releaseHold(tx: Tx, call: Call, id: string): Promise<Result<null>> {
  const hold = await findHold(tx, id);
  if (!hold || !actsForCluster(call.access, hold)) return accept(null);
  if (!await removeEngagement(tx, hold)) return accept(null);
  const { actor } = call.access;
  appendChanges(tx, hold.programmeId, [holdEnded(hold, 'released', actor), slotFreed(hold, actor)], call.now);
  return accept(null);
}
