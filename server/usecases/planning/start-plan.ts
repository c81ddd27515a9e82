import type { Plan, PlanInput, PlanSolutionInput } from '../../../shared/api/plans.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { findPlan, insertPlan, lockPlan, solveAgain, type StoredWish } from '../../store/plans.ts';
import { findProgramme } from '../../store/programmes.ts';
import { situationOfProgramme, type Situation } from '../../store/situation.ts';
import { coordinates, runs, type Run } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { goneFrom, readSolvable } from './plan-reads.ts';
import { planChanged } from './plan-changes.ts';
import { representPlan } from './represent-plan.ts';
import { isStanding } from '../listing/slot-question.ts';

/** Asks for a timetable. It is solved by a job; until then the plan is `solving`. */
export async function startPlan(tx: Tx, call: Call, programmeId: string, input: PlanInput): Promise<Result<Plan>> {
  if (!coordinates(call.access, programmeId) || !await findProgramme(tx, programmeId)) return refuse('not-found', 'There is no such programme.');
  const situation = await situationOfProgramme(tx, programmeId);
  if (!situation) return refuse('policy', 'This programme has no sessions yet: give it clusters, and topics of a virtual phase.');
  const wish = wishOf(situation, input, call.now);
  if (!wish.ok) return wish;
  const id = call.settings.newId('pln');
  await insertPlan(tx, { id, programmeId, wish: wish.value }, call.now);
  return told(tx, call, { id, programmeId });
}

/** Solves it again: pins stay, and with `gone` everything that can still be booked as planned. */
export async function startSolution(tx: Tx, call: Call, planId: string, input: PlanSolutionInput): Promise<Result<Plan>> {
  const plan = await lockPlan(tx, planId);
  if (!plan || !runs(call.access, plan)) return noSuchPlan();
  if (plan.state === 'published') return refuse('policy', 'This plan is published. Make a new one.');
  const gone = input.gone ? new Set(goneFrom(await readSolvable(tx, plan, call.now), plan).map(({ sessionId }) => sessionId)) : null;
  const pins = (plan.result?.placements ?? []).filter(({ sessionId, pinned }) => (gone ? !gone.has(sessionId) : pinned))
    .map(({ sessionId, facilitatorId, start }) => ({ sessionId, facilitatorId, start }));
  await solveAgain(tx, plan, { ...plan.wish, pins, weights: input.weights ?? plan.wish.weights });
  return told(tx, call, plan);
}

async function told(tx: Tx, call: Call, { id, programmeId }: Run): Promise<Result<Plan>> {
  const plan = (await findPlan(tx, id))!;
  appendChanges(tx, programmeId, [planChanged('plan.progress', plan, call.access.actor)], call.now);
  return accept(representPlan(plan, [], (await situationOfProgramme(tx, programmeId))?.sessions ?? []));
}

export function noSuchPlan(): Refusal {
  return refuse('not-found', 'There is no such plan.');
}

function wishOf(situation: Situation, input: PlanInput, now: Instant): Result<StoredWish> {
  const sessions = sessionsToPlace(situation, input, now);
  if (!sessions.ok) return sessions;
  const unknown = (input.away ?? []).findIndex(({ facilitatorId }) => !situation.facilitators.some(({ id }) => id === facilitatorId));
  if (unknown >= 0) return wrong(`body.away.${unknown}.facilitatorId`, 'no facilitator of this programme who teaches has this id');
  const stray = (input.pins ?? []).findIndex(({ sessionId }) => !sessions.value.includes(sessionId));
  if (stray >= 0) return wrong(`body.pins.${stray}.sessionId`, 'this session is not among those to place');
  return accept({
    sessionIds: sessions.value,
    moving: situation.sessions.filter(({ id, state }) => state === 'booked' && sessions.value.includes(id)).map(({ id }) => id),
    pins: (input.pins ?? []).map(({ start, ...pin }) => ({ ...pin, start: Date.parse(start) as Instant })),
    away: input.away ?? [],
    isMend: input.away !== undefined,
    weights: input.weights ?? null,
  });
}

/** Those named, or all that are open and nobody is choosing a time for; a mend places what is booked. */
function sessionsToPlace(situation: Situation, { sessionIds, keep, away }: PlanInput, now: Instant): Result<string[]> {
  const standing = situation.engagements.filter((each) => isStanding(each, now));
  const bookings = new Map(standing.filter(({ kind }) => kind === 'booking').map((each) => [each.sessionId, each]));
  const held = new Set(standing.filter(({ kind }) => kind === 'hold').map(({ sessionId }) => sessionId));
  const isOpen = ({ id, state }: Situation['sessions'][number]) => state === 'open' && !held.has(id);
  const mayMove = ({ id, state }: Situation['sessions'][number]) => state === 'booked' && bookings.has(id) && bookings.get(id)!.span.start > now;
  const kept = keep ?? away === undefined;
  const moves = situation.sessions.filter((session) => mayMove(session) && kept !== true && !(Array.isArray(kept) && kept.includes(session.id)));
  if (sessionIds === undefined) {
    const wanted = [...(away === undefined ? situation.sessions.filter(isOpen) : []), ...moves].map(({ id }) => id);
    return wanted.length > 0 ? accept(wanted) : refuse('policy', 'There is no session to place: none is open, or free to move.');
  }
  for (const [index, id] of sessionIds.entries()) {
    const session = situation.sessions.find((each) => each.id === id);
    if (!session) return wrong(`body.sessionIds.${index}`, 'no session of this programme has this id');
    if (!isOpen(session) && !mayMove(session)) return wrong(`body.sessionIds.${index}`, held.has(id) ? 'its cluster is choosing a time for it just now' : 'this session has begun, or is over');
  }
  return accept([...new Set(sessionIds)]);
}

function wrong(path: string, message: string): Refusal {
  return refuse('invalid', `${path}: ${message}.`, { errors: [{ path, message }] });
}
