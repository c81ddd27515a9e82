import type { PlanReason } from '../../../shared/api/plans.ts';
import { wallTime } from '../../domain/calendar-date.ts';
import { optimise } from '../../domain/timetable/optimise.ts';
import type { Choice, TimetableQuestion } from '../../domain/timetable/question.ts';
import type { Solver } from '../../domain/timetable/solver.ts';
import { localDate, localMinutes } from '../../domain/wall-time.ts';
import type { SituationSession } from '../../store/situation.ts';
import { reason } from './plan-reasons.ts';
import type { Scene } from './plan-scene.ts';
import { extrasFor, type Extra } from './relaxed-places.ts';

/** With more places than these to look at, only the session's own are: what another could be allowed in its stead is not. */
const MOST_EXTRAS = 20_000;

/**
 * The smallest thing that, once allowed, would place a session which has no place, all others keeping one: found by
 * solving the whole again with every place that one permission would make, each at its price, of which one may be taken,
 * by this session or by one that makes room for it. Null when none of them helps.
 */
export function smallestRelaxation(scene: Scene, question: TimetableQuestion, placedNow: number, session: SituationSession, topicNames: Readonly<Record<string, string>>, solver: Solver): PlanReason | null {
  const index = scene.sessionIndex.get(session.id)!;
  const extras = extrasAround(scene, session);
  if (extras.length === 0) return null;
  const free = question.choices.map((choice): Choice => ({ ...choice, clusterMinutes: 0, facilitatorMinutes: 0 }));
  const priced = extras.map(({ choice, price }): Choice => ({ ...choice, clusterMinutes: price, facilitatorMinutes: 0 }));
  // Only whether it is placed, how many others are, and at what price: the rest of what is good about a timetable does not matter here.
  const sessions = question.sessions.map((each, at) => (at === index ? { ...each, isBooked: true } : each));
  const { placed } = optimise({ ...question, sessions, choices: [...free, ...priced], facilitatorRule: question.facilitatorRule === 'same' ? 'same' : 'any', isMend: false, weights: { discomfort: 1 } }, solver);
  const used = priced.findIndex((choice) => placed.includes(choice));
  return placed.length > placedNow && used >= 0 && placed.some((choice) => choice.session === index) ? inWords(scene, extras[used]!, topicNames) : null;
}

function extrasAround(scene: Scene, session: SituationSession): Extra[] {
  const own = extrasFor(scene, session);
  const others = scene.sessions.filter((each) => each.id !== session.id && each.phase.id === session.phase.id);
  if (own.length * (others.length + 1) > MOST_EXTRAS) return own;
  return [...own, ...others.flatMap((each) => extrasFor(scene, each))];
}

function inWords(scene: Scene, { cause, choice }: Extra, topicNames: Readonly<Record<string, string>>): PlanReason {
  const { situation } = scene;
  const { cluster, topicId } = scene.sessions[choice.session]!;
  const facilitator = situation.facilitators[choice.facilitator]!;
  const isFacilitators = cause === 'more-hours' || cause === 'facilitator-day-limit' || cause === 'less-buffer';
  const { timeZone } = isFacilitators ? facilitator : cluster;
  const { policy } = situation;
  const order = scene.rules.orders.find(({ beforeTopicId, afterTopicId }) => [beforeTopicId, afterTopicId].includes(topicId));
  return reason(cause, {
    cluster: cluster.name, facilitator: facilitator.name, timeZone, city: cityOf(timeZone),
    topic: topicNames[order && isAboutOrder(cause) ? order.afterTopicId : topicId] ?? '',
    ...(order && isAboutOrder(cause) && { other: topicNames[order.beforeTopicId] ?? '' }),
    minutes: minutesOf(),
    ...(isFacilitators ? { most: policy.maximumPerFacilitatorPerDay ?? 0 } : { most: policy.maximumPerClusterPerDay ?? 0 }),
    date: localDate(choice.start, timeZone), time: wallTime(localMinutes(choice.start, timeZone)),
  });

  function minutesOf(): number {
    if (cause === 'less-buffer') return policy.bufferBeforeMinutes + policy.bufferAfterMinutes;
    return isAboutOrder(cause) ? order?.minimumGapMinutes ?? 0 : policy.sessionMinutes;
  }
}

function isAboutOrder(cause: Extra['cause']): boolean {
  return cause === 'less-gap' || cause === 'drop-order';
}

/** The city that a zone is named after, in English. */
function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
