import { reminderLetter } from '../mail/reminder-letter.ts';
import type { Sender } from '../domain/invitation-content.ts';
import type { Postman } from '../domain/invitation-post.ts';
import type { Instant } from '../domain/interval.ts';
import type { Database } from '../store/database.ts';
import { sendReminder } from '../usecases/deliveries/send-reminder.ts';
import type { Log } from './log.ts';
import { startRelayLoop, type RelayLoop } from './relay-loop.ts';

interface ReminderPost {
  db: Database;
  clock: () => Instant;
  sender: Sender;
  postman: Postman | null;
  log: Log;
  /** Something was sent, and that is committed. */
  committed(): void;
}

const POLL_MS = 1000;

/** Sends reminders as they fall due; several processes may do it at once, and each reminder is had by one of them. */
export function startReminderPost({ db, clock, sender, postman, log, committed }: ReminderPost): RelayLoop {
  const office = { db, clock, postman, write: (content: Parameters<typeof reminderLetter>[0], id: string, date: Date) => reminderLetter(content, { id, date }, sender) };
  return startRelayLoop(async () => {
    const isSent = await sendReminder(office);
    if (isSent) committed();
    return isSent;
  }, POLL_MS, log, 'reminders could not be sent');
}
