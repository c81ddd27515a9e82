import type { Choice, TimetableQuestion } from './question.ts';
import type { Objective } from './objectives.ts';
import { around, change, isFree, isFreeBeside, isWellPlaced, openTable, placedIn, type Held, type Table } from './table.ts';

/** No search may take longer than so many changes looked at, in all and for one session: some three seconds at worst. */
const MOST_LOOKS = 300_000;
const MOST_LOOKS_PER_SESSION = 1500;

/**
 * A timetable that is no worse in anything held and better in the objective, by moving one session at a time, or one out
 * of another's way. Proves nothing, and need not find the best; but a solver that starts from here has often no more to
 * do than to prove it.
 */
export function improve(question: TimetableQuestion, choices: readonly Choice[], placed: readonly Choice[], held: readonly Held[], objective: Objective): Choice[] {
  if (objective.parts?.isLocal !== true || objective.measure(question, placed) === 0) return [...placed];
  const table = openTable(question, choices, placed, held, objective);
  for (let isBetter = true; isBetter && table.looks < MOST_LOOKS;) {
    isBetter = false;
    for (let session = 0; session < question.sessions.length && table.looks < MOST_LOOKS; session += 1) {
      if (betterPlaceFor(table, session)) isBetter = true;
    }
  }
  return placedIn(table);
}

/** Moves the session to the first place that makes things better, if there is one: a free one, or else one that another can leave. */
function betterPlaceFor(table: Table, session: number): boolean {
  const now = table.at[session];
  if (now && isWellPlaced(table, now)) return false;
  const wishes = table.options[session]!.filter((choice) => choice !== now);
  table.looks += wishes.length;
  const free = wishes.filter((wished) => isFree(table, wished));
  if (free.some((wished) => change(table, [wished], 1) !== null)) return true;
  const last = table.looks + MOST_LOOKS_PER_SESSION;
  // With the same facilitator loads stay as they are, which most of what is held asks for.
  const near = wishes.filter((wished) => wished.facilitator === now?.facilitator && !free.includes(wished));
  return near.some((wished) => table.looks < last && makesRoom(table, wished, last));
}

/** Whether one other session of the facilitator can go elsewhere with them, so that all together is better. */
function makesRoom(table: Table, wished: Choice, last: number): boolean {
  const others = around(table, wished).filter((other) => other.facilitator === wished.facilitator && other.facilitatorDay === wished.facilitatorDay);
  return others.some((other) => {
    table.looks += 1;
    if (table.looks > last || !isFree(table, wished, other)) return false;
    return table.options[other.session]!.some((elsewhere) => {
      if (elsewhere === other || elsewhere.facilitator !== other.facilitator || table.looks > last) return false;
      table.looks += 1;
      return isFreeBeside(table, elsewhere, wished) && change(table, [wished, elsewhere], 1) !== null;
    });
  });
}
