import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Instant } from '../domain/interval.ts';
import type { Queryable } from '../store/database.ts';
import type { Person } from '../store/sign-ins.ts';
import type { Access } from '../usecases/access.ts';
import { accessOf, hashOf, signedInPerson } from '../usecases/sign-in.ts';

export interface Caller {
  access: Access;
  /** Null for the owner's token. */
  person: Person | null;
  /** Signed in by cookie: then a write must come from our own pages. */
  byCookie: boolean;
}

interface Door {
  db: Queryable;
  clock: () => Instant;
  ownerTokenHash: Buffer | null;
  settings: { publicUrl: string };
}

/** Who sends this request: the owner by bearer token, or a person by cookie; null when nobody we know. */
export async function authenticate(door: Door, request: Pick<IncomingMessage, 'headers'>, offeredToken?: string): Promise<Caller | null> {
  const token = offeredToken ?? bearerToken(request);
  if (token !== undefined) return callerByToken(door, token);
  const secret = cookie(request, cookieName(door.settings.publicUrl));
  if (secret === undefined) return null;
  const person = await signedInPerson(door.db, secret, door.clock());
  return person && { access: accessOf(person), person, byCookie: true };
}

/** `__Host-` (RFC 6265bis §4.1.3.2) binds the cookie to this host over TLS; plain HTTP, on loopback, cannot carry it. */
export function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-visavis' : 'visavis';
}

export function cookie(request: Pick<IncomingMessage, 'headers'>, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
}

/** A write that a browser was made to send from somewhere else (OWASP ASVS 3.5.1). */
export function isCrossSite(request: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
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

function bearerToken(request: Pick<IncomingMessage, 'headers'>): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1];
}

function callerByToken(door: Door, token: string): Caller | null {
  if (!door.ownerTokenHash || !timingSafeEqual(hashOf(token), door.ownerTokenHash)) return null;
  return { access: { role: 'owner', actor: 'owner' }, person: null, byCookie: false };
}
