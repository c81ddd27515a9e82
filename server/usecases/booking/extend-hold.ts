import { holdExpiry } from '../../domain/booking.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { extendHold, findHold } from '../../store/engagements.ts';
import type { StoredEngagement } from '../../store/situation.ts';
import { actsForCluster } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { holdPlaced } from './slot-changes.ts';

/** Another `holdMinutes` from now, ten times at most. */
export async function extendHoldOf(tx: Tx, call: Call, id: string): Promise<Result<StoredEngagement>> {
  const hold = await findHold(tx, id);
  if (!hold || !actsForCluster(call.access, hold)) return refuse('hold-expired', 'This hold has ended and the time went back to everyone. Hold it again.');
  const extended = await extendHold(tx, hold, holdExpiry(call.now, hold), call.now);
  if (!extended) {
    return hold.extensionsLeft === 0
      ? refuse('policy', 'This hold has been extended as often as allowed. Book it, or let it go.')
      : refuse('hold-expired', 'This hold has ended and the time went back to everyone. Hold it again.');
  }
  appendChanges(tx, hold.programmeId, [holdPlaced(extended, call.now, call.access.actor)], call.now);
  return accept(extended);
}
