import type { Letter } from '../../domain/invitation-content.ts';
import type { Postman } from '../../domain/invitation-post.ts';
import type { Instant } from '../../domain/interval.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Database } from '../../store/database.ts';
import { insertLetter } from '../../store/mailbox.ts';
import { reminderContent, takeReminder, writeReminderOutcome, type ReminderContent, type TakenReminder } from '../../store/reminders.ts';
import { asSystem } from '../signing-in/access.ts';
import { changeOf } from '../booking/remind.ts';
import { dueAgain, LEASE_MS, TRIES } from './patience.ts';

export interface ReminderOffice {
  db: Database;
  clock: () => Instant;
  write(content: ReminderContent, id: string, date: Date): Letter;
  /** Null: letters go into the built-in mailbox. */
  postman: Postman | null;
}

/** Sends what has been due longest, once; returns whether there was anything. What fails is due again later, until it is given up. */
export async function sendReminder(office: ReminderOffice): Promise<boolean> {
  const now = office.clock();
  const taken = await office.db.transaction((tx) => takeReminder(tx, now, now + LEASE_MS as Instant));
  if (taken) await send(office, taken);
  return taken !== null;
}

async function send(office: ReminderOffice, reminder: TakenReminder): Promise<void> {
  const content = await reminderContent(office.db, reminder.id);
  if (!content || content.sessions.length === 0) return settle(office, reminder, 'superseded', null);
  const now = office.clock();
  const letter = office.write(content, reminder.id, new Date(now));
  if (!office.postman) return settle(office, reminder, 'sent', null, letter);
  const answer = await office.postman.post(letter);
  if (answer.verdict === 'sent') return settle(office, reminder, 'sent', null);
  if (answer.verdict === 'later' && reminder.tries < TRIES) return settle(office, reminder, 'sending', answer.error);
  return settle(office, reminder, answer.verdict === 'bounced' ? 'bounced' : 'failed', answer.error);
}

/** `letter`: for the built-in mailbox. Whoever was erased meanwhile has no reminder any more, and no mailbox is to have it. */
async function settle(
  { db, clock }: ReminderOffice, { id, programmeId, tries }: TakenReminder, state: 'sent' | 'failed' | 'bounced' | 'superseded' | 'sending', error: string | null, letter?: Letter,
): Promise<void> {
  const now = clock();
  await db.transaction(async (tx) => {
    if (!await writeReminderOutcome(tx, id, { state, error, ...(state === 'sending' && { retryAt: dueAgain(now, tries) }) }, now)) return;
    if (letter) await insertLetter(tx, letter, now);
    if (state !== 'sending') appendChanges(tx, asSystem(programmeId), [changeOf(id, state, 'system')], now);
  });
}
