import { WALL_DAY } from '../calendar-date.ts';
import type { Choice, TimetableQuestion } from './question.ts';

/**
 * The sessions that may decide whether one has a place, itself among them: whoever could want an hour or a day that it
 * wants, or is tied to it by an order or a rule, and so on from one to the next. All others can be left as they are.
 */
export function reachedFrom(question: TimetableQuestion, session: number): Set<number> {
  const wantedBy = new Map<string, Set<number>>();
  const wants = question.sessions.map(() => new Set<string>());
  const tie = (tied: number, wanted: string) => {
    wants[tied]!.add(wanted);
    wantedBy.set(wanted, (wantedBy.get(wanted) ?? new Set()).add(tied));
  };
  for (const choice of question.choices) for (const wanted of wantedAt(question, choice)) tie(choice.session, wanted);
  for (const [index, { before, after }] of question.orders.entries()) {
    for (const tied of [before, after]) if (typeof tied === 'number') tie(tied, `order ${index}`);
  }
  const reached = new Set([session]);
  // A set grows while it is walked.
  for (const each of reached) {
    for (const wanted of wants[each]!) {
      for (const other of wantedBy.get(wanted)!) reached.add(other);
      wantedBy.set(wanted, new Set());
    }
  }
  return reached;
}

/** What only so many can have: each side's local day, and the days of the world that its protected span touches. */
function wantedAt({ length, bufferBefore, bufferAfter, facilitatorRule }: TimetableQuestion, { cluster, facilitator, start, clusterDay, facilitatorDay }: Choice): string[] {
  const wanted = [`cluster ${cluster} on ${clusterDay}`, `facilitator ${facilitator} on ${facilitatorDay}`];
  for (let day = Math.floor((start - bufferBefore) / WALL_DAY); day <= Math.floor((start + length + bufferAfter) / WALL_DAY); day += 1) {
    wanted.push(`cluster ${cluster} at ${day}`, `facilitator ${facilitator} at ${day}`);
  }
  return facilitatorRule === 'same' ? [...wanted, `cluster ${cluster}`] : wanted;
}
