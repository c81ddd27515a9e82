import type { PlanReason } from '../../../shared/api/plans.ts';
import { explainEmptiness, listSlots } from '../../domain/slots.ts';
import { allowedChoices } from '../../domain/timetable/rules.ts';
import type { SituationSession } from '../../store/situation.ts';
import { questionAbout } from './plan-question.ts';
import { choicesOf, isAway, type Scene } from './plan-scene.ts';
import { slotQuestion, wholePhase } from '../listing/slot-question.ts';

type Params = PlanReason['params'];
type Cause = PlanReason['cause'];

/** Each cause in English; clients say it in their own language from the same parameters. */
const WORDS: Record<Cause, (params: Params) => string> = {
  'pin-gone': ({ cluster, topic }) => `the place that ${cluster} was given for ${topic} can no longer be had`,
  'taken-away': ({ cluster, topic }) => `its place was taken away by hand; ${cluster} has none for ${topic}`,
  stopped: ({ cluster, topic }) => `planning was stopped before ${cluster} had a place for ${topic}`,
  'no-facilitator': ({ topic }) => `nobody teaches ${topic}`,
  'nobody-available': ({ facilitators, phase }) => `${facilitators} have no hours in ${phase}`,
  'too-soon': ({ phase }) => `what is left of ${phase} begins sooner than the minimum notice allows`,
  away: ({ facilitators, phase }) => `${facilitators} are away for all of ${phase} that suits`,
  'no-common-hour': ({ cluster, facilitators, phase }) => `${cluster} and ${facilitators} share no hour in ${phase} that is not night for ${cluster}`,
  'hours-refused': ({ cluster, phase }) => `${cluster} has refused every hour in ${phase} that facilitators have`,
  'all-taken': ({ facilitators, phase }) => `everything that ${facilitators} have in ${phase} is taken by sessions that stay`,
  'cluster-full': ({ cluster, phase }) => `${cluster} has no day left in ${phase}`,
  'topic-order': ({ topic }) => `no place for ${topic} keeps the order of topics`,
  'facilitator-rule': ({ cluster, topic }) => `all sessions of ${cluster} have one facilitator, who has no place for ${topic}`,
  'allow-night-hour': ({ cluster, city, facilitator, date, time }) => `allow ${time} in ${city} on ${date} for ${cluster}, with ${facilitator}`,
  'more-hours': ({ facilitator, city, date, time, minutes }) => `${minutes} more minutes from ${facilitator} in ${city} on ${date}, from ${time}`,
  'give-up-refusal': ({ cluster, facilitator, date, time }) => `let ${cluster} give up its no to ${time} on ${date}, with ${facilitator}`,
  'facilitator-day-limit': ({ facilitator, date, most }) => `let ${facilitator} give more than ${most} a day on ${date}`,
  'cluster-day-limit': ({ cluster, date, most }) => `let ${cluster} have more than ${most} a day on ${date}`,
  'less-buffer': ({ facilitator, date, time, minutes }) => `give up the pause of ${minutes} minutes that ${facilitator} has at ${time} on ${date}`,
  'less-gap': ({ cluster, topic, other, minutes }) => `let ${cluster} have ${topic} less than ${minutes} minutes after ${other}`,
  'drop-order': ({ cluster, topic, other }) => `let ${cluster} have ${topic} before ${other}`,
  'other-facilitator': ({ cluster, topic, facilitator }) => `let ${cluster} have another facilitator for ${topic}: ${facilitator}`,
  'shorter-notice': ({ facilitator, date, time }) => `allow shorter notice: ${time} on ${date}, with ${facilitator}`,
  'needed-by-others': ({ cluster, topic, facilitators, phase, places }) =>
    `each of the ${places} places in ${phase} that ${cluster} could have for ${topic} with ${facilitators} is needed by another session`,
};

export function reason(cause: Cause, params: Params): PlanReason {
  return { cause, params, text: sentence(WORDS[cause](params)) };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Why a session has no place in a timetable that places as many as can be. `places`: how many it could have had. */
export function whyUnplaced(scene: Scene, session: SituationSession, places: number, topicName: string): PlanReason {
  const facilitators = scene.situation.facilitators.filter(({ topicIds }) => topicIds.includes(session.topicId));
  const facilitatorNames = facilitators.map(({ name }) => name);
  const params: Params = { cluster: session.cluster.name, topic: topicName, phase: session.phase.name, facilitators: listed(facilitatorNames), facilitatorNames, places };
  if (facilitators.length === 0) return reason('no-facilitator', params);
  if (places > 0) return reason('needed-by-others', params);
  return reason(choicesOf(scene, session).length > 0 ? ruledOut(scene, session) : whyNoChoice(scene, session), params);
}

/** There are places, and none that a rule about the cluster's other sessions leaves. */
function ruledOut(scene: Scene, session: SituationSession): Cause {
  const question = questionAbout(scene, choicesOf(scene, session));
  return allowedChoices({ ...question, facilitatorRule: 'any' }).length > 0 ? 'facilitator-rule' : 'topic-order';
}

/** Not one place, before other sessions to place are looked at. */
function whyNoChoice({ situation, wish, cast, now }: Scene, session: SituationSession): Cause {
  const question = slotQuestion(situation, session, wholePhase(session), now);
  const slots = listSlots(question);
  const present = slots.filter(({ facilitatorId, start }) => !isAway(situation, wish, facilitatorId, start));
  if (slots.length > 0 && present.length === 0) return 'away';
  if (present.length > 0) return cast.wishes.get(session.cluster.id)!.refused.length > 0 ? 'hours-refused' : 'no-common-hour';
  const causes = explainEmptiness(question).filter(({ slots: count }) => count > 0).toSorted((a, b) => b.slots - a.slots).map(({ cause }) => cause);
  const [cause] = causes;
  if (cause === 'too-soon') return 'too-soon';
  if (cause === 'cluster-engaged' || cause === 'cluster-day-full') return 'cluster-full';
  return cause === undefined ? 'nobody-available' : 'all-taken';
}

/** `Anna, Bo and Cy` */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
