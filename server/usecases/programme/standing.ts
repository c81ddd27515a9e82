import type { Instant } from '../../domain/interval.ts';
import type { Queryable } from '../../store/database.ts';
import { findStandingSignIns } from '../../store/sign-ins.ts';
import { findStandingTokens } from '../../store/tokens.ts';
import type { Access } from '../signing-in/access.ts';
import { accessOf, ends } from '../signing-in/sign-in.ts';

/** Rises whenever somebody's access may have ended: a sign-out, a token revoked, a person removed or given another address. */
export async function accessEpoch(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ epoch: number }>('SELECT epoch FROM access_epoch');
  return rows[0]?.epoch ?? 0;
}

/** Of these sign-ins and tokens those that still stand, and what they let their holder see now. */
export async function standingAccess(db: Queryable, { signInIds, tokenIds }: { signInIds: readonly string[]; tokenIds: readonly string[] }, now: Instant): Promise<Map<string, Access>> {
  const [signIns, tokens] = await Promise.all([findStandingSignIns(db, signInIds, now, ends), findStandingTokens(db, tokenIds, now)]);
  return new Map<string, Access>([
    ...[...signIns].map(([id, person]) => [id, accessOf(person)] as const),
    ...[...tokens].map(([id, person]) => [id, person === null ? { role: 'owner', actor: 'owner' } as const : accessOf(person)] as const),
  ]);
}
