import { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { ICalEventData } from 'ical-generator';
import type { Instant } from '../domain/interval.ts';
import type { IsoDate } from '../domain/programme.ts';
import { cleanLine } from './clean-text.ts';
import { newCalendar, plainEvent, textOf } from './write-event.ts';
import type { CalendarEvent } from './write-event.ts';

/** Whole days in every zone, the last one included. */
export interface CalendarDays {
  readonly uid: string;
  readonly sequence: number;
  readonly stampedAt: Instant;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly summary: string;
}

/** How often readers are asked to look again, seconds; Google looks when it likes. */
const EVERY_SECONDS = 3600;

/**
 * A calendar to subscribe to: like a file to keep, with a name and how often to look again (RFC 7986 §5.1, §5.7).
 * A function of what it is given alone: while nothing changes, the bytes do not.
 */
export function writeFeed(name: string, sessions: readonly CalendarEvent[], days: readonly CalendarDays[]): string {
  const calendar = newCalendar();
  calendar.name(escaped(cleanLine(name))).ttl(EVERY_SECONDS);
  for (const session of sessions) calendar.createEvent(plainEvent(session));
  for (const each of days) calendar.createEvent(wholeDays(each));
  return textOf(calendar, sessions);
}

/** DTEND excludes its day (RFC 5545 §3.6.1). Free time: these weeks take place, at hours that this calendar does not know. */
function wholeDays({ uid, sequence, stampedAt, startsOn, endsOn, summary }: CalendarDays): ICalEventData {
  return {
    id: uid,
    sequence,
    stamp: new Date(stampedAt),
    lastModified: new Date(stampedAt),
    start: new Date(`${startsOn}T00:00:00Z`),
    end: new Date(Date.parse(`${endsOn}T00:00:00Z`) + 86_400_000),
    allDay: true,
    summary: cleanLine(summary),
    status: ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** RFC 5545 §3.3.11: the library leaves a calendar's name as it is. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`);
}
