import { z } from 'zod';
import { Id, Name } from './primitives.ts';

/** `read`: every GET; `book`: holds, bookings, attendance and availability; `manage`: every other change. Each only as far as its maker may. */
export const scopes = ['read', 'book', 'manage'] as const;
export const Scope = z.enum(scopes);

export const TokenInput = z.strictObject({
  /** What it is for. */
  name: Name,
  /** Unless named, all: the token then may do what its maker may. */
  scopes: z.array(Scope).min(1, 'name at least one scope').max(scopes.length).refine((list) => new Set(list).size === list.length, 'a scope is named twice')
    .default([...scopes]),
  /** Whole days until it ends. */
  validDays: z.number().int('whole days').min(1).max(366).default(90),
});

export const Token = z.strictObject({
  id: Id,
  name: Name,
  scopes: z.array(Scope),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** To the minute; null before its first use. */
  usedAt: z.string().nullable(),
});
/** `token` is shown this once; where the request is repeated under its Idempotency-Key, it is null. */
export const TokenCreated = z.strictObject({ ...Token.shape, token: z.string().nullable() });

export type Scope = z.infer<typeof Scope>;
export type TokenInput = z.output<typeof TokenInput>;
export type Token = z.infer<typeof Token>;
export type TokenCreated = z.infer<typeof TokenCreated>;
