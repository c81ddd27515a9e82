import { addColumn, addRow, NO_LIMIT, type LinearModel, type Term } from './model.ts';
import type { Choice, TimetableQuestion } from './question.ts';
import { grouped } from './rules.ts';
import type { PlanWeights } from './weights.ts';

export type ObjectiveName = 'lost' | 'unplaced' | 'unmet' | 'moved' | 'discomfort' | 'share' | 'load' | 'preferences' | 'spread' | 'weighed';

/** Something to have as little of as possible: whole numbers, and never less than nothing. */
export interface Objective {
  readonly name: ObjectiveName;
  /** It only takes multiples of this: half an hour, where nobody is ever out of hours by less. Absent: 1. */
  grain?(question: TimetableQuestion): number;
  /** Few choices matter to it: the others count nothing. Absent: it cannot be said of a choice alone. */
  isTold?(choice: Choice): boolean;
  /** Whether a timetable of this value, or below, may have the choice. Absent: any. */
  isWithin?(question: TimetableQuestion, choice: Choice, value: number): boolean;
  /** Of a timetable. */
  measure(question: TimetableQuestion, placed: readonly Choice[]): number;
  /** What it is made of; null where it is not made of parts that change one by one. */
  readonly parts: Parts | null;
  /** The same as terms over columns (column `i` is choice `i`, columns of its own are added), and what is counted whatever is chosen. */
  express(model: LinearModel, question: TimetableQuestion, choices: readonly Choice[]): { terms: Term[]; constant: number };
}

/** What is counted for each choice, and for each cluster and facilitator with their choices: added up, or the most of them. */
export interface Parts {
  readonly together: 'sum' | 'most';
  /** Moving a few sessions is often all that is missing. */
  readonly isLocal?: boolean;
  ofNothing?(question: TimetableQuestion): number;
  ofChoice?(question: TimetableQuestion, choice: Choice): number;
  ofCluster?(question: TimetableQuestion, cluster: number, choices: readonly Choice[]): number;
  ofFacilitator?(question: TimetableQuestion, facilitator: number, choices: readonly Choice[]): number;
}

function measured(parts: Parts): Pick<Objective, 'parts' | 'measure'> {
  return {
    parts,
    measure: (question, placed) => {
      const values = [
        ...(parts.ofChoice ? placed.map((choice) => parts.ofChoice!(question, choice)) : []),
        ...(parts.ofCluster ? partitioned(question.clusters.length, placed, ({ cluster }) => cluster).map((choices, cluster) => parts.ofCluster!(question, cluster, choices)) : []),
        ...(parts.ofFacilitator ? partitioned(question.facilitators.length, placed, ({ facilitator }) => facilitator).map((choices, each) => parts.ofFacilitator!(question, each, choices)) : []),
      ];
      const base = parts.ofNothing?.(question) ?? 0;
      return values.reduce((total, value) => (parts.together === 'sum' ? total + value : Math.max(total, value)), base);
    },
  };
}

/** The choices of each party, by its index. */
export function partitioned(count: number, choices: readonly Choice[], of: (choice: Choice) => number): Choice[][] {
  const lists = Array.from({ length: count }, (): Choice[] => []);
  for (const choice of choices) lists[of(choice)]!.push(choice);
  return lists;
}

/** Whether it grows less when whoever has no place gets one. */
export function countsPlaces({ name }: Objective): boolean {
  return name === 'lost' || name === 'unplaced';
}

/** In the order in which they count. */
export function objectivesOf(question: TimetableQuestion): Objective[] {
  return [
    ...(question.sessions.some(({ isBooked }) => isBooked) || question.choices.some(({ isPinned }) => isPinned) ? [lost] : []),
    unplaced,
    ...(question.facilitatorRule === 'each' ? [unmet] : []),
    ...(question.isMend ? [moved] : []),
    ...(question.weights === null ? inOrder(question) : [weighed(question.weights)]),
  ];
}

/** One of them, of any question: this one's places may be few. */
export function objectiveNamed(name: ObjectiveName, question: TimetableQuestion): Objective {
  return { lost, unplaced, unmet, moved, discomfort, share, load, preferences, spread, weighed: weighed(question.weights ?? {}) }[name];
}

function inOrder(question: TimetableQuestion): Objective[] {
  return [discomfort, share, load, ...(question.choices.some(({ isUnwished }) => isUnwished) ? [preferences] : []), spread];
}

/** All at once, each as heavy as somebody has said. */
function weighed(weights: PlanWeights): Objective {
  const parts = ([['discomfort', discomfort], ['share', share], ['load', load], ['preferences', preferences], ['spread', spread]] as const)
    .map(([name, objective]) => ({ objective, weight: weights[name] ?? 0 })).filter(({ weight }) => weight > 0);
  return {
    name: 'weighed',
    parts: null,
    measure: (question, chosen) => parts.reduce((sum, { objective, weight }) => sum + weight * objective.measure(question, chosen), 0),
    express: (model, question, choices) => {
      const expressed = parts.map(({ objective, weight }) => ({ weight, ...objective.express(model, question, choices) }));
      return {
        terms: expressed.flatMap(({ terms, weight }) => terms.map(([column, factor]): Term => [column, factor * weight])),
        constant: expressed.reduce((sum, { constant, weight }) => sum + constant * weight, 0),
      };
    },
  };
}

/** Booked sessions without a place, and pins not followed. */
const lost = counting('lost', (question, choice) => {
  const weight = weightOfKeeping(question, choice);
  return weight === 0 ? 0 : -weight;
}, ({ sessions, choices }) => {
  const pinned = new Set(choices.filter(({ isPinned }) => isPinned).map(({ session }) => session));
  return sessions.filter(({ isBooked }) => isBooked).length + pinned.size;
});

function weightOfKeeping({ sessions }: TimetableQuestion, { session, isPinned }: Choice): number {
  return (sessions[session]!.isBooked ? 1 : 0) + (isPinned ? 1 : 0);
}

/** Sessions without a place. */
const unplaced = counting('unplaced', () => -1, ({ sessions }) => sessions.length);

/** Booked sessions elsewhere than now. */
const moved = counting('moved', ({ sessions }, { session, isPresent }) => (sessions[session]!.isBooked && !isPresent ? 1 : 0));

/** Unsocial minutes of everyone. */
const discomfort: Objective = {
  ...counting('discomfort', (_, { clusterMinutes, facilitatorMinutes }) => clusterMinutes + facilitatorMinutes),
  grain: grainOfMinutes,
  isWithin: (_, { clusterMinutes, facilitatorMinutes }, value) => clusterMinutes + facilitatorMinutes <= value,
};

/** What all unsocial minutes are multiples of, past ones too. */
function grainOfMinutes({ choices, clusters, facilitators }: TimetableQuestion): number {
  let grain = 0;
  const divide = (minutes: number) => { for (let rest = minutes; rest !== 0;) [grain, rest] = [rest, grain % rest]; };
  for (const { clusterMinutes, facilitatorMinutes } of choices) {
    divide(clusterMinutes);
    divide(facilitatorMinutes);
  }
  for (const { burden } of [...clusters, ...facilitators]) divide(burden);
  return Math.max(1, grain);
}

/** Sessions outside the hours their cluster asked for. */
const preferences = counting('preferences', (_, { isUnwished }) => (isUnwished ? 1 : 0));

function counting(name: ObjectiveName, factor: (question: TimetableQuestion, choice: Choice) => number, base: (question: TimetableQuestion) => number = () => 0): Objective {
  return {
    name,
    ...measured({ together: 'sum', isLocal: name === 'preferences', ofNothing: base, ofChoice: factor }),
    express: (_, question, choices) => ({
      terms: choices.map((choice, column): Term => [column, factor(question, choice)]).filter(([, value]) => value !== 0),
      constant: base(question),
    }),
  };
}

/** Pairs of a cluster and a facilitator of its topics who never meet. */
const unmet: Objective = {
  name: 'unmet',
  ...measured({
    together: 'sum',
    ofCluster: (question, cluster, chosen) => toMeet(question, cluster).filter((facilitator) => !chosen.some((choice) => choice.facilitator === facilitator)).length,
  }),
  express: (model, question, choices) => {
    const open = pairsToMeet(question);
    const terms: Term[] = [];
    for (const [pair, columns] of grouped(choices, ({ cluster, facilitator }) => pairOf(question, cluster, facilitator))) {
      if (!open.has(pair)) continue;
      const meets = addColumn(model, 0, 1, false);
      addRow(model, 0, NO_LIMIT, [...columns.map((column): Term => [column, 1]), [meets, -1]]);
      terms.push([meets, -1]);
    }
    return { terms, constant: open.size };
  },
};

function pairOf({ facilitators }: TimetableQuestion, cluster: number, facilitator: number): number {
  return cluster * facilitators.length + facilitator;
}

function pairsToMeet(question: TimetableQuestion): Set<number> {
  return new Set(question.clusters.flatMap((_, cluster) => toMeet(question, cluster).map((facilitator) => pairOf(question, cluster, facilitator))));
}

/** Worked out once for each question: it is asked for with every change that is considered. */
const meetings = new WeakMap<TimetableQuestion, number[][]>();

function toMeet(question: TimetableQuestion, cluster: number): number[] {
  let known = meetings.get(question);
  if (!known) {
    known = partitioned(question.clusters.length, question.choices, (choice) => choice.cluster).map((choices, index) =>
      [...new Set(choices.map(({ facilitator }) => facilitator))].filter((facilitator) => !question.clusters[index]!.met.includes(facilitator)));
    meetings.set(question, known);
  }
  return known[cluster]!;
}

/** The unsocial minutes of whoever bears most, past ones included. */
const share: Objective = {
  name: 'share',
  grain: grainOfMinutes,
  isTold: ({ clusterMinutes, facilitatorMinutes }) => clusterMinutes + facilitatorMinutes > 0,
  isWithin: ({ clusters, facilitators }, { cluster, facilitator, clusterMinutes, facilitatorMinutes }, value) =>
    clusters[cluster]!.burden + clusterMinutes <= value && facilitators[facilitator]!.burden + facilitatorMinutes <= value,
  ...measured({
    together: 'most',
    ofCluster: ({ clusters }, cluster, chosen) => chosen.reduce((sum, { clusterMinutes }) => sum + clusterMinutes, clusters[cluster]!.burden),
    ofFacilitator: ({ facilitators }, facilitator, chosen) => chosen.reduce((sum, { facilitatorMinutes }) => sum + facilitatorMinutes, facilitators[facilitator]!.burden),
  }),
  express: (model, question, choices) => {
    const most = addColumn(model, Math.max(0, ...[...question.clusters, ...question.facilitators].map(({ burden }) => burden)), NO_LIMIT, false);
    const sides = [
      { parties: question.clusters, groups: grouped(choices, ({ cluster }) => cluster), minutes: (choice: Choice) => choice.clusterMinutes },
      { parties: question.facilitators, groups: grouped(choices, ({ facilitator }) => facilitator), minutes: (choice: Choice) => choice.facilitatorMinutes },
    ];
    for (const { parties, groups, minutes } of sides) {
      for (const [party, columns] of groups) {
        const terms = columns.map((column): Term => [column, minutes(choices[column]!)]).filter(([, value]) => value > 0);
        if (terms.length > 0) addRow(model, -NO_LIMIT, -parties[party]!.burden, [...terms, [most, -1]]);
      }
    }
    return { terms: [[most, 1]], constant: 0 };
  },
};

/** Pairs of sessions that one facilitator gives: least when loads are even. */
const load: Objective = {
  name: 'load',
  ...measured({ together: 'sum', isLocal: true, ofFacilitator: ({ facilitators }, facilitator, chosen) => pairs(facilitators[facilitator]!.load + chosen.length) }),
  express: (model, question, choices) => {
    const terms = [...grouped(choices, ({ facilitator }) => facilitator)].flatMap(([facilitator, columns]) => {
      const most = new Set(columns.map((column) => choices[column]!.session)).size;
      return addSteps(model, columns, question.facilitators[facilitator]!.load, most);
    });
    return { terms, constant: question.facilitators.reduce((sum, each) => sum + pairs(each.load), 0) };
  },
};

/** Pairs of a cluster's sessions on neighbouring days, twice on one day. */
const spread: Objective = {
  name: 'spread',
  ...measured({ together: 'sum', isLocal: true, ofCluster: ({ clusters }, cluster, chosen) => closeness([...clusters[cluster]!.days, ...chosen.map(({ clusterDay }) => clusterDay)]) }),
  express: (model, question, choices) => {
    const terms: Term[] = [];
    for (const [cluster, columns] of grouped(choices, (choice) => choice.cluster)) {
      const { days } = question.clusters[cluster]!;
      const first = new Set(columns.flatMap((column) => [choices[column]!.clusterDay - 1, choices[column]!.clusterDay]));
      for (const day of first) {
        const inside = (other: number) => other === day || other === day + 1;
        const group = columns.filter((column) => inside(choices[column]!.clusterDay));
        const most = new Set(group.map((column) => choices[column]!.session)).size;
        terms.push(...addSteps(model, group, days.filter(inside).length, most));
      }
    }
    return { terms, constant: question.clusters.reduce((sum, { days }) => sum + closeness(days), 0) };
  },
};

function closeness(days: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const day of days) for (const first of [day - 1, day]) counts.set(first, (counts.get(first) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
}

function pairs(count: number): number {
  return count * (count - 1) / 2;
}

/**
 * What the sum of the columns costs as pairs on top of `already`: the next costs `already`, the one after that one more.
 * Dearer steps are never taken before cheaper ones, so they need not be whole by themselves.
 */
function addSteps(model: LinearModel, columns: readonly number[], already: number, most: number): Term[] {
  if (already === 0 && most < 2) return [];
  const steps = Array.from({ length: already === 0 ? most - 1 : most }, () => addColumn(model, 0, 1, false));
  const free = already === 0 ? 1 : 0;
  addRow(model, -NO_LIMIT, free, [...columns.map((column): Term => [column, 1]), ...steps.map((step): Term => [step, -1])]);
  return steps.map((step, index): Term => [step, already + free + index]);
}

/** By name, for those that are asked for one by one. */
export const objectives = { moved, discomfort, share, preferences, spread };
