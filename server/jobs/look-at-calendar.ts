import type { Reading } from '../domain/busy-calendar.ts';
import { addDays, epochDay, WALL_DAY } from '../domain/calendar-date.ts';
import { addMinutes, type Instant } from '../domain/interval.ts';
import type { FetchPublic, PublicAnswer } from '../net/fetch-public.ts';
import type { CalendarContext, StoredCalendar } from '../store/busy-calendars.ts';
import type { ReadBusy } from './readers.ts';

export interface Eyes {
  readonly fetch: FetchPublic;
  readonly read: ReadBusy;
}

const LIMITS = { redirects: 3, maximumBytes: 5_000_000, connectMs: 5000, totalMs: 20_000 };
/** Busy times are kept this far ahead, and further where the programme goes on. */
const AHEAD_DAYS = 400;
/** A calendar that never changes is read in full now and then, since what lies ahead moves on. */
const READ_IN_FULL_MINUTES = 7 * 1440;

/** What a reading depends on besides the calendar: when it changes, "unchanged" is not an answer. */
export function readForOf({ timeZone, programmeEndsOn }: CalendarContext): string {
  return `${timeZone} ${programmeEndsOn}`;
}

/** Asks for the calendar, and reads it if it has changed. Says nothing of its address. */
export async function lookAtCalendar(
  calendar: StoredCalendar, address: string, context: CalendarContext, { fetch, read }: Eyes, now: Instant, signal: AbortSignal,
): Promise<Reading> {
  const mayBeUnchanged = calendar.goodAt !== null && calendar.readFor === readForOf(context)
    && calendar.readAt !== null && addMinutes(calendar.readAt, READ_IN_FULL_MINUTES) > now;
  const fetched = await fetch(address, { ...LIMITS, signal, headers: { Accept: 'text/calendar, */*;q=0.1', ...(mayBeUnchanged ? conditions(calendar) : {}) } });
  if (!fetched.ok) return { came: 'failed', fault: fetched.fault, retryAfterMinutes: 0 };
  const { answer } = fetched;
  if (answer.status === 304 && mayBeUnchanged) return { came: 'unchanged' };
  if (answer.status !== 200) return refused(answer, now);
  return readAnswer(answer, context, read, now);
}

function conditions({ etag, lastModified }: StoredCalendar): Record<string, string> {
  return { ...(etag !== null && { 'If-None-Match': etag }), ...(lastModified !== null && { 'If-Modified-Since': lastModified }) };
}

function refused({ status, headers }: PublicAnswer, now: Instant): Reading {
  const fault = status === 401 || status === 403 ? 'refused' : status === 404 || status === 410 ? 'gone' : status === 429 ? 'asked-too-often' : 'server-fault';
  return { came: 'failed', fault, retryAfterMinutes: retryAfter(headers['retry-after'], now) };
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function retryAfter(header: string | undefined, now: Instant): number {
  if (header === undefined) return 0;
  const minutes = /^\d{1,9}$/.test(header.trim()) ? Number(header) / 60 : (Date.parse(header) - now) / 60_000;
  return Number.isFinite(minutes) ? Math.max(0, minutes) : 0;
}

async function readAnswer({ body, headers }: PublicAnswer, { ownUids, programmeEndsOn, timeZone }: CalendarContext, read: ReadBusy, now: Instant): Promise<Reading> {
  const programmeEnds = epochDay(addDays(programmeEndsOn, 14)) * WALL_DAY;
  const answer = await read(body, {
    timeZone, ownUids, from: addMinutes(now, -1440), until: Math.max(programmeEnds, addMinutes(now, AHEAD_DAYS * 1440)) as Instant,
  });
  if (!answer.ok) return { came: 'failed', fault: answer.fault, retryAfterMinutes: 0 };
  return { came: 'read', ...answer.busy, etag: kept(headers.etag), lastModified: kept(headers['last-modified']) };
}

function kept(header: string | undefined): string | null {
  return header !== undefined && header.length <= 500 ? header : null;
}
