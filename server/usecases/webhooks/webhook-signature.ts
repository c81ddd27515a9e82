import { createHmac } from 'node:crypto';
import type { Instant } from '../../domain/interval.ts';
import type { StoredWebhook } from '../../store/webhooks.ts';
import type { Settings } from '../call.ts';

/** `whsec_` and 256 bits in base64, derived from the installation's key: it is shown once, stored nowhere, and gone when renewed. */
export function webhookSecret(settings: Pick<Settings, 'secretKey'>, webhookId: string, generation: number): string {
  return `whsec_${keyOf(settings, webhookId, generation).toString('base64')}`;
}

/** The three headers of Standard Webhooks 1.0. While a secret is being changed both sign, the present one first. */
export function signedHeaders(settings: Pick<Settings, 'secretKey'>, webhook: StoredWebhook, messageId: string, body: string, now: Instant): Record<string, string> {
  const timestamp = Math.floor(now / 1000);
  const { id, previousSecretUntil, secretGeneration } = webhook;
  const hasTwo = secretGeneration > 0 && previousSecretUntil !== null && previousSecretUntil > now;
  const generations = hasTwo ? [secretGeneration, secretGeneration - 1] : [secretGeneration];
  const signatures = generations.map((generation) =>
    `v1,${createHmac('sha256', keyOf(settings, id, generation)).update(`${messageId}.${timestamp}.${body}`).digest('base64')}`);
  return { 'webhook-id': messageId, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures.join(' ') };
}

function keyOf({ secretKey }: Pick<Settings, 'secretKey'>, webhookId: string, generation: number): Buffer {
  return createHmac('sha256', secretKey).update(JSON.stringify(['webhook', webhookId, generation])).digest();
}
