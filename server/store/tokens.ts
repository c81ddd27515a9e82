import type { Scope } from '../../shared/api/tokens.ts';
import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';
import { emailHash, PEOPLE, type Person, type SignInRole } from './signing-people.ts';

/** Tokens of programs; they act as whoever made them. */

/** Whose tokens: a person's, or the owner's (null). */
export type Holder = { role: SignInRole; id: string } | null;

export interface StoredToken {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
}

export async function insertToken(tx: Tx, token: Omit<StoredToken, 'usedAt'>, tokenHash: Buffer, holder: Holder): Promise<void> {
  await tx.query(
    `INSERT INTO access_tokens (id, token_hash, role, person_id, email_hash, name, scopes, created_at, expires_at)
     VALUES ($1, $2, $3, $4, (SELECT ${emailHash('people.email')} FROM (${PEOPLE}) people WHERE people.role = $3 AND people.id = $4), $5, $6, ${instant(7)}, ${instant(8)})`,
    [token.id, tokenHash, holder?.role ?? 'owner', holder?.id ?? null, token.name, token.scopes, token.createdAt, token.expiresAt],
  );
}

export async function listTokens(db: Queryable, holder: Holder, now: Instant): Promise<StoredToken[]> {
  const { rows } = await db.query<StoredToken>(
    `SELECT ${COLUMNS} FROM access_tokens t WHERE ${IS_HELD_BY} AND t.expires_at > ${instant(3)} ORDER BY t.created_at DESC, t.id`,
    [holder?.role ?? 'owner', holder?.id ?? null, now],
  );
  return rows;
}

/** False when the holder has no such token. */
export async function deleteToken(tx: Tx, holder: Holder, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(`DELETE FROM access_tokens t WHERE ${IS_HELD_BY} AND t.id = $3`, [holder?.role ?? 'owner', holder?.id ?? null, id]);
  return rowCount === 1;
}

export interface FoundToken extends StoredToken {
  /** Null: the owner. */
  person: Person | null;
}

/** The token and whom it acts as; null when it has ended, or the person is gone or has another address by now. */
export async function findToken(db: Queryable, tokenHash: Buffer, now: Instant): Promise<FoundToken | null> {
  const { rows } = await db.query<StoredToken & { holder: SignInRole | 'owner'; person: Person | null }>(
    `SELECT ${COLUMNS}, t.role AS holder, to_json(people) AS person FROM access_tokens t ${ACTING}
     WHERE t.token_hash = $1 AND t.expires_at > ${instant(2)}`, [tokenHash, now]);
  const [row] = rows;
  if (!row) return null;
  const { holder, person, ...token } = row;
  return holder === 'owner' || person !== null ? { ...token, person } : null;
}

/** Of these tokens those that still stand, with whom they act as (null is the owner), and until when. */
export async function findStandingTokens(db: Queryable, ids: readonly string[], now: Instant): Promise<{ id: string; person: Person | null; until: Instant }[]> {
  const { rows } = await db.query<{ id: string; holder: string; person: Person | null; until: Instant }>(
    `SELECT t.id, t.role AS holder, to_json(people) AS person, t.expires_at AS until FROM access_tokens t ${ACTING} WHERE t.id = ANY ($1) AND t.expires_at > ${instant(2)}`, [ids, now]);
  return rows.filter(({ holder, person }) => holder === 'owner' || person !== null).map(({ id, person, until }) => ({ id, person, until }));
}

export async function touchToken(db: Queryable, id: string, now: Instant): Promise<void> {
  await db.query(`UPDATE access_tokens SET used_at = ${instant(2)} WHERE id = $1`, [id, now]);
}

export async function forgetTokens(db: Queryable, before: Instant): Promise<void> {
  await db.query(`DELETE FROM access_tokens WHERE expires_at < ${instant(1)}`, [before]);
}

const COLUMNS = 't.id, t.name, t.scopes, t.created_at AS "createdAt", t.expires_at AS "expiresAt", t.used_at AS "usedAt"';
const IS_HELD_BY = 't.role = $1 AND t.person_id IS NOT DISTINCT FROM $2';
const ACTING = `LEFT JOIN (${PEOPLE}) people ON people.role = t.role AND people.id = t.person_id AND ${emailHash('people.email')} = t.email_hash`;
