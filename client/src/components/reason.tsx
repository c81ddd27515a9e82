import { deferred } from './deferred.tsx';
import { need } from '../locales/index.ts';

/** Why a session has no place, or what would give it one, in the language of the screen; its words are fetched when they are needed. */
export const Reason = deferred(async () => (await Promise.all([import('./reason-words.tsx'), need('reasons')]))[0].ReasonWords);

/** Why a place can no longer be had. */
export const Gone = deferred(async () => (await Promise.all([import('./reason-words.tsx'), need('reasons')]))[0].GoneWords);
