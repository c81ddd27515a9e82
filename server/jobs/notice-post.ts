import type { Sender } from '../domain/invitation-content.ts';
import type { Postman } from '../domain/invitation-post.ts';
import type { Instant } from '../domain/interval.ts';
import { noticeLetter } from '../mail/notice-letter.ts';
import type { Database } from '../store/database.ts';
import type { Settings } from '../usecases/call.ts';
import { sendNotice } from '../usecases/deliveries/send-notice.ts';
import { tellWaiting } from '../usecases/booking/tell-waiting.ts';
import type { Log } from './log.ts';
import { startRelayLoop, type RelayLoop } from './relay-loop.ts';

interface NoticePost {
  db: Database;
  clock: () => Instant;
  settings: Settings;
  sender: Sender;
  postman: Postman | null;
  log: Log;
  /** Somebody was told, and that is committed. */
  committed(): void;
}

const POLL_MS = 1000;

/** Tells people of times that came free, and sends the letters that are no invitations; several processes may do it at once. */
export function startNoticePost({ db, clock, settings, sender, postman, log, committed }: NoticePost): RelayLoop {
  const office = { db, clock, postman, write: (notice: Parameters<typeof noticeLetter>[0], date: Date) => noticeLetter(notice, date, sender) };
  return startRelayLoop(async () => {
    const told = await tellWaiting(db, settings, clock());
    const isSent = await sendNotice(office);
    if (told > 0) committed();
    return told > 0 || isSent;
  }, POLL_MS, log);
}
