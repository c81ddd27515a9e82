import type { PlanReason } from '../../../shared/api/plans.ts';
import { wallTime } from '../../domain/calendar-date.ts';
import { fits } from '../../domain/timetable/greedy.ts';
import { optimise } from '../../domain/timetable/optimise.ts';
import type { Choice, TimetableQuestion } from '../../domain/timetable/question.ts';
import { reachedFrom } from '../../domain/timetable/reach.ts';
import type { Solver } from '../../domain/timetable/solver.ts';
import { localDate, localMinutes } from '../../domain/wall-time.ts';
import type { SituationSession } from '../../store/situation.ts';
import { reason } from './plan-reasons.ts';
import type { Scene } from './plan-scene.ts';
import { PRICES, type Extra } from './relaxed-places.ts';

/** With more places than these to look at, only the session's own are: what another could be allowed in its stead is not. */
const MOST_EXTRAS = 20_000;

/** What is asked about one session after another. */
export interface Asked {
  readonly scene: Scene;
  readonly question: TimetableQuestion;
  readonly placed: readonly Choice[];
  readonly topicNames: Readonly<Record<string, string>>;
  readonly solver: Solver;
  /** Every place that a session could have if one thing were allowed; worked out once. */
  extrasOf(session: SituationSession): readonly Extra[];
}

/**
 * The smallest thing that, once allowed, would place a session which has no place, all others keeping one: for one kind
 * of permission after the other, from the least, all that could make room for it is solved again with every place that
 * one such permission would make, each at its price, of which one may be taken, by this session or by one that makes
 * room for it. Null when none of them helps.
 */
export function smallestRelaxation(asked: Asked, session: SituationSession): PlanReason | null {
  const extras = extrasAround(asked, session);
  const causes = [...new Set(extras.map(({ cause }) => cause))].toSorted((a, b) => PRICES[a] - PRICES[b]);
  for (const cause of causes) {
    const used = cheapestOf(asked, session, extras.filter((extra) => extra.cause === cause));
    if (used) return inWords(asked.scene, used, asked.topicNames);
  }
  return null;
}

/** Only whether the session is placed, how many others are, and at what price: the rest of what is good about a timetable does not matter here. */
function cheapestOf({ scene, question, placed: before, solver }: Asked, session: SituationSession, extras: readonly Extra[]): Extra | null {
  const index = scene.sessionIndex.get(session.id)!;
  const had = new Set(before);
  const free = question.choices.map((choice): Choice => ({ ...choice, clusterMinutes: 0, facilitatorMinutes: 0 }));
  const priced = extras.map(({ choice, price }): Choice => ({ ...choice, clusterMinutes: price, facilitatorMinutes: 0 }));
  const sessions = question.sessions.map((each, at) => (at === index ? { ...each, isBooked: true } : each));
  const relaxed: TimetableQuestion = { ...question, sessions, choices: [...free, ...priced], facilitatorRule: question.facilitatorRule === 'same' ? 'same' : 'any', isMend: false, weights: { discomfort: 1 } };
  const reached = reachedFrom(relaxed, index);
  const isReached = (choice: Choice) => reached.has(choice.session);
  const from = free.filter((choice, at) => had.has(question.choices[at]!) && isReached(choice));
  const { placed } = optimise({ ...relaxed, choices: relaxed.choices.filter(isReached) }, solver, undefined, from);
  const used = priced.find((choice) => placed.includes(choice));
  if (!used || placed.length <= from.length || !placed.some((choice) => choice.session === index)) return null;
  const others = placed.filter((choice) => choice !== used);
  // The first of those that ask as little: which of them a solver takes is chance.
  return extras[priced.findIndex((choice) => choice.session === used.session && choice.clusterMinutes <= used.clusterMinutes && fits(relaxed, choice, others))]!;
}

function extrasAround({ scene, extrasOf }: Asked, session: SituationSession): readonly Extra[] {
  const own = extrasOf(session);
  const others = scene.sessions.filter((each) => each.id !== session.id && each.phase.id === session.phase.id);
  if (own.length * (others.length + 1) > MOST_EXTRAS) return own;
  return [...own, ...others.flatMap((each) => [...extrasOf(each)])];
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
