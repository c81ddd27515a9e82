import type { AuditEntry, AuditFilter } from '../../../shared/api/audit.ts';
import type { Erasure, ErasureInput } from '../../../shared/api/people.ts';
import type { Token, TokenCreated, TokenInput } from '../../../shared/api/tokens.ts';
import type { Webhook, WebhookCreated, WebhookDelivery, WebhookInput, WebhookPatch, WebhookSecret } from '../../../shared/api/webhooks.ts';
import { read, readAll, write } from './http.ts';

/** What is kept and who listens: of a programme's record, of people, of programs. */

export type AuditView = Pick<AuditFilter, 'actor' | 'kind' | 'subject' | 'from' | 'to'>;

export const getAudit = (programmeId: string, view: AuditView, limit: number) => read<{ items: AuditEntry[]; nextCursor: string | null }>(`/programmes/${programmeId}/audit${queryOf({ ...view, limit: String(limit) })}`);
export const auditFile = (programmeId: string, kind: 'csv' | 'json', view: AuditView) => `/api/v1/programmes/${programmeId}/audit.${kind}${queryOf(view)}`;

export const getWebhooks = () => readAll<Webhook>('/webhooks');
export const addWebhook = (body: WebhookInput) => write<WebhookCreated>('/webhooks', { method: 'POST', body });
export const changeWebhook = ({ id, version }: Webhook, body: WebhookPatch) => write<Webhook>(`/webhooks/${id}`, { method: 'PATCH', body, ifMatch: version });
export const removeWebhook = (id: string) => write<undefined>(`/webhooks/${id}`, { method: 'DELETE' });
export const renewWebhookSecret = (id: string) => write<WebhookSecret>(`/webhooks/${id}/secret`, { method: 'POST' });
export const getWebhookLog = (id: string) => read<{ items: WebhookDelivery[]; nextCursor: string | null }>(`/webhooks/${id}/deliveries?limit=100`);
export const redeliver = (id: string, deliveryId: string) => write<WebhookDelivery>(`/webhooks/${id}/deliveries/${deliveryId}/redelivery`, { method: 'POST' });

export const getTokens = () => readAll<Token>('/tokens');
export const addToken = (body: TokenInput) => write<TokenCreated>('/tokens', { method: 'POST', body });
export const revokeToken = (id: string) => write<undefined>(`/tokens/${id}`, { method: 'DELETE' });

export const recordFile = (personId: string) => `/api/v1/people/${personId}/record`;
export const erasePerson = (personId: string, body: ErasureInput) => write<Erasure>(`/people/${personId}/erasure`, { method: 'POST', body });

function queryOf(fields: Record<string, string | undefined>): string {
  const given = Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
