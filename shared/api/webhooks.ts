import { z } from 'zod';
import { ChangeKind } from './changes.ts';
import { Cursor, Email, Id, Version } from './primitives.ts';

/** Where a receiver listens. Whether it is a public address is looked at when it is asked, since names lead elsewhere any day. */
const Address = z.url({ protocol: /^https?$/, error: 'write an address such as https://example.org/hook' }).max(2000)
  .refine((address) => !URL.canParse(address) || (new URL(address).username === '' && new URL(address).password === ''), 'leave user and password out of the address; what is sent is signed');

const Kinds = z.array(ChangeKind).min(1, 'name at least one kind, or leave `kinds` out for all').max(50)
  .refine((kinds) => new Set(kinds).size === kinds.length, 'a kind is named twice');

export const WebhookInput = z.strictObject({
  url: Address,
  /** Without it: the programme you coordinate; for the owner, all programmes. */
  programmeId: Id.optional(),
  /** Without it: all kinds. */
  kinds: Kinds.optional(),
  /** Who is told when the webhook is switched off; without it whoever made it, else the programme's coordinators. */
  contact: Email.optional(),
});

export const WebhookPatch = z.strictObject({
  url: Address,
  kinds: Kinds.nullable(),
  contact: Email.nullable(),
  /** Switched on again, it goes on where it stopped: nothing is left out. */
  on: z.boolean(),
}).partial();

export const Webhook = z.strictObject({
  id: Id,
  programmeId: Id.nullable(),
  url: z.string(),
  kinds: z.array(ChangeKind).nullable(),
  contact: z.string().nullable(),
  on: z.boolean(),
  /** `gone`: the receiver answered 410; `given-up`: it took nothing for 75 hours. */
  offBecause: z.enum(['gone', 'given-up', 'by-hand']).nullable(),
  /** Messages on their way. */
  waiting: z.number().int(),
  createdAt: z.string(),
  version: Version,
});

/** `secret`: `whsec_…`, as Standard Webhooks' libraries take it; shown this once. */
export const WebhookCreated = Webhook.extend({ secret: z.string() });

export const WebhookSecret = z.strictObject({
  secret: z.string(),
  /** Until then what is sent is signed by the secret before as well. */
  previousValidUntil: z.string(),
});

export const WebhookDelivery = z.strictObject({
  /** The `webhook-id` header: the same at every try. */
  id: Id,
  programmeId: Id,
  revision: z.number().int(),
  kind: ChangeKind,
  state: z.enum(['waiting', 'delivered', 'failed']),
  tries: z.number().int(),
  nextTryAt: z.string().nullable(),
  lastStatus: z.number().int().nullable(),
  lastError: z.string().nullable(),
  queuedAt: z.string(),
  triedAt: z.string().nullable(),
});

export const WebhookDeliveryFilter = z.strictObject({
  state: WebhookDelivery.shape.state.optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: Cursor.optional(),
});

export type WebhookInput = z.infer<typeof WebhookInput>;
export type WebhookPatch = z.infer<typeof WebhookPatch>;
export type Webhook = z.infer<typeof Webhook>;
export type WebhookCreated = z.infer<typeof WebhookCreated>;
export type WebhookSecret = z.infer<typeof WebhookSecret>;
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;
export type WebhookDeliveryFilter = z.infer<typeof WebhookDeliveryFilter>;
