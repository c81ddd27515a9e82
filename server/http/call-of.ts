import type { Call } from '../usecases/call.ts';
import type { Caller } from './authenticate.ts';
import type { Services } from './services.ts';

/** On whose behalf, and when, a use case is called. */
export function callOf({ access, credential }: Caller, { clock, settings }: Services): Call {
  return { access, now: clock(), settings, ...(credential.kind === 'sign-in' && { signInId: credential.id, signedInAt: credential.at }) };
}
