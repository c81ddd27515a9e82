import { epochDay, MINUTE, WALL_DAY } from '../../domain/calendar-date.ts';
import { overlaps, type Instant } from '../../domain/interval.ts';
import { listSlots, type Slot } from '../../domain/slots.ts';
import { discomfort } from '../../domain/timetable/discomfort.ts';
import { isInside, wishesOf, type MarkedHours, type Wishes } from '../../domain/timetable/marks.ts';
import type { Choice, FacilitatorRule } from '../../domain/timetable/question.ts';
import type { PlanWeights } from '../../domain/timetable/weights.ts';
import { localDay, wallToInstant } from '../../domain/wall-time.ts';
import type { Situation, SituationSession, StoredEngagement } from '../../store/situation.ts';
import { isStanding, scheduleOf, slotQuestion, wholePhase } from '../listing/slot-question.ts';

/** What a plan was asked for, beyond what the programme is. */
export interface PlanWish {
  /** Sessions to place, each open, or booked and free to move. */
  readonly sessionIds: readonly string[];
  readonly pins: readonly Place[];
  readonly away: readonly Absence[];
  readonly isMend: boolean;
  /** Null: one objective after the other. */
  readonly weights: PlanWeights | null;
}

export interface Place {
  readonly sessionId: string;
  readonly facilitatorId: string;
  readonly start: Instant;
}

/** Dates of the facilitator's own zone, both inclusive. */
export interface Absence {
  readonly facilitatorId: string;
  readonly from: string;
  readonly until: string;
}

/** What a programme asks of its timetables. */
export interface PlanningRules {
  readonly facilitatorRule: FacilitatorRule;
  readonly orders: readonly { readonly beforeTopicId: string; readonly afterTopicId: string; readonly minimumGapMinutes: number }[];
  /** By cluster. */
  readonly marks: Readonly<Record<string, readonly MarkedHours[]>>;
  /** Public holidays as epoch days, by cluster and facilitator. */
  readonly holidays: Readonly<Record<string, readonly number[]>>;
}

export const NO_RULES: PlanningRules = { facilitatorRule: 'any', orders: [], marks: {}, holidays: {} };

/** Everything that planning looks at: what was read, what is asked for, and what stands fast. */
export interface Scene {
  readonly situation: Situation;
  readonly wish: PlanWish;
  readonly rules: PlanningRules;
  readonly now: Instant;
  /** To place. */
  readonly sessions: readonly SituationSession[];
  readonly sessionIndex: ReadonlyMap<string, number>;
  /** Holds and bookings of all other sessions. */
  readonly fixed: readonly StoredEngagement[];
  /** Bookings of the sessions to place, by session. */
  readonly present: ReadonlyMap<string, StoredEngagement>;
  readonly cast: Cast;
}

/** Who takes part, by index, and how unsocial an hour is for each. */
export interface Cast {
  /** One session of each cluster, in the order of their indexes. */
  readonly clusters: readonly SituationSession[];
  readonly clusterIndex: ReadonlyMap<string, number>;
  readonly facilitatorIndex: ReadonlyMap<string, number>;
  minutes(id: string): (start: Instant) => number;
  readonly wishes: ReadonlyMap<string, Wishes>;
}

/** What planning starts from, from what was read at one moment. */
export function openScene(situation: Situation, wish: PlanWish, rules: PlanningRules, now: Instant): Scene {
  const wanted = new Set(wish.sessionIds);
  const sessions = situation.sessions.filter(({ id }) => wanted.has(id));
  const fixed = situation.engagements.filter((each) => !wanted.has(each.sessionId) && isStanding(each, now));
  const booked = situation.engagements.filter((each) => each.kind === 'booking' && wanted.has(each.sessionId));
  return {
    situation: { ...situation, engagements: fixed },
    wish, rules, now, fixed,
    sessions,
    sessionIndex: new Map(sessions.map(({ id }, index) => [id, index])),
    present: new Map(booked.map((each) => [each.sessionId, each])),
    cast: castOf(situation, rules),
  };
}

function castOf(situation: Situation, rules: PlanningRules): Cast {
  const clusters = [...new Map(situation.sessions.map((session) => [session.cluster.id, session])).values()];
  const days = situation.sessions.flatMap(({ phase }) => [epochDay(phase.startsOn), epochDay(phase.endsOn)]);
  const starts = situation.engagements.map(({ span }) => span.start);
  const from = Math.min(...days.map((day) => (day - 2) * WALL_DAY), ...starts);
  const until = Math.max(...days.map((day) => (day + 3) * WALL_DAY), ...starts.map((start) => start + WALL_DAY));
  const length = situation.policy.sessionMinutes * MINUTE;
  const judge = (id: string, hours: Pick<Parameters<typeof discomfort>[0], 'workingHours' | 'where'>) =>
    [id, discomfort({ ...hours, holidays: new Set(rules.holidays[id] ?? []) }, from, until, length)] as const;
  const judges = new Map([
    ...clusters.map(({ cluster }) => judge(cluster.id, { workingHours: cluster.workingHours, where: { timeZone: cluster.timeZone, stays: [] } })),
    ...situation.facilitators.map((each) => judge(each.id, { workingHours: each.workingHours, where: scheduleOf(each) })),
  ]);
  return {
    clusters,
    clusterIndex: new Map(clusters.map(({ cluster }, index) => [cluster.id, index])),
    facilitatorIndex: new Map(situation.facilitators.map(({ id }, index) => [id, index])),
    minutes: (id) => judges.get(id)!,
    wishes: new Map(clusters.map(({ cluster }) => [cluster.id, wishesOf(rules.marks[cluster.id] ?? [], cluster.timeZone)])),
  };
}

/** The places that a session may have beside what stands fast: slots that the engine lists, less what people have ruled out; and where it is booked now. */
export function choicesOf(scene: Scene, session: SituationSession): Choice[] {
  const { situation, wish, now } = scene;
  const present = scene.present.get(session.id);
  const slots = listSlots(slotQuestion(situation, session, wholePhase(session), now)).filter((slot) => isOffered(scene, session, slot));
  const places = slots.map(({ facilitatorId, start }) => ({ facilitatorId, start }));
  if (present && !isAway(situation, wish, present.facilitatorId, present.span.start) && !places.some((place) => isAt(present, place))) {
    // A booking may stay where it is, whatever has changed since: it was agreed on.
    places.push({ facilitatorId: present.facilitatorId, start: present.span.start });
  }
  // The engine lists those of one hour by identifier: here by their own order.
  return places.map((place) => choiceAt(scene, session, place)).toSorted((a, b) => a.start - b.start || a.facilitator - b.facilitator);
}

/** Not refused by its cluster, nobody away, and no night that its cluster has not opened. A facilitator's availability is theirs to open. */
function isOffered({ situation, wish, cast }: Scene, { cluster }: SituationSession, { start, end, facilitatorId, comfort }: Slot): boolean {
  const { refused, opened } = cast.wishes.get(cluster.id)!;
  if (refused.some((span) => overlaps(span, { start, end }))) return false;
  if (comfort.cluster === 'night' && !isInside(opened, start, situation.policy.sessionMinutes)) return false;
  return !isAway(situation, wish, facilitatorId, start);
}

export function isAway({ facilitators }: Pick<Situation, 'facilitators'>, { away }: PlanWish, facilitatorId: string, start: Instant): boolean {
  const facilitator = facilitators.find(({ id }) => id === facilitatorId);
  return facilitator !== undefined && away.some((each) => each.facilitatorId === facilitatorId
    && start >= wallToInstant(epochDay(each.from) * WALL_DAY, facilitator.timeZone)
    && start < wallToInstant((epochDay(each.until) + 1) * WALL_DAY, facilitator.timeZone));
}

/** A place as planning sees it, whether or not it can be had. */
export function choiceAt({ situation, sessionIndex, wish, cast, present }: Scene, session: SituationSession, place: { facilitatorId: string; start: Instant }): Choice {
  const { facilitatorId, start } = place;
  const facilitator = cast.facilitatorIndex.get(facilitatorId)!;
  const { preferred } = cast.wishes.get(session.cluster.id)!;
  const now = present.get(session.id);
  return {
    session: sessionIndex.get(session.id)!,
    cluster: cast.clusterIndex.get(session.cluster.id)!,
    facilitator,
    start,
    clusterMinutes: cast.minutes(session.cluster.id)(start),
    facilitatorMinutes: cast.minutes(facilitatorId)(start),
    isUnwished: preferred.length > 0 && !isInside(preferred, start, situation.policy.sessionMinutes),
    clusterDay: localDay(start, session.cluster.timeZone),
    facilitatorDay: localDay(start, situation.facilitators[facilitator]!.timeZone),
    isPresent: now !== undefined && isAt(now, place),
    isPinned: wish.pins.some((pin) => pin.sessionId === session.id && pin.facilitatorId === facilitatorId && pin.start === start),
  };
}

function isAt(engagement: StoredEngagement, { facilitatorId, start }: { facilitatorId: string; start: Instant }): boolean {
  return engagement.facilitatorId === facilitatorId && engagement.span.start === start;
}

