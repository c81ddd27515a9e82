import type { ProgrammeCreated, ProgrammeDocument } from '../../../shared/api/programmes.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { insertCluster, insertFacilitator, setRepresentatives, setTopicsOfFacilitator } from '../../store/people.ts';
import { insertPhase, insertTopic } from '../../store/plan-parts.ts';
import { replaceRules } from '../../store/planning-rules.ts';
import { insertProgramme } from '../../store/programmes.ts';
import { createMissingSessions } from '../../store/sessions.ts';
import { findStaff, insertStaff } from '../../store/staff.ts';
import { asSystem, type CoordinatorAccess } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { refuseCircle, storedRules } from '../planning/planning-rules.ts';

type Keys = Record<string, string>;

/** A whole programme from one document, all or nothing; a session for every cluster × topic of a virtual phase. */
export async function createProgramme(tx: Tx, call: Call, document: ProgrammeDocument): Promise<Result<ProgrammeCreated>> {
  const { access } = call;
  if (access.role !== 'owner' && access.role !== 'coordinator') return refuse('forbidden', 'Only coordinators and the owner of this installation add programmes.');
  const circle = document.planning && refuseCircle(document.planning.orders, 'body.planning.orders');
  if (circle) return circle;
  // Whoever adds a programme runs it, from the first row on.
  const id = asSystem(call.settings.newId('prg'));
  const name = (prefix: string, list: readonly { key: string }[]): Keys =>
    Object.fromEntries(list.map(({ key }) => [key, call.settings.newId(prefix)]));
  const ids = {
    phases: name('pha', document.phases),
    topics: name('top', document.topics),
    facilitators: name('fac', document.facilitators),
    clusters: name('clu', document.clusters),
  };
  await insertProgramme(tx, id, document.programme, call.now);
  await insertPlan(tx, id, document, ids);
  await insertPeople(tx, call, id, document, ids);
  if (access.role === 'coordinator') await coordinateToo(tx, call, access.actor, id);
  if (document.planning) await replaceRules(tx, id, storedRules(document.planning, (key) => ids.topics[key]!));
  const sessions = await createMissingSessions(tx, id, () => call.settings.newId('ses'));
  appendChanges(tx, id, [{
    kind: 'programme.changed', subject: { type: 'programme', id }, data: { created: true }, actor: call.access.actor, audience: { everyone: true },
  }], call.now);
  return accept({ id, ...ids, sessions });
}

/** Whoever adds a programme runs it. */
async function coordinateToo(tx: Tx, call: Call, coordinatorId: string, programmeId: CoordinatorAccess): Promise<void> {
  const coordinator = await findStaff(tx, 'coordinators', coordinatorId);
  if (!coordinator) throw new Error(`${coordinatorId} is no coordinator`);
  await insertStaff(tx, 'coordinators', { ...coordinator, id: call.settings.newId('coo'), programmeId });
}

async function insertPlan(tx: Tx, programmeId: CoordinatorAccess, document: ProgrammeDocument, ids: { phases: Keys; topics: Keys }): Promise<void> {
  for (const { key, name, mode, startsOn, endsOn } of document.phases) {
    await insertPhase(tx, { id: ids.phases[key]!, programmeId, name, mode, startsOn, endsOn });
  }
  for (const { key, name, phase } of document.topics) {
    await insertTopic(tx, { id: ids.topics[key]!, programmeId, name, phaseId: phase === null ? null : ids.phases[phase]! });
  }
}

async function insertPeople(tx: Tx, call: Call, programmeId: CoordinatorAccess, document: ProgrammeDocument, ids: { topics: Keys; facilitators: Keys; clusters: Keys }): Promise<void> {
  for (const facilitator of document.facilitators) {
    const id = ids.facilitators[facilitator.key]!;
    await insertFacilitator(tx, id, programmeId, facilitator);
    await setTopicsOfFacilitator(tx, { id, programmeId }, facilitator.topics.map((key) => ids.topics[key]!));
  }
  for (const cluster of document.clusters) {
    const id = ids.clusters[cluster.key]!;
    await insertCluster(tx, id, programmeId, cluster);
    await setRepresentatives(tx, { id, programmeId }, cluster.representatives.map((each) => ({ id: call.settings.newId('rep'), ...each })));
  }
}
