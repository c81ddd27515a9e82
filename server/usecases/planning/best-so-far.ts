import { objectivesOf } from '../../domain/timetable/objectives.ts';
import type { Outcome } from '../../domain/timetable/optimise.ts';
import type { Choice } from '../../domain/timetable/question.ts';
import type { StoredResult, StoredSoFar } from '../../store/plans.ts';
import { questionToJudge } from './plan-question.ts';
import { reason } from './plan-reasons.ts';
import { resultOf } from './plan-result.ts';
import { choiceAt, openScene } from './plan-scene.ts';
import type { Solvable } from './solve-timetable.ts';

/** The timetable that a solving had when it was stopped. What is known of it is what was known of the objectives by then; of those to come, nothing. */
export function bestSoFar({ situation, wish, rules, topicNames, now }: Solvable, soFar: StoredSoFar, sessionsAskedFor: number): StoredResult {
  const scene = openScene(situation, wish, rules, now);
  const placed = soFar.places.flatMap((place): Choice[] => {
    const session = scene.sessions.find(({ id }) => id === place.sessionId);
    return session && scene.cast.facilitatorIndex.has(place.facilitatorId) ? [choiceAt(scene, session, place)] : [];
  });
  const question = questionToJudge(scene, placed);
  // What was proven was proven of all of it: not once a session of it has been booked, or taken out, by others.
  const isWhole = placed.length === soFar.places.length && scene.sessions.length === sessionsAskedFor;
  const known = new Map(isWhole ? [...soFar.outcomes ?? [], { name: soFar.objective, bound: soFar.bound ?? 0 }].map(({ name, bound }) => [name, bound]) : []);
  const outcomes = objectivesOf(question).map(({ name, measure }): Outcome => {
    const value = measure(question, placed);
    return { name, value, bound: Math.min(value, known.get(name) ?? 0) };
  });
  const hasPlace = new Set(placed.map(({ session }) => session));
  const unplaced = scene.sessions.filter((_, index) => !hasPlace.has(index)).map(({ id, cluster, topicId }) =>
    ({ sessionId: id, reason: reason('stopped', { cluster: cluster.name, topic: topicNames[topicId] ?? '' }), relaxation: null }));
  return resultOf(scene, question, placed, outcomes, unplaced);
}
