import type { Instant } from '../domain/interval.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';
import { emailHash, type SignInRole } from './signing-people.ts';

/** Asking for a link, and the links themselves. */

export interface SignInRequest {
  id: string;
  email: string;
  networkHash: Buffer;
  browserHash: Buffer;
  codeHash: Buffer;
  askedAt: Instant;
}

export async function insertSignInRequest(db: Queryable, request: SignInRequest): Promise<void> {
  await db.query(
    `INSERT INTO sign_in_requests (id, email, network_hash, browser_hash, code_hash, asked_at, next_try_at) VALUES ($1, $2, $3, $4, $5, ${instant(6)}, ${instant(6)})`,
    [request.id, request.email, request.networkHash, request.browserHash, request.codeHash, request.askedAt],
  );
}

/** The oldest request that waits to be answered, or null; it is the caller's until `until`. What was asked before `since` is past answering. */
export async function claimSignInRequest(db: Queryable, now: Instant, until: Instant, since: Instant): Promise<SignInRequest | null> {
  // `=` rather than IN: a subquery beside IN may run again for each row, and take more than the one that is returned.
  const { rows } = await db.query<SignInRequest>(
    `UPDATE sign_in_requests SET next_try_at = ${instant(2)}
     WHERE id = (SELECT id FROM sign_in_requests WHERE settled_at IS NULL AND next_try_at <= ${instant(1)} AND asked_at > ${instant(3)}
                 ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, email, network_hash AS "networkHash", browser_hash AS "browserHash", code_hash AS "codeHash", asked_at AS "askedAt"`,
    [now, until, since],
  );
  return rows[0] ?? null;
}

/** False when it is gone. */
export async function settleSignInRequest(db: Queryable, id: string, now: Instant): Promise<boolean> {
  const { rowCount } = await db.query(`UPDATE sign_in_requests SET settled_at = ${instant(2)} WHERE id = $1`, [id, now]);
  return rowCount === 1;
}

/**
 * How often, this request included, a link was asked for to its address since then: from its network, and from all of them, of
 * which each counts for `most` at most: what one network asks beyond that is mailed to nobody, and keeps nobody else from asking.
 */
export async function countSignInRequests(db: Queryable, { email, networkHash, askedAt }: SignInRequest, since: Instant, most: number): Promise<{ fromThere: number; inAll: number }> {
  const { rows } = await db.query<{ fromThere: number; inAll: number }>(
    `SELECT COALESCE(sum(asked) FILTER (WHERE network_hash = $2), 0)::int AS "fromThere", COALESCE(sum(least(asked, $5)), 0)::int AS "inAll"
     FROM (SELECT network_hash, count(*) AS asked FROM sign_in_requests
           WHERE lower(email) = lower($1) AND asked_at > ${instant(3)} AND asked_at <= ${instant(4)} GROUP BY network_hash) networks`,
    [email, networkHash, since, askedAt, most],
  );
  return rows[0] ?? { fromThere: 0, inAll: 0 };
}

export interface SignInLink {
  tokenHash: Buffer;
  /** Null: nobody has the address, and the link opens nothing. */
  person: { role: SignInRole; id: string } | null;
  /** The address it goes to; null for a link that is not mailed. */
  email: string | null;
  /** Null: any browser may open it. */
  bound: { browserHash: Buffer; codeHash: Buffer } | null;
  reusable: boolean;
  expiresAt: Instant;
}

export async function insertSignInLink(db: Queryable, link: SignInLink): Promise<void> {
  await db.query(
    `INSERT INTO sign_in_links (token_hash, role, person_id, email_hash, browser_hash, code_hash, reusable, expires_at)
     VALUES ($1, $2, $3, ${emailHash('$4::text')}, $5, $6, $7, ${instant(8)})`,
    [link.tokenHash, link.person?.role ?? null, link.person?.id ?? null, link.email, link.bound?.browserHash ?? null, link.bound?.codeHash ?? null, link.reusable, link.expiresAt],
  );
}

/** A link that asks one browser for nothing more: of several mailed to it only the last opens. */
export async function endLinksOfBrowser(db: Queryable, browserHash: Buffer, now: Instant): Promise<void> {
  await db.query(`UPDATE sign_in_links SET used_at = ${instant(2)} WHERE browser_hash = $1 AND used_at IS NULL`, [browserHash, now]);
}

export interface StoredLink {
  person: { role: SignInRole; id: string } | null;
  emailHash: Buffer | null;
  browserHash: Buffer | null;
  codeHash: Buffer | null;
}

/** A link that still opens; null when it is unknown, used or too old. */
export async function findSignInLink(db: Queryable, tokenHash: Buffer, now: Instant): Promise<StoredLink | null> {
  const { rows } = await db.query<LinkRow>(`${OPEN_LINK}`, [tokenHash, now]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** The same, locked until the transaction ends: of many who redeem it at once one is first. */
export async function lockSignInLink(tx: Tx, tokenHash: Buffer, now: Instant): Promise<StoredLink | null> {
  const { rows } = await tx.query<LinkRow>(`${OPEN_LINK} FOR UPDATE`, [tokenHash, now]);
  return rows[0] ? fromRow(rows[0]) : null;
}

export async function useSignInLink(tx: Tx, tokenHash: Buffer, now: Instant): Promise<void> {
  await tx.query(`UPDATE sign_in_links SET used_at = ${instant(2)} WHERE token_hash = $1`, [tokenHash, now]);
}

/** After `most` wrong codes the link is used up. */
export async function countWrongCode(tx: Tx, tokenHash: Buffer, now: Instant, most: number): Promise<void> {
  await tx.query(
    `UPDATE sign_in_links SET wrong_codes = wrong_codes + 1, used_at = CASE WHEN wrong_codes + 1 >= $3 THEN ${instant(2)} ELSE used_at END WHERE token_hash = $1`,
    [tokenHash, now, most],
  );
}

export async function forgetLinks(db: Queryable, now: Instant, askedBefore: Instant): Promise<void> {
  await db.query(`DELETE FROM sign_in_links WHERE expires_at < ${instant(1)}`, [now]);
  await db.query(`DELETE FROM sign_in_requests WHERE asked_at < ${instant(1)}`, [askedBefore]);
}

const OPEN_LINK = `SELECT role, person_id, email_hash, browser_hash, code_hash FROM sign_in_links
  WHERE token_hash = $1 AND expires_at > ${instant(2)} AND (used_at IS NULL OR reusable)`;

interface LinkRow {
  role: SignInRole | null;
  person_id: string | null;
  email_hash: Buffer | null;
  browser_hash: Buffer | null;
  code_hash: Buffer | null;
}

function fromRow(row: LinkRow): StoredLink {
  return {
    person: row.role !== null && row.person_id !== null ? { role: row.role, id: row.person_id } : null,
    emailHash: row.email_hash,
    browserHash: row.browser_hash,
    codeHash: row.code_hash,
  };
}
