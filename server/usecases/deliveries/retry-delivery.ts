import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Tx } from '../../store/database.ts';
import { findDelivery, queueAgain } from '../../store/deliveries.ts';
import type { StoredDelivery } from '../../store/deliveries.ts';
import { runs } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { tellOfDelivery } from './send-invitation.ts';

/** Queues an invitation that was given up once more; one that waits already goes on waiting. */
export async function retryDelivery(tx: Tx, call: Call, deliveryId: string): Promise<Result<StoredDelivery>> {
  const delivery = await findDelivery(tx, deliveryId);
  if (!delivery || !runs(call.access, delivery)) return refuse('not-found', 'There is no such delivery.');
  if (delivery.state === 'queued') return accept(delivery);
  if (delivery.state !== 'failed' && delivery.state !== 'bounced') {
    return refuse('policy', delivery.state === 'sent' ? 'This invitation has been sent.' : 'A later invitation has taken the place of this one.');
  }
  const queued = await queueAgain(tx, delivery);
  await tellOfDelivery(tx, queued, call.access.actor, call.now);
  return accept(queued);
}
