import type { Instant } from '../../domain/interval.ts';
import { judge, type Answer, type Verdict, type WebhookPost } from '../../domain/webhook.ts';
import type { NumberedChange } from '../../store/changes.ts';
import type { Database } from '../../store/database.ts';
import { leaseWebhooks, messageInTurn, renewLease, writeMessages, writeTry, type Lease, type WebhookMessage } from '../../store/webhook-messages.ts';
import { findWebhook, lockWebhook, switchOff, type StoredWebhook } from '../../store/webhooks.ts';
import type { Settings } from '../call.ts';
import { iso } from '../listing/represent.ts';
import { signedHeaders } from './webhook-signature.ts';

export interface WebhookOffice {
  readonly post: WebhookPost;
  readonly clock: () => Instant;
  readonly settings: Pick<Settings, 'secretKey'>;
  /** From 0 to 1: spreads retries. */
  readonly chance: () => number;
}

/** What became of a round for one webhook. */
export interface Round {
  readonly delivered: number;
  /** `overtaken`: the lease ended meanwhile, and whoever has it now sends and says what came of it. */
  readonly came: 'delivered' | 'later' | 'gone' | 'given-up' | 'overtaken';
  readonly error: string | null;
}

/** Longer than one try may take. */
const LEASE_MS = 60_000;
/** After so many messages others have their turn. */
const BATCH = 100;
/** So many changes at once become messages. */
const WRITTEN_AT_ONCE = 500;

/** Webhooks with something to send now, at most `limit`; they are the caller's to `deliverTo`. */
export async function dueWebhooks(db: Database, now: Instant, limit: number): Promise<Lease[]> {
  return db.transaction((tx) => leaseWebhooks(tx, now, later(now, LEASE_MS), limit));
}

/**
 * Sends what waits for one webhook, in order, until all is sent, a message is not taken, or others should have their turn.
 * At least once: a kill between the receiver's answer and our commit sends the same message, under the same id, again.
 */
export async function deliverTo(db: Database, lease: Lease, office: WebhookOffice, isStopping: () => boolean): Promise<Round> {
  const { webhookId } = lease;
  let delivered = 0;
  let until = lease.until;
  let round: Round = { delivered, came: 'delivered', error: null };
  while (delivered < BATCH && round.came === 'delivered' && !isStopping() && office.clock() < until) {
    const webhook = await findWebhook(db, webhookId);
    const next = webhook?.on ? await nextMessage(db, webhookId, office.clock()) : null;
    if (!webhook || !next) break;
    const body = bodyOf(next.message, next.change);
    const answer = await office.post(webhook.url, { 'Content-Type': 'application/json', ...signedHeaders(office.settings, webhook, next.message.id, body, office.clock()) }, body);
    const renewed = later(office.clock(), LEASE_MS);
    round = await record(db, { webhookId, until }, renewed, next.message, answer, office);
    until = renewed;
    if (round.came === 'delivered') delivered += 1;
  }
  if (round.came !== 'overtaken') await renewLease(db, { webhookId, until }, null);
  return { ...round, delivered };
}

async function nextMessage(db: Database, webhookId: string, now: Instant): Promise<{ message: WebhookMessage; change: NumberedChange } | null> {
  const next = await messageInTurn(db, webhookId, now);
  if (next) return next;
  await db.transaction((tx) => writeMessages(tx, webhookId, now, WRITTEN_AT_ONCE));
  return messageInTurn(db, webhookId, now);
}

/** The same at every try, for as long as the change says the same. */
function bodyOf({ programmeId }: WebhookMessage, { at, kind, ...change }: NumberedChange): string {
  const { revision, subject, data, actor } = change;
  return JSON.stringify({ type: kind, timestamp: iso(at), data: { programmeId, revision, subject, actor, data } });
}

/** Only whoever still has the lease: another has sent the message too by now, and a failure seen here may be its success there. */
async function record(db: Database, lease: Lease, renewed: Instant, message: WebhookMessage, answer: Answer, { chance, clock }: WebhookOffice): Promise<Round> {
  const now = clock();
  const verdict = judge(answer, message.tries + 1, now, chance());
  const error = verdict.came === 'delivered' ? null : whyNot(answer);
  return db.transaction(async (tx) => {
    const webhook = await lockWebhook(tx, message.webhookId);
    if (!await renewLease(tx, lease, renewed)) return { delivered: 0, came: 'overtaken', error: null };
    await writeTry(tx, message, {
      state: stateAfter(verdict.came),
      status: 'status' in answer ? answer.status : null,
      error,
      nextTryAt: verdict.came === 'later' ? verdict.nextTryAt : now,
    }, now);
    if (verdict.came === 'gone' || verdict.came === 'given-up') await off(tx, webhook, verdict.came, now);
    return { delivered: 0, came: verdict.came, error };
  });
}

/** Unless somebody has switched it off, or removed it, meanwhile. */
async function off(tx: Parameters<typeof switchOff>[0], webhook: StoredWebhook | null, because: 'gone' | 'given-up', now: Instant): Promise<void> {
  if (webhook?.on) await switchOff(tx, webhook.id, because, now);
}

function stateAfter(came: Verdict['came']): WebhookMessage['state'] {
  if (came === 'delivered') return 'delivered';
  return came === 'later' ? 'waiting' : 'failed';
}

/** For people, and without what the receiver said: that may be anything. */
function whyNot(answer: Answer): string {
  return 'status' in answer ? `the receiver answered ${answer.status}` : answer.fault;
}

function later(now: Instant, milliseconds: number): Instant {
  return now + milliseconds as Instant;
}
