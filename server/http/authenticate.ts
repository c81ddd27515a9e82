import { timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import type { Scope } from '../../shared/api/tokens.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable } from '../store/database.ts';
import type { Person } from '../store/signing-people.ts';
import type { Access } from '../usecases/signing-in/access.ts';
import { accessOf, hashOf, keepSignedIn, signedInBy } from '../usecases/signing-in/sign-in.ts';
import { holderOf, isAccessToken } from '../usecases/signing-in/tokens.ts';
import { cookie, cookieName, setSignInCookie } from './cookies.ts';

/** What was shown to prove who asks: the owner's own token, a browser's sign-in, or a program's token. */
export type Credential =
  | { readonly kind: 'owner' }
  | { readonly kind: 'sign-in'; readonly id: string; readonly at: Instant }
  | { readonly kind: 'token'; readonly id: string; readonly scopes: readonly Scope[] };

export interface Caller {
  access: Access;
  /** Null for the owner. */
  person: Person | null;
  credential: Credential;
  /** Signed in by cookie: then a write must come from our own pages. */
  byCookie: boolean;
}

interface Door {
  db: Queryable;
  clock: () => Instant;
  ownerTokenHash: Buffer | null;
  settings: { publicUrl: string };
}

type Asking = Pick<IncomingMessage, 'headers'>;

/** Who sends this request: somebody by bearer token, or a person by cookie; null when nobody we know. */
export async function authenticate(door: Door, request: Asking, offeredToken?: string): Promise<Caller | null> {
  return (await recognised(door, request, offeredToken))?.caller ?? null;
}

/** The same, and keeps the browser signed in: its cookie is renewed in the answer when it is time. */
export async function recognise(door: Door, request: Request, response: Response): Promise<Caller | null> {
  const found = await recognised(door, request);
  const next = await found?.keep?.();
  if (next) setSignInCookie(response, door.settings.publicUrl, next);
  return found?.caller ?? null;
}

async function recognised(door: Door, request: Asking, offeredToken?: string): Promise<{ caller: Caller; keep?: () => Promise<string | null> } | null> {
  const token = offeredToken ?? bearerToken(request);
  if (token !== undefined) {
    const caller = isAccessToken(token) ? await callerByToken(door, token) : owner(door, token);
    return caller && { caller };
  }
  const secret = cookie(request, cookieName(door.settings.publicUrl));
  if (secret === undefined) return null;
  const now = door.clock();
  const signedIn = await signedInBy(door.db, secret, now);
  if (!signedIn) return null;
  const { createdAt, person, signInId } = signedIn;
  return {
    caller: { access: accessOf(person), person, credential: { kind: 'sign-in', id: signInId, at: createdAt }, byCookie: true },
    keep: () => keepSignedIn(door.db, secret, signedIn, now),
  };
}

/** A write that a browser was made to send from somewhere else (OWASP ASVS 3.5.1). */
export function isCrossSite(request: Asking, publicUrl: string): boolean {
  // Where a browser says it (to trustworthy origins), that decides: `Origin` is `null` for reasons of privacy, too.
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return origin !== new URL(publicUrl).origin && hostOf(origin) !== request.headers.host;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function bearerToken(request: Asking): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1];
}

function owner(door: Door, token: string): Caller | null {
  if (!door.ownerTokenHash || !timingSafeEqual(hashOf(token), door.ownerTokenHash)) return null;
  return { access: { role: 'owner', actor: 'owner' }, person: null, credential: { kind: 'owner' }, byCookie: false };
}

async function callerByToken(door: Door, token: string): Promise<Caller | null> {
  const holder = await holderOf(door.db, token, door.clock());
  if (!holder) return null;
  const { person, id, scopes } = holder;
  const access: Access = person === null ? { role: 'owner', actor: 'owner' } : accessOf(person);
  return { access, person, credential: { kind: 'token', id, scopes }, byCookie: false };
}
