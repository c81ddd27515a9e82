import type { PlanningDocument, PlanningRules, Preferences, PreferencesInput } from '../../../shared/api/planning.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { faultIn } from '../../domain/timetable/topic-order.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { findCluster, type StoredCluster } from '../../store/people.ts';
import { listTopics } from '../../store/plan-parts.ts';
import { findPreferences, findRules, replacePreferences, replaceRules, type StoredRules } from '../../store/planning-rules.ts';
import { actsForCluster, seesProgramme, coordinates, type Own } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { lockForChange, noSuchProgramme, stale, tell } from '../programme/change-programme.ts';

/** What the programme asks of its timetables. */
export async function rulesOfProgramme(db: Queryable, call: Call, programmeId: string): Promise<Result<PlanningRules>> {
  if (!coordinates(call.access, programmeId) || !await seesProgramme(db, call.access, programmeId)) return noSuchProgramme();
  return accept(planningDocument(await findRules(db, programmeId), (id) => id));
}

/** Replaces them all. Plans made before stay as they are until they are solved again. */
export async function setRules(tx: Tx, call: Call, programmeId: string, input: PlanningRules): Promise<Result<PlanningRules>> {
  const programme = await lockForChange(tx, call, programmeId);
  if (!programme) return noSuchProgramme();
  const known = new Set((await listTopics(tx, programme.id)).map(({ id }) => id));
  const stray = input.orders.findIndex(({ before, after }) => !known.has(before) || !known.has(after));
  if (stray >= 0) {
    const path = `body.orders.${stray}.${known.has(input.orders[stray]!.before) ? 'after' : 'before'}`;
    return refuse('invalid', `${path}: no topic of this programme has this id.`, { errors: [{ path, message: 'no topic of this programme has this id' }] });
  }
  const circle = refuseCircle(input.orders, 'body.orders');
  if (circle) return circle;
  await replaceRules(tx, programme.id, storedRules(input, (id) => id));
  await tell(tx, call, programme.id, 'planning', programmeId, { changed: Object.keys(input) });
  return accept(input);
}

/** No topic may come, by whatever way, before itself. */
export function refuseCircle(orders: PlanningRules['orders'], path: string): Refusal | null {
  const fault = faultIn(orders);
  if (!fault) return null;
  const at = `${path}.${fault.index}.after`;
  return refuse('invalid', `${at}: ${fault.message}.`, { errors: [{ path: at, message: fault.message }] });
}

/** As written in a programme's document. */
export function storedRules({ facilitators, orders, confirmWithinHours, holidaysWorked }: PlanningRules | PlanningDocument, topicId: (key: string) => string): StoredRules {
  return {
    facilitatorRule: facilitators,
    orders: orders.map(({ before, after, minimumGapMinutes }) => ({ beforeTopicId: topicId(before), afterTopicId: topicId(after), minimumGapMinutes })),
    confirmWithinHours, holidaysWorked,
  };
}

/** The same in the words of the contract. */
export function planningDocument({ facilitatorRule, orders, confirmWithinHours, holidaysWorked }: StoredRules, nameOf: (topicId: string) => string): PlanningRules {
  return {
    facilitators: facilitatorRule,
    orders: orders.map(({ beforeTopicId, afterTopicId, minimumGapMinutes }) => ({ before: nameOf(beforeTopicId), after: nameOf(afterTopicId), minimumGapMinutes })),
    confirmWithinHours, holidaysWorked,
  };
}

/** The hours that a cluster prefers, can do, and cannot. */
export async function preferencesOfCluster(db: Queryable, call: Call, clusterId: string): Promise<Result<Preferences>> {
  const cluster = await ownCluster(db, call, clusterId);
  return cluster ? accept({ clusterId, timeZone: cluster.timeZone, ...await findPreferences(db, cluster) }) : noSuchCluster();
}

/** Replaces them all. Nobody must race for hours: a plan looks at everyone's marks at once. */
export async function setPreferences(tx: Tx, call: Call, input: { clusterId: string; marks: PreferencesInput['marks']; ifVersion: number | null }): Promise<Result<Preferences>> {
  const { clusterId, marks, ifVersion } = input;
  const cluster = await ownCluster(tx, call, clusterId);
  if (!cluster) return noSuchCluster();
  if (!await replacePreferences(tx, cluster, marks, ifVersion)) return stale('list of hours');
  appendChanges(tx, cluster.programmeId, [{
    kind: 'programme.changed', subject: { type: 'preferences', id: clusterId }, data: { clusterId }, actor: call.access.actor, audience: { clusterIds: [clusterId] },
  }], call.now);
  return preferencesOfCluster(tx, call, clusterId);
}

async function ownCluster(db: Queryable, { access }: Call, clusterId: string): Promise<Own<StoredCluster> | null> {
  const found = await findCluster(db, clusterId);
  const cluster = found && { ...found, clusterId };
  return cluster && actsForCluster(access, cluster) ? cluster : null;
}

function noSuchCluster() {
  return refuse('not-found', 'There is no such cluster.');
}
