import type { PlanGoneCause } from '../../../shared/api/plans.ts';
import { causeInWords } from '../../domain/booking.ts';
import { epochDay } from '../../domain/calendar-date.ts';
import type { Instant } from '../../domain/interval.ts';
import { decideSlot, type SlotCause } from '../../domain/slots.ts';
import { countryOf, publicHolidays } from '../../holidays/public-holidays.ts';
import type { Queryable } from '../../store/database.ts';
import { listTopics } from '../../store/plan-parts.ts';
import { findRules, preferencesOfProgramme } from '../../store/planning-rules.ts';
import type { StoredPlan, StoredWish } from '../../store/plans.ts';
import { situationOfProgramme, type Situation } from '../../store/situation.ts';
import { findProgramme } from '../../store/programmes.ts';
import { asSystem, type ProgrammeAccess } from '../signing-in/access.ts';
import { isAway, openScene } from './plan-scene.ts';
import { isStanding, slotQuestion, wholePhase } from '../listing/slot-question.ts';
import type { Solvable } from './solve-timetable.ts';
import type { PlaceToTake } from '../booking/take-places.ts';

/** What a plan is solved and judged by, as it is now. */
export async function readSolvable(db: Queryable, plan: Pick<StoredPlan, 'programmeId' | 'wish'>, now: Instant): Promise<Solvable> {
  const programmeId = asSystem(plan.programmeId);
  const read = await situationOfProgramme(db, programmeId) ?? await withoutSessions(db, programmeId);
  const { facilitatorRule, orders, holidaysWorked } = await findRules(db, programmeId);
  const marks = await preferencesOfProgramme(db, programmeId);
  const topics = await listTopics(db, programmeId);
  const situation = inOrder(read, topics.map(({ id }) => id));
  return {
    situation,
    wish: { ...plan.wish, sessionIds: stillToPlace(situation, plan.wish, now) },
    rules: { facilitatorRule, orders, marks, holidays: await holidaysOf(situation, holidaysWorked) },
    topicNames: Object.fromEntries(topics.map(({ id, name }) => [id, name])),
    now,
  };
}

/** Its clusters or topics may have been taken out since the plan was asked for: then there is nothing left to place. */
async function withoutSessions(db: Queryable, programmeId: ProgrammeAccess): Promise<Situation> {
  const programme = await findProgramme(db, programmeId);
  if (!programme) throw new Error(`there is no programme ${programmeId}`);
  return { ...programme, programmeId, sessions: [], facilitators: [], engagements: [] };
}

/**
 * By dates and names, and topics by their own order: identifiers are chance, and how long a solver searches and which of
 * two equal timetables it finds depend on the order of rows. So the same programme has the same plan.
 */
function inOrder(situation: Situation, topicIds: readonly string[]): Situation {
  return {
    ...situation,
    sessions: situation.sessions.toSorted((a, b) =>
      byText([a.phase.startsOn, b.phase.startsOn], [a.phase.name, b.phase.name], [a.cluster.name, b.cluster.name], [a.cluster.timeZone, b.cluster.timeZone])
      || topicIds.indexOf(a.topicId) - topicIds.indexOf(b.topicId) || byText([a.id, b.id])),
    facilitators: situation.facilitators.toSorted((a, b) => byText([a.name, b.name], [a.timeZone, b.timeZone], [a.id, b.id])),
  };
}

/** Below nought where the first text that differs comes before. */
function byText(...pairs: readonly (readonly [string, string])[]): number {
  const [a, b] = pairs.find(([one, other]) => one !== other) ?? ['', ''];
  return a < b ? -1 : Number(a > b);
}

/** By cluster and facilitator, as epoch days: nobody works on them, unless the programme says that they are worked on. */
async function holidaysOf({ sessions, facilitators }: Situation, worked: readonly string[]): Promise<Record<string, number[]>> {
  const dates = sessions.flatMap(({ phase }) => [phase.startsOn, phase.endsOn]).toSorted();
  const parties = [...new Map(sessions.map(({ cluster }) => [cluster.id, cluster])).values(), ...facilitators];
  const entries = await Promise.all(parties.map(async ({ id, timeZone }) => {
    const country = countryOf(timeZone);
    const holidays = country === null ? [] : await publicHolidays(country, dates[0]!, dates.at(-1)!);
    return [id, holidays.filter(({ date }) => !worked.includes(`${country} ${date}`)).map(({ date }) => epochDay(date))] as const;
  }));
  return Object.fromEntries(entries);
}

/** What has been booked, held or decided otherwise since the plan was asked for is no longer the plan's to place. */
function stillToPlace({ sessions, engagements }: Situation, wish: StoredWish, now: Instant): string[] {
  const standing = engagements.filter((each) => isStanding(each, now));
  const wanted = new Set(wish.sessionIds);
  return sessions.filter(({ id, state }) => {
    if (!wanted.has(id)) return false;
    if (state === 'open') return !standing.some((each) => each.sessionId === id);
    return state === 'booked' && wish.moving.includes(id) && standing.some((each) => each.kind === 'booking' && each.sessionId === id && each.span.start > now);
  }).map(({ id }) => id);
}

export interface Gone {
  readonly sessionId: string;
  readonly cause: PlanGoneCause;
  /** In English. */
  readonly why: string;
}

const GONE: Record<Exclude<PlanGoneCause, SlotCause>, string> = {
  removed: 'this session is no longer part of the programme',
  'being-chosen': 'its cluster is choosing a time for it just now',
  done: 'the session is done',
  missed: 'the session is missed',
  waived: 'the session is waived',
  begun: 'the session has begun',
  'booked-meanwhile': 'it has been booked meanwhile',
  'booked-anew': 'it has been booked anew meanwhile',
  'booking-cancelled': 'its booking has been cancelled',
  away: 'the facilitator is away',
};

/** Placements that can no longer be booked as planned. What stays where it is booked always can. */
export function goneFrom({ situation, wish, rules, now }: Solvable, plan: Pick<StoredPlan, 'result'>): Gone[] {
  const scene = openScene(situation, wish, rules, now);
  const toPlace = new Map(scene.sessions.map((session) => [session.id, session]));
  const whyGone = (placement: PlaceToTake): PlanGoneCause | null => {
    const { sessionId, facilitatorId, start } = placement;
    const session = toPlace.get(sessionId);
    if (!session) return whyNotToPlace(situation, sessionId, now);
    const present = scene.present.get(sessionId);
    if (present?.id !== placement.present?.bookingId) return present ? 'booked-anew' : 'booking-cancelled';
    if (isUnmoved(placement)) return null;
    if (isAway(situation, wish, facilitatorId, start)) return 'away';
    const decision = decideSlot(slotQuestion(scene.situation, session, wholePhase(session), now), facilitatorId, start);
    return decision.ok ? null : decision.cause;
  };
  return (plan.result?.placements ?? []).flatMap((placement): Gone[] => {
    const cause = whyGone(placement);
    return cause === null ? [] : [{ sessionId: placement.sessionId, cause, why: { ...GONE, ...causeInWords }[cause] }];
  });
}

function whyNotToPlace({ sessions, engagements }: Situation, sessionId: string, now: Instant): PlanGoneCause {
  const session = sessions.find(({ id }) => id === sessionId);
  if (!session) return 'removed';
  if (session.state === 'open') return 'being-chosen';
  if (session.state !== 'booked') return session.state;
  return engagements.some((each) => each.sessionId === sessionId && each.span.start <= now) ? 'begun' : 'booked-meanwhile';
}

export function isUnmoved({ present, facilitatorId, start }: PlaceToTake): boolean {
  return present !== null && present.facilitatorId === facilitatorId && present.start === start;
}
