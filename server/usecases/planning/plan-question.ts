import { MINUTE } from '../../domain/calendar-date.ts';
import type { Choice, Order, Party, PlanSession, TimetableQuestion } from '../../domain/timetable/question.ts';
import { localDay } from '../../domain/wall-time.ts';
import type { SituationFacilitator, StoredEngagement } from '../../store/situation.ts';
import { choicesOf, type Scene } from './plan-scene.ts';

/** The question a plan answers: every place that each of its sessions may have. */
export function timetableQuestion(scene: Scene): TimetableQuestion {
  return questionAbout(scene, scene.sessions.flatMap((session) => choicesOf(scene, session)));
}

/** To judge a timetable by: its places are enough, unless it matters whom a cluster could have met. */
export function questionToJudge(scene: Scene, placed: readonly Choice[]): TimetableQuestion {
  return scene.rules.facilitatorRule === 'each' ? timetableQuestion(scene) : questionAbout(scene, placed);
}

/** The same about some places. */
export function questionAbout(scene: Scene, choices: readonly Choice[]): TimetableQuestion {
  const { situation, fixed, cast, present } = scene;
  const { sessionMinutes, bufferBeforeMinutes, bufferAfterMinutes } = situation.policy;
  const sessions = scene.sessions.map((session): PlanSession => ({
    id: session.id, cluster: cast.clusterIndex.get(session.cluster.id)!, topicId: session.topicId, isBooked: present.has(session.id),
  }));
  return {
    sessions,
    choices,
    clusters: cast.clusters.map(({ cluster }) => partyOf(scene, fixed.filter((each) => each.clusterId === cluster.id), cluster, 'cluster')),
    facilitators: situation.facilitators.map((each) => partyOf(scene, fixed.filter((other) => other.facilitatorId === each.id), each, 'facilitator')),
    length: sessionMinutes * MINUTE,
    bufferBefore: bufferBeforeMinutes * MINUTE,
    bufferAfter: bufferAfterMinutes * MINUTE,
    orders: ordersOf(scene, sessions),
    facilitatorRule: scene.rules.facilitatorRule,
    isMend: scene.wish.isMend,
    weights: scene.wish.weights,
  };
}

function partyOf({ situation: { policy }, cast }: Scene, engagements: readonly StoredEngagement[], { id, timeZone }: Pick<SituationFacilitator, 'id' | 'timeZone'>, side: 'cluster' | 'facilitator'): Party {
  const maximumPerDay = side === 'cluster' ? policy.maximumPerClusterPerDay : policy.maximumPerFacilitatorPerDay;
  const booked = engagements.filter(({ kind }) => kind === 'booking');
  const placesLeft = new Map<number, number>();
  if (maximumPerDay !== undefined) {
    for (const { span } of engagements) {
      const day = localDay(span.start, timeZone);
      placesLeft.set(day, (placesLeft.get(day) ?? maximumPerDay) - 1);
    }
  }
  return {
    id,
    burden: booked.reduce((sum, { span }) => sum + cast.minutes(id)(span.start), 0),
    load: booked.length,
    placesLeft,
    maximumPerDay,
    met: side === 'cluster' ? [...new Set(booked.flatMap(({ facilitatorId }) => cast.facilitatorIndex.get(facilitatorId) ?? []))] : [],
    days: side === 'cluster' ? booked.map(({ span }) => localDay(span.start, timeZone)) : [],
  };
}

function ordersOf({ situation, fixed, rules, cast }: Scene, planned: readonly PlanSession[]): Order[] {
  return rules.orders.flatMap(({ beforeTopicId, afterTopicId, minimumGapMinutes }) => cast.clusters.flatMap(({ cluster }, clusterIndex): Order[] => {
    const indexOf = (topicId: string) => planned.findIndex((session) => session.cluster === clusterIndex && session.topicId === topicId);
    const bookingOf = (topicId: string) => {
      const session = situation.sessions.find((each) => each.cluster.id === cluster.id && each.topicId === topicId);
      return fixed.find((each) => each.kind === 'booking' && each.sessionId === session?.id)?.span;
    };
    const [first, second] = [indexOf(beforeTopicId), indexOf(afterTopicId)];
    const [had, having] = [bookingOf(beforeTopicId), bookingOf(afterTopicId)];
    const gap = minimumGapMinutes * MINUTE;
    if (first >= 0 && second >= 0) return [{ before: first, after: second, gap }];
    if (second >= 0 && had) return [{ before: { endsAt: had.end }, after: second, gap }];
    return first >= 0 && having ? [{ before: first, after: { startsAt: having.start }, gap }] : [];
  }));
}
