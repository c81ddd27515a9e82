import { createHash, randomBytes } from 'node:crypto';
import type { Me } from '../../shared/api/me.ts';
import { addMinutes, type Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from '../store/database.ts';
import { insertSignIn, insertSignInLink, personOfSignIn, useSignInLink, type Person, type SignInRole } from '../store/sign-ins.ts';
import type { Access } from './access.ts';

/** A signed-in browser stays so for a week. */
export const SIGN_IN_MINUTES = 7 * 24 * 60;
/** OWASP ASVS 6.5.5: a mailed link lives ten minutes at most. */
export const LINK_MINUTES = 10;

/** 256 random bits; only the hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** A link's token for this person, valid for `minutes` from now. */
export async function issueLink(db: Queryable, person: { role: SignInRole; id: string }, now: Instant, minutes: number, reusable: boolean): Promise<string> {
  const token = newSecret();
  await insertSignInLink(db, { tokenHash: hashOf(token), role: person.role, personId: person.id, expiresAt: addMinutes(now, minutes), reusable });
  return token;
}

/** Exchanges a link's token for a browser's secret; null when the link is unknown, used or too old. */
export async function confirmSignIn(tx: Tx, token: string, now: Instant): Promise<string | null> {
  const person = await useSignInLink(tx, hashOf(token), now);
  if (!person) return null;
  const secret = newSecret();
  await insertSignIn(tx, { tokenHash: hashOf(secret), role: person.role, personId: person.personId, now, expiresAt: addMinutes(now, SIGN_IN_MINUTES) });
  return secret;
}

export async function signedInPerson(db: Queryable, secret: string, now: Instant): Promise<Person | null> {
  return personOfSignIn(db, hashOf(secret), now);
}

export function accessOf(person: Person): Access {
  const { role, id, programmeId } = person;
  if (role === 'coordinator') return { role, actor: id, programmeId, programmeIds: person.programmeIds ?? [] };
  if (role === 'observer') return { role, actor: id, programmeId };
  if (role === 'facilitator') return { role, actor: id, programmeId, facilitatorId: id };
  if (person.clusterId === null) throw new Error(`representative ${id} has no cluster`);
  return { role, actor: id, programmeId, clusterId: person.clusterId };
}

export function me(person: Person | null): Me {
  if (!person) return { role: 'owner', id: null, name: 'Owner', language: 'en', timeZone: 'UTC', programmeId: null, clusterId: null, facilitatorId: null };
  return {
    role: person.role,
    id: person.id,
    name: person.name,
    language: person.language as Me['language'],
    timeZone: person.timeZone,
    programmeId: person.programmeId,
    clusterId: person.clusterId,
    facilitatorId: person.role === 'facilitator' ? person.id : null,
  };
}
