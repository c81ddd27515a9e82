import type { Letter } from '../../domain/invitation-content.ts';
import type { Postman } from '../../domain/invitation-post.ts';
import type { Instant } from '../../domain/interval.ts';
import type { NoticeToWrite } from '../../domain/notice.ts';
import type { Database } from '../../store/database.ts';
import { deleteNotice, postponeNotice, takeNotice } from '../../store/letters.ts';
import { insertLetter } from '../../store/mailbox.ts';
import { dueAgain, LEASE_MS, TRIES } from './patience.ts';

export interface NoticeOffice {
  db: Database;
  clock: () => Instant;
  write(notice: NoticeToWrite, date: Date): Letter;
  /** Null: letters go into the built-in mailbox. */
  postman: Postman | null;
}

/** Sends what has been due longest; returns whether there was anything. What fails is due again later, until it is given up. */
export async function sendNotice(office: NoticeOffice): Promise<boolean> {
  const now = office.clock();
  const taken = await office.db.transaction((tx) => takeNotice(tx, now, now + LEASE_MS as Instant));
  if (taken) await send(office, taken);
  return taken !== null;
}

async function send({ db, clock, write, postman }: NoticeOffice, notice: NoticeToWrite & { tries: number }): Promise<void> {
  const now = clock();
  const letter = write(notice, new Date(now));
  const isLater = postman !== null && (await postman.post(letter)).verdict === 'later' && notice.tries < TRIES;
  await db.transaction(async (tx) => {
    if (isLater) return postponeNotice(tx, notice.id, dueAgain(now, notice.tries));
    if (!postman) await insertLetter(tx, letter, now);
    await deleteNotice(tx, notice.id);
  });
}
