import type { Objective } from './objectives.ts';
import type { Choice, TimetableQuestion } from './question.ts';
import { allInTheWayOf, isFree, openTable, placedIn, put, take, type Held, type Table } from './table.ts';

/**
 * A timetable with more sessions in it: whoever has no place takes one that one other can leave for a place that perhaps
 * a third can leave, and so on, as long as nothing held grows worse. Who could not leave for one is not asked for the
 * next before something has changed, so this takes a moment even where it finds nothing. It need not find all there is.
 */
export function makeRoom(question: TimetableQuestion, choices: readonly Choice[], placed: readonly Choice[], held: readonly Held[], objective: Objective): Choice[] {
  if (choices.some(({ grant }) => grant !== undefined)) return [...placed];
  const table = openTable(question, choices, placed, held, objective);
  let value = objective.measure(question, placed);
  let asked = new Set<number>();
  for (const session of question.sessions.keys()) {
    if (table.at[session] !== undefined) continue;
    const before = placedIn(table);
    if (!settle(table, session, asked)) continue;
    asked = new Set();
    const after = placedIn(table);
    const isKept = objective.measure(question, after) < value && held.every((each) => each.objective.measure(question, after) <= each.value);
    if (isKept) value = objective.measure(question, after);
    else putBack(table, before);
  }
  return placedIn(table);
}

/** Finds a place for a session that has none; others that have made room have theirs. False, and nothing is changed, where there is none. */
function settle(table: Table, session: number, asked: Set<number>): boolean {
  const free = table.options[session]!.find((wished) => isFree(table, wished));
  if (free) {
    put(table, free);
    return true;
  }
  for (const wished of table.options[session]!) {
    for (const other of allInTheWayOf(table, wished)) {
      if (asked.has(other.session) || other.isPinned) continue;
      asked.add(other.session);
      take(table, other);
      put(table, wished);
      if (settle(table, other.session, asked)) return true;
      take(table, wished);
      put(table, other);
    }
  }
  return false;
}

function putBack(table: Table, placed: readonly Choice[]): void {
  for (const choice of placedIn(table)) take(table, choice);
  for (const choice of placed) put(table, choice);
}
