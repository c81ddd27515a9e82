import type { Invitation } from '../../domain/invitation-content.ts';
import type { Notice } from '../../domain/notice.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Database, Tx } from '../../store/database.ts';
import { readToSend } from '../../store/deliveries-content.ts';
import { deliveriesNowOf } from '../../store/deliveries.ts';
import { findCluster } from '../../store/people.ts';
import { findPlan } from '../../store/plans.ts';
import { findSession } from '../../store/sessions.ts';
import { runs } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { publish } from './publish-plan.ts';
import { nameTheSession } from './read-plan.ts';
import { noSuchPlan } from './start-plan.ts';

export interface Letters {
  readonly invitations: readonly Invitation[];
  readonly notices: readonly Notice[];
}

/**
 * The letters that publishing would send about one session, exactly: it is published in a transaction that is then
 * undone, so nothing is booked and nothing leaves.
 */
export async function lettersOfPlan(db: Database, call: Call, planId: string, sessionId: string | undefined): Promise<Result<Letters>> {
  const plan = await findPlan(db, planId);
  if (!plan || !runs(call.access, plan)) return noSuchPlan();
  if (sessionId === undefined) return nameTheSession();
  try {
    return await db.transaction(async (tx) => {
      const published = await publish(tx, call, planId);
      if (!published.ok) throw new Undone(published);
      const { publication: { booked, moved, offered }, notices } = published.value;
      if (offered.some((each) => each.sessionId === sessionId)) throw new Undone(accept({ invitations: [], notices: await noticesAbout(tx, sessionId, notices) }));
      const booking = [...booked, ...moved].find((each) => each.sessionId === sessionId);
      if (!booking) throw new Undone(refuse('not-found', 'Publishing would tell nobody about this session.'));
      const invitations: Invitation[] = [];
      for (const id of await deliveriesNowOf(tx, { id: booking.bookingId, programmeId: plan.programmeId })) invitations.push((await readToSend(tx, id))!.invitation);
      throw new Undone(accept({ invitations, notices: [] }));
    });
  } catch (undone) {
    if (undone instanceof Undone) return undone.result;
    throw undone;
  }
}

/** Where clusters confirm each, one letter tells a cluster of all that is kept for it. */
async function noticesAbout(tx: Tx, sessionId: string, notices: readonly Notice[]): Promise<Notice[]> {
  const session = await findSession(tx, sessionId);
  const cluster = session && await findCluster(tx, session.clusterId);
  return notices.filter(({ content }) => content.kind === 'places-kept' && content.cluster === cluster?.name);
}

class Undone extends Error {
  readonly result: Result<Letters>;
  constructor(result: Result<Letters>) {
    super('undone');
    this.result = result;
  }
}
