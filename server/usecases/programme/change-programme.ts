import type { Phase, PhaseInput, PhasePatch, Programme, ProgrammePatch, Topic, TopicInput, TopicPatch } from '../../../shared/api/programmes.ts';
import { USUAL_BUSY_AGE_MINUTES } from '../../domain/busy-calendar.ts';
import { epochDay } from '../../domain/calendar-date.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { lockCalendars } from '../../store/engagements.ts';
import { listClusters, listFacilitators } from '../../store/people.ts';
import { deletePhase, deleteTopic, findPhase, findTopic, insertPhase, insertTopic, renameTopic, setFacilitatorsOfTopic, updatePhase } from '../../store/plan-parts.ts';
import { deleteProgramme, findProgramme, hasConfirmedBookings, lockProgramme, touchProgramme, updateProgramme, type StoredProgramme } from '../../store/programmes.ts';
import { createMissingSessions } from '../../store/sessions.ts';
import { coordinates, type CoordinatorAccess, type ProgrammeAccess, type PartyAccess } from '../signing-in/access.ts';
import { asksForNewSignIn } from '../signing-in/fresh.ts';
import type { Call } from '../call.ts';
import { feedUrl } from '../calendars/feed-link.ts';
import { tellComing } from '../booking/tell-booking.ts';
import { keepLastLetters } from './last-letters.ts';

/** The programme, its phases and topics, piece by piece: one programme's changes come one after the other. */

/** What is to be removed; with a version, only as long as nobody has changed it since. */
export interface Removal {
  id: string;
  ifVersion: number | null;
}

export async function changeProgramme(tx: Tx, call: Call, input: { id: string; patch: ProgrammePatch; ifVersion: number | null }): Promise<Result<Programme>> {
  if (input.patch.name !== undefined) await lockEveryCalendar(tx, call, input.id);
  const programme = await lockForChange(tx, call, input.id);
  if (!programme) return noSuchProgramme();
  if (isStale(programme, input.ifVersion)) return stale('programme');
  const { policy, ...fields } = input.patch;
  const changed = { ...programme, ...withoutUndefined(fields), policy: { ...programme.policy, ...withoutUndefined(policy ?? {}) } } as typeof programme;
  if (changed.endsOn < changed.startsOn) return wrongOrder();
  await updateProgramme(tx, changed);
  const told = changed.name === programme.name ? [] : await tellComing(tx, call, programme.id, 'programme', programme.id);
  await tell(tx, call, programme.id, 'programme', programme.id, { changed: Object.keys(input.patch) }, told);
  return accept(programmeFor(call, (await findProgramme(tx, programme.id))!));
}

export async function removeProgramme(tx: Tx, call: Call, { id, ifVersion }: Removal): Promise<Result<null>> {
  const programme = await lockForChange(tx, call, id);
  const tooLongAgo = programme && asksForNewSignIn(call);
  if (!programme || tooLongAgo) return tooLongAgo ?? noSuchProgramme();
  if (isStale(programme, ifVersion)) return stale('programme');
  if (await hasConfirmedBookings(tx, 'programme_id', id)) return refuse('policy', 'Sessions of this programme are booked. Cancel them first, so that everyone is told.');
  await keepLastLetters(tx, call, programme.id, 'programme', id);
  await deleteProgramme(tx, programme.id);
  return accept(null);
}

export async function addPhase(tx: Tx, call: Call, programmeId: string, input: PhaseInput): Promise<Result<Phase>> {
  const programme = await lockForChange(tx, call, programmeId);
  if (!programme) return noSuchProgramme();
  const outside = outsideProgramme(programme, input);
  if (outside) return outside;
  const id = call.settings.newId('pha');
  await insertPhase(tx, { id, programmeId: programme.id, ...input });
  await tell(tx, call, programme.id, 'phase', id, 'added');
  return accept((await findPhase(tx, id))!);
}

export async function changePhase(tx: Tx, call: Call, input: { id: string; patch: PhasePatch; ifVersion: number | null }): Promise<Result<Phase>> {
  const seen = await findPhase(tx, input.id);
  const programme = seen && await lockForChange(tx, call, seen.programmeId);
  // As it is now: somebody else may have changed it while this waited.
  const phase = programme && await findPhase(tx, input.id);
  if (!phase) return refuse('not-found', 'There is no such phase.');
  if (isStale(phase, input.ifVersion)) return stale('phase');
  const changed = { ...phase, ...withoutUndefined(input.patch) } as Phase;
  const refused = outsideProgramme(programme, changed);
  if (refused) return refused;
  await updatePhase(tx, { ...changed, programmeId: programme.id });
  // Slots are cut to the phase: what was decided under the old dates no longer stands.
  await touchProgramme(tx, programme.id);
  await createMissingSessions(tx, programme.id, () => call.settings.newId('ses'));
  await tell(tx, call, programme.id, 'phase', phase.id, { changed: Object.keys(input.patch) });
  return accept((await findPhase(tx, phase.id))!);
}

export async function removePhase(tx: Tx, call: Call, { id, ifVersion }: Removal): Promise<Result<null>> {
  const seen = await findPhase(tx, id);
  const programme = seen && await lockForChange(tx, call, seen.programmeId);
  const phase = programme && await findPhase(tx, id);
  if (!phase) return refuse('not-found', 'There is no such phase.');
  if (isStale(phase, ifVersion)) return stale('phase');
  if (!await deletePhase(tx, { id, programmeId: programme.id })) return refuse('policy', 'Topics belong to this phase. Remove them first.');
  await tell(tx, call, programme.id, 'phase', id, 'removed');
  return accept(null);
}

export async function addTopic(tx: Tx, call: Call, programmeId: string, input: TopicInput): Promise<Result<Topic>> {
  const programme = await lockForChange(tx, call, programmeId);
  if (!programme) return noSuchProgramme();
  const phase = input.phaseId === null ? null : await findPhase(tx, input.phaseId);
  if (input.phaseId !== null && phase?.programmeId !== programmeId) {
    return refuse('invalid', 'The topic names a phase of another programme, or none.', { errors: [{ path: 'body.phaseId', message: 'no phase of this programme has this id' }] });
  }
  const unknown = await unknownFacilitators(tx, programme.id, input.facilitatorIds);
  if (unknown) return unknown;
  const id = call.settings.newId('top');
  await insertTopic(tx, { id, programmeId: programme.id, name: input.name, phaseId: input.phaseId });
  await setFacilitatorsOfTopic(tx, { id, programmeId: programme.id }, input.facilitatorIds);
  await createMissingSessions(tx, programme.id, () => call.settings.newId('ses'));
  await tell(tx, call, programme.id, 'topic', id, 'added');
  return accept((await findTopic(tx, id))!);
}

export async function changeTopic(tx: Tx, call: Call, input: { id: string; patch: TopicPatch; ifVersion: number | null }): Promise<Result<Topic>> {
  const seen = await findTopic(tx, input.id);
  if (seen && input.patch.name !== undefined) await lockEveryCalendar(tx, call, seen.programmeId);
  const programme = seen && await lockForChange(tx, call, seen.programmeId);
  const topic = programme && await findTopic(tx, input.id);
  if (!topic) return refuse('not-found', 'There is no such topic.');
  if (isStale(topic, input.ifVersion)) return stale('topic');
  const unknown = await unknownFacilitators(tx, programme.id, input.patch.facilitatorIds ?? []);
  if (unknown) return unknown;
  if (input.patch.name !== undefined) await renameTopic(tx, { id: topic.id, programmeId: programme.id }, input.patch.name);
  if (input.patch.facilitatorIds !== undefined) await setFacilitatorsOfTopic(tx, { id: topic.id, programmeId: programme.id }, input.patch.facilitatorIds);
  const told = input.patch.name === undefined ? [] : await tellComing(tx, call, programme.id, 'topic', topic.id);
  await tell(tx, call, programme.id, 'topic', topic.id, { changed: Object.keys(input.patch) }, told);
  return accept((await findTopic(tx, topic.id))!);
}

export async function removeTopic(tx: Tx, call: Call, { id, ifVersion }: Removal): Promise<Result<null>> {
  const seen = await findTopic(tx, id);
  const programme = seen && await lockForChange(tx, call, seen.programmeId);
  const topic = programme && await findTopic(tx, id);
  if (!topic) return refuse('not-found', 'There is no such topic.');
  if (isStale(topic, ifVersion)) return stale('topic');
  if (!await deleteTopic(tx, { id, programmeId: programme.id })) return refuse('policy', 'Sessions of this topic are or were booked; they are part of the record.');
  await tell(tx, call, programme.id, 'topic', id, 'removed');
  return accept(null);
}

/** A programme as the caller may see it: where it meets, and the feed of all its sessions, only who runs it. */
export function programmeFor({ access, settings }: Call, { policy, meetingAddress, feedGeneration, ...programme }: StoredProgramme): Programme {
  return {
    ...programme,
    ...(coordinates(access, programme.id) && { meetingAddress, feedUrl: feedUrl(settings, { id: programme.id, feedGeneration }) }),
    policy: {
      ...policy,
      maximumPerFacilitatorPerDay: policy.maximumPerFacilitatorPerDay ?? null,
      maximumPerClusterPerDay: policy.maximumPerClusterPerDay ?? null,
      busyMaximumAgeMinutes: policy.busyMaximumAgeMinutes ?? USUAL_BUSY_AGE_MINUTES,
      whenBusyUnknown: policy.whenBusyUnknown ?? 'warn',
    },
  };
}

/** The programme, locked until the transaction ends, with the proof in its id that the caller runs it; null where they do not. */
export async function lockForChange(tx: Tx, call: Call, programmeId: string): Promise<(StoredProgramme & { id: CoordinatorAccess }) | null> {
  return coordinates(call.access, programmeId) ? lockProgramme(tx, programmeId) : null;
}

/** A new name gives bookings their next revision: their calendars before the programme, as those who move bookings do. */
async function lockEveryCalendar(tx: Tx, call: Call, programmeId: string): Promise<void> {
  if (coordinates(call.access, programmeId)) await lockCalendars(tx, (await listClusters(tx, programmeId)).map(({ id }) => id));
}

export function noSuchProgramme(): Refusal {
  return refuse('not-found', 'There is no such programme.');
}

export function isStale(resource: { version: number }, ifVersion: number | null): boolean {
  return ifVersion !== null && ifVersion !== resource.version;
}

export function stale(what: string): Refusal {
  return refuse('stale', `Somebody has changed this ${what} since you saw it. Read it again, then decide.`);
}

/** For the record: a part of the programme came, went, or had these fields changed. Their values are the part's own business. */
export type Deed = 'added' | 'removed' | { changed: readonly string[] };

/** `others`: what else came of it. */
export async function tell(tx: Tx, call: Call, programmeId: PartyAccess, type: string, id: string, deed: Deed, others: readonly Change[] = []): Promise<void> {
  const data = typeof deed === 'string' ? { what: deed } : { what: 'changed', fields: deed.changed };
  appendChanges(tx, programmeId, [{
    kind: 'programme.changed', subject: { type, id }, data, actor: call.access.actor, audience: { everyone: true },
  }, ...others], call.now);
}

export function withoutUndefined<Of extends object>(patch: Of): Partial<Of> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Of>;
}

async function unknownFacilitators(tx: Tx, programmeId: ProgrammeAccess, ids: readonly string[]): Promise<Refusal | null> {
  const known = new Set((await listFacilitators(tx, programmeId)).map(({ id }) => id));
  const index = ids.findIndex((id) => !known.has(id));
  if (index < 0) return null;
  return refuse('invalid', 'No facilitator of this programme has this id.', { errors: [{ path: `body.facilitatorIds.${index}`, message: 'no facilitator of this programme has this id' }] });
}

function outsideProgramme(programme: StoredProgramme, { startsOn, endsOn }: { startsOn: string; endsOn: string }): Refusal | null {
  if (endsOn < startsOn) return wrongOrder();
  if (epochDay(endsOn) - epochDay(startsOn) > 366) return refuse('invalid', 'A phase lasts 366 days at most.', { errors: [{ path: 'body.endsOn', message: 'a phase lasts 366 days at most' }] });
  if (startsOn >= programme.startsOn && endsOn <= programme.endsOn) return null;
  return refuse('invalid', 'The phase lies outside the programme’s dates.', { errors: [{ path: 'body.startsOn', message: `phases lie between ${programme.startsOn} and ${programme.endsOn}` }] });
}

function wrongOrder(): Refusal {
  return refuse('invalid', '`endsOn` must not be before `startsOn`.', { errors: [{ path: 'body.endsOn', message: '`endsOn` must not be before `startsOn`' }] });
}
