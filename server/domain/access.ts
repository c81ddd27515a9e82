/** Who is asking, proven at the door (bearer token or sign-in cookie), and what that lets them see and do. */
export type Access =
  | { readonly role: 'owner'; readonly actor: 'owner' }
  /** Of every programme that names their address as a coordinator's; `programmeId` is the one they signed in to. */
  | { readonly role: 'coordinator'; readonly actor: string; readonly programmeId: string; readonly programmeIds: readonly string[] }
  | { readonly role: 'facilitator'; readonly actor: string; readonly programmeId: string; readonly facilitatorId: string }
  | { readonly role: 'representative'; readonly actor: string; readonly programmeId: string; readonly clusterId: string }
  /** Reads one programme without taking part, such as its funder: what happened and will happen, not what was confided. */
  | { readonly role: 'observer'; readonly actor: string; readonly programmeId: string };

/** Something inside a programme, and whose it is. */
export interface Whose {
  readonly programmeId: string;
  readonly clusterId?: string;
  readonly facilitatorId?: string;
}

declare const proven: unique symbol;
type Proof<Right extends string> = { readonly [proven]: { readonly [Each in Right]: true } };

/** The id of a programme that somebody may read, of one in which they act, and of one that they run. Stores ask for the proof; only the functions below give it. */
export type ProgrammeAccess = string & Proof<'reads'>;
export type PartyAccess = ProgrammeAccess & Proof<'acts'>;
export type CoordinatorAccess = PartyAccess & Proof<'runs'>;

interface Named {
  readonly id: string;
  readonly programmeId: string;
}

/** Something of a programme that was found to be the caller's to see and to change. */
export type Own<Thing extends { readonly programmeId: string } = Named> = Thing & { readonly programmeId: PartyAccess };
/** Something of a programme that the caller runs. */
export type Run<Thing extends { readonly programmeId: string } = Named> = Thing & { readonly programmeId: CoordinatorAccess };
/** What belongs to one programme or, where that is null, to the installation; the caller runs either. */
export type Receiver<Thing extends { readonly programmeId: string | null } = { readonly id: string; readonly programmeId: string | null }> = Thing & Proof<'runs'>;

/** Runs the programme: its coordinators, and the owner of the installation. */
export function coordinates(access: Access, programmeId: string): programmeId is CoordinatorAccess {
  return access.role === 'owner' || (access.role === 'coordinator' && access.programmeIds.includes(programmeId));
}

/** The same, of something in it. */
export function runs<Thing extends { readonly programmeId: string }>(access: Access, thing: Thing): thing is Run<Thing> {
  return coordinates(access, thing.programmeId);
}

/** The same, of what may be the installation's: then the owner alone runs it. */
export function runsReceiver<Thing extends { readonly programmeId: string | null }>(access: Access, thing: Thing): thing is Receiver<Thing> {
  const { programmeId } = thing;
  return programmeId === null ? access.role === 'owner' : coordinates(access, programmeId);
}

/** May read the programme's plan: phases, topics, who takes part. */
export function takesPart(access: Access, programmeId: string): programmeId is ProgrammeAccess {
  return coordinates(access, programmeId) || (access.role !== 'owner' && access.role !== 'coordinator' && access.programmeId === programmeId);
}

/** For jobs and whoever starts the server: nobody asks, so that nobody has to be let in. */
export function asSystem(programmeId: string): CoordinatorAccess {
  return programmeId as CoordinatorAccess;
}

/** The same, of something in a programme. */
export function ofSystem<Thing extends { readonly programmeId: string }>(thing: Thing): Run<Thing> {
  return { ...thing, programmeId: asSystem(thing.programmeId) };
}

/** Which programmes they may read; null for all there are. */
export function programmesOf(access: Access): readonly string[] | null {
  if (access.role === 'owner') return null;
  return access.role === 'coordinator' ? access.programmeIds : [access.programmeId];
}

/** Sees every session and booking of the programme, though not what was confided in them. */
export function overlooks(access: Access, programmeId: string): programmeId is ProgrammeAccess {
  return coordinates(access, programmeId) || (access.role === 'observer' && access.programmeId === programmeId);
}

/** Books for the cluster: its representatives, or whoever runs the programme. */
export function actsForCluster<Thing extends Whose>(access: Access, thing: Thing): thing is Own<Thing> {
  const { programmeId, clusterId } = thing;
  if (coordinates(access, programmeId)) return true;
  return access.role === 'representative' && access.programmeId === programmeId && access.clusterId === clusterId;
}

/** Is this facilitator, or runs the programme. */
export function actsForFacilitator<Thing extends Whose>(access: Access, thing: Thing): thing is Own<Thing> {
  const { programmeId, facilitatorId } = thing;
  if (coordinates(access, programmeId)) return true;
  return access.role === 'facilitator' && access.programmeId === programmeId && access.facilitatorId === facilitatorId;
}

/** A party to it: the cluster, the facilitator, or whoever runs the programme. */
export function isParty<Thing extends Whose>(access: Access, thing: Thing): thing is Own<Thing> {
  return actsForCluster(access, thing) || actsForFacilitator(access, thing);
}

interface Hearable {
  readonly kind: string;
  readonly audience: { everyone?: boolean; clusterIds?: readonly string[]; facilitatorIds?: readonly string[] };
}

/** What tells an observer where a programme stands, besides what everyone hears. */
const OBSERVED = new Set(['session.changed']);

/** Whether a change of a programme may be told to this caller. */
export function mayHear(access: Access, programmeId: string, { kind, audience }: Hearable): boolean {
  if (coordinates(access, programmeId)) return true;
  if (!takesPart(access, programmeId)) return false;
  if (audience.everyone) return true;
  if (access.role === 'observer') return OBSERVED.has(kind);
  if (access.role === 'representative') return audience.clusterIds?.includes(access.clusterId) ?? false;
  return access.role === 'facilitator' && (audience.facilitatorIds?.includes(access.facilitatorId) ?? false);
}
