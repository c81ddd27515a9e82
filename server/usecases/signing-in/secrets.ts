import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../call.ts';

/** What a link's secret opens: part of what it is derived from, so that none opens anything else. */
type Purpose = 'feed' | 'manage' | 'set-up';

/**
 * A secret of 128 bits for a link: the same each time it is asked for, another one once it is renewed (`generation`), and not
 * to be guessed without the installation's key. `what`: the identifiers it is for.
 */
export function linkSecret({ secretKey }: Pick<Settings, 'secretKey'>, purpose: Purpose, what: readonly string[], generation: number): string {
  return createHmac('sha256', secretKey).update(JSON.stringify([purpose, ...what, generation])).digest('base64url').slice(0, SECRET_LENGTH);
}

export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
}

/** In base64url, 6 bits to a character. */
export const SECRET_LENGTH = 22;
