import type { Device, OtherRole, RoleChoice } from '../../../shared/api/me.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { changePerson, deleteDevices, listDevices } from '../../store/sign-ins.ts';
import { namesakesOf, type Person } from '../../store/signing-people.ts';
import type { Call } from '../call.ts';
import { iso } from '../listing/represent.ts';
import { ends } from './sign-in.ts';

/** Where somebody is signed in; nothing for callers that are not signed in but show a token. */
export async function devicesOf(db: Queryable, { now, signInId }: Call): Promise<Result<Device[]>> {
  if (signInId === undefined) return accept([]);
  const devices = await listDevices(db, signInId, now, ends);
  return accept(devices.map(({ id, device, createdAt, seenAt }) => ({ id, device, signedInAt: iso(createdAt), seenAt: iso(seenAt), isThis: id === signInId })));
}

/** Signs one device out, or all of them; their live connections end too. */
export async function signOutDevices(tx: Tx, { signInId }: Call, deviceId: string | null): Promise<Result<null>> {
  const ended = signInId === undefined ? 0 : await deleteDevices(tx, signInId, deviceId);
  return ended > 0 || deviceId === null ? accept(null) : refuse('not-found', 'There is no such device.');
}

/** What else the same address is: the same person may facilitate in one programme and coordinate two others, each with a board of its own. */
export async function otherRoles(db: Queryable, person: Person | null): Promise<OtherRole[]> {
  if (!person) return [];
  const all = await namesakesOf(db, person.role, person.id);
  return all.filter((each) => each.id !== person.id)
    .map(({ id, programmeId, programmeName, role }) => ({ id, role, programmeId, programmeName }));
}

/** Acts as somebody else of the same address from now on, on this device. */
export async function chooseRole(tx: Tx, { signInId }: Call, { role, id }: RoleChoice): Promise<Result<null>> {
  const isDone = signInId !== undefined && await changePerson(tx, signInId, role, id);
  return isDone ? accept(null) : refuse('not-found', 'Your address is nobody of that kind.');
}
