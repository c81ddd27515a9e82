import { EMPTY_BELIEVED_AFTER_MINUTES, nextReading, REST_MINUTES, type Reading } from '../../domain/busy-calendar.ts';
import { addMinutes, type Instant, type Interval } from '../../domain/interval.ts';
import { busyConflicts, lockCalendar, replaceSpans, saveReading, spansOfCalendar, type BusyConflict, type StoredCalendar } from '../../store/busy-calendars.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Database, Tx } from '../../store/database.ts';
import { lockCalendars } from '../../store/engagements.ts';
import { ofSystem, type Own } from '../signing-in/access.ts';

/** One look at one calendar, and what it was made for. */
export interface Look {
  readonly calendarId: string;
  readonly facilitatorId: string;
  readonly reading: Reading;
  /** See `read_for` in the migration. */
  readonly readFor: string;
  /** From 0 to 1: spreads the next looks over the time. */
  readonly chance: number;
}

/**
 * Keeps what a look at a calendar gave: busy times when it was good, and in any case when to look again. What could not be
 * read leaves the last good busy times as they are. Returns whether anything was told.
 */
export async function keepReading(db: Database, look: Look, now: Instant): Promise<boolean> {
  return db.transaction(async (tx) => {
    // As a move does: it decides on what it reads after it has this lock. Who books is held to the busy version.
    await lockCalendars(tx, [look.facilitatorId]);
    const found = await lockCalendar(tx, look.calendarId);
    if (!found) return false;
    const before = ofSystem(found);
    const after = afterLook(before, look, now);
    const told = after.goodAt === now && look.reading.came === 'read' ? await keepSpans(tx, before, look.reading.spans, now) : [];
    await saveReading(tx, found.isAskedAgain ? soon(after, now) : after);
    const changes = [...told, ...(told.length === 0 && after.state !== before.state ? [stateChanged(before)] : [])];
    if (changes.length > 0) appendChanges(tx, before.programmeId, changes, now);
    return changes.length > 0;
  });
}

/** Whoever asked while a reading was under way may have changed something since it began. */
function soon(calendar: Own<StoredCalendar>, now: Instant): Own<StoredCalendar> {
  return { ...calendar, nextReadingAt: Math.min(calendar.nextReadingAt, addMinutes(now, REST_MINUTES)) as Instant };
}

function afterLook(before: Own<StoredCalendar>, { reading, readFor, chance }: Look, now: Instant): Own<StoredCalendar> {
  const tried = { ...before, triedAt: now };
  if (reading.came === 'failed') return failed(tried, reading.fault, reading.retryAfterMinutes, chance, now);
  if (reading.came === 'unchanged') return { ...tried, state: 'good', fault: null, goodAt: now, failures: 0, nextReadingAt: nextReading(now, 0, 0, chance) };
  const emptiedAt = reading.events > 0 || before.events === 0 ? null : before.emptiedAt ?? now;
  if (emptiedAt !== null && now < addMinutes(emptiedAt, EMPTY_BELIEVED_AFTER_MINUTES)) return failed({ ...tried, emptiedAt }, 'emptied', 0, chance, now);
  const { etag, events, lastModified } = reading;
  return {
    ...tried, state: 'good', fault: null, warnings: [...reading.warnings], events, etag, lastModified, readFor, readAt: now, goodAt: now,
    emptiedAt: null, failures: 0, nextReadingAt: nextReading(now, 0, 0, chance),
  };
}

function failed(tried: Own<StoredCalendar>, fault: NonNullable<StoredCalendar['fault']>, retryAfterMinutes: number, chance: number, now: Instant): Own<StoredCalendar> {
  const failures = tried.failures + 1;
  return { ...tried, state: 'failed', fault, failures, nextReadingAt: nextReading(now, failures, retryAfterMinutes, chance) };
}

async function keepSpans(tx: Tx, calendar: Own<StoredCalendar>, spans: readonly Interval[], now: Instant): Promise<Change[]> {
  const known = await spansOfCalendar(tx, calendar);
  if (isSame(known, spans)) return [];
  const facilitator = { id: calendar.facilitatorId, programmeId: calendar.programmeId };
  const before = await busyConflicts(tx, facilitator, now);
  await replaceSpans(tx, calendar, spans);
  const after = await busyConflicts(tx, facilitator, now);
  return [
    { kind: 'availability.changed', subject: { type: 'facilitator', id: calendar.facilitatorId }, data: { facilitatorId: calendar.facilitatorId }, actor: 'system', audience: { everyone: true } },
    ...busyChanges(calendar.facilitatorId, before, after, 'system'),
  ];
}

function isSame(a: readonly Interval[], b: readonly Interval[]): boolean {
  return a.length === b.length && a.every(({ start, end }, index) => start === b[index]!.start && end === b[index]!.end);
}

/** Booked sessions that have come to lie in busy time, or no longer do: told to the facilitator and coordinators, and to nobody else. */
export function busyChanges(facilitatorId: string, before: readonly BusyConflict[], after: readonly BusyConflict[], actor: string): Change[] {
  return [
    ...without(after, before).map((conflict) => conflictChange(facilitatorId, conflict, true, actor)),
    ...without(before, after).map((conflict) => conflictChange(facilitatorId, conflict, false, actor)),
  ];
}

function without(some: readonly BusyConflict[], others: readonly BusyConflict[]): BusyConflict[] {
  return some.filter(({ bookingId }) => !others.some((other) => other.bookingId === bookingId));
}

function conflictChange(facilitatorId: string, { sessionId, clusterId, topicId, bookingId }: BusyConflict, busyConflict: boolean, actor: string): Change {
  return {
    // Not `session.changed`, which the cluster and observers may hear of.
    kind: 'availability.changed',
    subject: { type: 'booking', id: bookingId },
    data: { facilitatorId, bookingId, sessionId, clusterId, topicId, busyConflict },
    actor,
    audience: { facilitatorIds: [facilitatorId] },
  };
}

/** The facilitator's own matter: the panel shows it. */
function stateChanged({ id, facilitatorId }: StoredCalendar): Change {
  return { kind: 'availability.changed', subject: { type: 'facilitator', id: facilitatorId }, data: { facilitatorId, calendarId: id }, actor: 'system', audience: { facilitatorIds: [facilitatorId] } };
}
