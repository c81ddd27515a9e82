import type { Instant } from '../../domain/interval.ts';
import type { Language } from '../../domain/invitation.ts';
import type { Correspondent } from '../../domain/notice.ts';
import type { Database, Tx } from '../../store/database.ts';
import { insertLetters } from '../../store/letters.ts';
import { findPerson } from '../../store/person.ts';
import { listStaff } from '../../store/staff.ts';
import { takeNotice, type StoredWebhook } from '../../store/webhooks.ts';
import type { Settings } from '../call.ts';
import { asSystem } from '../signing-in/access.ts';

export interface NoticeOffice {
  readonly clock: () => Instant;
  readonly settings: Pick<Settings, 'newId'>;
}

interface Log {
  warn(fields: Record<string, unknown>, message: string): void;
}

/** Has people told of one webhook that was switched off; whether there was one. Each has a letter of their own, sent and tried again by itself. */
export async function tellOfWebhook(db: Database, { clock, settings }: NoticeOffice, log: Log): Promise<boolean> {
  return db.transaction(async (tx) => {
    const now = clock();
    const webhook = await takeNotice(tx, now);
    if (!webhook) return false;
    const { id, offBecause, programmeId, url } = webhook;
    const people = await concerned(tx, webhook);
    if (people.length === 0) log.warn({ webhookId: id }, 'a webhook is off, and nobody is known who could be told');
    await insertLetters(tx, programmeId === null ? null : asSystem(programmeId), people.map((recipient) => ({
      id: settings.newId('ltr'), recipient,
      content: { kind: 'webhook-off', webhookId: id, host: new URL(url).host, because: offBecause === 'gone' ? 'gone' : 'given-up' },
    })), now);
    return true;
  });
}

/** The contact named with it, else whoever made it, else who runs the programme. */
async function concerned(tx: Tx, { contact, createdBy, programmeId }: StoredWebhook): Promise<Correspondent[]> {
  if (contact !== null) return [{ name: '', email: contact, language: 'en' }];
  const maker = await findPerson(tx, createdBy);
  if (maker) return [correspondent(maker)];
  return programmeId === null ? [] : (await listStaff(tx, 'coordinators', asSystem(programmeId))).map(correspondent);
}

function correspondent({ email, language, name }: { name: string; email: string; language: string }): Correspondent {
  return { name, email, language: language as Language };
}
