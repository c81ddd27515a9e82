import { WALL_DAY } from '../calendar-date.ts';
import { countsPlaces, partitioned } from './objectives.ts';
import type { Choice } from './question.ts';
import { seeded, type Random } from './random.ts';
import { betterOf, modelOf, nearness, startAt, type Stage } from './stage.ts';
import { around, isWellPlaced, openTable, type Table } from './table.ts';

/** How many sessions are placed anew at a time; up to twice as many while nothing helps. */
const PART = 36;
/** How many parts are tried, in all and since the last that helped: few once what may be missing is little. */
const MOST_PARTS = 60;
const MOST_IN_VAIN = 12;
const MOST_FOR_LITTLE = 6;
/** Sessions of a cluster that may be in each other's way: as a rule those of one week. Milliseconds. */
const SOON = 5 * WALL_DAY;
/** One part may take no more of the time left. */
const SHARE = 0.05;

/**
 * A timetable nearer to `bound`, by solving a part of it at a time: a few sessions that want each other's places are
 * placed anew as well as can be, while everybody else stays. That finds what is missing in large programmes, where a
 * search of the whole takes long. The same at every run.
 */
export function solvePartByPart(stage: Stage, choices: readonly Choice[], placed: readonly Choice[], bound: number): readonly Choice[] {
  const { question, objective, solver } = stage;
  let best = placed;
  let value = objective.measure(question, best);
  if (question.sessions.length <= PART || choices.some(({ grant }) => grant !== undefined)) return best;
  const options = partitioned(question.sessions.length, choices, ({ session }) => session);
  const random = seeded();
  for (let tries = 0, inVain = 0; value > bound && tries < MOST_PARTS && !solver.isOver(); tries += 1) {
    if (inVain >= (value - bound <= nearness(question, value) ? MOST_FOR_LITTLE : MOST_IN_VAIN)) break;
    const freed = somePart(stage, options, best, PART * (1 + inVain / MOST_IN_VAIN), random);
    const part = modelOf(stage, [...best.filter(({ session }) => !freed.has(session)), ...[...freed].flatMap((session) => options[session]!)]);
    // Whatever it finds is had quickly, or else another part is the better try.
    const start = { ...startAt(stage, part, best), near: Infinity, share: SHARE };
    best = betterOf(stage, part, solver.minimise(part.model, start, () => start), best);
    const before = value;
    value = objective.measure(question, best);
    inVain = value < before ? 0 : inVain + 1;
    if (value < before) stage.tell(tries / MOST_PARTS, best, bound);
  }
  return best;
}

/** One session without a place or with something to better, and, again and again, whoever is where one of those there are could be. */
function somePart({ question, objective, held }: Stage, options: readonly (readonly Choice[])[], placed: readonly Choice[], most: number, random: Random): Set<number> {
  const table = openTable(question, [], placed, held, objective);
  const sore = [
    ...(countsPlaces(objective) ? options.flatMap((wishes, session) => (table.at[session] === undefined && wishes.length > 0 ? [wishes[0]!] : [])) : []),
    ...placed.filter((choice) => !isWellPlaced(table, choice)),
  ];
  const pick = <Item>(items: readonly Item[]) => items[random(items.length)]!;
  const first = pick(sore.length > 0 ? sore : placed);
  const beside = table.ofCluster[first.cluster]!.filter(({ start }) => Math.abs(start - first.start) < SOON);
  const reached = [...new Set([first, ...beside].map(({ session }) => session))];
  const freed = new Set(reached);
  for (let tries = 0; reached.length < most && tries < most * 10; tries += 1) {
    for (const { session } of sharingADay(table, pick(options[pick(reached)]!))) {
      if (!freed.has(session)) reached.push(session);
      freed.add(session);
    }
  }
  return freed;
}

/** Those who have the place, or some of its day. */
function sharingADay(table: Table, wished: Choice): Choice[] {
  return around(table, wished).filter((other) =>
    (other.facilitator === wished.facilitator && other.facilitatorDay === wished.facilitatorDay) || (other.cluster === wished.cluster && other.clusterDay === wished.clusterDay));
}
