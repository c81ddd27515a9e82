import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';

export type SignInRole = 'coordinator' | 'facilitator' | 'representative' | 'observer';

/** A person who can sign in, found by what they are. */
export interface Person {
  role: SignInRole;
  id: string;
  name: string;
  email: string;
  language: string;
  timeZone: string;
  programmeId: string;
  clusterId: string | null;
  /** Of a coordinator: every programme that names their address as a coordinator's. */
  programmeIds: string[] | null;
}

export async function insertSignInLink(db: Queryable, link: { tokenHash: Buffer; role: SignInRole; personId: string; expiresAt: Instant; reusable: boolean }): Promise<void> {
  await db.query(
    `INSERT INTO sign_in_links (token_hash, role, person_id, expires_at, reusable) VALUES ($1, $2, $3, ${instant(4)}, $5)`,
    [link.tokenHash, link.role, link.personId, link.expiresAt, link.reusable],
  );
}

/** Uses a link up, unless it may be used again; null when it is unknown, used or too old. */
export async function useSignInLink(tx: Tx, tokenHash: Buffer, now: Instant): Promise<{ role: SignInRole; personId: string } | null> {
  const { rows } = await tx.query<{ role: SignInRole; person_id: string }>(
    `UPDATE sign_in_links SET used_at = ${instant(2)}
     WHERE token_hash = $1 AND expires_at > ${instant(2)} AND (used_at IS NULL OR reusable) RETURNING role, person_id`,
    [tokenHash, now],
  );
  return rows[0] ? { role: rows[0].role, personId: rows[0].person_id } : null;
}

export async function insertSignIn(tx: Tx, signIn: { tokenHash: Buffer; role: SignInRole; personId: string; now: Instant; expiresAt: Instant }): Promise<void> {
  await tx.query(
    `INSERT INTO sign_ins (token_hash, role, person_id, created_at, expires_at) VALUES ($1, $2, $3, ${instant(4)}, ${instant(5)})`,
    [signIn.tokenHash, signIn.role, signIn.personId, signIn.now, signIn.expiresAt],
  );
}

/** Who is signed in with this cookie; null when nobody is, any more. */
export async function personOfSignIn(db: Queryable, tokenHash: Buffer, now: Instant): Promise<Person | null> {
  const { rows } = await db.query<Person>(
    `SELECT people.* FROM sign_ins s JOIN (${PEOPLE}) people ON people.role = s.role AND people.id = s.person_id
     WHERE s.token_hash = $1 AND s.expires_at > ${instant(2)}`,
    [tokenHash, now],
  );
  return rows[0] ?? null;
}

/** Everyone an address belongs to: the same person may act in several programmes. */
export async function peopleByEmail(db: Queryable, email: string): Promise<Person[]> {
  const { rows } = await db.query<Person>(`SELECT * FROM (${PEOPLE}) people WHERE lower(email) = lower($1) ORDER BY "programmeId", role, id`, [email]);
  return rows;
}

export async function deleteSignIn(db: Queryable, tokenHash: Buffer): Promise<void> {
  await db.query('DELETE FROM sign_ins WHERE token_hash = $1', [tokenHash]);
}

export async function forgetSignIns(db: Queryable, now: Instant): Promise<void> {
  await db.query(`DELETE FROM sign_ins WHERE expires_at < ${instant(1)}`, [now]);
  await db.query(`DELETE FROM sign_in_links WHERE expires_at < ${instant(1)}`, [now]);
}

const PEOPLE = `
  SELECT 'coordinator' AS role, c.id, c.name, c.email, c.language, c.time_zone AS "timeZone", c.programme_id AS "programmeId", NULL AS "clusterId",
    ARRAY(SELECT programme_id FROM coordinators each WHERE lower(each.email) = lower(c.email) ORDER BY programme_id) AS "programmeIds"
  FROM coordinators c
  UNION ALL
  SELECT 'facilitator', id, name, email, language, time_zone, programme_id, NULL, NULL FROM facilitators WHERE erased_at IS NULL
  UNION ALL
  SELECT 'representative', r.id, r.name, r.email, r.language, COALESCE(r.time_zone, c.time_zone), c.programme_id, c.id, NULL
  FROM representatives r JOIN clusters c ON c.id = r.cluster_id
  UNION ALL
  SELECT 'observer', id, name, email, language, time_zone, programme_id, NULL, NULL FROM observers`;
