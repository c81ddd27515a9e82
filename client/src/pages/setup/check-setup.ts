import { officeWords, setupWords } from '../../locales/index.ts';
import { faultsOf, type Rule } from '../office/check.ts';
import type { Setup } from './model.ts';

export const STEPS = ['basics', 'weeks', 'topics', 'clusters', 'facilitators', 'review'] as const;
export type Step = typeof STEPS[number];

/** What is wrong, in words, by the path of its field in the document: the fields' ids are the same. The server has the last word. */
export function checkSetup(setup: Setup): Map<string, string> {
  const { programme, phases, topics, clusters, facilitators } = setup;
  const faults = faultsOf([
    ['programme.name', programme.name, 'filled'], ['programme.timeZone', programme.timeZone, 'zone'], ['programme.startsOn', programme.startsOn, 'filled'], ['programme.endsOn', programme.endsOn, 'filled'],
    ...phases.flatMap((phase, index): Rule[] => (['name', 'startsOn', 'endsOn'] as const).map((field) => [`phases.${index}.${field}`, phase[field], 'filled'])),
    ...topics.map((topic, index): Rule => [`topics.${index}.name`, topic.name, 'filled']),
    ...clusters.flatMap((cluster, index): Rule[] => [
      [`clusters.${index}.name`, cluster.name, 'filled'], [`clusters.${index}.timeZone`, cluster.timeZone, 'zone'],
      ...cluster.representatives.flatMap((person, place): Rule[] => [[`clusters.${index}.representatives.${place}.name`, person.name, 'filled'], [`clusters.${index}.representatives.${place}.email`, person.email, 'mail']]),
    ]),
    ...facilitators.flatMap((facilitator, index): Rule[] => [
      [`facilitators.${index}.name`, facilitator.name, 'filled'], [`facilitators.${index}.email`, facilitator.email, 'mail'], [`facilitators.${index}.timeZone`, facilitator.timeZone, 'zone'],
    ]),
  ]);
  const inOrder = (path: string, span: { startsOn: string; endsOn: string }) => { if (span.endsOn !== '' && span.endsOn < span.startsOn) faults.set(`${path}.endsOn`, setupWords().dateOrder); };
  inOrder('programme', programme);
  phases.forEach((phase, index) => {
    inOrder(`phases.${index}`, phase);
    if (phase.startsOn !== '' && (phase.startsOn < programme.startsOn || phase.endsOn > programme.endsOn)) faults.set(`phases.${index}.startsOn`, setupWords().outside);
  });
  facilitators.forEach(({ availability: { rules } }, index) => rules.forEach(({ from, to }) => { if (to <= from) faults.set(`facilitators.${index}.hours`, officeWords().people.orderError); }));
  return faults;
}

/** Where a field is filled in. */
export function stepOf(path: string): Step {
  const [list = ''] = path.split('.');
  return list === 'phases' ? 'weeks' : list === 'topics' || list === 'clusters' || list === 'facilitators' ? list : 'basics';
}
