import type { Plan, PlanPatch } from '../../../shared/api/plans.ts';
import { causeInWords } from '../../domain/booking.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { decideSlot } from '../../domain/slots.ts';
import { whyNotFits, type Clash } from '../../domain/timetable/greedy.ts';
import { allowedChoices } from '../../domain/timetable/rules.ts';
import { objectiveNamed } from '../../domain/timetable/objectives.ts';
import type { Outcome } from '../../domain/timetable/optimise.ts';
import type { Choice, TimetableQuestion } from '../../domain/timetable/question.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { findPlan, lockPlan, updatePlan, type StoredResult } from '../../store/plans.ts';
import type { SituationSession } from '../../store/situation.ts';
import { runs } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { isStale, stale } from '../programme/change-programme.ts';
import { isDraft, noDraft } from './draft.ts';
import { planChanged } from './plan-changes.ts';
import { questionToJudge } from './plan-question.ts';
import { readSolvable } from './plan-reads.ts';
import { reason } from './plan-reasons.ts';
import { resultOf, type Unplaced } from './plan-result.ts';
import { choiceAt, choicesOf, openScene, type Scene } from './plan-scene.ts';
import { planAsItIs } from './read-plan.ts';
import { slotQuestion, wholePhase } from '../listing/slot-question.ts';
import { noSuchPlan } from './start-plan.ts';

/** Pins, moves and takes away places, all or none. A move goes only where it is free and allowed, beside everything else in the plan. */
export async function changePlan(tx: Tx, call: Call, input: { id: string; patch: PlanPatch; ifVersion: number | null }): Promise<Result<Plan>> {
  const plan = await lockPlan(tx, input.id);
  if (!plan || !runs(call.access, plan)) return noSuchPlan();
  if (isStale(plan, input.ifVersion)) return stale('plan');
  if (!isDraft(plan)) return noDraft(plan);
  const { situation, wish, rules, topicNames } = await readSolvable(tx, plan, call.now);
  const draft = draftOf(openScene(situation, wish, rules, call.now), plan.result);
  for (const [index, change] of input.patch.placements.entries()) {
    const refused = applyTo(draft, change, `body.placements.${index}`, topicNames);
    if (refused) return refused;
  }
  await updatePlan(tx, { ...plan, result: resultAfter(draft, plan.result) });
  appendChanges(tx, plan.programmeId, [planChanged('plan.ready', plan, call.access.actor)], call.now);
  return accept(await planAsItIs(tx, call, (await findPlan(tx, plan.id))!));
}

interface Draft {
  readonly scene: Scene;
  readonly question: TimetableQuestion;
  placed: Choice[];
  unplaced: Unplaced[];
  /** Somebody has moved or taken away something: what was proven was proven of another timetable. */
  isChanged: boolean;
}

function draftOf(scene: Scene, result: StoredResult): Draft {
  const placed = result.placements.flatMap((each): Choice[] => {
    const session = scene.sessions.find(({ id }) => id === each.sessionId);
    return session ? [{ ...choiceAt(scene, session, each), isPinned: each.pinned }] : [];
  });
  return { scene, question: questionToJudge(scene, placed), placed, unplaced: result.unplaced, isChanged: result.changedByHand };
}

type PlacementChange = PlanPatch['placements'][number];

function applyTo(draft: Draft, change: PlacementChange, path: string, topicNames: Readonly<Record<string, string>>): Refusal | null {
  const session = draft.scene.sessions.find(({ id }) => id === change.sessionId);
  if (!session) return refuse('invalid', 'No session of this plan has this id.', { errors: [{ path: `${path}.sessionId`, message: 'no session of this plan has this id' }] });
  const index = draft.scene.sessionIndex.get(session.id)!;
  const present = draft.placed.find((choice) => choice.session === index);
  if (change.unplaced) {
    const message = 'a session cannot lose its place and be given one at once';
    if (change.start !== undefined || change.facilitatorId !== undefined || change.pinned) return refuse('invalid', `${path}.unplaced: ${message}.`, { errors: [{ path: `${path}.unplaced`, message }] });
    if (draft.scene.present.has(session.id)) return refuse('policy', 'This session is booked. Cancel its booking if it is not to take place; a plan only moves it.');
    settle(draft, session, null, topicNames);
    return null;
  }
  const start = change.start === undefined ? present?.start : Date.parse(change.start) as Instant;
  const facilitatorId = change.facilitatorId ?? (present && draft.scene.situation.facilitators[present.facilitator]?.id);
  if (start === undefined || facilitatorId === undefined) {
    return refuse('invalid', 'This session has no place: name both `facilitatorId` and `start`.', { errors: [{ path: `${path}.start`, message: 'name both `facilitatorId` and `start`' }] });
  }
  if (present && present.start === start && draft.scene.situation.facilitators[present.facilitator]?.id === facilitatorId) {
    draft.placed = draft.placed.map((choice) => (choice === present ? { ...choice, isPinned: change.pinned ?? choice.isPinned } : choice));
    return null;
  }
  const wanted = wantedPlace(draft, session, { facilitatorId, start }, path);
  if (!wanted.ok) return wanted;
  // A place that somebody has chosen is kept unless they say otherwise.
  settle(draft, session, { ...wanted.value, isPinned: change.pinned ?? true }, topicNames);
  return null;
}

function wantedPlace({ scene, question, placed }: Draft, session: SituationSession, place: { facilitatorId: string; start: Instant }, path: string): Result<Choice> {
  const facilitator = scene.cast.facilitatorIndex.get(place.facilitatorId);
  const choice = choicesOf(scene, session).find((each) => each.facilitator === facilitator && each.start === place.start);
  if (!choice) return noPlace(whyNoPlace(scene, session, place), path);
  if (allowedChoices({ ...question, choices: [choice] }).length === 0) return noPlace(CLASHES['topic-order'], path);
  const clash = whyNotFits(question, choice, placed);
  return clash ? refuse('slot-taken', `This place is not free in the plan: ${CLASHES[clash]}.`, { errors: [{ path: `${path}.start`, message: CLASHES[clash] }] }) : accept(choice);
}

const CLASHES: Record<Clash, string> = {
  'facilitator-engaged': 'the facilitator has another session then in this plan',
  'cluster-engaged': 'the cluster has another session then in this plan',
  'facilitator-day-full': 'the facilitator’s day is full in this plan',
  'cluster-day-full': 'the cluster’s day is full in this plan',
  'topic-order': 'it would break the order of topics',
  'facilitator-rule': 'all sessions of this cluster have one facilitator',
};

function whyNoPlace({ situation, now }: Scene, session: SituationSession, { facilitatorId, start }: { facilitatorId: string; start: Instant }): string {
  const decision = decideSlot(slotQuestion(situation, session, wholePhase(session), now), facilitatorId, start);
  return decision.ok ? 'its cluster has ruled this hour out, or it is night for them, or the facilitator is away' : causeInWords[decision.cause];
}

function noPlace(why: string, path: string): Refusal {
  return refuse('not-a-slot', `This is not a place that the session may have: ${why}.`, { errors: [{ path: `${path}.start`, message: why }] });
}

function settle(draft: Draft, session: SituationSession, choice: Choice | null, topicNames: Readonly<Record<string, string>>): void {
  const index = draft.scene.sessionIndex.get(session.id)!;
  draft.isChanged = true;
  draft.placed = [...draft.placed.filter((each) => each.session !== index), ...(choice ? [choice] : [])];
  draft.unplaced = draft.unplaced.filter(({ sessionId }) => sessionId !== session.id);
  if (choice) return;
  const why = reason('taken-away', { cluster: session.cluster.name, topic: topicNames[session.topicId] ?? '' });
  draft.unplaced.push({ sessionId: session.id, reason: why, relaxation: null });
}

function resultAfter({ scene, question, placed, unplaced, isChanged }: Draft, before: StoredResult): StoredResult {
  return resultOf(scene, question, placed, isChanged ? outcomesAfter(question, placed, before) : outcomesBefore(before), unplaced, isChanged);
}

function outcomesBefore({ measures }: StoredResult): Outcome[] {
  return measures.objectives.map(({ name, value, bound }) => ({ name, value, bound }));
}

/** A bound holds for as long as every objective before it is as it was when it was proven; after that only nothing is certain. */
function outcomesAfter(question: TimetableQuestion, placed: readonly Choice[], before: StoredResult): Outcome[] {
  let holds = true;
  return before.measures.objectives.map(({ name, value: then, bound }) => {
    const value = objectiveNamed(name, question).measure(question, placed);
    const outcome = { name, value, bound: Math.min(value, holds ? bound : 0) };
    holds &&= value === then;
    return outcome;
  });
}

