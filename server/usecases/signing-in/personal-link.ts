import type { PersonalLink } from '../../domain/invitation-content.ts';
import { accept, type Result } from '../../domain/result.ts';
import { findBooking, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { endPersonalLink, linkHolders } from '../../store/personal-links.ts';
import type { Person } from '../../store/signing-people.ts';
import { coordinates, isParty } from './access.ts';
import type { Call, Settings } from '../call.ts';
import { noSuchBooking } from '../booking/move-booking.ts';
import { isSameSecret, linkSecret, SECRET_LENGTH } from './secrets.ts';

/** Whose link to what. */
export interface OpenedLink {
  readonly person: Person;
  readonly booking: StoredBooking;
  readonly generation: number;
}

/** The page where one person sees, moves and cancels one booking without signing in. */
export function manageUrl(settings: Settings, { bookingId, personId, generation }: PersonalLink): string {
  return `${settings.publicUrl}/manage/${bookingId}.${linkSecret(settings, 'manage', [bookingId, personId], generation)}`;
}

/** What a link opens; null when it was never one, was ended, or its person has left. */
export async function openLink(db: Queryable, settings: Settings, token: string): Promise<OpenedLink | null> {
  const [, bookingId, secret] = TOKEN.exec(token) ?? [];
  if (bookingId === undefined || secret === undefined) return null;
  const holder = (await linkHolders(db, bookingId)).find(({ person, generation }) =>
    isSameSecret(secret, linkSecret(settings, 'manage', [bookingId, person.id], generation)));
  const booking = holder ? await findBooking(db, bookingId) : null;
  return holder && booking ? { ...holder, booking } : null;
}

/** Ends the caller's own link to a booking, or everybody's when asked by who runs the programme. */
export async function endLinks(tx: Tx, { access, now }: Call, bookingId: string): Promise<Result<null>> {
  const booking = await findBooking(tx, bookingId);
  if (!booking || !isParty(access, booking)) return noSuchBooking();
  for (const { person } of await linkHolders(tx, bookingId)) {
    if (coordinates(access, booking.programmeId) || access.actor === person.id) await endPersonalLink(tx, booking, person.id);
  }
  appendChanges(tx, booking.programmeId, [{
    kind: 'programme.changed', subject: { type: 'booking', id: bookingId }, data: { what: 'links ended' }, actor: access.actor, audience: {},
  }], now);
  return accept(null);
}

const TOKEN = new RegExp(`^([\\w-]{1,64})\\.([\\w-]{${SECRET_LENGTH}})$`);
