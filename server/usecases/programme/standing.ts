import type { Instant } from '../../domain/interval.ts';
import type { Queryable } from '../../store/database.ts';
import { findStandingSignIns } from '../../store/sign-ins.ts';
import type { Person } from '../../store/signing-people.ts';
import { findStandingTokens } from '../../store/tokens.ts';
import type { Access } from '../signing-in/access.ts';
import { accessOf, ends } from '../signing-in/sign-in.ts';

/** Rises whenever somebody's access may have ended: a sign-out, a token revoked, a person removed or given another address. */
export async function accessEpoch(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ epoch: number }>('SELECT epoch FROM access_epoch');
  return rows[0]?.epoch ?? 0;
}

/** What a sign-in or a token lets its holder see, and until when time alone ends it. */
export interface Standing {
  readonly access: Access;
  readonly until: Instant;
}

/** Of these sign-ins and tokens those that still stand, by their ids. */
export async function standingAccess(db: Queryable, { signInIds, tokenIds }: { signInIds: readonly string[]; tokenIds: readonly string[] }, now: Instant): Promise<Map<string, Standing>> {
  const [signIns, tokens] = await Promise.all([findStandingSignIns(db, signInIds, now, ends), findStandingTokens(db, tokenIds, now)]);
  return new Map([...signIns, ...tokens].map(({ id, person, until }) => [id, { access: accessFor(person), until }]));
}

function accessFor(person: Person | null): Access {
  return person === null ? { role: 'owner', actor: 'owner' } : accessOf(person);
}
