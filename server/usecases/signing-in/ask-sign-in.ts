import { createHmac, randomInt } from 'node:crypto';
import type { Letter } from '../../domain/invitation-content.ts';
import type { PostAnswer, Postman } from '../../domain/invitation-post.ts';
import { addMinutes, type Instant } from '../../domain/interval.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { insertLetter } from '../../store/mailbox.ts';
import { claimSignInRequest, countSignInRequests, endLinksOfBrowser, insertSignInLink, insertSignInRequest, settleSignInRequest, type SignInRequest } from '../../store/sign-in-links.ts';
import { peopleByEmail } from '../../store/signing-people.ts';
import type { Settings } from '../call.ts';
import { hashOf, LINK_MINUTES, newSecret } from './sign-in.ts';

/** Mails to one address in an hour, asked for from one network and from all; what is beyond is not mailed, and looks as if it were. */
const MAILS_PER_HOUR = { fromThere: 5, inAll: 20 };
/** Longer than a mail may take: in this time no other process mails another link, which would end the first. */
const LEASE_MS = 45_000;

/**
 * Notes that somebody wants a link, and returns the code for another browser. It does the same for every address, so that
 * neither the answer nor its time tells which are known (OWASP ASVS 6.3.8).
 */
export async function askForSignIn(db: Queryable, settings: Settings, { email, browser, network }: { email: string; browser: string; network: string }, now: Instant): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await insertSignInRequest(db, { id: settings.newId('ask'), email, networkHash: hashOf(network), browserHash: hashOf(browser), codeHash: codeHashOf(settings.secretKey, hashOf(browser), code), askedAt: now });
  return code;
}

/** Of a code of twenty bits a bare hash would be the code. */
export function codeHashOf(secretKey: Buffer, browserHash: Buffer, code: string): Buffer {
  return createHmac('sha256', secretKey).update(browserHash).update(code).digest();
}

export interface SignInOffice {
  readonly db: Database;
  readonly settings: Settings;
  readonly clock: () => Instant;
  /** Null: letters go into the built-in mailbox. */
  readonly postman: Postman | null;
  write(person: { name: string; email: string; language: string }, link: { id: string; url: string; minutes: number }, date: Date): Letter;
}

/** What came of a request: its mail, or nothing, for an address that nobody has or that has been asked for too often. */
export interface Answered {
  readonly id: string;
  readonly came: PostAnswer['verdict'] | 'nothing';
  readonly error: string | null;
}

/** Answers the request that has waited longest; null if there was none. A mail server that is away is asked again while the request is young. */
export async function answerSignInRequest(office: SignInOffice): Promise<Answered | null> {
  const now = office.clock();
  const request = await claimSignInRequest(office.db, now, now + LEASE_MS as Instant, addMinutes(now, -LINK_MINUTES));
  return request && answer(office, request, now);
}

/** The same work for an address that nobody has, but for the mail itself. */
async function answer({ clock, db, postman, settings, write }: SignInOffice, request: SignInRequest, now: Instant): Promise<Answered> {
  const [person] = await peopleByEmail(db, request.email);
  const isTooOften = await wasAskedTooOften(db, request, now);
  const token = newSecret();
  // The links mailed before go on where this one will not be mailed.
  if (!isTooOften) await endLinksOfBrowser(db, request.browserHash, now);
  await insertSignInLink(db, {
    tokenHash: hashOf(token), person: person ?? null, email: request.email,
    bound: { browserHash: request.browserHash, codeHash: request.codeHash }, reusable: false, expiresAt: addMinutes(now, LINK_MINUTES),
  });
  const link = { id: settings.newId('lnk'), url: `${settings.publicUrl}/sign-in?token=${token}`, minutes: LINK_MINUTES };
  const letter = write(person ?? { name: request.email, email: request.email, language: 'en' }, link, new Date(now));
  const { id } = request;
  const isToGo = person !== undefined && !isTooOften;
  const posted: PostAnswer = isToGo && postman ? await postman.post(letter) : { verdict: 'sent' };
  if (posted.verdict === 'later') return { id, came: 'later', error: posted.error };
  await db.transaction(async (tx) => {
    // Whoever was erased meanwhile asks for nothing any more, and no mailbox is to have it.
    if (await settleSignInRequest(tx, id, clock()) && isToGo && !postman) await insertLetter(tx, letter, now, true);
  });
  return { id, came: isToGo ? posted.verdict : 'nothing', error: posted.verdict === 'sent' ? null : posted.error };
}

async function wasAskedTooOften(db: Queryable, request: SignInRequest, now: Instant): Promise<boolean> {
  const { fromThere, inAll } = await countSignInRequests(db, request, addMinutes(now, -60), MAILS_PER_HOUR.fromThere);
  return fromThere > MAILS_PER_HOUR.fromThere || inAll > MAILS_PER_HOUR.inAll;
}
