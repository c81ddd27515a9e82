import type { QuestionAsked } from '../../../shared/api/waiting.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Tx } from '../../store/database.ts';
import { insertNotices } from '../../store/letters.ts';
import { listStaff } from '../../store/staff.ts';
import { findSession } from '../../store/sessions.ts';
import { waitContent } from '../../store/waiting.ts';
import { findCluster } from '../../store/people.ts';
import { actsForCluster, asSystem } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchSession } from './take-slot.ts';

/** Mails a question about a session to whoever coordinates the programme; they answer the person who asked. */
export async function askCoordinator(tx: Tx, call: Call, sessionId: string, text: string): Promise<Result<QuestionAsked>> {
  const session = await findSession(tx, sessionId);
  if (!session || !actsForCluster(call.access, session)) return noSuchSession();
  if (call.access.role !== 'representative') return refuse('forbidden', 'Only people of the cluster ask its coordinator.');
  const [asker, cluster, coordinators] = await Promise.all([
    waitContent(tx, session, call.access.actor), findCluster(tx, session.clusterId), listStaff(tx, 'coordinators', asSystem(session.programmeId)),
  ]);
  if (!asker || !cluster) return noSuchSession();
  if (coordinators.length === 0) return refuse('policy', 'This programme names no coordinator to ask.');
  await insertNotices(tx, coordinators.map(({ name, email, language }) => ({
    id: call.settings.newId('ltr'), programmeId: session.programmeId, recipient: { name, email, language },
    content: { kind: 'question', programme: asker.programme, cluster: cluster.name, topic: asker.topic, path: `/sessions/${sessionId}`, asker: { name: asker.person.name, email: asker.person.email }, text: text.trim() },
  })), call.now);
  return accept({ people: coordinators.length });
}
