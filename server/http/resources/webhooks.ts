import { listOf, Page } from '../../../shared/api/primitives.ts';
import { Webhook, WebhookCreated, WebhookDelivery, WebhookDeliveryFilter, WebhookInput, WebhookPatch, WebhookSecret } from '../../../shared/api/webhooks.ts';
import { addWebhook, changeWebhook, redeliver, removeWebhook, renewWebhookSecret, webhookFor, webhookLog, webhooksFor } from '../../usecases/webhooks/change-webhooks.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

export const webhooks: Endpoint[] = [
  read({ path: '/webhooks', summary: 'List the webhooks of what you run', query: Page, answer: listOf(Webhook) },
    ({ db }, call, { query }) => webhooksFor(db, call, query)),
  write({ method: 'post', path: '/webhooks', summary: 'Have changes sent to an address, signed; the secret is shown this once', body: WebhookInput, answer: WebhookCreated, status: 201 },
    (tx, call, { body }) => addWebhook(tx, call, body)),
  read({ path: '/webhooks/:id', summary: 'Read a webhook', answer: Webhook },
    ({ db }, call, { params }) => webhookFor(db, call, params.id!)),
  write({ method: 'patch', path: '/webhooks/:id', summary: 'Change a webhook, or switch it off or on', body: WebhookPatch, answer: Webhook },
    (tx, call, { params, body, ifVersion }) => changeWebhook(tx, call, { id: params.id!, patch: body, ifVersion })),
  write({ method: 'delete', path: '/webhooks/:id', summary: 'Remove a webhook and its log', answer: null },
    (tx, call, { params, ifVersion }) => removeWebhook(tx, call, { id: params.id!, ifVersion })),
  write({ method: 'post', path: '/webhooks/:id/secret', summary: 'Renew the secret; the one before signs as well for a day', answer: WebhookSecret, status: 201 },
    (tx, call, { params }) => renewWebhookSecret(tx, call, params.id!)),
  read({ path: '/webhooks/:id/deliveries', summary: 'The log: what was sent, and what came of it', query: WebhookDeliveryFilter, answer: listOf(WebhookDelivery) },
    ({ db }, call, { params, query }) => webhookLog(db, call, params.id!, query)),
  write({ method: 'post', path: '/webhooks/:id/deliveries/:deliveryId/redelivery', summary: 'Send one message again, before all that wait', answer: WebhookDelivery, status: 202 },
    (tx, call, { params }) => redeliver(tx, call, params.id!, params.deliveryId!)),
];
