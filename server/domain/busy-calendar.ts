import type { CalendarFault, CalendarWarning } from '../../shared/api/calendars.ts';
import { addMinutes, type Instant, type Interval } from './interval.ts';

/** What came of one look at an external calendar. */
export type Reading =
  /** As at the last good reading. */
  | { readonly came: 'unchanged' }
  | {
    readonly came: 'read';
    /** Sorted, merged, none touching. */
    readonly spans: readonly Interval[];
    readonly events: number;
    readonly warnings: readonly CalendarWarning[];
    readonly etag: string | null;
    readonly lastModified: string | null;
  }
  | { readonly came: 'failed'; readonly fault: CalendarFault; /** As its server asks. */ readonly retryAfterMinutes: number };

/** What is known of a facilitator's external calendars together. */
export interface BusyKnowledge {
  /** Of the one read longest ago; when it was added, if it has never been read. Null: there is none. */
  readonly readAt: Instant | null;
  readonly isUnread: boolean;
}

/** How old what is known may be, where a programme says nothing else: several tries may fail before it matters. */
export const USUAL_BUSY_AGE_MINUTES = 360;

/** Since when busy times are not known, where that is longer than allowed; null while they are. Unread is not known. */
export function staleSince({ readAt, isUnread }: BusyKnowledge, maximumAgeMinutes: number, now: Instant): Instant | null {
  if (readAt === null) return null;
  return isUnread || addMinutes(readAt, maximumAgeMinutes) < now ? readAt : null;
}

/**
 * When to look again: every 15 to 45 minutes; after failures in 5, 10, 20 … minutes, 6 hours at most, or when its server asks.
 * `chance`, from 0 to 1, spreads calendars of one server over the time.
 */
export function nextReading(now: Instant, failures: number, retryAfterMinutes: number, chance: number): Instant {
  if (failures === 0) return addMinutes(now, 15 + 30 * chance);
  const wait = Math.min(360, 5 * 2 ** Math.min(failures - 1, 10)) * (0.75 + 0.5 * chance);
  return addMinutes(now, Math.max(wait, Math.min(retryAfterMinutes, 1440)));
}

/** Between two readings that somebody asks for. */
export const REST_MINUTES = 0.25;

/** A calendar that has lost all its events at once has more likely failed than become free; after a day it is believed. */
export const EMPTY_BELIEVED_AFTER_MINUTES = 1440;
