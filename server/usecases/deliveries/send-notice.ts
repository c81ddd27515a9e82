import type { Letter } from '../../domain/invitation-content.ts';
import type { PostAnswer, Postman } from '../../domain/invitation-post.ts';
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

/** What came of one try at a letter: tried again `later`, refused for good, or taken. */
export interface NoticeTried {
  readonly id: string;
  readonly tries: number;
  readonly came: PostAnswer['verdict'];
  readonly error: string | null;
}

/** Sends what has been due longest; returns what came of it, null if there was nothing. What fails is due again later, until it is given up. */
export async function sendNotice(office: NoticeOffice): Promise<NoticeTried | null> {
  const now = office.clock();
  const taken = await office.db.transaction((tx) => takeNotice(tx, now, now + LEASE_MS as Instant));
  return taken && send(office, taken);
}

async function send({ db, clock, write, postman }: NoticeOffice, notice: NoticeToWrite & { tries: number }): Promise<NoticeTried> {
  const now = clock();
  const { id, tries } = notice;
  const letter = write(notice, new Date(now));
  const answer: PostAnswer = postman === null ? { verdict: 'sent' } : await postman.post(letter);
  const isLater = answer.verdict === 'later' && tries < TRIES;
  await db.transaction(async (tx) => {
    if (isLater) return postponeNotice(tx, id, dueAgain(now, tries));
    // Whoever was erased meanwhile has no letter any more, and no mailbox is to have it.
    if (await deleteNotice(tx, id) && !postman) await insertLetter(tx, letter, now);
  });
  if (answer.verdict === 'sent') return { id, tries, came: 'sent', error: null };
  return { id, tries, came: answer.verdict === 'later' && !isLater ? 'failed' : answer.verdict, error: answer.error };
}
