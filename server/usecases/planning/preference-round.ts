import type { PreferenceRemindersAsked, PreferenceRound } from '../../../shared/api/planning.ts';
import { wallMinutes } from '../../domain/calendar-date.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Mark, MarkedHours } from '../../domain/timetable/marks.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { insertNotices } from '../../store/letters.ts';
import { listClusters } from '../../store/people.ts';
import { hoursAskedAt, noteHoursAsked, preferencesOfProgramme } from '../../store/planning-rules.ts';
import { findProgramme } from '../../store/programmes.ts';
import { coordinates } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { lockForChange, noSuchProgramme } from '../programme/change-programme.ts';

/** Nobody is asked twice within it, however often a coordinator presses. */
const ASKED_ONCE_IN_MS = 3_600_000;

/** Before a plan: which clusters have said what suits them, in the programme's order. */
export async function preferenceRound(db: Queryable, call: Call, programmeId: string): Promise<Result<{ items: PreferenceRound[]; nextCursor: null }>> {
  if (!coordinates(call.access, programmeId) || !await findProgramme(db, programmeId)) return noSuchProgramme();
  const [clusters, marks, asked] = [await listClusters(db, programmeId), await preferencesOfProgramme(db, programmeId), await hoursAskedAt(db, programmeId)];
  const items = clusters.map(({ id }): PreferenceRound => {
    const said = marks[id] ?? [];
    const at = asked.get(id) ?? null;
    return { clusterId: id, preferredMinutes: minutesOf(said, 'preferred'), refusedMinutes: minutesOf(said, 'no'), isMarked: said.length > 0, askedAt: at === null ? null : new Date(at).toISOString() };
  });
  return accept({ items, nextCursor: null });
}

/** Asks the people of clusters that have said nothing yet to mark their hours: one mail to each. */
export async function askForHours(tx: Tx, call: Call, programmeId: string, clusterIds: readonly string[]): Promise<Result<PreferenceRemindersAsked>> {
  const programme = await lockForChange(tx, call, programmeId);
  if (!programme) return noSuchProgramme();
  const clusters = await listClusters(tx, programme.id);
  const unknown = clusterIds.findIndex((id) => !clusters.some((cluster) => cluster.id === id));
  if (unknown >= 0) return refuse('invalid', 'No cluster of this programme has this id.', { errors: [{ path: `body.clusterIds.${unknown}`, message: 'no cluster of this programme has this id' }] });
  const asked = await noteHoursAsked(tx, programme.id, clusterIds, call.now, call.now - ASKED_ONCE_IN_MS as Instant);
  const letters = clusters.filter(({ id }) => asked.has(id)).flatMap(({ name: cluster, representatives }) => representatives.map(({ name, email, language }) => ({
    id: call.settings.newId('ltr'), programmeId: programme.id, recipient: { name, email, language },
    content: { kind: 'hours-asked' as const, programme: programme.name, cluster, path: '/hours' },
  })));
  await insertNotices(tx, letters, call.now);
  // News for coordinators alone: whom they have asked is nobody else's.
  appendChanges(tx, programme.id, [...asked].map((clusterId) => ({
    kind: 'programme.changed', subject: { type: 'preferences', id: clusterId }, data: { clusterId, what: 'asked' }, actor: call.access.actor, audience: {},
  })), call.now);
  return accept({ people: letters.length, clustersWithoutPeople: clusters.filter(({ id, representatives }) => clusterIds.includes(id) && representatives.length === 0).map(({ id }) => id) });
}

function minutesOf(marks: readonly MarkedHours[], wanted: Mark): number {
  return marks.reduce((sum, { mark, from, to }) => (mark === wanted ? sum + wallMinutes(to) - wallMinutes(from) : sum), 0);
}
