import { SIGN_IN_AGAIN } from '../../../shared/problems.ts';
import { refuse, type Refusal } from '../../domain/result.ts';
import type { Call } from '../call.ts';

const FRESH_HOURS = 8;

/**
 * What lets others in, sends data elsewhere or cannot be taken back asks people for a sign-in of the same working day: a browser
 * left open, or a cookie that was copied, is not enough (OWASP ASVS 7.5.1). Programs show tokens, whose scopes and end say what
 * they may. To be asked once it is known that the caller may see what it is about.
 */
export function asksForNewSignIn({ now, signedInAt }: Call): Refusal | null {
  if (signedInAt === undefined || now - signedInAt <= FRESH_HOURS * 3_600_000) return null;
  return refuse('forbidden', `Sign in once more for this: you last did more than ${FRESH_HOURS} hours ago. \`POST /me/sign-in\` mails you a link.`, {
    errors: [{ path: SIGN_IN_AGAIN, message: `more than ${FRESH_HOURS} hours ago` }],
  });
}
