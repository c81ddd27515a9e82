import type { PlanReason, PlanRelaxationCause } from '../../../shared/api/plans.ts';
import { wallMinutes, wallTime } from '../../domain/calendar-date.ts';
import { overlaps } from '../../domain/interval.ts';
import type { WallSpan } from '../../domain/programme.ts';
import { listSlots, type Slot } from '../../domain/slots.ts';
import { isInside } from '../../domain/timetable/marks.ts';
import { optimise, type Solver } from '../../domain/timetable/optimise.ts';
import type { Choice, TimetableQuestion } from '../../domain/timetable/question.ts';
import { localDate, localMinutes } from '../../domain/wall-time.ts';
import type { SituationFacilitator, SituationSession } from '../../store/situation.ts';
import { reason } from './plan-reasons.ts';
import { choiceAt, isAway, type Scene } from './plan-scene.ts';
import { slotQuestion, wholePhase } from '../listing/slot-question.ts';

/** A place that somebody would have to make possible. */
interface Extra {
  readonly cause: PlanRelaxationCause;
  readonly choice: Choice;
  /** How much is asked of people: more for what weighs heavier, and for the more unsocial hour. */
  readonly price: number;
}

/** What is asked for, from the least. */
const PRICES: Partial<Record<PlanRelaxationCause, number>> = { 'allow-night-hour': 1000, 'more-hours': 2000, 'give-up-refusal': 4000 };

/**
 * The smallest change that would place a session which has no place, all others keeping one: found by solving the whole
 * again with every place that such a change would make, at its price. Null when none of them helps.
 */
export function smallestRelaxation(scene: Scene, question: TimetableQuestion, placedNow: number, session: SituationSession, solver: Solver): PlanReason | null {
  const extras = extrasFor(scene, session);
  if (extras.length === 0) return null;
  const free = question.choices.map((choice): Choice => ({ ...choice, clusterMinutes: 0, facilitatorMinutes: 0 }));
  const priced = extras.map(({ choice, price }): Choice => ({ ...choice, clusterMinutes: price, facilitatorMinutes: 0 }));
  // Only how many are placed, and at what price: the rest of what is good about a timetable does not matter here.
  const { placed } = optimise({ ...question, choices: [...free, ...priced], isMend: false, weights: { discomfort: 1 } }, solver);
  const used = priced.findIndex((choice) => placed.includes(choice));
  return placed.length > placedNow && used >= 0 ? inWords(scene, session, extras[used]!) : null;
}

function extrasFor(scene: Scene, session: SituationSession): Extra[] {
  const { situation, wish, cast, now } = scene;
  const { refused, opened } = cast.wishes.get(session.cluster.id)!;
  const isRefused = (slot: Slot) => refused.some((span) => overlaps(span, slot));
  const isNight = ({ start, comfort }: Slot) => comfort.cluster === 'night' && !isInside(opened, start, situation.policy.sessionMinutes);
  const present = (slots: Slot[]) => slots.filter(({ facilitatorId, start }) => !isAway(situation, wish, facilitatorId, start));
  const list = (facilitators: SituationFacilitator[]) => present(listSlots(slotQuestion({ ...situation, facilitators }, session, wholePhase(session), now)));
  const asTheyAre = list(situation.facilitators);
  const known = new Set(asTheyAre.map(({ facilitatorId, start }) => `${facilitatorId} ${start}`));
  const longer = [longerDay(situation.policy.sessionMinutes, 0), longerDay(0, situation.policy.sessionMinutes)].flatMap((lengthen) => list(situation.facilitators.map(lengthen)));
  return [
    ...asTheyAre.filter((slot) => isNight(slot) && !isRefused(slot)).map((slot) => extra(scene, session, 'allow-night-hour', slot)),
    ...asTheyAre.filter((slot) => isRefused(slot) && !isNight(slot)).map((slot) => extra(scene, session, 'give-up-refusal', slot)),
    ...longer.filter((slot) => !known.has(`${slot.facilitatorId} ${slot.start}`) && !isNight(slot) && !isRefused(slot)).map((slot) => extra(scene, session, 'more-hours', slot)),
  ];
}

function extra(scene: Scene, session: SituationSession, cause: PlanRelaxationCause, slot: Slot): Extra {
  const choice = choiceAt(scene, session, slot);
  return { cause, choice, price: PRICES[cause]! + choice.clusterMinutes + choice.facilitatorMinutes };
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

function inWords({ situation }: Scene, { cluster }: SituationSession, { cause, choice }: Extra): PlanReason {
  const facilitator = situation.facilitators[choice.facilitator]!;
  const timeZone = cause === 'more-hours' ? facilitator.timeZone : cluster.timeZone;
  return reason(cause, {
    cluster: cluster.name, facilitator: facilitator.name, timeZone, city: cityOf(timeZone), minutes: situation.policy.sessionMinutes,
    date: localDate(choice.start, timeZone), time: wallTime(localMinutes(choice.start, timeZone)),
  });
}

/** The city that a zone is named after, in English. */
function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
