import type { PlanRelaxationCause } from '../../../shared/api/plans.ts';
import { wallMinutes, wallTime } from '../../domain/calendar-date.ts';
import { overlaps } from '../../domain/interval.ts';
import type { WallSpan } from '../../domain/programme.ts';
import { listSlots, type Slot } from '../../domain/slots.ts';
import { isInside } from '../../domain/timetable/marks.ts';
import type { Choice, Grant } from '../../domain/timetable/question.ts';
import type { Situation, SituationFacilitator, SituationSession } from '../../store/situation.ts';
import { slotQuestion, wholePhase } from '../listing/slot-question.ts';
import { choiceAt, isAway, type Scene } from './plan-scene.ts';

/** A place that somebody would have to make possible. */
export interface Extra {
  readonly cause: PlanRelaxationCause;
  readonly choice: Choice;
  /** How much is asked of people: more for what weighs heavier, and for the more unsocial hour. */
  readonly price: number;
}

/** What is asked for, from the least. */
export const PRICES: Record<PlanRelaxationCause, number> = {
  'allow-night-hour': 10_000, 'less-buffer': 12_000, 'less-gap': 13_000, 'facilitator-day-limit': 15_000, 'cluster-day-limit': 16_000,
  'more-hours': 20_000, 'shorter-notice': 25_000, 'drop-order': 30_000, 'other-facilitator': 31_000, 'give-up-refusal': 40_000,
};

/** Every place that a session could have if one thing were allowed. */
export function extrasFor(scene: Scene, session: SituationSession): Extra[] {
  const { situation } = scene;
  const asTheyAre = list(scene, session, situation);
  const known = new Set(asTheyAre.map(keyOf));
  const isFit = fitness(scene, session);
  const fit = asTheyAre.filter((slot) => !isFit.night(slot) && !isFit.refused(slot));
  const hours = (cause: PlanRelaxationCause, slots: readonly Slot[]) => slots.map((slot) => extra(scene, session, cause, 'hour', slot));
  const rule = (cause: PlanRelaxationCause & Grant, slots: readonly Slot[]) => slots.map((slot) => extra(scene, session, cause, cause, slot));
  /** Places there would be in another situation; those there are too, if a rule among the planned stands in their way as well. */
  const elsewhere = (changed: Situation) => list(scene, session, changed).filter((slot) => !isFit.night(slot) && !isFit.refused(slot));
  const unknown = (slots: readonly Slot[]) => slots.filter((slot) => !known.has(keyOf(slot)));
  const { policy } = situation;
  return [
    ...hours('allow-night-hour', asTheyAre.filter((slot) => isFit.night(slot) && !isFit.refused(slot))),
    ...hours('give-up-refusal', asTheyAre.filter((slot) => isFit.refused(slot) && !isFit.night(slot))),
    ...hours('more-hours', unknown([longerDay(policy.sessionMinutes, 0), longerDay(0, policy.sessionMinutes)].flatMap((lengthen) => elsewhere({ ...situation, facilitators: situation.facilitators.map(lengthen) })))),
    ...hours('shorter-notice', policy.minimumNoticeMinutes > 0 ? unknown(elsewhere({ ...situation, policy: { ...policy, minimumNoticeMinutes: 0 } })) : []),
    ...rule('facilitator-day-limit', policy.maximumPerFacilitatorPerDay === undefined ? [] : elsewhere({ ...situation, policy: { ...policy, maximumPerFacilitatorPerDay: undefined } })),
    ...rule('cluster-day-limit', policy.maximumPerClusterPerDay === undefined ? [] : elsewhere({ ...situation, policy: { ...policy, maximumPerClusterPerDay: undefined } })),
    ...rule('less-buffer', policy.bufferBeforeMinutes + policy.bufferAfterMinutes === 0 ? [] : elsewhere(unbuffered(situation))),
    ...rule('less-gap', isOrdered(scene, session, 1) ? fit : []),
    ...rule('drop-order', isOrdered(scene, session, 0) ? fit : []),
    ...rule('other-facilitator', scene.rules.facilitatorRule === 'same' ? fit : []),
  ];
}

function list({ wish, now }: Scene, session: SituationSession, situation: Situation): Slot[] {
  return listSlots(slotQuestion(situation, session, wholePhase(session), now)).filter(({ facilitatorId, start }) => !isAway(situation, wish, facilitatorId, start));
}

function keyOf({ facilitatorId, start }: Slot): string {
  return `${facilitatorId} ${start}`;
}

function fitness({ situation, cast }: Scene, { cluster }: SituationSession): { night(slot: Slot): boolean; refused(slot: Slot): boolean } {
  const { refused, opened } = cast.wishes.get(cluster.id)!;
  return {
    night: ({ start, comfort }) => comfort.cluster === 'night' && !isInside(opened, start, situation.policy.sessionMinutes),
    refused: (slot) => refused.some((span) => overlaps(span, slot)),
  };
}

function isOrdered({ rules }: Scene, { topicId }: SituationSession, leastGap: number): boolean {
  return rules.orders.some(({ beforeTopicId, afterTopicId, minimumGapMinutes }) => minimumGapMinutes >= leastGap && [beforeTopicId, afterTopicId].includes(topicId));
}

function extra(scene: Scene, session: SituationSession, cause: PlanRelaxationCause, grant: Grant, slot: Slot): Extra {
  const choice = choiceAt(scene, session, slot);
  return { cause, choice: { ...choice, isPresent: false, isPinned: false, grant }, price: PRICES[cause] + choice.clusterMinutes + choice.facilitatorMinutes };
}

/** As if they began so many minutes earlier, or ended later, on every day that they have hours. */
function longerDay(earlier: number, later: number): (facilitator: SituationFacilitator) => SituationFacilitator {
  const longer = <Span extends WallSpan>(span: Span): Span => ({
    ...span, from: wallTime(Math.max(0, wallMinutes(span.from) - earlier)), to: wallTime(Math.min(1440, wallMinutes(span.to) + later)),
  });
  return (facilitator) => ({
    ...facilitator,
    // Schedules are remembered by id and version: this one is of nobody's row.
    version: -2 * facilitator.version - (earlier > 0 ? 1 : 2),
    availability: {
      ...facilitator.availability,
      rules: facilitator.availability.rules.map(longer),
      overrides: facilitator.availability.overrides.map((override) => ({ ...override, spans: override.spans.map(longer) })),
    },
  });
}

/** With no pause around anything. */
function unbuffered(situation: Situation): Situation {
  return {
    ...situation,
    policy: { ...situation.policy, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
    engagements: situation.engagements.map((each) => ({ ...each, protectedSpan: each.span })),
  };
}
