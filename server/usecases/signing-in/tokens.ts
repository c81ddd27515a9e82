import type { Scope, Token, TokenCreated, TokenInput } from '../../../shared/api/tokens.ts';
import { addMinutes, type Instant } from '../../domain/interval.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import type { Person } from '../../store/signing-people.ts';
import { deleteToken, findToken, insertToken, listTokens, touchToken, type Holder, type StoredToken } from '../../store/tokens.ts';
import type { Access } from './access.ts';
import { asksForNewSignIn } from './fresh.ts';
import type { Call } from '../call.ts';
import { iso } from '../listing/represent.ts';
import { hashOf, newSecret } from './sign-in.ts';

/** Tokens for programs: they do what their maker may, as far as their scopes go. */

/** What a token begins with, so that one that was published by mistake is found. */
const PREFIX = 'vsv_';
/** Of one person; the owner's are for whoever runs the installation to count. */
const MOST = 50;
const DAY_MINUTES = 24 * 60;
/** How exactly its last use is known. */
const USED_MS = 60_000;

export function isAccessToken(token: string): boolean {
  return token.startsWith(PREFIX);
}

/** Whom a token acts as: a person, or the owner (null). */
export async function holderOf(db: Queryable, token: string, now: Instant): Promise<{ id: string; scopes: readonly Scope[]; person: Person | null } | null> {
  const found = await findToken(db, hashOf(token), now);
  if (found && (found.usedAt === null || now - found.usedAt > USED_MS)) await touchToken(db, found.id, now);
  return found;
}

export async function tokensOf(db: Queryable, { access, now }: Call): Promise<Result<Token[]>> {
  return accept((await listTokens(db, holderFrom(access), now)).map(represent));
}

export async function createToken(tx: Tx, call: Call, { name, scopes, validDays }: TokenInput): Promise<Result<TokenCreated>> {
  const tooLongAgo = asksForNewSignIn(call);
  if (tooLongAgo) return tooLongAgo;
  const { access, now, settings } = call;
  const mine = access.role === 'owner' ? [] : await listTokens(tx, holderFrom(access), now);
  if (mine.length >= MOST) return refuse('policy', `You have ${MOST} tokens already. End one that is no longer used.`);
  const secret = PREFIX + newSecret();
  const token = { id: settings.newId('tok'), name, scopes, createdAt: now, expiresAt: addMinutes(now, validDays * DAY_MINUTES) };
  await insertToken(tx, token, hashOf(secret), holderFrom(access));
  return accept({ ...represent({ ...token, usedAt: null }), token: secret });
}

export async function revokeToken(tx: Tx, { access }: Call, id: string): Promise<Result<null>> {
  return await deleteToken(tx, holderFrom(access), id) ? accept(null) : refuse('not-found', 'There is no such token.');
}

function holderFrom(access: Access): Holder {
  return access.role === 'owner' ? null : { role: access.role, id: access.actor };
}

function represent({ createdAt, expiresAt, usedAt, ...token }: StoredToken): Token {
  return { ...token, createdAt: iso(createdAt), expiresAt: iso(expiresAt), usedAt: usedAt === null ? null : iso(usedAt) };
}
