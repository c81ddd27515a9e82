import type { Language } from '../../domain/invitation.ts';
import { addMinutes, type Instant } from '../../domain/interval.ts';
import { asSystem } from '../../domain/access.ts';
import type { Result } from '../../domain/result.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { listProgrammes } from '../../store/programmes.ts';
import { insertStaff } from '../../store/staff.ts';
import { ProgrammeDocument } from '../../../shared/api/programmes.ts';
import type { Settings } from '../call.ts';
import { createProgramme } from '../programme/create-programme.ts';
import { confirmSignIn, linkIsGone } from './confirm-sign-in.ts';
import { isSameSecret, linkSecret } from './secrets.ts';
import { issueLink } from './sign-in.ts';

/** How a new installation gets its first coordinator without a token: by a link that whoever starts the program is shown. */

/** Long enough to be found in the morning; the next start shows another. */
const SET_UP_MINUTES = 24 * 60;

/** Who begins, and with what. */
export interface Beginning {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly programme: string;
  readonly timeZone: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The link; null once there is any programme. Nothing is stored: it is derived from the installation's key and its end. */
export async function setUpUrl(db: Queryable, settings: Settings, now: Instant): Promise<string | null> {
  if (!await isUntouched(db)) return null;
  const end = String(addMinutes(now, SET_UP_MINUTES));
  return `${settings.publicUrl}/set-up?token=${end}.${linkSecret(settings, 'set-up', [end], 0)}`;
}

/** Whether a link still opens: it is one of ours, its day is not over, and nobody has begun. */
export async function opensSetUp(db: Queryable, settings: Settings, token: string, now: Instant): Promise<boolean> {
  const [, end, secret] = /^(\d{13})\.([\w-]{22})$/.exec(token) ?? [];
  return end !== undefined && secret !== undefined && isSameSecret(secret, linkSecret(settings, 'set-up', [end], 0)) && Number(end) > now && isUntouched(db);
}

/** Makes the first programme and its coordinator, and signs them in; returns their browser's secret. Of many at once one is first. */
export async function setUp(tx: Tx, settings: Settings, { token, beginning, device }: { token: string; beginning: Beginning; device: string }, now: Instant): Promise<Result<string>> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('set-up', 0))");
  if (!await opensSetUp(tx, settings, token, now)) return linkIsGone();
  const { email, endsOn, language, name, programme, startsOn, timeZone } = beginning;
  const created = await createProgramme(tx, { access: { role: 'owner', actor: 'owner' }, now, settings }, ProgrammeDocument.parse({ programme: { name: programme, timeZone, startsOn, endsOn } }));
  if (!created.ok) return created;
  const id = settings.newId('coo');
  await insertStaff(tx, 'coordinators', { id, programmeId: asSystem(created.value.id), name, email, language, timeZone });
  const link = await issueLink(tx, { role: 'coordinator', id }, now, 1, false);
  return confirmSignIn(tx, settings, { token: link, browser: null, code: null, before: null, device }, now);
}

async function isUntouched(db: Queryable): Promise<boolean> {
  return (await listProgrammes(db, null, null, 1)).length === 0;
}
