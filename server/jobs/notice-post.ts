import type { Sender } from '../domain/invitation-content.ts';
import type { Postman } from '../domain/invitation-post.ts';
import type { Instant } from '../domain/interval.ts';
import { noticeLetter } from '../mail/notice-letter.ts';
import type { Database } from '../store/database.ts';
import type { Settings } from '../usecases/call.ts';
import { sendNotice, type NoticeTried } from '../usecases/deliveries/send-notice.ts';
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

/**
 * Tells people of times that came free, and sends the letters beside the invitations; several processes may do it at once. Each
 * has a loop of its own: a wait that cannot be looked at keeps no letter back, nor a mail server that is slow a look.
 */
export function startNoticePost({ db, clock, settings, sender, postman, log, committed }: NoticePost): Pick<RelayLoop, 'stop'> {
  const office = { db, clock, postman, write: (notice: Parameters<typeof noticeLetter>[0], date: Date) => noticeLetter(notice, date, sender) };
  const sending = startRelayLoop(async () => {
    const tried = await sendNotice(office);
    if (tried) tell(tried, log);
    return tried !== null;
  }, POLL_MS, log, 'letters could not be sent');
  const telling = startRelayLoop(async () => {
    const told = await tellWaiting(db, settings, clock());
    if (told === 0) return false;
    committed();
    sending.wake();
    return true;
  }, POLL_MS, log, 'who waits for a time could not be told');
  return { stop: async () => { await Promise.all([telling.stop(), sending.stop()]); } };
}

/** By what it is, and never to whom: one that is refused for good leaves nothing else behind. */
function tell({ id, tries, came, error }: NoticeTried, log: Log): void {
  log.info({ letterId: id, tries, ...(error !== null && { error }) }, `letter ${came}`);
}
