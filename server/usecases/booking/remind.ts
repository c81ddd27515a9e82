import type { Reminder, RemindersAsked } from '../../../shared/api/coordination.ts';
import type { Cluster } from '../../../shared/api/programmes.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { listClusters } from '../../store/people.ts';
import { askReminder, listReminders } from '../../store/reminders.ts';
import { listSessions, type StoredSession } from '../../store/sessions.ts';
import { findProgramme } from '../../store/programmes.ts';
import { coordinates, type CoordinatorAccess } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { lockForChange, noSuchProgramme } from '../programme/change-programme.ts';

/** A mail waits this long for company: a coordinator who goes down a list reminds nobody six times. */
const GATHER_MS = 10_000;

/** Asks everyone who represents the sessions' clusters to book them: one mail to each person, whatever is asked in a burst. */
export async function remind(tx: Tx, call: Call, programmeId: string, sessionIds: readonly string[]): Promise<Result<RemindersAsked>> {
  const programme = await lockForChange(tx, call, programmeId);
  if (!programme) return noSuchProgramme();
  const sessions = new Map((await listSessions(tx, programme.id, {})).map((session) => [session.id, session]));
  const unknown = sessionIds.findIndex((id) => !sessions.has(id));
  if (unknown >= 0) return refuse('invalid', 'No session of this programme has this id.', { errors: [{ path: `body.sessionIds.${unknown}`, message: 'no session of this programme has this id' }] });
  const open = [...new Set(sessionIds)].map((id) => sessions.get(id)!).filter(({ state }) => state === 'open');
  if (open.length === 0) return refuse('policy', 'None of these sessions is still to be booked; there is nothing to be reminded of.');
  const concerned = (await listClusters(tx, programme.id)).filter(({ id }) => open.some(({ clusterId }) => clusterId === id));
  const asked = await ask(tx, call, programme.id, concerned, open);
  if (asked.length > 0) appendChanges(tx, programme.id, asked.map((id) => changeOf(id, 'queued', call.access.actor)), call.now);
  return accept({ people: asked.length, sessions: open.length, clustersWithoutPeople: concerned.filter(({ representatives }) => representatives.length === 0).map(({ id }) => id) });
}

/** News for coordinators alone: whom they have reminded is nobody else's. */
export function changeOf(reminderId: string, state: string, actor: string): Change {
  return { kind: 'delivery.changed', subject: { type: 'reminder', id: reminderId }, data: { id: reminderId, state }, actor, audience: {} };
}

export async function remindersFor(db: Queryable, call: Call, programmeId: string, { cursor, limit = 200 }: { cursor?: string | undefined; limit?: number | undefined }): Promise<Result<{ items: Reminder[]; nextCursor: string | null }>> {
  if (!coordinates(call.access, programmeId) || !await findProgramme(db, programmeId)) return noSuchProgramme();
  const found = await listReminders(db, programmeId, cursor ?? null, limit + 1);
  return accept({ items: found.slice(0, limit), nextCursor: found.length > limit ? found[limit - 1]?.id ?? null : null });
}

async function ask(tx: Tx, call: Call, programmeId: CoordinatorAccess, clusters: readonly Cluster[], open: readonly StoredSession[]): Promise<string[]> {
  const ids: string[] = [];
  for (const cluster of clusters) {
    const sessionIds = open.filter(({ clusterId }) => clusterId === cluster.id).map(({ id }) => id);
    for (const person of cluster.representatives) {
      ids.push(await askReminder(tx, { id: call.settings.newId('rem'), programmeId, clusterId: cluster.id, personId: person.id, sessionIds }, call.now, call.now + GATHER_MS as Instant));
    }
  }
  return ids;
}
