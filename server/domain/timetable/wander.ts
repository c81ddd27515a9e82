import type { Objective } from './objectives.ts';
import type { Choice, TimetableQuestion } from './question.ts';
import { around, change, isFree, isFreeBeside, openTable, placedIn, type Held, type Table } from './table.ts';

/** How many moves are tried for each session, in all and since the last that helped: two seconds or three for six hundred. */
const MOST_TRIES = 400;
const MOST_IN_VAIN = 60;
/** So many places are tried for a session that has to make room. */
const PLACES_TO_LEAVE_FOR = 6;

/**
 * A timetable nearer to `goal`, by moving sessions about at random as long as nothing held grows worse and the objective
 * does not either: many timetables are alike, and from one of them there is a way down. The same at every run. It stops
 * at the goal, which somebody else has proven to be the least.
 */
export function wander(question: TimetableQuestion, choices: readonly Choice[], placed: readonly Choice[], held: readonly Held[], objective: Objective, goal: number): Choice[] {
  let value = objective.measure(question, placed);
  if (objective.parts?.together !== 'sum' || value <= goal) return [...placed];
  const table = openTable(question, choices, placed, held, objective);
  const sessions = [...table.options.keys()].filter((session) => table.at[session] !== undefined && table.options[session]!.length > 1);
  const random = seeded();
  let helped = 0;
  for (let tries = 0; value > goal && tries < sessions.length * MOST_TRIES && tries - helped < sessions.length * MOST_IN_VAIN; tries += 1) {
    const options = table.options[sessions[random(sessions.length)]!]!;
    const wished = options[random(options.length)]!;
    const fall = wished === table.at[wished.session] ? null : moveTo(table, wished, random);
    if (fall === null || fall === 0) continue;
    value -= fall;
    helped = tries;
  }
  return placedIn(table);
}

/** By how much the objective fell; null when nothing was moved. */
function moveTo(table: Table, wished: Choice, random: Random): number | null {
  if (isFree(table, wished)) return change(table, [wished], 0);
  const inTheWay = around(table, wished).find((other) => isFree(table, wished, other));
  if (!inTheWay) return null;
  const places = table.options[inTheWay.session]!;
  for (let tries = 0; tries < PLACES_TO_LEAVE_FOR; tries += 1) {
    const elsewhere = places[random(places.length)]!;
    if (elsewhere === inTheWay || !goTogether(table.question, elsewhere, wished) || !isFreeBeside(table, elsewhere, wished)) continue;
    const fall = change(table, [wished, elsewhere], 0);
    if (fall !== null) return fall;
  }
  return null;
}

function goTogether({ length }: TimetableQuestion, a: Choice, b: Choice): boolean {
  return (a.facilitator !== b.facilitator && a.cluster !== b.cluster) || Math.abs(a.start - b.start) >= length;
}

type Random = (below: number) => number;

/** Numbers without pattern and without chance: xorshift, always from the same seed. */
function seeded(): Random {
  let state = 0x9e3779b9;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
