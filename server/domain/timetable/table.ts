import { whyNotFits } from './greedy.ts';
import { partitioned, type Objective } from './objectives.ts';
import type { Choice, TimetableQuestion } from './question.ts';
import { placesOn } from './rules.ts';

/** An objective and the value that it must not rise above. */
export interface Held {
  readonly objective: Objective;
  readonly value: number;
}

/** A timetable that is being changed place by place. */
export interface Table {
  readonly question: TimetableQuestion;
  /** By session. */
  readonly options: readonly (readonly Choice[])[];
  readonly at: (Choice | undefined)[];
  readonly ofCluster: Choice[][];
  readonly ofFacilitator: Choice[][];
  readonly held: readonly Held[];
  readonly objective: Objective;
  /** Nothing but spans and days decides what goes together: no order of topics, no one facilitator, nothing that has to be allowed. */
  readonly isPlain: boolean;
  /** Changes looked at so far. */
  looks: number;
}

export function openTable(question: TimetableQuestion, choices: readonly Choice[], placed: readonly Choice[], held: readonly Held[], objective: Objective): Table {
  const at: (Choice | undefined)[] = question.sessions.map(() => undefined);
  for (const choice of placed) at[choice.session] = choice;
  return {
    question, at, held, objective,
    isPlain: question.orders.length === 0 && question.facilitatorRule !== 'same' && choices.every(({ grant }) => grant === undefined),
    options: partitioned(question.sessions.length, choices, ({ session }) => session),
    ofCluster: partitioned(question.clusters.length, placed, ({ cluster }) => cluster),
    ofFacilitator: partitioned(question.facilitators.length, placed, ({ facilitator }) => facilitator),
    looks: 0,
  };
}

export function placedIn({ at }: Table): Choice[] {
  return at.flatMap((choice) => choice ?? []);
}

/** Nothing that the objective counts is about this choice: to move it cannot help. */
export function isWellPlaced({ question, objective: { parts }, ofCluster, ofFacilitator }: Table, choice: Choice): boolean {
  if (parts === null || parts.together === 'most') return false;
  return (parts.ofChoice?.(question, choice) ?? 0) <= 0
    && (parts.ofCluster?.(question, choice.cluster, ofCluster[choice.cluster]!) ?? 0) === 0
    && (parts.ofFacilitator?.(question, choice.facilitator, ofFacilitator[choice.facilitator]!) ?? 0) === 0;
}

/** Whether a place is free beside all others; `gone` is out of the way. */
export function isFree(table: Table, wished: Choice, gone?: Choice): boolean {
  return table.isPlain ? fitsPlainly(table, wished, gone?.session) : whyNotFits(table.question, wished, around(table, wished, gone)) === null;
}

/** The same once another session has gone to its new place. */
export function isFreeBeside(table: Table, wished: Choice, moved: Choice): boolean {
  if (table.isPlain) return fitsPlainly(table, wished, moved.session, moved);
  const others = around(table, wished).filter(({ session }) => session !== moved.session);
  return whyNotFits(table.question, wished, [...others, moved]) === null;
}

/** What `whyNotFits` says, without making lists: this is asked millions of times. `moved` is where the session that is out of the way has gone. */
function fitsPlainly({ question, ofCluster, ofFacilitator }: Table, wished: Choice, gone?: number, moved?: Choice): boolean {
  const { cluster, facilitator, session, start, clusterDay, facilitatorDay } = wished;
  const protectedLength = question.bufferBefore + question.length + question.bufferAfter;
  let given = 0;
  for (const other of ofFacilitator[facilitator]!) {
    if (other.session === session || other.session === gone) continue;
    if (Math.abs(other.start - start) < protectedLength) return false;
    if (other.facilitatorDay === facilitatorDay) given += 1;
  }
  if (moved?.facilitator === facilitator) {
    if (Math.abs(moved.start - start) < protectedLength) return false;
    if (moved.facilitatorDay === facilitatorDay) given += 1;
  }
  if (given >= placesOn(question.facilitators[facilitator]!, facilitatorDay)) return false;
  let had = 0;
  for (const other of ofCluster[cluster]!) {
    if (other.session === session || other.session === gone) continue;
    if (Math.abs(other.start - start) < question.length) return false;
    if (other.clusterDay === clusterDay) had += 1;
  }
  if (moved?.cluster === cluster) {
    if (Math.abs(moved.start - start) < question.length) return false;
    if (moved.clusterDay === clusterDay) had += 1;
  }
  return had < placesOn(question.clusters[cluster]!, clusterDay);
}

/** The first of whom a place would be free, once they have gone elsewhere. */
export function inTheWayOf(table: Table, wished: Choice): Choice | undefined {
  return around(table, wished).find((other) => isInTheWayOf(table, wished, other));
}

/** Everyone of whom that is so. */
export function allInTheWayOf(table: Table, wished: Choice): Choice[] {
  return around(table, wished).filter((other) => isInTheWayOf(table, wished, other));
}

function isInTheWayOf(table: Table, wished: Choice, other: Choice): boolean {
  return (other.cluster === wished.cluster || other.facilitatorDay === wished.facilitatorDay) && isFree(table, wished, other);
}

/** Everything that a place could clash with. */
export function around({ ofCluster, ofFacilitator }: Table, { cluster, facilitator, session }: Choice, gone?: Choice): Choice[] {
  const others: Choice[] = [];
  for (const each of ofCluster[cluster]!) if (each.session !== session && each !== gone) others.push(each);
  for (const each of ofFacilitator[facilitator]!) if (each.cluster !== cluster && each.session !== session && each !== gone) others.push(each);
  return others;
}

/** Makes these changes if the objective falls by so much at least and nothing held grows worse; answers by how much it fell, or null. */
export function change(table: Table, changes: readonly Choice[], least: number): number | null {
  const before = changes.map(({ session }) => table.at[session]);
  const clusters = partiesOf(changes, before, 'cluster');
  const facilitators = partiesOf(changes, before, 'facilitator');
  const valueOf = (objective: Objective) => localValue(table, objective, changes, clusters, facilitators);
  const objectives = [table.objective, ...table.held.map(({ objective }) => objective)];
  const had = objectives.map(valueOf);
  swap(table, before, changes);
  const fall = had[0]! - valueOf(table.objective);
  const isKept = fall >= least && table.held.every(({ objective, value }, i) => {
    const has = valueOf(objective);
    return has <= had[i + 1]! || (objective.parts?.together === 'most' && has <= value);
  });
  if (isKept) return fall;
  swap(table, changes, before);
  return null;
}

function partiesOf(changes: readonly Choice[], before: readonly (Choice | undefined)[], party: 'cluster' | 'facilitator'): number[] {
  const parties: number[] = [];
  for (const choice of changes) if (!parties.includes(choice[party])) parties.push(choice[party]);
  for (const choice of before) if (choice && !parties.includes(choice[party])) parties.push(choice[party]);
  return parties;
}

function localValue({ question, at, ofCluster, ofFacilitator }: Table, { parts }: Objective, changes: readonly Choice[], clusters: readonly number[], facilitators: readonly number[]): number {
  if (parts === null) return 0;
  let total = 0;
  const add = (value: number) => { total = parts.together === 'sum' ? total + value : Math.max(total, value); };
  if (parts.ofChoice) for (const { session } of changes) if (at[session]) add(parts.ofChoice(question, at[session]!));
  if (parts.ofCluster) for (const cluster of clusters) add(parts.ofCluster(question, cluster, ofCluster[cluster]!));
  if (parts.ofFacilitator) for (const facilitator of facilitators) add(parts.ofFacilitator(question, facilitator, ofFacilitator[facilitator]!));
  return total;
}

function swap(table: Table, out: readonly (Choice | undefined)[], into: readonly (Choice | undefined)[]): void {
  for (const choice of out) if (choice) take(table, choice);
  for (const choice of into) if (choice) put(table, choice);
}

/** Takes a session out of its place. */
export function take(table: Table, choice: Choice): void {
  table.at[choice.session] = undefined;
  remove(table.ofCluster[choice.cluster]!, choice);
  remove(table.ofFacilitator[choice.facilitator]!, choice);
}

/** Puts a session that has none into a place. */
export function put(table: Table, choice: Choice): void {
  table.at[choice.session] = choice;
  table.ofCluster[choice.cluster]!.push(choice);
  table.ofFacilitator[choice.facilitator]!.push(choice);
}

function remove(list: Choice[], choice: Choice): void {
  list.splice(list.indexOf(choice), 1);
}
