import { DelayedError } from 'bullmq';
import type { JobsOptions } from 'bullmq';
import type { Instant } from '../domain/interval.ts';
import type { Database } from '../store/database.ts';
import type { Offer } from '../store/deliveries.ts';
import { giveUp, sendInvitation } from '../usecases/deliveries/send-invitation.ts';
import type { PostOffice, Sent } from '../usecases/deliveries/send-invitation.ts';
import type { Log } from './log.ts';
import { nameOf } from './log.ts';
import type { MailProcessor, NamedJob } from './queue-backend.ts';

/** How the queue tries again: `attempts` times in all, after `firstRetryMs`, twice that, four times that, each shortened by chance. */
export interface Patience {
  readonly attempts: number;
  readonly firstRetryMs: number;
}

/** Named after the offer, so that an offer made twice is one job. No `:` in it, and not a number: BullMQ refuses both. */
export function invitationJob({ id, generation }: Offer, { attempts, firstRetryMs }: Patience): NamedJob {
  const opts: JobsOptions = {
    jobId: `inv-${id}-${generation}`,
    attempts,
    // Jitter, so that a thousand letters do not all come back to a mail server that has just recovered.
    backoff: { type: 'exponential', delay: firstRetryMs, jitter: 0.5 },
    removeOnComplete: true,
    removeOnFail: { count: 1000 },
  };
  return { name: 'invitation', data: { deliveryId: id, generation }, opts };
}

export function invitationProcessor(db: Database, office: PostOffice, patience: Patience, log: Log, changed: (programmeId: string) => void): MailProcessor {
  return async (job, token) => {
    const { deliveryId, generation } = job.data;
    const isLast = job.attemptsMade + 1 >= patience.attempts;
    const nextTryAt = office.clock() + patience.firstRetryMs * 2 ** job.attemptsMade as Instant;
    const sent = await sendInvitation(db, { deliveryId, generation, isLast, nextTryAt }, office).catch(async (error: unknown) => {
      log.error({ deliveryId, tries: job.attemptsMade + 1, fault: nameOf(error) }, 'an invitation could not be written');
      if (isLast) await giveUp(db, deliveryId, office.clock);
      // The message goes into the queue's own tables; a database's would carry names and addresses there.
      throw new Error(nameOf(error), { cause: error });
    });
    tell(sent, log, changed);
    if (sent.came === 'busy') {
      await job.moveToDelayed(Date.now() + 100 + Math.floor(Math.random() * 100), token);
      throw new DelayedError();
    }
    if (sent.came === 'later') throw new Error(sent.delivery?.lastError ?? 'later');
    return sent.came;
  };
}

function tell({ came, delivery }: Sent, log: Log, changed: (programmeId: string) => void): void {
  if (!delivery || came === 'idle' || came === 'busy') return;
  const { id, bookingId, lastError, programmeId, sequence, tries } = delivery;
  log.info({ deliveryId: id, bookingId, sequence, tries, ...(lastError === null ? {} : { error: lastError }) }, `invitation ${came}`);
  if (came !== 'later') changed(programmeId);
}
