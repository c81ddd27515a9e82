import type { Rehearsal } from '../../../shared/api/drafts.ts';
import type { ProgrammeDocument } from '../../../shared/api/programmes.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { Database, Tx } from '../../store/database.ts';
import type { Call } from '../call.ts';
import { foresee } from '../planning/foresee.ts';
import { createProgramme } from './create-programme.ts';

/**
 * What is coming for a programme that is not there yet: it is made in a transaction that is then undone, so that what is
 * foreseen is what would be, and nothing is kept.
 */
export async function rehearseProgramme(db: Database, call: Call, document: ProgrammeDocument): Promise<Result<Rehearsal>> {
  try {
    return await db.transaction(async (tx) => { throw new Undone(await rehearse(tx, call, document)); });
  } catch (undone) {
    if (undone instanceof Undone) return undone.result;
    throw undone;
  }
}

async function rehearse(tx: Tx, call: Call, document: ProgrammeDocument): Promise<Result<Rehearsal>> {
  const made = await createProgramme(tx, call, document);
  if (!made.ok) return made;
  // Whoever adds a programme runs it; who they are was read before there was one.
  const foreseen = await foresee(tx, { ...call, access: { role: 'owner', actor: 'owner' } }, made.value.id);
  return foreseen.ok ? accept({ made: made.value, foresight: foreseen.value }) : foreseen;
}

class Undone extends Error {
  readonly result: Result<Rehearsal>;
  constructor(result: Result<Rehearsal>) {
    super('undone');
    this.result = result;
  }
}
