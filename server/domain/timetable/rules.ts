import { addColumn, addRow, addSum, NO_LIMIT, type LinearModel, type Term } from './model.ts';
import type { Choice, Grant, Order, Party, TimetableQuestion } from './question.ts';

/**
 * The columns and rows that make a choice of places a timetable: column `i` is choice `i`, taken or not. Overlaps are
 * cliques over real spans: of all starts within one protected length of each other at most one is taken, which holds
 * whatever grids they lie on and is as tight as a row can be.
 */
export function addRules(model: LinearModel, question: TimetableQuestion, choices: readonly Choice[], allPlaced: boolean): void {
  for (const _ of choices) addColumn(model, 0, 1, true);
  for (const columns of grouped(choices, ({ session }) => session).values()) addSum(model, allPlaced ? 1 : 0, 1, columns);
  const protectedLength = question.bufferBefore + question.length + question.bufferAfter;
  for (const [facilitator, columns] of grouped(choices, (choice) => choice.facilitator)) {
    const buffered = without(choices, columns, 'less-buffer');
    addOverlaps(model, choices, buffered, protectedLength, null);
    if (buffered.length < columns.length) addOverlaps(model, choices, columns, question.length, null);
    addDays(model, choices, without(choices, columns, 'facilitator-day-limit'), question.facilitators[facilitator]!, ({ facilitatorDay }) => facilitatorDay);
  }
  for (const [cluster, columns] of grouped(choices, (choice) => choice.cluster)) {
    const party = question.clusters[cluster]!;
    addOverlaps(model, choices, columns, question.length, party);
    addDays(model, choices, without(choices, columns, 'cluster-day-limit'), party, ({ clusterDay }) => clusterDay);
    if (question.facilitatorRule === 'same') addSameFacilitator(model, choices, without(choices, columns, 'other-facilitator'));
  }
  for (const order of question.orders) addOrder(model, question, choices, order);
  const granted = [...choices.keys()].filter((column) => choices[column]!.grant !== undefined);
  if (granted.length > 0) addSum(model, 0, 1, granted);
}

function without(choices: readonly Choice[], columns: readonly number[], grant: Grant): readonly number[] {
  return columns.some((column) => choices[column]!.grant === grant) ? columns.filter((column) => choices[column]!.grant !== grant) : columns;
}

/** Choices that a rule about facilitators, or a session that has its place, leaves. */
export function allowedChoices(question: TimetableQuestion): Choice[] {
  const fixed = question.orders.filter(({ before, after }) => typeof before === 'object' || typeof after === 'object');
  return question.choices.filter((choice) => {
    const { met } = question.clusters[choice.cluster]!;
    if (question.facilitatorRule === 'same' && met.length > 0 && !met.includes(choice.facilitator) && choice.grant !== 'other-facilitator') return false;
    return fixed.every((order) => keepsOrder(question, order, choice));
  });
}

function keepsOrder({ length }: TimetableQuestion, { before, after, gap: asked }: Order, { session, start, grant }: Choice): boolean {
  if (grant === 'drop-order') return true;
  const gap = grant === 'less-gap' ? 0 : asked;
  if (typeof before === 'object') return after !== session || start >= before.endsAt + gap;
  return typeof after !== 'object' || before !== session || start + length + gap <= after.startsAt;
}

/** Columns by key, in their order. */
export function grouped(choices: readonly Choice[], keyOf: (choice: Choice) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [column, choice] of choices.entries()) {
    const key = keyOf(choice);
    const group = groups.get(key);
    if (group) group.push(column);
    else groups.set(key, [column]);
  }
  return groups;
}

/** One row for each longest run of starts less than `length` apart. A day with one place needs none: its own row says more. */
function addOverlaps(model: LinearModel, choices: readonly Choice[], columns: readonly number[], length: number, cluster: Party | null): void {
  const sorted = columns.toSorted((a, b) => choices[a]!.start - choices[b]!.start);
  let end = 0;
  for (let first = 0; first < sorted.length; first += 1) {
    const before = end;
    const limit = choices[sorted[first]!]!.start + length;
    while (end < sorted.length && choices[sorted[end]!]!.start < limit) end += 1;
    if (end === before) continue;
    const run = sorted.slice(first, end);
    if (severalSessions(choices, run) && !(cluster && onOneFullDay(choices, run, cluster))) addSum(model, 0, 1, run);
  }
}

function severalSessions(choices: readonly Choice[], run: readonly number[]): boolean {
  const { session } = choices[run[0]!]!;
  return run.some((column) => choices[column]!.session !== session);
}

function onOneFullDay(choices: readonly Choice[], run: readonly number[], cluster: Party): boolean {
  const { clusterDay } = choices[run[0]!]!;
  return placesOn(cluster, clusterDay) <= 1 && run.every((column) => choices[column]!.clusterDay === clusterDay && choices[column]!.grant !== 'cluster-day-limit');
}

/** How many sessions somebody may have on a day, beside those that stand fast. */
export function placesOn({ placesLeft, maximumPerDay = NO_LIMIT }: Party, day: number): number {
  return placesLeft.get(day) ?? maximumPerDay;
}

function addDays(model: LinearModel, choices: readonly Choice[], columns: readonly number[], party: Party, dayOf: (choice: Choice) => number): void {
  if (party.maximumPerDay === undefined) return;
  const days = new Map<number, number[]>();
  for (const column of columns) {
    const day = dayOf(choices[column]!);
    const group = days.get(day);
    if (group) group.push(column);
    else days.set(day, [column]);
  }
  for (const [day, group] of days) {
    const places = placesOn(party, day);
    if (new Set(group.map((column) => choices[column]!.session)).size > places) addSum(model, 0, places, group);
  }
}

/** Whoever gives one session of the cluster is its one facilitator. */
function addSameFacilitator(model: LinearModel, choices: readonly Choice[], columns: readonly number[]): void {
  const facilitators = new Map<number, Map<number, number[]>>();
  for (const column of columns) {
    const { facilitator, session } = choices[column]!;
    const sessions = facilitators.get(facilitator) ?? new Map<number, number[]>();
    facilitators.set(facilitator, sessions.set(session, [...sessions.get(session) ?? [], column]));
  }
  const chosen: number[] = [];
  for (const sessions of facilitators.values()) {
    const isChosen = addColumn(model, 0, 1, false);
    chosen.push(isChosen);
    for (const places of sessions.values()) addRow(model, -NO_LIMIT, 0, [...places.map((column): Term => [column, 1]), [isChosen, -1]]);
  }
  addSum(model, 0, 1, chosen);
}

/** One follows the other, and there is no second without a first. A place that need not keep the order, or its gap, counts as what it need keep. */
function addOrder(model: LinearModel, question: TimetableQuestion, choices: readonly Choice[], order: Order): void {
  const { before, after, gap } = order;
  if (typeof before === 'object' || typeof after === 'object') return;
  const sorted = [...choices.keys()].filter((column) => choices[column]!.session === before || choices[column]!.session === after)
    .toSorted((a, b) => choices[a]!.start - choices[b]!.start);
  const ordered = without(choices, sorted, 'drop-order');
  const spaced = without(choices, ordered, 'less-gap');
  addPrecedence(model, question, choices, spaced, { before, after, gap });
  if (spaced.length < ordered.length) addPrecedence(model, question, choices, ordered, { before, after, gap: 0 });
  const of = (session: number, columns: readonly number[]) => columns.filter((column) => choices[column]!.session === session);
  addRow(model, 0, NO_LIMIT, [...of(before, sorted).map((column): Term => [column, 1]), ...of(after, ordered).map((column): Term => [column, -1])]);
}

/** From every instant on: either the first begins later, or the second before its end and the gap, not both. */
function addPrecedence(model: LinearModel, { length }: TimetableQuestion, choices: readonly Choice[], sorted: readonly number[], { before, after, gap }: { before: number; after: number; gap: number }): void {
  const firsts = sorted.filter((column) => choices[column]!.session === before);
  const seconds = sorted.filter((column) => choices[column]!.session === after);
  let tooEarly = 0;
  for (const [i, first] of firsts.entries()) {
    const had = tooEarly;
    while (tooEarly < seconds.length && choices[seconds[tooEarly]!]!.start < choices[first]!.start + length + gap) tooEarly += 1;
    if (tooEarly > had) addSum(model, 0, 1, [...firsts.slice(i), ...seconds.slice(0, tooEarly)]);
  }
}
