import type { Sender } from '../domain/invitation-content.ts';
import { signInLetter } from '../mail/sign-in-letter.ts';
import { answerSignInRequest, type SignInOffice } from '../usecases/signing-in/ask-sign-in.ts';
import type { Log } from './log.ts';
import { startRelayLoop, type RelayLoop } from './relay-loop.ts';

/** Whoever waits for a link looks at their mail; apart from the request, so that its time tells nothing. */
const POLL_MS = 300;

/** Mails the links that were asked for; several processes may do it at once, and each request is had by one of them. */
export function startSignInPost(office: Omit<SignInOffice, 'write'>, sender: Sender, log: Log): RelayLoop {
  return startRelayLoop(async () => {
    const answered = await answerSignInRequest({ ...office, write: (person, link, date) => signInLetter(person, link, sender, date) });
    // Of those that went, and of those that nobody has the address of, there is nothing to say.
    if (answered && answered.error !== null) log.warn({ askId: answered.id, error: answered.error }, `sign-in link ${answered.came}`);
    return answered !== null;
  }, POLL_MS, log, 'sign-in links could not be mailed');
}
