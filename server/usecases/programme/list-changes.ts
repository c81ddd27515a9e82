import type { Change, ChangeList } from '../../../shared/api/changes.ts';
import { changesAfter, currentRevision, type NumberedChange } from '../../store/changes.ts';
import type { Queryable } from '../../store/database.ts';
import { coordinates, mayHear, type Access, type ProgrammeAccess } from '../signing-in/access.ts';
import { iso } from '../listing/represent.ts';

/** Changes after a revision that the caller may hear. `revision`: how far the answer reaches, heard or not. */
export async function changesFor(db: Queryable, access: Access, programmeId: ProgrammeAccess, after: number, limit: number): Promise<ChangeList> {
  const present = await currentRevision(db, programmeId);
  const found = await changesAfter(db, programmeId, after, limit);
  const last = found.at(-1)?.revision ?? present;
  return {
    revision: found.length === limit ? last : Math.max(last, present),
    changes: found.filter((change) => mayHear(access, programmeId, change)).map((change) => representChange(change, access, programmeId)),
  };
}

/** As the caller may know it: who did it is the coordinator's to know. */
export function representChange(change: NumberedChange, access: Access, programmeId: string): Change {
  const { revision, at, kind, subject, data, actor } = change;
  return { revision, at: iso(at), kind, subject, data, actor: coordinates(access, programmeId) ? actor : null };
}
