import { objectivesOf } from '../../domain/timetable/objectives.ts';
import type { Outcome } from '../../domain/timetable/optimise.ts';
import type { Choice } from '../../domain/timetable/question.ts';
import type { StoredResult, StoredSoFar } from '../../store/plans.ts';
import { questionAbout } from './plan-question.ts';
import { reason } from './plan-reasons.ts';
import { resultOf } from './plan-result.ts';
import { choiceAt, openScene } from './plan-scene.ts';
import type { Solvable } from './solve-timetable.ts';

/** The timetable that a solving had when it was stopped. Nothing is proven of it but what was known of the objective it was at. */
export function bestSoFar({ situation, wish, rules, topicNames, now }: Solvable, soFar: StoredSoFar): StoredResult {
  const scene = openScene(situation, wish, rules, now);
  const placed = soFar.places.flatMap((place): Choice[] => {
    const session = scene.sessions.find(({ id }) => id === place.sessionId);
    return session && scene.cast.facilitatorIndex.has(place.facilitatorId) ? [choiceAt(scene, session, place)] : [];
  });
  const question = questionAbout(scene, placed);
  const outcomes = objectivesOf(question).map(({ name, measure }): Outcome => {
    const value = measure(question, placed);
    return { name, value, bound: Math.min(value, name === soFar.objective ? soFar.bound ?? 0 : 0) };
  });
  const hasPlace = new Set(placed.map(({ session }) => session));
  const unplaced = scene.sessions.filter((_, index) => !hasPlace.has(index)).map(({ id, cluster, topicId }) =>
    ({ sessionId: id, reason: reason('stopped', { cluster: cluster.name, topic: topicNames[topicId] ?? '' }), relaxation: null }));
  return resultOf(scene, question, placed, outcomes, unplaced);
}
