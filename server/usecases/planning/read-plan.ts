import type { Plan, PlanPlaces, PlanSummary } from '../../../shared/api/plans.ts';
import { whyNotFits } from '../../domain/timetable/greedy.ts';
import { allowedChoices } from '../../domain/timetable/rules.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { deletePlan, findPlan, listPlans, lockPlan, updatePlan, type StoredPlan } from '../../store/plans.ts';
import { appendChanges } from '../../store/changes.ts';
import { coordinates, seesProgramme, runs } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { bestSoFar } from './best-so-far.ts';
import { isDraft } from './draft.ts';
import { planChanged } from './plan-changes.ts';
import { questionAbout } from './plan-question.ts';
import { goneFrom, readSolvable } from './plan-reads.ts';
import { placementOf } from './plan-result.ts';
import { choiceAt, choicesOf, openScene } from './plan-scene.ts';
import { representPlace, representPlan, representSummary } from './represent-plan.ts';
import { noSuchPlan } from './start-plan.ts';

export async function plansOfProgramme(db: Queryable, call: Call, programmeId: string): Promise<Result<{ items: PlanSummary[]; nextCursor: null }>> {
  if (!coordinates(call.access, programmeId) || !await seesProgramme(db, call.access, programmeId)) return refuse('not-found', 'There is no such programme.');
  return accept({ items: (await listPlans(db, programmeId)).map(representSummary), nextCursor: null });
}

export async function planById(db: Queryable, call: Call, id: string): Promise<Result<Plan>> {
  const plan = await findPlan(db, id);
  if (!plan || !coordinates(call.access, plan.programmeId)) return noSuchPlan();
  return accept(await planAsItIs(db, call, plan));
}

/** With what has gone since it was made: until it is published, what others book comes first. */
export async function planAsItIs(db: Queryable, call: Call, plan: StoredPlan): Promise<Plan> {
  // Asked for again and again while it is solved, when there is nothing to compare yet.
  if (!plan.result) return representPlan(plan, [], []);
  const solvable = await readSolvable(db, plan, call.now);
  const gone = isDraft(plan) ? goneFrom(solvable, plan) : [];
  return representPlan(plan, gone, solvable.situation.sessions);
}

/** The places that a session may be moved to: free beside everything booked, held and planned, and allowed by every rule. */
export async function placesInPlan(db: Queryable, call: Call, id: string, sessionId: string | undefined): Promise<Result<PlanPlaces>> {
  const plan = await findPlan(db, id);
  if (!plan || !coordinates(call.access, plan.programmeId)) return noSuchPlan();
  if (sessionId === undefined) return nameTheSession();
  const { situation, wish, rules } = await readSolvable(db, plan, call.now);
  const scene = openScene(situation, wish, rules, call.now);
  const session = scene.sessions.find((each) => each.id === sessionId);
  if (!session) return refuse('not-found', 'There is no such session in this plan.');
  const others = (plan.result?.placements ?? []).flatMap((each) => {
    const other = scene.sessions.find(({ id: otherId }) => otherId === each.sessionId);
    return other && other.id !== sessionId ? [choiceAt(scene, other, each)] : [];
  });
  const question = questionAbout(scene, choicesOf(scene, session));
  const free = allowedChoices(question).filter((choice) => whyNotFits(question, choice, others) === null);
  return accept({
    sessionId,
    places: free.map((choice) => representPlace(placementOf(scene, choice), session.cluster.timeZone))
      .toSorted((a, b) => (a.start + a.facilitatorId < b.start + b.facilitatorId ? -1 : 1)),
  });
}

export function nameTheSession(): Refusal {
  return refuse('invalid', 'query.sessionId: name a session of the plan.', { errors: [{ path: 'query.sessionId', message: 'name a session of the plan' }] });
}

/** Stops a plan that is being solved, which then is the best there was so far; discards one that is not. A published one is part of the record. */
export async function stopOrDiscard(tx: Tx, call: Call, id: string): Promise<Result<null>> {
  const plan = await lockPlan(tx, id);
  if (!plan || !runs(call.access, plan)) return noSuchPlan();
  if (plan.state === 'published') return refuse('policy', 'This plan is published; it is part of the record.');
  if (plan.state !== 'solving') {
    await deletePlan(tx, plan);
    return accept(null);
  }
  const result = plan.soFar ? bestSoFar(await readSolvable(tx, plan, call.now), plan.soFar, plan.wish.sessionIds.length) : plan.result;
  await updatePlan(tx, { ...plan, state: 'stopped', result });
  appendChanges(tx, plan.programmeId, [planChanged('plan.progress', { ...plan, state: 'stopped' }, call.access.actor)], call.now);
  return accept(null);
}
