import type { Erasure, ErasureInput, PersonRecord, Retention, RetentionState } from '../../../shared/api/people.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Database, Queryable, Tx } from '../../store/database.ts';
import { lockCalendars } from '../../store/engagements.ts';
import { eraseWords, type PersonalWords } from '../../store/erase-words.ts';
import { closeCalendars, comingBookings, countSessions, eraseOwnWords, erasePeople, type Coming } from '../../store/erasure.ts';
import { findCluster } from '../../store/people.ts';
import { findPerson, peopleToForget, sameAddress, type ProgrammePerson } from '../../store/person.ts';
import { keptAbout } from '../../store/personal-record.ts';
import { lockProgramme } from '../../store/programmes.ts';
import { dueProgrammes, findRetention, markForgotten, namesOfThings, setRetention } from '../../store/retention.ts';
import { coordinates, programmesOf, asSystem, runs, type CoordinatorAccess, type Run } from '../signing-in/access.ts';
import { asksForNewSignIn } from '../signing-in/fresh.ts';
import type { Call } from '../call.ts';
import { cancelBooking } from '../booking/cancel-booking.ts';
import { lockForChange, noSuchProgramme } from './change-programme.ts';
import { iso } from '../listing/represent.ts';
import { tellComing } from '../booking/tell-booking.ts';

/** What people may ask of us (GDPR articles 15, 17 and 20), and what is forgotten without asking (article 5(1)(e)). */

/** Everything kept about one person, to themselves and to whoever runs their programme; of an address's other selves, as far as the caller may see. */
export async function recordOf(db: Queryable, { access }: Call, id: string): Promise<Result<PersonRecord>> {
  const person = await findPerson(db, id);
  if (!person || !(access.actor === id || coordinates(access, person.programmeId))) return noSuchPerson();
  const people = await sameAddress(db, person.email, access.actor === id ? [person.programmeId] : programmesOf(access));
  return accept({ people, kept: await keptAbout(db, people) });
}

/**
 * Erases a person from a programme, under every role their address has there. What the funder is owed stays: sessions, hours,
 * dates, how many came. Coming sessions that others can hold go on without them, and these are told.
 */
export async function erasePerson(tx: Tx, call: Call, id: string, { comingSessions }: ErasureInput): Promise<Result<Erasure>> {
  const person = await findPerson(tx, id);
  if (!person || !runs(call.access, person)) return noSuchPerson();
  const tooLongAgo = asksForNewSignIn(call);
  if (tooLongAgo) return tooLongAgo;
  const { programmeId } = person;
  const people = (await sameAddress(tx, person.email, [programmeId])).map((each) => ({ ...each, programmeId }));
  await closeCalendars(tx, people);
  const coming = await comingOf(tx, programmeId, people, call.now);
  await lockCalendars(tx, coming.flatMap(({ clusterId, facilitatorId }) => [clusterId, facilitatorId]));
  if (!await lockForChange(tx, call, programmeId)) return noSuchPerson();
  if (coming.length > 0 && comingSessions !== 'cancel') return inTheWay(coming.length);
  for (const booking of coming) {
    const cancelled = await cancelBooking(tx, call, { id: booking.id, ifVersion: null });
    if (!cancelled.ok) return cancelled;
  }
  const sessionsKept = await countSessions(tx, people);
  const told = await erase(tx, call, programmeId, people);
  appendChanges(tx, programmeId, [
    ...told,
    { kind: 'programme.changed', subject: { type: 'person', id }, data: { what: 'erased' }, actor: call.access.actor === id ? 'system' : call.access.actor, audience: {} },
  ], call.now);
  return accept({ id, sessionsKept, sessionsCancelled: coming.length });
}

export async function retentionOf(db: Queryable, call: Call, programmeId: string): Promise<Result<RetentionState>> {
  const found = coordinates(call.access, programmeId) ? await findRetention(db, programmeId) : null;
  return found ? accept({ days: found.days, peopleForgottenAt: found.forgottenAt === null ? null : iso(found.forgottenAt) }) : noSuchProgramme();
}

export async function changeRetention(tx: Tx, call: Call, programmeId: string, { days }: Retention): Promise<Result<RetentionState>> {
  const programme = await lockForChange(tx, call, programmeId);
  const tooLongAgo = programme && asksForNewSignIn(call);
  if (!programme || tooLongAgo) return tooLongAgo ?? noSuchProgramme();
  await setRetention(tx, programme.id, days);
  appendChanges(tx, programme.id, [{
    kind: 'programme.changed', subject: { type: 'programme', id: programmeId }, data: { what: 'retention', days }, actor: call.access.actor, audience: {},
  }], call.now);
  return retentionOf(tx, call, programmeId);
}

/** Programmes whose time is up forget their people, and what was written in people's own words. Returns how many did. */
export async function forgetWhatIsDue(db: Database, settings: Call['settings'], now: Instant): Promise<number> {
  const due = await dueProgrammes(db, now);
  const call: Call = { access: { role: 'owner', actor: 'owner' }, now, settings };
  let fault: unknown;
  // One that cannot keeps no other from it.
  for (const programmeId of due) await db.transaction((tx) => forgetProgramme(tx, call, asSystem(programmeId))).catch((error: unknown) => { fault ??= error; });
  if (fault !== undefined) throw new Error('a programme could not forget its people', { cause: fault });
  return due.length;
}

async function forgetProgramme(tx: Tx, call: Call, programmeId: CoordinatorAccess): Promise<void> {
  if (!await lockProgramme(tx, programmeId)) return;
  // While it waited for its turn, another process may have done it, and somebody may have said to remember longer.
  if (!(await dueProgrammes(tx, call.now)).includes(programmeId)) return;
  await erase(tx, call, programmeId, await peopleToForget(tx, programmeId));
  await eraseOwnWords(tx, programmeId);
  await markForgotten(tx, programmeId, call.now);
  appendChanges(tx, programmeId, [{
    kind: 'programme.changed', subject: { type: 'programme', id: programmeId }, data: { what: 'people forgotten' }, actor: 'system', audience: {},
  }], call.now);
}

/** Sessions to come that only they could hold: a facilitator's, and a cluster's whose last representative they are. */
async function comingOf(tx: Tx, programmeId: CoordinatorAccess, people: readonly ProgrammePerson[], now: Instant): Promise<Coming[]> {
  const lonely: string[] = [];
  for (const { clusterId } of people) if (clusterId !== null && await isLast(tx, clusterId, people)) lonely.push(clusterId);
  return comingBookings(tx, programmeId, people.filter(({ role }) => role === 'facilitator').map(({ id }) => id), lonely, now);
}

async function isLast(tx: Tx, clusterId: string, people: readonly ProgrammePerson[]): Promise<boolean> {
  const cluster = await findCluster(tx, clusterId);
  return cluster?.representatives.every((each) => people.some(({ id }) => id === each.id)) ?? true;
}

/** Those who remain are told before the person's own rows go; what would have gone to the person stays here. */
async function erase(tx: Tx, call: Call, programmeId: CoordinatorAccess, people: readonly Run<ProgrammePerson>[]): Promise<Change[]> {
  await erasePeople(tx, people, call.now);
  const told: Change[] = [];
  for (const clusterId of new Set(people.flatMap((each) => each.clusterId ?? []))) told.push(...await tellComing(tx, call, programmeId, 'cluster', clusterId));
  // Once more: the news of their leaving was addressed to them as well.
  await erasePeople(tx, people, call.now);
  await eraseWords(tx, programmeId, await wordsFor(tx, programmeId, people));
  return told;
}

/** Their addresses and names; but not a name that is also an organisation's or a topic's, which others need. */
async function wordsFor(tx: Tx, programmeId: CoordinatorAccess, people: readonly ProgrammePerson[]): Promise<PersonalWords> {
  const things = new Set((await namesOfThings(tx, programmeId)).map((name) => name.toLowerCase()));
  const names = [...new Set(people.map(({ name }) => name))].filter((name) => name.length > 1 && !things.has(name.toLowerCase()));
  return { names, addresses: [...new Set(people.map(({ email }) => email))] };
}

function inTheWay(count: number): Refusal {
  return refuse('policy', `${count} coming sessions could not be held without this person. Move them to somebody else first, or ask for \`comingSessions: "cancel"\`.`);
}

function noSuchPerson(): Refusal {
  return refuse('not-found', 'There is no such person.');
}
