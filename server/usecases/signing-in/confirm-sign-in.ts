import { timingSafeEqual } from 'node:crypto';
import { addMinutes, type Instant } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { countWrongCode, findSignInLink, lockSignInLink, useSignInLink, type StoredLink } from '../../store/sign-in-links.ts';
import { deleteSignIn, insertSignIn } from '../../store/sign-ins.ts';
import { codeHashOf } from './ask-sign-in.ts';
import type { Settings } from '../call.ts';
import { hashOf, newSecret, SIGN_IN_MINUTES } from './sign-in.ts';

/** Guesses at the code of one link; then the link ends. */
const MOST_WRONG_CODES = 5;

export interface Confirmation {
  token: string;
  /** Of the cookie that the asking browser was given. */
  browser: string | null;
  /** What the asking browser shows, for another. */
  code: string | null;
  /** Whom this browser was signed in as until now. */
  before: string | null;
  device: string;
}

/** Exchanges a link's token for a browser's secret, once. Where another browser asked, it takes that browser's code. */
export async function confirmSignIn(tx: Tx, settings: Settings, { token, browser, code, before, device }: Confirmation, now: Instant): Promise<Result<string>> {
  const tokenHash = hashOf(token);
  const link = await lockSignInLink(tx, tokenHash, now);
  if (!link?.person) return linkIsGone();
  if (isOfAnotherBrowser(link, browser)) {
    if (code === null) return codeIsNeeded();
    if (!isItsCode(settings, link, code)) {
      await countWrongCode(tx, tokenHash, now, MOST_WRONG_CODES);
      return wrongCode();
    }
  }
  await useSignInLink(tx, tokenHash, now);
  const secret = newSecret();
  const signIn = { id: settings.newId('sgn'), tokenHash: hashOf(secret), person: link.person, emailHash: link.emailHash, device, now, expiresAt: addMinutes(now, SIGN_IN_MINUTES) };
  if (!await insertSignIn(tx, signIn)) return linkIsGone();
  if (before !== null) await deleteSignIn(tx, hashOf(before));
  return accept(secret);
}

/** Whether a link that opens asks this browser for the code. Changes nothing. */
export async function asksForCode(db: Queryable, token: string, browser: string | null, now: Instant): Promise<boolean> {
  const link = await findSignInLink(db, hashOf(token), now);
  return link !== null && isOfAnotherBrowser(link, browser);
}

function isOfAnotherBrowser({ browserHash }: StoredLink, browser: string | null): boolean {
  return browserHash !== null && (browser === null || !timingSafeEqual(hashOf(browser), browserHash));
}

function isItsCode({ secretKey }: Settings, { browserHash, codeHash }: StoredLink, code: string): boolean {
  return browserHash !== null && codeHash !== null && timingSafeEqual(codeHashOf(secretKey, browserHash, code), codeHash);
}

export function linkIsGone(): Refusal {
  return refuse('unauthenticated', 'This link has been used or is too old. Ask for a new one.');
}

function codeIsNeeded(): Refusal {
  return refuse('unauthenticated', 'This link was asked for in another browser. Send the code that is shown there, as `code`.', { errors: [{ path: 'body.code', message: 'the six digits that are shown where the link was asked for' }] });
}

function wrongCode(): Refusal {
  return refuse('unauthenticated', 'This is not the code that is shown where the link was asked for.', { errors: [{ path: 'body.code', message: 'not the code that is shown where the link was asked for' }] });
}
