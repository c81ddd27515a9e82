import type { Database } from '../store/database.ts';
import type { Lease } from '../store/webhook-messages.ts';
import { deliverTo, dueWebhooks, type Round, type WebhookOffice } from '../usecases/webhooks/deliver-webhooks.ts';
import { tellOfWebhook, type NoticeOffice } from '../usecases/webhooks/tell-of-webhook.ts';
import { nameOf, type Log } from './log.ts';
import { startRelayLoop } from './relay-loop.ts';

export interface WebhookQueue {
  /** After a commit that may have something to tell. */
  wake(): void;
  /** Waits for what is being sent. */
  stop(): Promise<void>;
}

/** So many receivers are sent to at once: a slow one holds up nobody else. */
const CONCURRENCY = 8;

/**
 * Sends numbered changes to webhooks. No queue stands between: the changes are the outbox, a lease says who sends, and the
 * order per receiver, which a queue of jobs would not keep, is that of the rows.
 */
export function startWebhookQueue(db: Database, office: WebhookOffice & NoticeOffice, log: Log, pollMs = 1000): WebhookQueue {
  const running = new Set<Promise<void>>();
  let stopping = false;

  const deliver = async (lease: Lease) => {
    const { webhookId } = lease;
    try {
      tell(webhookId, await deliverTo(db, lease, office, () => stopping), log);
    } catch (error) {
      // The lease lapses, and with it the reason to wait.
      log.warn({ webhookId, fault: nameOf(error) }, 'a webhook could not be served; trying again');
    }
  };
  const begin = (lease: Lease) => {
    const work = deliver(lease).finally(() => {
      running.delete(work);
      loop.wake();
    });
    running.add(work);
  };
  const loop = startRelayLoop(async () => {
    const free = CONCURRENCY - running.size;
    if (free > 0) for (const lease of await dueWebhooks(db, office.clock(), free)) begin(lease);
    return tellOfWebhook(db, office, log);
  }, pollMs, log, 'webhooks could not be looked for');

  return {
    wake: loop.wake,
    async stop() {
      stopping = true;
      await loop.stop();
      await Promise.all(running);
    },
  };
}

function tell(webhookId: string, { came, delivered, error }: Round, log: Log): void {
  if (delivered === 0 && came === 'delivered') return;
  log.info({ webhookId, delivered, ...(error !== null && { error }) }, `webhook ${came}`);
}
