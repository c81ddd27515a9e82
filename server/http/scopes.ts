import type { Scope } from '../../shared/api/tokens.ts';
import { refuse, type Refusal } from '../domain/result.ts';
import type { Credential } from './authenticate.ts';
import type { Endpoint } from './endpoint.ts';

/** Changes of what is agreed and when one can; every other change manages the programme. */
const BOOKING = /^\/(?:holds|bookings)\/|^\/sessions\/:id\/(?:holds|booking)$|\/availability$/;

/** What a program's token must have for this route; null where no token will do. */
export function scopeOf({ inPerson, method, path }: Pick<Endpoint, 'inPerson' | 'method' | 'path'>): Scope | null {
  if (inPerson) return null;
  if (method === 'get') return 'read';
  return BOOKING.test(path) ? 'book' : 'manage';
}

/** Why a program's token may not do this, if so. People and the owner's own token may do all that their role lets them. */
export function beyondScopes(endpoint: Pick<Endpoint, 'inPerson' | 'method' | 'path'>, credential: Credential): Refusal | null {
  if (credential.kind !== 'token') return null;
  const scope = scopeOf(endpoint);
  if (scope === null) return refuse('forbidden', 'A program’s token may not do this; sign in for it.');
  if (credential.scopes.includes(scope)) return null;
  return refuse('forbidden', `This token lacks the scope \`${scope}\`; it has ${credential.scopes.map((each) => `\`${each}\``).join(', ')}.`);
}
