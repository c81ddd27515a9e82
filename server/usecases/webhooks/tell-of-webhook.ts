import type { Letter } from '../../domain/invitation-content.ts';
import type { Postman } from '../../domain/invitation-post.ts';
import { addMinutes, type Instant } from '../../domain/interval.ts';
import type { Database, Tx } from '../../store/database.ts';
import { insertLetter } from '../../store/mailbox.ts';
import { findPerson } from '../../store/person.ts';
import { listStaff } from '../../store/staff.ts';
import { setNotice, takeNotice, type StoredWebhook } from '../../store/webhooks.ts';
import { asSystem } from '../signing-in/access.ts';

/** Somebody who is to know. */
export interface Concerned {
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

export interface NoticeOffice {
  readonly clock: () => Instant;
  /** `time` makes the mails of one webhook, switched off again and again, different ones. */
  writeNotice(webhook: { id: string; url: string; because: 'gone' | 'given-up' }, to: Concerned, now: Instant): Promise<Letter>;
  /** Null: letters go into the built-in mailbox. */
  readonly postman: Postman | null;
}

interface Log {
  warn(fields: Record<string, unknown>, message: string): void;
}

const RETRY_MINUTES = 5;

/** Tells of one webhook that was switched off, by mail; whether there was one. Tried again until the mail server takes it. */
export async function tellOfWebhook(db: Database, office: NoticeOffice, log: Log): Promise<boolean> {
  return db.transaction(async (tx) => {
    const now = office.clock();
    const webhook = await takeNotice(tx, now);
    if (!webhook) return false;
    const people = await concerned(tx, webhook);
    if (people.length === 0) log.warn({ webhookId: webhook.id }, 'a webhook is off, and nobody is known who could be told');
    const came = await Promise.all(people.map((person) => post(tx, office, webhook, person, now)));
    await setNotice(tx, webhook.id, came.includes('later') ? addMinutes(now, RETRY_MINUTES) : null);
    return true;
  });
}

/** The contact named with it, else whoever made it, else who runs the programme. */
async function concerned(tx: Tx, { contact, createdBy, programmeId }: StoredWebhook): Promise<Concerned[]> {
  if (contact !== null) return [{ name: '', email: contact, language: 'en' }];
  const maker = await findPerson(tx, createdBy);
  if (maker) return [maker];
  return programmeId === null ? [] : listStaff(tx, 'coordinators', asSystem(programmeId));
}

async function post(tx: Tx, { postman, writeNotice }: NoticeOffice, webhook: StoredWebhook, person: Concerned, now: Instant): Promise<string> {
  const because = webhook.offBecause === 'gone' ? 'gone' : 'given-up';
  const letter = await writeNotice({ id: webhook.id, url: webhook.url, because }, person, now);
  if (postman) return (await postman.post(letter)).verdict;
  await insertLetter(tx, letter, now);
  return 'sent';
}
