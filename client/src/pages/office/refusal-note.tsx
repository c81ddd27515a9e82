import type { SIGN_IN_AGAIN } from '../../../../shared/problems.ts';
import type { Problem } from '../../api/http.ts';
import { need } from '../../locales/index.ts';
import { deferred } from '../../components/deferred.tsx';
import { ErrorNote } from '../../components/error-note.tsx';

const AGAIN: typeof SIGN_IN_AGAIN = 'sign-in';
const SignInAgain = deferred(async () => (await Promise.all([import('../account/sign-in-again.tsx'), need('account')]))[0].SignInAgain);

/** Why a change was refused; where a sign-in was too old for it, the way to another. */
export function RefusalNote({ problem, heading }: { problem: Problem; heading: string }) {
  if (!asksToSignInAgain(problem)) return <ErrorNote problem={problem} heading={heading} />;
  return <div class="note note-bad" role="alert"><p><b>{heading}.</b></p><SignInAgain /></div>;
}

/** Then nothing is wrong with any field. */
export function asksToSignInAgain({ errors }: Problem): boolean {
  return errors.some(({ path }) => path === AGAIN);
}
