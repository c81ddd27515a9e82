import { allowedChoices } from './rules.ts';
import type { Choice, Grant, Order, Party, TimetableQuestion } from './question.ts';

/**
 * The timetable of a patient person with a spreadsheet: whoever has the fewest places first, each in the most
 * comfortable place still free. A first answer for the solver to better, and what it is measured against.
 */
export function greedyTimetable(question: TimetableQuestion): Choice[] {
  const bySession = new Map<number, Choice[]>();
  for (const choice of allowedChoices(question)) bySession.set(choice.session, [...bySession.get(choice.session) ?? [], choice]);
  const rank = ([session, choices]: [number, Choice[]]) => (mattersFirst(question, session, choices) ? 0 : 1) * 1_000_000 + choices.length;
  const placed: Choice[] = [];
  for (const [, choices] of [...bySession].toSorted((a, b) => rank(a) - rank(b))) {
    const best = choices.toSorted((a, b) => costOf(a) - costOf(b)).find((choice) => fits(question, choice, placed));
    if (best) placed.push(best);
  }
  return placed;
}

function mattersFirst({ sessions }: TimetableQuestion, session: number, choices: readonly Choice[]): boolean {
  return sessions[session]!.isBooked || choices.some(({ isPinned }) => isPinned);
}

/** Pins, then staying, then comfort, then hours asked for, then the earliest. */
function costOf({ isPinned, isPresent, clusterMinutes, facilitatorMinutes, isUnwished }: Choice): number {
  return (isPinned ? 0 : 1e9) + (isPresent ? 0 : 1e6) + (clusterMinutes + facilitatorMinutes) * 10 + (isUnwished ? 1 : 0);
}

/** Whether a place can be had beside others, by every rule of the programme. */
export function fits(question: TimetableQuestion, choice: Choice, others: readonly Choice[]): boolean {
  return whyNotFits(question, choice, others) === null;
}

/** What forbids a place beside others: the first that does. */
export type Clash = 'facilitator-engaged' | 'cluster-engaged' | 'facilitator-day-full' | 'cluster-day-full' | 'topic-order' | 'facilitator-rule';

export function whyNotFits(question: TimetableQuestion, choice: Choice, others: readonly Choice[]): Clash | null {
  const mine = others.filter(({ session }) => session !== choice.session);
  const ofFacilitator = mine.filter(({ facilitator }) => facilitator === choice.facilitator);
  const ofCluster = mine.filter(({ cluster }) => cluster === choice.cluster);
  const protectedLength = question.bufferBefore + question.length + question.bufferAfter;
  const near = (length: number) => (other: Choice) => Math.abs(other.start - choice.start) < (isGranted('less-buffer', other) ? question.length : length);
  const isGranted = (grant: Grant, other?: Choice) => choice.grant === grant || other?.grant === grant;
  if (choice.grant !== undefined && mine.some(({ grant }) => grant !== undefined)) return 'facilitator-engaged';
  if (ofFacilitator.some(near(protectedLength))) return 'facilitator-engaged';
  if (ofCluster.some(near(question.length))) return 'cluster-engaged';
  if (!isGranted('facilitator-day-limit') && isFull(question.facilitators[choice.facilitator]!, choice.facilitatorDay, counted(ofFacilitator, 'facilitator-day-limit').map(({ facilitatorDay }) => facilitatorDay))) return 'facilitator-day-full';
  if (!isGranted('cluster-day-limit') && isFull(question.clusters[choice.cluster]!, choice.clusterDay, counted(ofCluster, 'cluster-day-limit').map(({ clusterDay }) => clusterDay))) return 'cluster-day-full';
  if (question.facilitatorRule === 'same' && ofCluster.some((other) => other.facilitator !== choice.facilitator && !isGranted('other-facilitator', other))) return 'facilitator-rule';
  return question.orders.every((order) => keeps(question, order, choice, ofCluster)) ? null : 'topic-order';
}

function counted(choices: readonly Choice[], grant: Grant): readonly Choice[] {
  return choices.filter((choice) => choice.grant !== grant);
}

function isFull({ placesLeft, maximumPerDay }: Party, day: number, taken: readonly number[]): boolean {
  if (maximumPerDay === undefined) return false;
  return taken.filter((other) => other === day).length >= (placesLeft.get(day) ?? maximumPerDay);
}

function keeps({ length }: TimetableQuestion, { before, after, gap }: Order, choice: Choice, ofCluster: readonly Choice[]): boolean {
  if (typeof before === 'object' || typeof after === 'object') return true;
  const placeOf = (session: number) => (choice.session === session ? choice : ofCluster.find((other) => other.session === session));
  if (choice.session !== before && choice.session !== after) return true;
  const [first, second] = [placeOf(before), placeOf(after)];
  if (second === undefined || first?.grant === 'drop-order' || second.grant === 'drop-order') return true;
  const least = first?.grant === 'less-gap' || second.grant === 'less-gap' ? 0 : gap;
  return first !== undefined && first.start + length + least <= second.start;
}
