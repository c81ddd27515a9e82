import type { Objective } from './objectives.ts';
import type { Choice, TimetableQuestion } from './question.ts';
import { seeded, type Random } from './random.ts';
import { change, inTheWayOf, isFree, isFreeBeside, isWellPlaced, openTable, placedIn, type Held, type Table } from './table.ts';

/** How many moves are tried, in all and since the last that helped: half a second, or one. */
const MOST_TRIES = 200_000;
const MOST_IN_VAIN = 50_000;
/** One move in so many may make things a little worse, since some ways down begin with a step up; not more than so far above the best. */
const STEPS_UP = 30;
const HIGHEST = 2;
/** So many places are tried for a session that has to make room. */
const PLACES_TO_LEAVE_FOR = 6;
/** So many places are glanced at to find one with the same facilitator. */
const GLANCES = 12;
/** After so many moves it is looked again which sessions are in bad places. */
const LOOK_AGAIN = 500;

/**
 * A timetable nearer to `goal`, by moving sessions about at random as long as nothing held grows worse and the objective
 * hardly does: many timetables are alike, and from one of them there is a way down. The same at every run. It stops at
 * the goal, which somebody else has proven to be the least.
 */
export function wander(question: TimetableQuestion, choices: readonly Choice[], placed: readonly Choice[], held: readonly Held[], objective: Objective, goal: number): Choice[] {
  let value = objective.measure(question, placed);
  if (objective.parts?.isLocal !== true || value <= goal || choices.some(({ grant }) => grant !== undefined)) return [...placed];
  const table = openTable(question, choices, placed, held, objective);
  const movable = [...table.options.keys()].filter((session) => table.at[session] !== undefined && table.options[session]!.length > 1);
  const random = seeded();
  let best = { value, placed: [...placed], at: 0 };
  let sore: number[] = [];
  for (let tries = 0; best.value > goal && movable.length > 0 && tries < MOST_TRIES && tries - best.at < MOST_IN_VAIN; tries += 1) {
    if (tries % LOOK_AGAIN === 0) sore = movable.filter((session) => !isWellPlaced(table, table.at[session]!));
    const among = tries % 2 === 0 && sore.length > 0 ? sore : movable;
    const wished = placeFor(table, among[random(among.length)]!, random);
    if (wished === table.at[wished.session]) continue;
    const least = random(STEPS_UP) === 0 && value < best.value + HIGHEST ? -1 : 0;
    value -= moveTo(table, wished, least, random) ?? 0;
    if (value < best.value) best = { value, placed: placedIn(table), at: tries };
  }
  return best.placed;
}

/** By how much the objective fell; null when nothing was moved. */
function moveTo(table: Table, wished: Choice, least: number, random: Random): number | null {
  if (isFree(table, wished)) return change(table, [wished], least);
  const inTheWay = inTheWayOf(table, wished);
  if (!inTheWay) return null;
  for (let tries = 0; tries < PLACES_TO_LEAVE_FOR; tries += 1) {
    const elsewhere = placeFor(table, inTheWay.session, random);
    if (elsewhere === inTheWay || !isFreeBeside(table, elsewhere, wished)) continue;
    const fall = change(table, [wished, elsewhere], least);
    if (fall !== null) return fall;
  }
  return null;
}

/** Half of them with the same facilitator: then loads stay as they are, which mostly is asked for. */
function placeFor({ options, at }: Table, session: number, random: Random): Choice {
  const places = options[session]!;
  let place = places[random(places.length)]!;
  if (random(2) === 0) return place;
  for (let tries = 0; tries < GLANCES && place.facilitator !== at[session]?.facilitator; tries += 1) place = places[random(places.length)]!;
  return place;
}
