import { z } from 'zod';
import { isTimeZone } from '../zones.ts';

/** An instant: RFC 3339, any offset in, `Z` out. */
export const Instant = z.iso.datetime({ offset: true, error: 'write an instant as 2026-03-26T10:00:00Z or with an offset, +01:00' })
  .refine((instant) => Number.isFinite(Date.parse(instant)), 'this date does not exist')
  .refine(isInReach, 'the year must be 1901 to 2198');

/** A calendar date. */
export const IsoDate = z.iso.date('write a date that exists as YYYY-MM-DD').refine(isInReach, 'the year must be 1901 to 2198');

/** A wall time; a start is before 24:00. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a wall time as HH:mm, 00:00 to 23:59');
export const WallTimeEnd = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'write a wall time as HH:mm, 00:00 to 24:00');

/** An IANA zone name; offsets and abbreviations are refused, since they do not know when clocks change. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'use an IANA time zone name such as Europe/Madrid');

/** ISO weekday: 1 Monday … 7 Sunday. */
export const Weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as 1 | 2 | 3 | 4 | 5 | 6 | 7)), 'weekdays are 1 (Monday) to 7 (Sunday)');
export const Weekdays = z.array(Weekday).min(1, 'name at least one weekday, 1 (Monday) to 7 (Sunday)').max(7)
  .refine((days) => new Set(days).size === days.length, 'a weekday is named twice');

/**
 * Of RFC 5322 §3.4.1 what needs no quotes, and nothing that means something else in a `mailto:` address (RFC 6068): no `%`, `?`
 * or `#`. Domains are names: labels of letters, digits and hyphens, and a last one that is no number.
 */
const ADDRESS = /^(?=[^@]{1,64}@)[A-Za-z0-9!$&'*+/=_~-]+(?:\.[A-Za-z0-9!$&'*+/=_~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

export const Id = z.string().min(1).max(64);
export const Name = text(200);
/** Blanks around it are not part of it, and a domain in letters of its own is kept as the mail servers' (RFC 5891): one spelling for each address. */
export const Email = z.string('write one mail address such as name@example.org').overwrite(tidyAddress).max(254)
  .check(z.email({ pattern: ADDRESS, error: 'write one mail address such as name@example.org' }));
/** Where sessions meet. `{room}` becomes an unguessable name, another for each booking. */
export const MeetingAddress = z.string().trim().max(1000).refine(isMeetingAddress, 'write a link that begins with https://; {room} in it becomes a name of its own for each booking');
export const Language = z.enum(['en', 'es', 'fr', 'pl', 'da']);
export const LongText = z.string().max(4000).regex(/^[^\u0000]*$/, 'remove the NUL character');
export const Version = z.number().int();

/** Whole minutes between two bounds, both inclusive. */
export function minutes(least: number, most: number) {
  return z.number().int('whole minutes').min(least).max(most);
}

/** A span of one day's wall time: `to` is later than `from`. */
export const WallSpan = z.strictObject({ from: WallTime, to: WallTimeEnd })
  .refine((span) => span.from < span.to, { path: ['to'], message: '`to` must be later than `from`; a span past midnight is two spans' });

export function text(longest: number) {
  return z.string().trim().min(1, 'must not be empty').max(longest)
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'must be one line without control characters');
}

/** `endsOn` is not before `startsOn`. */
export const inOrder = [
  (span: { startsOn: string; endsOn: string }) => span.startsOn <= span.endsOn,
  { path: ['endsOn'], message: '`endsOn` must not be before `startsOn`' },
] as [(span: { startsOn: string; endsOn: string }) => boolean, { path: string[]; message: string }];

/** A phase is listed whole, and no list is longer than 370 days. */
export const atMostAYear = [
  (span: { startsOn: string; endsOn: string }) => Date.parse(span.endsOn) - Date.parse(span.startsOn) <= 366 * 86_400_000,
  { path: ['endsOn'], message: 'a phase lasts 366 days at most' },
] as [(span: { startsOn: string; endsOn: string }) => boolean, { path: string[]; message: string }];

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Where a page begins: the `nextCursor` of the one before, or nothing. Anything else would quietly list from somewhere. */
export const Cursor = z.string().max(200).regex(/^(?:|[a-z]+_[0-9a-z]+|\d{1,15})$/, 'use the `nextCursor` of the page before');

export const Page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: Cursor.optional(),
});

function tidyAddress(written: string): string {
  const address = written.trim();
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  const isOfOtherLetters = /[^\u0000-\u007f]/.test(domain) && /^[\p{L}\p{M}\p{N}.-]{1,253}$/u.test(domain);
  return isOfOtherLetters && URL.canParse(`http://${domain}`) ? address.slice(0, at) + new URL(`http://${domain}`).hostname : address;
}

/** As far as the rules of time zones can be told. */
function isInReach(dateOrInstant: string): boolean {
  return dateOrInstant >= '1901' && dateOrInstant < '2199';
}

function isMeetingAddress(written: string): boolean {
  const address = written.replaceAll('{room}', 'room');
  if (!URL.canParse(address) || /[\s\u0000-\u001f\u007f<>"{}]/.test(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}
