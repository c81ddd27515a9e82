import type { Staff, StaffInput } from '../../../shared/api/staff.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { findProgramme } from '../../store/programmes.ts';
import { deleteStaff, findStaff, insertStaff, listStaff, type StaffTable } from '../../store/staff.ts';
import { coordinates } from '../signing-in/access.ts';
import { asksForNewSignIn } from '../signing-in/fresh.ts';
import type { Call } from '../call.ts';
import { lockForChange, noSuchProgramme, tell } from './change-programme.ts';

/** Who runs a programme and who observes it: only coordinators know, and only they decide. */

export async function staffOf(db: Queryable, { access }: Call, table: StaffTable, programmeId: string): Promise<Result<Staff[]>> {
  if (!coordinates(access, programmeId) || !await findProgramme(db, programmeId)) return noSuchProgramme();
  return accept(await listStaff(db, table, programmeId));
}

export async function addStaff(tx: Tx, call: Call, table: StaffTable, programmeId: string, input: StaffInput): Promise<Result<Staff>> {
  const programme = await lockForChange(tx, call, programmeId);
  if (!programme) return noSuchProgramme();
  const tooLongAgo = asksForNewSignIn(call);
  if (tooLongAgo) return tooLongAgo;
  const staff = { id: call.settings.newId(PREFIX[table]), ...input, programmeId: programme.id, timeZone: input.timeZone ?? programme.timeZone };
  if (!await insertStaff(tx, table, staff)) {
    return refuse('invalid', 'This address is on the list already.', { errors: [{ path: 'body.email', message: 'this address is on the list already' }] });
  }
  await tell(tx, call, programme.id, ONE[table], staff.id, 'added');
  return accept(staff);
}

/** Whoever is signed in by it is signed in no longer. The last coordinator stays, unless the owner says otherwise. */
export async function removeStaff(tx: Tx, call: Call, table: StaffTable, id: string): Promise<Result<null>> {
  const staff = await findStaff(tx, table, id);
  const programme = staff && await lockForChange(tx, call, staff.programmeId);
  if (!staff || !programme) return noSuch(table);
  const tooLongAgo = asksForNewSignIn(call);
  if (tooLongAgo) return tooLongAgo;
  if (table === 'coordinators' && call.access.role !== 'owner' && (await listStaff(tx, table, programme.id)).length === 1) {
    return refuse('policy', 'This programme would be without a coordinator. Add another first.');
  }
  await deleteStaff(tx, table, { id, programmeId: programme.id });
  await tell(tx, call, programme.id, ONE[table], id, 'removed');
  return accept(null);
}

const PREFIX = { coordinators: 'coo', observers: 'obs' } as const;
const ONE = { coordinators: 'coordinator', observers: 'observer' } as const;

function noSuch(table: StaffTable): Refusal {
  return refuse('not-found', `There is no such ${ONE[table]}.`);
}
