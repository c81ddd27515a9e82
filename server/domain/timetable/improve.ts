import { whyNotFits } from './greedy.ts';
import { partitioned, type Objective } from './objectives.ts';
import type { Choice, TimetableQuestion } from './question.ts';

/** An objective and the value that it must not rise above. */
export interface Held {
  readonly objective: Objective;
  readonly value: number;
}

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
  return table.at.flatMap((choice) => choice ?? []);
}

interface Table {
  readonly question: TimetableQuestion;
  readonly options: readonly (readonly Choice[])[];
  readonly at: (Choice | undefined)[];
  readonly ofCluster: Choice[][];
  readonly ofFacilitator: Choice[][];
  readonly held: readonly Held[];
  readonly objective: Objective;
  looks: number;
}

function openTable(question: TimetableQuestion, choices: readonly Choice[], placed: readonly Choice[], held: readonly Held[], objective: Objective): Table {
  const at: (Choice | undefined)[] = question.sessions.map(() => undefined);
  for (const choice of placed) at[choice.session] = choice;
  return {
    question, at, held, objective,
    options: partitioned(question.sessions.length, choices, ({ session }) => session),
    ofCluster: partitioned(question.clusters.length, placed, ({ cluster }) => cluster),
    ofFacilitator: partitioned(question.facilitators.length, placed, ({ facilitator }) => facilitator),
    looks: 0,
  };
}

/** Moves the session to the first place that makes things better, if there is one: a free one, or else one that another can leave. */
function betterPlaceFor(table: Table, session: number): boolean {
  const now = table.at[session];
  if (now && isWellPlaced(table, now)) return false;
  const wishes = table.options[session]!.filter((choice) => choice !== now);
  table.looks += wishes.length;
  const free = wishes.filter((wished) => whyNotFits(table.question, wished, around(table, wished)) === null);
  if (free.some((wished) => helps(table, [wished]))) return true;
  const last = table.looks + MOST_LOOKS_PER_SESSION;
  // With the same facilitator loads stay as they are, which most of what is held asks for.
  const near = wishes.filter((wished) => wished.facilitator === now?.facilitator && !free.includes(wished));
  return near.some((wished) => table.looks < last && makesRoom(table, wished, last));
}

/** Nothing that the objective counts is about this choice: to move it cannot help. */
function isWellPlaced({ question, objective: { parts }, ofCluster, ofFacilitator }: Table, choice: Choice): boolean {
  if (parts === null || parts.together === 'most') return false;
  return (parts.ofChoice?.(question, choice) ?? 0) <= 0
    && (parts.ofCluster?.(question, choice.cluster, ofCluster[choice.cluster]!) ?? 0) === 0
    && (parts.ofFacilitator?.(question, choice.facilitator, ofFacilitator[choice.facilitator]!) ?? 0) === 0;
}

/** Everything that a place could clash with. */
function around({ ofCluster, ofFacilitator }: Table, { cluster, facilitator, session }: Choice): Choice[] {
  return [...ofCluster[cluster]!, ...ofFacilitator[facilitator]!.filter((each) => each.cluster !== cluster)].filter((each) => each.session !== session);
}

/** Whether one other session of the facilitator can go elsewhere with them, so that all together is better. */
function makesRoom(table: Table, wished: Choice, last: number): boolean {
  const others = around(table, wished);
  return others.filter((other) => other.facilitator === wished.facilitator && other.facilitatorDay === wished.facilitatorDay).some((other) => {
    table.looks += 1;
    if (table.looks > last || whyNotFits(table.question, wished, others.filter((each) => each !== other)) !== null) return false;
    return table.options[other.session]!.some((elsewhere) => {
      if (elsewhere === other || elsewhere.facilitator !== other.facilitator || table.looks > last) return false;
      table.looks += 1;
      const beside = [...around(table, elsewhere).filter((each) => each.session !== wished.session), wished];
      return whyNotFits(table.question, elsewhere, beside) === null && helps(table, [wished, elsewhere]);
    });
  });
}

/** Makes these changes if they are better for the objective and worse for nothing held. */
function helps(table: Table, changes: readonly Choice[]): boolean {
  const before = changes.map(({ session }) => table.at[session]);
  const clusters = [...new Set([...changes, ...before].flatMap((choice) => choice?.cluster ?? []))];
  const facilitators = [...new Set([...changes, ...before].flatMap((choice) => choice?.facilitator ?? []))];
  const local = () => [...table.held.map((each) => each.objective), table.objective].map((objective) => localValue(table, objective, changes, clusters, facilitators));
  const had = local();
  swap(table, before, changes);
  const has = local();
  const keeps = table.held.every(({ objective, value }, i) => (objective.parts?.together === 'most' ? has[i]! <= Math.max(value, had[i]!) : has[i]! <= had[i]!));
  if (keeps && has.at(-1)! < had.at(-1)!) return true;
  swap(table, changes, before);
  return false;
}

function localValue({ question, at, ofCluster, ofFacilitator }: Table, { parts }: Objective, changes: readonly Choice[], clusters: readonly number[], facilitators: readonly number[]): number {
  if (parts === null) return 0;
  const values = [
    ...(parts.ofChoice ? changes.map(({ session }) => (at[session] ? parts.ofChoice!(question, at[session]!) : 0)) : []),
    ...(parts.ofCluster ? clusters.map((cluster) => parts.ofCluster!(question, cluster, ofCluster[cluster]!)) : []),
    ...(parts.ofFacilitator ? facilitators.map((facilitator) => parts.ofFacilitator!(question, facilitator, ofFacilitator[facilitator]!)) : []),
  ];
  return values.reduce((total, value) => (parts.together === 'sum' ? total + value : Math.max(total, value)), 0);
}

function swap(table: Table, out: readonly (Choice | undefined)[], into: readonly (Choice | undefined)[]): void {
  for (const choice of out) {
    if (!choice) continue;
    table.at[choice.session] = undefined;
    remove(table.ofCluster[choice.cluster]!, choice);
    remove(table.ofFacilitator[choice.facilitator]!, choice);
  }
  for (const choice of into) {
    if (!choice) continue;
    table.at[choice.session] = choice;
    table.ofCluster[choice.cluster]!.push(choice);
    table.ofFacilitator[choice.facilitator]!.push(choice);
  }
}

function remove(list: Choice[], choice: Choice): void {
  list.splice(list.indexOf(choice), 1);
}
