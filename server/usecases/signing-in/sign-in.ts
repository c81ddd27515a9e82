import { createHash, randomBytes } from 'node:crypto';
import type { Me, OtherRole } from '../../../shared/api/me.ts';
import { addMinutes, type Instant } from '../../domain/interval.ts';
import type { Queryable } from '../../store/database.ts';
import { insertSignInLink } from '../../store/sign-in-links.ts';
import { findSignedIn, rotateSignIn, touchSignIn, type SignedIn } from '../../store/sign-ins.ts';
import type { Person, SignInRole } from '../../store/signing-people.ts';
import type { Access } from './access.ts';

/** A browser stays signed in for a week at most, and for a day without being used (OWASP ASVS 7.3.1, 7.3.2). */
export const SIGN_IN_MINUTES = 7 * 24 * 60;
export const IDLE_MINUTES = 24 * 60;
/** OWASP ASVS 6.5.5: a mailed link lives ten minutes at most. */
export const LINK_MINUTES = 10;

export const ends = { idleMs: IDLE_MINUTES * 60_000 };

/** Another cookie each hour: a copied one does not live as long as the sign-in. */
const ROTATE_MS = 3_600_000;
/** A new cookie may still be on its way; after this it is taken for lost, or for had. */
const ON_ITS_WAY_MS = 60_000;
/** How exactly it is known when a browser was last seen. */
const SEEN_MS = 300_000;

/** 256 random bits; only the hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** A link's token for this person, valid for `minutes` from now in any browser: for whoever starts the server, not for mails. */
export async function issueLink(db: Queryable, person: { role: SignInRole; id: string }, now: Instant, minutes: number, reusable: boolean): Promise<string> {
  const token = newSecret();
  await insertSignInLink(db, { tokenHash: hashOf(token), person: { role: person.role, id: person.id }, email: null, bound: null, reusable, expiresAt: addMinutes(now, minutes) });
  return token;
}

export async function signedInBy(db: Queryable, secret: string, now: Instant): Promise<SignedIn | null> {
  return findSignedIn(db, hashOf(secret), now, ends);
}

/** Notes that a browser was seen; returns the cookie to go on with when it is time for another. */
export async function keepSignedIn(db: Queryable, secret: string, signedIn: SignedIn, now: Instant): Promise<string | null> {
  const { hasPrevious, isNewest, rotatedAt, seenAt, signInId } = signedIn;
  if (now - rotatedAt > (isNewest ? ROTATE_MS : ON_ITS_WAY_MS)) {
    const next = newSecret();
    return await rotateSignIn(db, signInId, hashOf(secret), hashOf(next), now, now - ON_ITS_WAY_MS as Instant) ? next : null;
  }
  const hasArrived = isNewest && hasPrevious && now - rotatedAt > ON_ITS_WAY_MS;
  if (hasArrived || (isNewest && !hasPrevious && now - seenAt > SEEN_MS)) await touchSignIn(db, signInId, hashOf(secret), now);
  return null;
}

export function accessOf(person: Person): Access {
  const { role, id, programmeId } = person;
  if (role === 'coordinator') return { role, actor: id, programmeId, programmeIds: person.programmeIds ?? [] };
  if (role === 'observer') return { role, actor: id, programmeId };
  if (role === 'facilitator') return { role, actor: id, programmeId, facilitatorId: id };
  if (person.clusterId === null) throw new Error(`representative ${id} has no cluster`);
  return { role, actor: id, programmeId, clusterId: person.clusterId };
}

export function me(person: Person | null, alsoAs: OtherRole[] = []): Me {
  if (!person) return { role: 'owner', id: null, name: 'Owner', language: 'en', timeZone: 'UTC', programmeId: null, clusterId: null, facilitatorId: null, alsoAs };
  return {
    role: person.role,
    id: person.id,
    name: person.name,
    language: person.language as Me['language'],
    timeZone: person.timeZone,
    programmeId: person.programmeId,
    clusterId: person.clusterId,
    facilitatorId: person.role === 'facilitator' ? person.id : null,
    alsoAs,
  };
}
