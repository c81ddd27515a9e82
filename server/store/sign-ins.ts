import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';
import { emailHash, PEOPLE, type Person, type SignInRole } from './signing-people.ts';

/** Browsers that are signed in. */

/** How long an unused sign-in stays open, and how long any does, milliseconds. */
export interface SignInEnds {
  idleMs: number;
}

export interface NewSignIn {
  id: string;
  tokenHash: Buffer;
  person: { role: SignInRole; id: string };
  /** Null: that of the person, as it is now. */
  emailHash: Buffer | null;
  device: string;
  now: Instant;
  expiresAt: Instant;
}

/** False when the person is gone, or has another address by now. */
export async function insertSignIn(tx: Tx, signIn: NewSignIn): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO sign_ins (id, token_hash, role, person_id, email_hash, device, created_at, rotated_at, seen_at, expires_at)
     SELECT $1, $2, people.role, people.id, ${emailHash('people.email')}, $6, ${instant(7)}, ${instant(7)}, ${instant(7)}, ${instant(8)}
     FROM (${PEOPLE}) people
     WHERE people.role = $3 AND people.id = $4 AND ($5::bytea IS NULL OR $5 = ${emailHash('people.email')})`,
    [signIn.id, signIn.tokenHash, signIn.person.role, signIn.person.id, signIn.emailHash, signIn.device, signIn.now, signIn.expiresAt],
  );
  return rowCount === 1;
}

/** Whoever is signed in, and how their cookie stands. */
export interface SignedIn {
  signInId: string;
  person: Person;
  /** The cookie is the newest, and not the one before it. */
  isNewest: boolean;
  /** There is a cookie before the newest that would still be taken. */
  hasPrevious: boolean;
  createdAt: Instant;
  rotatedAt: Instant;
  seenAt: Instant;
}

/** Who is signed in with this cookie; null when nobody is, any more. */
export async function findSignedIn(db: Queryable, tokenHash: Buffer, now: Instant, { idleMs }: SignInEnds): Promise<SignedIn | null> {
  const { rows } = await db.query<SignedInRow>(
    `SELECT people.*, s.id AS "signInId", s.token_hash = $1 AS "isNewest", s.previous_hash IS NOT NULL AS "hasPrevious",
       s.created_at AS "createdAt", s.rotated_at AS "rotatedAt", s.seen_at AS "seenAt"
     FROM sign_ins s JOIN (${PEOPLE}) people ON people.role = s.role AND people.id = s.person_id AND ${emailHash('people.email')} = s.email_hash
     WHERE (s.token_hash = $1 OR s.previous_hash = $1) AND s.expires_at > ${instant(2)} AND s.seen_at > ${instant(3)}`,
    [tokenHash, now, now - idleMs],
  );
  return rows[0] ? signedIn(rows[0]) : null;
}

/** Of these sign-ins those that still stand, with whom they act as, and until when if they are not used meanwhile. */
export async function findStandingSignIns(db: Queryable, ids: readonly string[], now: Instant, { idleMs }: SignInEnds): Promise<{ id: string; person: Person; until: Instant }[]> {
  const { rows } = await db.query<Person & { signInId: string; until: Instant }>(
    `SELECT people.*, s.id AS "signInId", least(s.expires_at, s.seen_at + (${instant(2)} - ${instant(3)})) AS until
     FROM sign_ins s JOIN (${PEOPLE}) people ON people.role = s.role AND people.id = s.person_id AND ${emailHash('people.email')} = s.email_hash
     WHERE s.id = ANY ($1) AND s.expires_at > ${instant(2)} AND s.seen_at > ${instant(3)}`,
    [ids, now, now - idleMs],
  );
  return rows.map(({ signInId, until, ...person }) => ({ id: signInId, person, until }));
}

/**
 * Gives a browser another cookie; the one it showed is taken until it has shown the new one. A new one that was given before
 * `lostBefore` and never shown is taken for lost. False when another request was first.
 */
export async function rotateSignIn(db: Queryable, id: string, shown: Buffer, next: Buffer, now: Instant, lostBefore: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE sign_ins SET previous_hash = $2, token_hash = $3, rotated_at = ${instant(4)}, seen_at = ${instant(4)}
     WHERE id = $1 AND (token_hash = $2 OR (previous_hash = $2 AND rotated_at < ${instant(5)}))`,
    [id, shown, next, now, lostBefore],
  );
  return rowCount === 1;
}

/** The browser was seen with this cookie; the one before it ends, if this is the newest still and was not changed by a request beside. */
export async function touchSignIn(db: Queryable, id: string, shown: Buffer, now: Instant): Promise<void> {
  await db.query(`UPDATE sign_ins SET seen_at = ${instant(3)}, previous_hash = NULL WHERE id = $1 AND token_hash = $2`, [id, shown, now]);
}

/** Acts as another person of the same address from now on; false when that is not theirs. */
export async function changePerson(tx: Tx, id: string, role: SignInRole, personId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE sign_ins s SET role = people.role, person_id = people.id FROM (${PEOPLE}) people
     WHERE s.id = $1 AND people.role = $2 AND people.id = $3 AND ${emailHash('people.email')} = s.email_hash`,
    [id, role, personId],
  );
  return rowCount === 1;
}

export interface Device {
  id: string;
  device: string;
  createdAt: Instant;
  seenAt: Instant;
}

/** Where this sign-in's address is signed in. */
export async function listDevices(db: Queryable, signInId: string, now: Instant, { idleMs }: SignInEnds): Promise<Device[]> {
  const { rows } = await db.query<Device>(
    `SELECT id, device, created_at AS "createdAt", seen_at AS "seenAt" FROM sign_ins
     WHERE email_hash = (SELECT email_hash FROM sign_ins WHERE id = $1) AND expires_at > ${instant(2)} AND seen_at > ${instant(3)}
     ORDER BY seen_at DESC, id`,
    [signInId, now, now - idleMs],
  );
  return rows;
}

/** Signs one of the address's devices out, or all of them (`deviceId` null); returns how many. */
export async function deleteDevices(tx: Tx, signInId: string, deviceId: string | null): Promise<number> {
  const { rowCount } = await tx.query(
    'DELETE FROM sign_ins WHERE email_hash = (SELECT email_hash FROM sign_ins WHERE id = $1) AND ($2::text IS NULL OR id = $2)', [signInId, deviceId]);
  return rowCount ?? 0;
}

/** By the newest cookie or the one before it. */
export async function deleteSignIn(db: Queryable, tokenHash: Buffer): Promise<void> {
  await db.query('DELETE FROM sign_ins WHERE token_hash = $1 OR previous_hash = $1', [tokenHash]);
}

export async function forgetSignIns(db: Queryable, now: Instant, { idleMs }: SignInEnds): Promise<void> {
  await db.query(`DELETE FROM sign_ins WHERE expires_at < ${instant(1)} OR seen_at < ${instant(2)}`, [now, now - idleMs]);
}

type SignedInRow = Person & Omit<SignedIn, 'person'>;

function signedIn({ signInId, isNewest, hasPrevious, createdAt, rotatedAt, seenAt, ...person }: SignedInRow): SignedIn {
  return { signInId, isNewest, hasPrevious, createdAt, rotatedAt, seenAt, person };
}
