import { causeInWords, freePlace, nearestSlots, protect, wasTaken } from '../../domain/booking.ts';
import { addDays, WALL_DAY } from '../../domain/calendar-date.ts';
import { addMinutes, type Instant, type Interval } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { decideSlot, listSlots, type Slot, type SlotCause } from '../../domain/slots.ts';
import { localDate } from '../../domain/wall-time.ts';
import { setMissedAside } from '../../store/bookings.ts';
import type { Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import type { Attendees } from '../../store/attendees.ts';
import { placeEngagement, removeHoldOfSession, removeHoldsOnceBooked, removeLapsedHolds, type DecidedOn } from '../../store/engagements.ts';
import { situationOfWish, wishKey, type SituationOfWish } from '../../store/situation-of-wish.ts';
import { situationOfSession, type Situation, type SituationFacilitator, type SituationSession, type StoredEngagement } from '../../store/situation.ts';
import { actsForCluster, type PartyAccess } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import type { Listings } from '../listing/listings.ts';
import { representSlots } from '../listing/represent.ts';
import { holdEnded, slotFreed } from './slot-changes.ts';
import { isStanding, slotQuestion, wholePhase } from '../listing/slot-question.ts';

/** What one decision was made on. */
export interface Decision {
  /** Proof that the caller may book there. */
  programmeId: PartyAccess;
  situation: Situation;
  session: SituationSession;
  facilitator: SituationFacilitator;
  slot: Slot;
}

export interface Wish {
  sessionId: string;
  facilitatorId: string;
  start: Instant;
}

/** Each further try means that someone else has just had a place; more than these in a row and the day is lost anyway. */
export const TRIES = 12;

/** What to place for a decision, and the moment its notice is judged at. */
export type Placement = Pick<StoredEngagement, 'id' | 'kind' | 'expiresAt' | 'extensionsLeft'> & { judgedAt: Instant };

/** A decision, what to place for it, and whom it concerns. */
export type Looked = Decision & { placement: Placement; attendees: Attendees };

export interface TakenSlot extends Decision {
  engagement: StoredEngagement;
  /** The session's own hold, which made room: used for its booking, or replaced by another. */
  ownHold: StoredEngagement | null;
  /** Holds that had lapsed in its way and are now gone: to be told with the rest. */
  lapsed: StoredEngagement[];
}

/** Says what to place, or refuses (a session that is booked already). */
export type Describe = (situation: Situation, session: SituationSession) => Result<Placement>;

/**
 * A look before anything is begun: the wish may be refused at once, as most are when many want one slot.
 * Otherwise what was decided need not be decided again, if nothing has come between.
 */
export async function lookForSlot({ situations, situationsOfWishes }: Listings, call: Call, wish: Wish, describe: Describe): Promise<Result<Looked>> {
  const considered = consider(await situationsOfWishes(wishKey(wish)), call, wish, describe);
  return considered.ok ? considered : withNearest(considered, wish, call.now, () => situations(wish.sessionId));
}

/**
 * Reads, decides and places, until the decision stood when it was placed. Both holds and bookings come
 * this way, so what was listed is judged by the function that listed it, and the database has the last word.
 */
export async function takeSlot(tx: Tx, call: Call, wish: Wish, describe: Describe, looked?: Looked): Promise<Result<TakenSlot>> {
  let ownHold: StoredEngagement | null = null;
  const lapsed: StoredEngagement[] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const considered = tries === 0 && looked ? accept(looked) : consider(await situationOfWish(tx, wish), call, wish, describe);
    if (!considered.ok) return withNearest(considered, wish, call.now, () => situationOfSession(tx, wish.sessionId));
    const { placement, attendees: _, ...decision } = considered.value;
    const engagement = engagementFor(decision, call.now, placement);
    lapsed.push(...await sweepOutOfTheWay(tx, decision.situation, engagement, call.now));
    if (engagement.kind === 'booking' && decision.session.state === 'missed') await setMissedAside(tx, { id: decision.session.id, programmeId: decision.programmeId });
    const { isPlaced, hold } = await place(tx, engagement, decidedOn(decision));
    ownHold = hold ?? ownHold;
    if (isPlaced) return accept({ ...decision, engagement, ownHold, lapsed });
  }
  return tooMuchAskedFor();
}

/** A session has one hold: the new one needs its place. A booking keeps its hold until it is had. Both statements are on their way at once. */
async function place(tx: Tx, engagement: StoredEngagement, decided: DecidedOn): Promise<{ isPlaced: boolean; hold: StoredEngagement | null }> {
  const { id, sessionId } = engagement;
  const { programmeId } = decided;
  if (engagement.kind === 'hold') {
    const [hold, isPlaced] = await Promise.all([removeHoldOfSession(tx, { id: sessionId, programmeId }), placeEngagement(tx, engagement, decided)]);
    return { isPlaced, hold };
  }
  const [isPlaced, holds] = await Promise.all([placeEngagement(tx, engagement, decided), removeHoldsOnceBooked(tx, [{ id, sessionId, programmeId }])]);
  return { isPlaced, hold: holds.get(sessionId) ?? null };
}

/** Whether the caller may, and the wish is a slot, by what was read. */
function consider(situation: SituationOfWish | null, call: Call, wish: Wish, describe: Describe): Result<Looked> {
  const session = situation?.sessions[0];
  if (!situation || !session) return noSuchSession();
  const whose = { programmeId: situation.programmeId, clusterId: session.cluster.id };
  if (!actsForCluster(call.access, whose)) return noSuchSession();
  const placement = describe(situation, session);
  if (!placement.ok) return placement;
  const decided = decide(whose.programmeId, situation, session, wish, call.now, placement.value.judgedAt);
  return decided.ok ? accept({ ...decided.value, placement: placement.value, attendees: situation.attendees }) : decided;
}

export function tooMuchAskedFor(): Refusal {
  return refuse('unavailable', 'This hour is much asked for; try again in a moment.');
}

export function noSuchSession(): Refusal {
  return refuse('not-found', 'There is no such session.');
}

/** Whether the wish is a slot now. A hold keeps the notice it was placed with: `judgedAt`. Other facilitators do not matter. */
export function decide(programmeId: PartyAccess, situation: Situation, session: SituationSession, wish: Wish, now: Instant, judgedAt: Instant): Result<Decision> {
  const question = { ...slotQuestion(situation, session, wholePhase(session), now), now: judgedAt };
  const facilitator = situation.facilitators.find(({ id }) => id === wish.facilitatorId);
  const decision = decideSlot(question, wish.facilitatorId, wish.start);
  if (decision.ok && facilitator) return accept({ programmeId, situation, session, facilitator, slot: decision.slot });
  return noSlot(decision.ok ? 'no-facilitator' : decision.cause);
}

function noSlot(cause: SlotCause): Refusal {
  if (cause === 'no-facilitator') return refuse('not-a-slot', `This is not a slot: ${NOT_THEIRS}.`, { errors: [{ path: 'body.facilitatorId', message: NOT_THEIRS }] });
  if (cause === 'busy-unknown') return refuse('busy-unknown', `This cannot be booked now: ${causeInWords[cause]}. Try again later, or ask the coordinator.`);
  if (wasTaken(cause)) return refuse('slot-taken', `This time has just been taken: ${causeInWords[cause]}.`);
  return refuse('not-a-slot', `This is not a slot: ${causeInWords[cause]}.`, { errors: [{ path: 'body.start', message: causeInWords[cause] }] });
}

/** Somebody else may teach it. */
const NOT_THEIRS = 'this facilitator does not teach this topic; choose one of the listed slots';

/** Whose time has just been taken is told what is free nearby, with anybody who teaches the topic: all of them are read only for that. */
export async function withNearest(refusal: Refusal, wish: Wish, now: Instant, readAll: () => Promise<Situation | null>): Promise<Refusal> {
  if (refusal.problem.code !== 'slot-taken') return refusal;
  const situation = await readAll();
  const session = situation?.sessions[0];
  if (!situation || !session) return noSuchSession();
  const alternatives = representSlots(nearestFree(situation, session, wish, now), situation, session.cluster.timeZone);
  return { ok: false, problem: { ...refusal.problem, alternatives } };
}

const ALTERNATIVES = 4;

/** Looks around the wished day first: in a race every loser asks. */
function nearestFree(situation: Situation, session: SituationSession, wish: Wish, now: Instant): Slot[] {
  const phase = wholePhase(session);
  const day = localDate(wish.start, phase.timeZone);
  const around = listSlots(slotQuestion(situation, session, { ...phase, from: addDays(day, -1), to: addDays(day, 1) }, now));
  const enough = around.filter(({ start }) => Math.abs(start - wish.start) <= WALL_DAY).length >= ALTERNATIVES;
  const free = enough ? around : listSlots(slotQuestion(situation, session, phase, now));
  return nearestSlots(free, wish.start, ALTERNATIVES);
}

/** The row that keeps this slot: its protected span, and which place of the day it fills on either side. */
export function engagementFor(
  { situation, session, facilitator, slot }: Omit<Decision, 'programmeId'>, now: Instant,
  more: Pick<StoredEngagement, 'id' | 'kind' | 'expiresAt' | 'extensionsLeft'>,
): StoredEngagement {
  const span: Interval = { start: slot.start, end: addMinutes(slot.start, situation.policy.sessionMinutes) };
  const others = situation.engagements.filter((each) => each.sessionId !== session.id && isStanding(each, now));
  const facilitatorDay = localDate(slot.start, facilitator.timeZone);
  const clusterDay = localDate(slot.start, session.cluster.timeZone);
  return {
    id: more.id,
    kind: more.kind,
    expiresAt: more.expiresAt,
    extensionsLeft: more.extensionsLeft,
    sessionId: session.id,
    clusterId: session.cluster.id,
    facilitatorId: facilitator.id,
    span,
    protectedSpan: protect(span, situation.policy),
    facilitatorDay,
    facilitatorPlace: freePlace(
      others.filter((each) => each.facilitatorId === facilitator.id).map((each) => ({ day: each.facilitatorDay, place: each.facilitatorPlace })),
      facilitatorDay, situation.policy.maximumPerFacilitatorPerDay),
    clusterDay,
    clusterPlace: freePlace(
      others.filter((each) => each.clusterId === session.cluster.id).map((each) => ({ day: each.clusterDay, place: each.clusterPlace })),
      clusterDay, situation.policy.maximumPerClusterPerDay),
    placedAt: now,
  };
}

/**
 * Lapsed holds of these people are gone for everyone who reads; here their rows go too, for the constraints' sake.
 * The caller tells of them at its end: numbering a change before the place is had could wait in a ring with another taker.
 */
export async function sweepOutOfTheWay(tx: Tx, situation: Situation, engagement: StoredEngagement, now: Instant): Promise<StoredEngagement[]> {
  const lapsed = lapsedInTheWay(situation, engagement, now);
  return lapsed.length === 0 ? [] : removeLapsedHolds(tx, lapsed.map(({ id }) => id), now);
}

export function lapsedInTheWay({ engagements }: Situation, { facilitatorId, clusterId }: StoredEngagement, now: Instant): StoredEngagement[] {
  return engagements.filter((each) => !isStanding(each, now) && (each.facilitatorId === facilitatorId || each.clusterId === clusterId));
}

export function lapseOf(hold: StoredEngagement): Change[] {
  return [holdEnded(hold, 'lapsed', 'system'), slotFreed(hold, 'system')];
}

export function decidedOn({ programmeId, situation, session, facilitator }: Decision): DecidedOn {
  return {
    programmeId,
    programmeVersion: situation.version,
    facilitatorVersion: facilitator.version,
    busyVersion: facilitator.busyVersion,
    clusterVersion: session.cluster.version,
  };
}
