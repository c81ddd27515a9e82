import type { Invitation } from '../../domain/invitation-content.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Database } from '../../store/database.ts';
import { readToSend } from '../../store/deliveries-content.ts';
import { deliveriesNowOf } from '../../store/deliveries.ts';
import { findPlan } from '../../store/plans.ts';
import { runs } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { publishPlan } from './publish-plan.ts';
import { nameTheSession } from './read-plan.ts';
import { noSuchPlan } from './start-plan.ts';

/**
 * The invitations that publishing would send about one session, exactly: it is published in a transaction that is then
 * undone, so nothing is booked and nothing leaves.
 */
export async function invitationsOfPlan(db: Database, call: Call, planId: string, sessionId: string | undefined): Promise<Result<Invitation[]>> {
  const plan = await findPlan(db, planId);
  if (!plan || !runs(call.access, plan)) return noSuchPlan();
  if (sessionId === undefined) return nameTheSession();
  try {
    return await db.transaction(async (tx) => {
      const published = await publishPlan(tx, call, planId);
      if (!published.ok) throw new Undone(published);
      const { booked, moved } = published.value;
      const booking = [...booked, ...moved].find((each) => each.sessionId === sessionId);
      if (!booking) throw new Undone(refuse('not-found', 'Publishing would tell nobody about this session.'));
      const invitations: Invitation[] = [];
      for (const id of await deliveriesNowOf(tx, { id: booking.bookingId, programmeId: plan.programmeId })) invitations.push((await readToSend(tx, id))!.invitation);
      throw new Undone(accept(invitations));
    });
  } catch (undone) {
    if (undone instanceof Undone) return undone.result;
    throw undone;
  }
}

class Undone extends Error {
  readonly result: Result<Invitation[]>;
  constructor(result: Result<Invitation[]>) {
    super('undone');
    this.result = result;
  }
}
