import type { Availability, AvailabilityAnswer } from '../../../shared/api/availability.ts';
import type { Cluster, ClusterInput, ClusterPatch, FacilitatorInput, FacilitatorPatch, FacilitatorSeen, RepresentativePatch } from '../../../shared/api/programmes.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import {
  deleteCluster, deleteFacilitator, findAvailability, findCluster, findFacilitator, insertCluster, insertFacilitator, lockFacilitator,
  saveAvailability, setRepresentatives, setTopicsOfFacilitator, updateCluster, updateFacilitator, type StoredCluster, type StoredFacilitator,
} from '../../store/people.ts';
import { lockCalendars } from '../../store/engagements.ts';
import { listTopics } from '../../store/plan-parts.ts';
import { hasConfirmedBookings, type StoredProgramme } from '../../store/programmes.ts';
import { createMissingSessions } from '../../store/sessions.ts';
import { actsForFacilitator, coordinates, type CoordinatorAccess, type ProgrammeAccess, type Own } from '../signing-in/access.ts';
import { asksForNewSignIn } from '../signing-in/fresh.ts';
import type { Call } from '../call.ts';
import { isStale, lockForChange, noSuchProgramme, stale, tell, withoutUndefined, type Removal } from './change-programme.ts';
import { feedUrl } from '../calendars/feed-link.ts';
import { tellComing } from '../booking/tell-booking.ts';
import { keepLastLetters } from './last-letters.ts';

/** Facilitators, their availability, clusters and who acts for them. */

export async function addFacilitator(tx: Tx, call: Call, programmeId: string, input: FacilitatorInput): Promise<Result<FacilitatorSeen>> {
  const programme = await lockForChange(tx, call, programmeId);
  if (!programme) return noSuchProgramme();
  const unknown = await unknownTopics(tx, programme.id, input.topicIds);
  if (unknown) return unknown;
  const id = call.settings.newId('fac');
  await insertFacilitator(tx, id, programme.id, input);
  await setTopicsOfFacilitator(tx, { id, programmeId: programme.id }, input.topicIds);
  await tell(tx, call, programme.id, 'facilitator', id, 'added');
  return accept(facilitatorFor(call, (await findFacilitator(tx, id))!));
}

export async function changeFacilitator(tx: Tx, call: Call, input: { id: string; patch: FacilitatorPatch; ifVersion: number | null }): Promise<Result<FacilitatorSeen>> {
  const programme = await lockWithBookings(tx, call, await findFacilitator(tx, input.id));
  const facilitator = programme && await lockFacilitator(tx, { id: input.id, programmeId: programme.id });
  if (!facilitator) return noSuchFacilitator();
  if (isStale(facilitator, input.ifVersion)) return stale('facilitator');
  const { topicIds, ...fields } = input.patch;
  const tooLongAgo = hasNewAddress([facilitator], [{ email: fields.email ?? facilitator.email }]) ? asksForNewSignIn(call) : null;
  if (tooLongAgo) return tooLongAgo;
  const unknown = await unknownTopics(tx, programme.id, topicIds ?? []);
  if (unknown) return unknown;
  const changed = { ...facilitator, ...withoutUndefined(fields) } as StoredFacilitator;
  await updateFacilitator(tx, { ...changed, programmeId: programme.id });
  if (topicIds) await setTopicsOfFacilitator(tx, { id: facilitator.id, programmeId: programme.id }, topicIds);
  const told = await tellComing(tx, call, programme.id, 'facilitator', facilitator.id);
  await tell(tx, call, programme.id, 'facilitator', facilitator.id, { changed: Object.keys(input.patch) }, told);
  return accept(facilitatorFor(call, (await findFacilitator(tx, facilitator.id))!));
}

export async function removeFacilitator(tx: Tx, call: Call, { id, ifVersion }: Removal): Promise<Result<null>> {
  const seen = await findFacilitator(tx, id);
  const programme = seen && await lockForChange(tx, call, seen.programmeId);
  const facilitator = programme && await lockFacilitator(tx, { id, programmeId: programme.id });
  if (!facilitator) return noSuchFacilitator();
  if (isStale(facilitator, ifVersion)) return stale('facilitator');
  if (await hasConfirmedBookings(tx, 'facilitator_id', id)) return refuse('policy', 'Sessions are booked with this facilitator. Move or cancel them first, so that everyone is told.');
  await keepLastLetters(tx, call, programme.id, 'facilitator', id);
  await deleteFacilitator(tx, { id, programmeId: programme.id });
  await tell(tx, call, programme.id, 'facilitator', id, 'removed');
  return accept(null);
}

export async function availabilityOf(db: Queryable, call: Call, id: string): Promise<Result<AvailabilityAnswer>> {
  const facilitator = await ownFacilitator(db, call, id);
  const found = facilitator && await findAvailability(db, facilitator);
  return found ? accept(representAvailability(found)) : noSuchFacilitator();
}

/** Replaces the whole availability. It never moves a booking: what is agreed stands until a person changes it. */
export async function setAvailability(tx: Tx, call: Call, input: { id: string; availability: Availability; ifVersion: number | null }): Promise<Result<AvailabilityAnswer>> {
  const facilitator = await ownFacilitator(tx, call, input.id);
  if (!facilitator) return noSuchFacilitator();
  if (await saveAvailability(tx, facilitator, input.availability, input.ifVersion) === null) return stale('availability');
  appendChanges(tx, facilitator.programmeId, [{
    kind: 'availability.changed', subject: { type: 'facilitator', id: input.id }, data: { facilitatorId: input.id }, actor: call.access.actor, audience: { everyone: true },
  }], call.now);
  return accept(representAvailability((await findAvailability(tx, facilitator))!));
}

export async function addCluster(tx: Tx, call: Call, programmeId: string, input: ClusterInput): Promise<Result<Cluster>> {
  const programme = await lockForChange(tx, call, programmeId);
  if (!programme) return noSuchProgramme();
  const id = call.settings.newId('clu');
  await insertCluster(tx, id, programme.id, input);
  await setRepresentatives(tx, { id, programmeId: programme.id }, input.representatives.map((each) => ({ id: call.settings.newId('rep'), ...each })));
  await createMissingSessions(tx, programme.id, () => call.settings.newId('ses'));
  await tell(tx, call, programme.id, 'cluster', id, 'added');
  return accept(clusterFor(call, (await findCluster(tx, id))!)!);
}

export async function changeCluster(tx: Tx, call: Call, input: { id: string; patch: ClusterPatch; ifVersion: number | null }): Promise<Result<Cluster>> {
  const programme = await lockWithBookings(tx, call, await findCluster(tx, input.id));
  const cluster = programme && await findCluster(tx, input.id);
  if (!cluster) return noSuchCluster();
  if (isStale(cluster, input.ifVersion)) return stale('cluster');
  const { representatives, ...fields } = input.patch;
  const tooLongAgo = hasNewAddress(cluster.representatives, representatives ?? []) ? asksForNewSignIn(call) : null;
  if (tooLongAgo) return tooLongAgo;
  const changed = { ...cluster, ...withoutUndefined(fields) } as StoredCluster;
  await updateCluster(tx, { ...changed, programmeId: programme.id });
  if (representatives) await setRepresentatives(tx, { id: cluster.id, programmeId: programme.id }, keepIdentities(cluster, representatives, call));
  const told = await tellComing(tx, call, programme.id, 'cluster', cluster.id);
  await tell(tx, call, programme.id, 'cluster', cluster.id, { changed: Object.keys(input.patch) }, told);
  return accept(clusterFor(call, (await findCluster(tx, cluster.id))!)!);
}

export async function removeCluster(tx: Tx, call: Call, { id, ifVersion }: Removal): Promise<Result<null>> {
  const seen = await findCluster(tx, id);
  const programme = seen && await lockForChange(tx, call, seen.programmeId);
  const cluster = programme && await findCluster(tx, id);
  if (!cluster) return noSuchCluster();
  if (isStale(cluster, ifVersion)) return stale('cluster');
  if (await hasConfirmedBookings(tx, 'cluster_id', id)) return refuse('policy', 'Sessions of this cluster are booked. Cancel them first, so that everyone is told.');
  await keepLastLetters(tx, call, programme.id, 'cluster', id);
  await deleteCluster(tx, { id, programmeId: programme.id });
  await tell(tx, call, programme.id, 'cluster', id, 'removed');
  return accept(null);
}

export function noSuchFacilitator(): Refusal {
  return refuse('not-found', 'There is no such facilitator.');
}

export function noSuchCluster(): Refusal {
  return refuse('not-found', 'There is no such cluster.');
}

/** What a caller may know of a facilitator: their address, their room and their feed are for themselves and for who runs the programme. */
export function facilitatorFor(call: Call, { email, meetingAddress, feedGeneration, ...rest }: StoredFacilitator): FacilitatorSeen {
  const isTheirs = actsForFacilitator(call.access, { programmeId: rest.programmeId, facilitatorId: rest.id });
  return isTheirs ? { ...rest, email, meetingAddress, feedUrl: feedUrl(call.settings, { id: rest.id, feedGeneration }) } : rest;
}

/** A cluster's people are known to itself and to coordinators; to facilitators its name and zone. */
export function clusterFor(call: Call, { feedGeneration, representatives, ...cluster }: StoredCluster): Cluster | null {
  const { access, settings } = call;
  const isOfProgramme = coordinates(access, cluster.programmeId);
  if (!isOfProgramme && access.role === 'representative' && access.clusterId !== cluster.id) return null;
  if (!isOfProgramme && access.role !== 'representative') return { ...cluster, representatives: [] };
  return {
    ...cluster,
    feedUrl: feedUrl(settings, { id: cluster.id, feedGeneration }),
    representatives: representatives.map(({ feedGeneration: generation, ...person }) => (
      isOfProgramme || access.actor === person.id ? { ...person, feedUrl: feedUrl(settings, { id: person.id, feedGeneration: generation }) } : person)),
  };
}

function representAvailability({ availability, timeZone, version }: { availability: Availability; timeZone: string; version: number }): AvailabilityAnswer {
  return { rules: availability.rules, overrides: availability.overrides, travel: availability.travel ?? [], timeZone, version };
}

async function ownFacilitator(db: Queryable, { access }: Call, id: string): Promise<Own<StoredFacilitator> | null> {
  const found = await findFacilitator(db, id);
  const facilitator = found && { ...found, facilitatorId: id };
  return facilitator && actsForFacilitator(access, facilitator) ? facilitator : null;
}

/**
 * The calendar before the programme, as those who move bookings do, or each could wait for the other. Whoever was `seen` before
 * is to be read again: somebody else may have changed them while this waited.
 */
async function lockWithBookings(tx: Tx, call: Call, seen: { id: string; programmeId: string } | null): Promise<(StoredProgramme & { id: CoordinatorAccess }) | null> {
  if (!seen || !coordinates(call.access, seen.programmeId)) return null;
  await lockCalendars(tx, [seen.id]);
  return lockForChange(tx, call, seen.programmeId);
}

/** Whoever has the address signs in as them. */
function hasNewAddress(before: readonly { email: string }[], after: readonly { email: string }[]): boolean {
  const known = new Set(before.map(({ email }) => email.toLowerCase()));
  return after.some(({ email }) => !known.has(email.toLowerCase()));
}

/** Who keeps their address keeps their identity, and with it their links and what is not named of them; of two who share one, each their own. */
function keepIdentities(cluster: StoredCluster, representatives: RepresentativePatch[], call: Call) {
  const left = [...cluster.representatives];
  return representatives.map((each) => {
    const place = left.findIndex(({ email }) => email.toLowerCase() === each.email.toLowerCase());
    const [known] = place < 0 ? [] : left.splice(place, 1);
    const { language = known?.language ?? 'en', timeZone = known?.timeZone ?? null, ...rest } = each;
    return { id: known?.id ?? call.settings.newId('rep'), ...rest, language, timeZone };
  });
}

async function unknownTopics(tx: Tx, programmeId: ProgrammeAccess, ids: readonly string[]): Promise<Refusal | null> {
  const known = new Set((await listTopics(tx, programmeId)).map(({ id }) => id));
  const index = ids.findIndex((id) => !known.has(id));
  if (index < 0) return null;
  return refuse('invalid', 'No topic of this programme has this id.', { errors: [{ path: `body.topicIds.${index}`, message: 'no topic of this programme has this id' }] });
}
