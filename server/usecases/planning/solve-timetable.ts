import type { Instant } from '../../domain/interval.ts';
import { optimise, type Progress } from '../../domain/timetable/optimise.ts';
import type { Choice, TimetableQuestion } from '../../domain/timetable/question.ts';
import { allowedChoices } from '../../domain/timetable/rules.ts';
import type { Solver } from '../../domain/timetable/solver.ts';
import type { StoredResult, StoredSoFar } from '../../store/plans.ts';
import type { Situation, SituationSession } from '../../store/situation.ts';
import { timetableQuestion } from './plan-question.ts';
import { reason, whyUnplaced } from './plan-reasons.ts';
import { smallestRelaxation } from './plan-relaxations.ts';
import { gapOf, resultOf, type Unplaced } from './plan-result.ts';
import { openScene, type PlanningRules, type PlanWish, type Scene } from './plan-scene.ts';
import { extrasFor, type Extra } from './relaxed-places.ts';

/** Everything that one solving needs: it can be sent to another process. */
export interface Solvable {
  readonly situation: Situation;
  readonly wish: PlanWish;
  readonly rules: PlanningRules;
  /** By topic. */
  readonly topicNames: Readonly<Record<string, string>>;
  readonly now: Instant;
}

/** How far a solving is, and the best it has. */
export interface SolvedSoFar extends Omit<StoredSoFar, 'seconds'> {
  /** From 0 to 1. */
  readonly progress: number;
}

/** The best timetable that the solver finds and what is proven of it; and for each session left out, why. */
export function solveTimetable(solvable: Solvable, solver: Solver, hear: (soFar: SolvedSoFar) => void = () => {}): StoredResult {
  const scene = openScene(solvable.situation, solvable.wish, solvable.rules, solvable.now);
  const question = timetableQuestion(scene);
  const { placed, outcomes } = optimise(question, solver, (progress) => hear(soFarOf(question, progress)));
  return resultOf(scene, question, placed, outcomes, leftOut(solvable, scene, question, placed, solver));
}

function soFarOf({ sessions, facilitators }: TimetableQuestion, { done, placed, objective, value, bound, outcomes }: Progress): SolvedSoFar {
  return {
    progress: done, placed: placed.length, objective, value, bound, outcomes,
    gap: bound === null ? null : gapOf(value, bound, sessions.length),
    places: placed.map(({ session, facilitator, start }) => ({ sessionId: sessions[session]!.id, facilitatorId: facilitators[facilitator]!.id, start })),
  };
}

/** Each search for what would help is a solving of its own: no more than so many sessions get one, and fewer where solving takes long. */
const MOST_HELPED = 10;
const MOST_HELPED_OF_MANY = 3;
const MANY = 200;

function leftOut({ topicNames }: Solvable, scene: Scene, question: TimetableQuestion, placed: readonly Choice[], solver: Solver): Unplaced[] {
  const allowed = allowedChoices(question);
  const hasPlace = new Set(placed.map(({ session }) => session));
  const known = new Map<SituationSession, readonly Extra[]>();
  const extrasOf = (session: SituationSession) => known.get(session) ?? known.set(session, extrasFor(scene, session)).get(session)!;
  const asked = { scene, question, placed, topicNames, solver, extrasOf };
  let toHelp = scene.sessions.length > MANY ? MOST_HELPED_OF_MANY : MOST_HELPED;
  return scene.sessions.flatMap((session, index) => {
    if (hasPlace.has(index)) return [];
    const topic = topicNames[session.topicId] ?? '';
    const places = allowed.filter((choice) => choice.session === index);
    const isPinned = scene.wish.pins.some(({ sessionId }) => sessionId === session.id) && !places.some((place) => place.isPinned);
    const why = isPinned ? reason('pin-gone', { cluster: session.cluster.name, topic }) : whyUnplaced(scene, session, places.filter((place) => keepsFacilitator(question, place, placed)).length, topic);
    toHelp -= 1;
    return [{ sessionId: session.id, reason: why, relaxation: toHelp >= 0 ? smallestRelaxation(asked, session) : null }];
  });
}

/** Where one is to give all sessions of a cluster, no place with another is one that it could have. */
function keepsFacilitator({ facilitatorRule }: TimetableQuestion, { cluster, facilitator }: Choice, placed: readonly Choice[]): boolean {
  return facilitatorRule !== 'same' || placed.every((other) => other.cluster !== cluster || other.facilitator === facilitator);
}
