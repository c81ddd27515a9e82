import { takesPart, type Access, type ProgrammeAccess } from '../../domain/access.ts';
import type { Queryable } from '../../store/database.ts';
import { findProgramme } from '../../store/programmes.ts';

export * from '../../domain/access.ts';

/** Whether there is such a programme for them: the owner sees all there are, everyone else their own. Null, or the proof to read it by. */
export async function seesProgramme(db: Queryable, access: Access, programmeId: string): Promise<ProgrammeAccess | null> {
  if (!takesPart(access, programmeId)) return null;
  return access.role !== 'owner' || await findProgramme(db, programmeId) !== null ? programmeId : null;
}
