import type { Sender } from '../domain/invitation-content.ts';
import type { Postman } from '../domain/invitation-post.ts';
import type { Instant } from '../domain/interval.ts';
import type { Database } from '../store/database.ts';
import { signInLetter } from '../mail/sign-in-letter.ts';
import { insertLetter } from '../store/mailbox.ts';
import { peopleByEmail } from '../store/sign-ins.ts';
import type { Settings } from '../usecases/call.ts';
import { issueLink, LINK_MINUTES } from '../usecases/sign-in.ts';
import { nameOf, type Log } from './log.ts';

interface Office {
  db: Database;
  clock: () => Instant;
  settings: Settings;
  sender: Sender;
  /** Null: the built-in mailbox. */
  postman: Postman | null;
  log: Log;
}

/** Mails everyone of this address a link; runs apart from the request that asked, so that its answer tells nothing. */
export function mailSignInLinks(office: Office): (email: string) => void {
  return (email) => {
    post(office, email).catch((error: unknown) => office.log.warn({ fault: nameOf(error) }, 'a sign-in link could not be mailed'));
  };
}

async function post({ db, clock, settings, sender, postman }: Office, email: string): Promise<void> {
  for (const person of await peopleByEmail(db, email)) {
    const now = clock();
    const token = await issueLink(db, person, now, LINK_MINUTES, false);
    const link = { id: settings.newId('lnk'), url: `${settings.publicUrl}/sign-in?token=${token}`, minutes: LINK_MINUTES };
    const letter = await signInLetter(person, link, sender, new Date(now));
    if (postman) await postman.post(letter);
    else await db.transaction((tx) => insertLetter(tx, letter, now));
  }
}
