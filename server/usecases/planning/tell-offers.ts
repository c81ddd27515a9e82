import type { CoordinatorAccess, Own } from '../../domain/access.ts';
import type { Instant } from '../../domain/interval.ts';
import type { Notice } from '../../domain/notice.ts';
import { attendees } from '../../store/attendees.ts';
import type { Tx } from '../../store/database.ts';
import { insertNotices } from '../../store/letters.ts';
import type { StoredEngagement } from '../../store/situation.ts';
import type { Call } from '../call.ts';
import type { Solvable } from './solve-timetable.ts';

/** Tells each cluster, in one letter to each of its people, of all the times that are kept for it to confirm. */
export async function tellOffers(tx: Tx, call: Call, programmeId: CoordinatorAccess, { situation, topicNames }: Solvable, holds: readonly StoredEngagement[]): Promise<Notice[]> {
  const notices: Own<Notice>[] = [];
  for (const clusterId of new Set(holds.map((hold) => hold.clusterId))) {
    const kept = holds.filter((hold) => hold.clusterId === clusterId).toSorted((a, b) => a.span.start - b.span.start);
    const cluster = situation.sessions.find((session) => session.cluster.id === clusterId)!.cluster.name;
    const places = kept.map(({ sessionId, facilitatorId, span }) => ({
      topic: topicNames[situation.sessions.find(({ id }) => id === sessionId)!.topicId] ?? '',
      facilitator: situation.facilitators.find(({ id }) => id === facilitatorId)!.name,
      span,
    }));
    const until = Math.min(...kept.flatMap(({ expiresAt }) => expiresAt ?? [])) as Instant;
    const { representatives } = await attendees(tx, { programmeId, facilitatorId: kept[0]!.facilitatorId, clusterId });
    notices.push(...representatives.map(({ name, email, language, timeZone }): Own<Notice> => ({
      id: call.settings.newId('ltr'), programmeId, recipient: { name, email, language },
      content: { kind: 'places-kept', programme: situation.name, cluster, path: '/', until, timeZone, places },
    })));
  }
  await insertNotices(tx, notices, call.now);
  return notices;
}
