import type { Webhook, WebhookCreated, WebhookDelivery, WebhookDeliveryFilter, WebhookInput, WebhookPatch, WebhookSecret } from '../../../shared/api/webhooks.ts';
import { addMinutes } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { SECRET_OVERLAP_MINUTES } from '../../domain/webhook.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { findProgramme } from '../../store/programmes.ts';
import { listMessages, queueMessageAgain, resumeMessages, type WebhookMessage } from '../../store/webhook-messages.ts';
import { deleteWebhook, findWebhook, insertWebhook, listWebhooks, lockWebhook, renewSecret, updateWebhook, type StoredWebhook } from '../../store/webhooks.ts';
import { coordinates, programmesOf, runsReceiver, type Receiver } from '../signing-in/access.ts';
import { asksForNewSignIn } from '../signing-in/fresh.ts';
import type { Call } from '../call.ts';
import { isStale, noSuchProgramme, stale, withoutUndefined, type Removal } from '../programme/change-programme.ts';
import { iso } from '../listing/represent.ts';
import { webhookSecret } from './webhook-signature.ts';

/** Receivers of changes: the owner's of all programmes, and each programme's own. */

const PAGE = 100;
/** Of what one caller runs: each hears of every change, and is tried for days. */
const MOST = 50;

export async function webhooksFor(db: Queryable, { access }: Call, { cursor, limit = PAGE }: { cursor?: string | undefined; limit?: number | undefined }): Promise<Result<{ items: Webhook[]; nextCursor: string | null }>> {
  if (access.role !== 'owner' && access.role !== 'coordinator') return accept({ items: [], nextCursor: null });
  const found = await listWebhooks(db, programmesOf(access), cursor ?? null, limit + 1);
  return accept({ items: found.slice(0, limit).map(representWebhook), nextCursor: found.length > limit ? found[limit - 1]?.id ?? null : null });
}

export async function webhookFor(db: Queryable, call: Call, id: string): Promise<Result<Webhook>> {
  const webhook = await findWebhook(db, id);
  return webhook && runsReceiver(call.access, webhook) ? accept(representWebhook(webhook)) : noSuchWebhook();
}

export async function addWebhook(tx: Tx, call: Call, input: WebhookInput): Promise<Result<WebhookCreated>> {
  const { access, now, settings } = call;
  if (access.role !== 'owner' && access.role !== 'coordinator') return refuse('forbidden', 'Webhooks are for those who run a programme.');
  const programmeId = input.programmeId ?? (access.role === 'owner' ? null : access.programmeId);
  if (programmeId !== null && (!coordinates(access, programmeId) || !await findProgramme(tx, programmeId))) return noSuchProgramme();
  const refused = asksForNewSignIn(call) ?? refusedAddress(call, input.url);
  if (refused) return refused;
  if ((await listWebhooks(tx, programmeId === null ? null : [programmeId], null, MOST)).length >= MOST) return refuse('policy', `There are ${MOST} webhooks already. Remove one that is no longer used.`);
  const id = settings.newId('whk');
  const made = { id, programmeId, url: input.url, kinds: input.kinds ?? null, contact: input.contact ?? null, createdBy: access.actor };
  if (!runsReceiver(access, made)) return noSuchProgramme();
  await insertWebhook(tx, made, now);
  await tellOf(tx, call, made, 'added');
  return accept({ ...representWebhook((await findWebhook(tx, id))!), secret: webhookSecret(settings, id, 0) });
}

/** Switched on again it goes on where it stopped: what had been given up is sent first. */
export async function changeWebhook(tx: Tx, call: Call, input: { id: string; patch: WebhookPatch; ifVersion: number | null }): Promise<Result<Webhook>> {
  const webhook = await lockFor(tx, call, input.id);
  if (!webhook) return noSuchWebhook();
  if (isStale(webhook, input.ifVersion)) return stale('webhook');
  const refused = input.patch.url === undefined || input.patch.url === webhook.url ? null : asksForNewSignIn(call) ?? refusedAddress(call, input.patch.url);
  if (refused) return refused;
  const changed = { ...webhook, ...withoutUndefined(input.patch) } as typeof webhook;
  changed.offBecause = changed.on ? null : webhook.offBecause ?? 'by-hand';
  await updateWebhook(tx, changed);
  if (changed.on && !webhook.on) await resumeMessages(tx, webhook, call.now);
  await tellOf(tx, call, webhook, 'changed');
  return webhookFor(tx, call, webhook.id);
}

export async function removeWebhook(tx: Tx, call: Call, { id, ifVersion }: Removal): Promise<Result<null>> {
  const webhook = await lockFor(tx, call, id);
  if (!webhook) return noSuchWebhook();
  if (isStale(webhook, ifVersion)) return stale('webhook');
  await deleteWebhook(tx, webhook);
  await tellOf(tx, call, webhook, 'removed');
  return accept(null);
}

/** A new secret, shown this once; what is sent in the next day carries the signature of the old one too. */
export async function renewWebhookSecret(tx: Tx, call: Call, id: string): Promise<Result<WebhookSecret>> {
  const webhook = await lockFor(tx, call, id);
  const tooLongAgo = webhook && asksForNewSignIn(call);
  if (!webhook || tooLongAgo) return tooLongAgo ?? noSuchWebhook();
  const until = addMinutes(call.now, SECRET_OVERLAP_MINUTES);
  await renewSecret(tx, webhook, until);
  await tellOf(tx, call, webhook, 'secret renewed');
  return accept({ secret: webhookSecret(call.settings, id, webhook.secretGeneration + 1), previousValidUntil: iso(until) });
}

export async function webhookLog(db: Queryable, call: Call, id: string, { cursor, limit = PAGE, state }: WebhookDeliveryFilter): Promise<Result<{ items: WebhookDelivery[]; nextCursor: string | null }>> {
  const webhook = await findWebhook(db, id);
  if (!webhook || !runsReceiver(call.access, webhook)) return noSuchWebhook();
  const found = await listMessages(db, webhook, { state: state ?? null, before: cursor ?? null, limit: limit + 1 });
  return accept({ items: found.slice(0, limit).map(representMessage), nextCursor: found.length > limit ? found[limit - 1]?.id ?? null : null });
}

/** Sends one message again, before all that wait. Its id is the same: a receiver that has had it knows it. */
export async function redeliver(tx: Tx, call: Call, id: string, messageId: string): Promise<Result<WebhookDelivery>> {
  const webhook = await lockFor(tx, call, id);
  if (!webhook) return noSuchWebhook();
  if (!webhook.on) return refuse('policy', 'This webhook is off. Switch it on first; what was given up is then sent by itself.');
  const queued = await queueMessageAgain(tx, webhook, messageId, call.now);
  return queued ? accept(representMessage(queued)) : refuse('not-found', 'This webhook has no such delivery.');
}

async function lockFor(tx: Tx, call: Call, id: string): Promise<Receiver<StoredWebhook> | null> {
  const webhook = await lockWebhook(tx, id);
  return webhook && runsReceiver(call.access, webhook) ? webhook : null;
}

function noSuchWebhook(): Refusal {
  return refuse('not-found', 'There is no such webhook.');
}

/** What is plain to see is refused at once; where a name leads is looked at whenever it is asked. */
function refusedAddress({ settings }: Call, url: string): Refusal | null {
  if (!settings.isOffLimits(url)) return null;
  return refuse('invalid', 'This address is not on the public internet.', {
    errors: [{ path: 'body.url', message: 'use a public address on port 80 or 443; the operator can allow a host of their own network with ALLOW_PRIVATE_HOSTS' }],
  });
}

/** Who set up what, for the programme's record; coordinators alone hear of it. */
async function tellOf(tx: Tx, call: Call, { id, programmeId }: { id: string; programmeId: string | null }, what: string): Promise<void> {
  if (programmeId === null || !coordinates(call.access, programmeId)) return;
  appendChanges(tx, programmeId, [{
    kind: 'programme.changed', subject: { type: 'webhook', id }, data: { what }, actor: call.access.actor, audience: {},
  }], call.now);
}

function representWebhook({ secretGeneration: _generation, previousSecretUntil: _until, createdBy: _maker, createdAt, ...rest }: StoredWebhook): Webhook {
  return { ...rest, createdAt: iso(createdAt) };
}

function representMessage({ webhookId: _mine, nextTryAt, queuedAt, triedAt, ...rest }: WebhookMessage): WebhookDelivery {
  return { ...rest, nextTryAt: rest.state === 'waiting' ? iso(nextTryAt) : null, queuedAt: iso(queuedAt), triedAt: triedAt === null ? null : iso(triedAt) };
}
