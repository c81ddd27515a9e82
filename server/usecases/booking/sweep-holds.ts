import type { Instant } from '../../domain/interval.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Database } from '../../store/database.ts';
import { lapsedHolds, removeLapsedHolds } from '../../store/engagements.ts';
import { asSystem } from '../signing-in/access.ts';
import { lapseOf } from './take-slot.ts';

/** Tells everyone of holds that lapsed by themselves; nothing that is listed or booked waits for it. Returns the programmes told. */
export async function sweepHolds(db: Database, now: Instant): Promise<string[]> {
  const lapsed = await lapsedHolds(db, now, 500);
  const programmeIds = [...new Set(lapsed.map(({ programmeId }) => programmeId))];
  for (const programmeId of programmeIds) {
    const ids = lapsed.filter((hold) => hold.programmeId === programmeId).map(({ id }) => id);
    await db.transaction(async (tx) => {
      const removed = await removeLapsedHolds(tx, ids, now);
      if (removed.length > 0) appendChanges(tx, asSystem(programmeId), removed.flatMap(lapseOf), now);
    });
  }
  return programmeIds;
}
