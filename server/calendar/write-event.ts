import ical, {
  ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, foldLines,
} from 'ical-generator';
import type { ICalAttendeeData, ICalCalendar, ICalEventData } from 'ical-generator';
import type { Instant, Interval } from '../domain/interval.ts';
import type { Invitee } from '../domain/invitation-content.ts';
import type { Message } from '../domain/invitation.ts';
import { cleanLine, cleanName, cleanText, cleanUrl } from './clean-text.ts';

/** One VEVENT, in our words. All times are instants and are written in UTC, so that no zone's law can part two calendars. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly stampedAt: Instant;
  readonly createdAt: Instant;
  readonly span: Interval;
  readonly status: 'confirmed' | 'cancelled';
  readonly summary: string;
  /** Plain text with bare addresses: HTML here is shown as it stands. */
  readonly description: string;
  readonly joinUrl: string;
  /** What the link to the call is named, in the reader's language. */
  readonly joinLabel: string;
  readonly pageUrl: string;
  readonly category: string;
}

/** What makes an event a message (RFC 5546): who sends it, to whom, and what it wants. */
export interface Scheduling {
  readonly method: Message['method'];
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendees: readonly Invitee[];
}

/**
 * Calendar text is written here and, for feeds, in write-feed.ts, and nowhere else: RFC 5545 with CRLF, lines of at most 75 octets, a CRLF at the end.
 * Without `scheduling` it is a plain file to keep: no METHOD, ORGANIZER or ATTENDEE, so that no program offers to answer it.
 * No zone and no name of the calendar: X-WR-TIMEZONE and X-WR-CALNAME make some readers shift the hour.
 */
export function writeEvent(event: CalendarEvent, scheduling?: Scheduling): string {
  const calendar = newCalendar();
  if (scheduling) calendar.method(ICalCalendarMethod[scheduling.method]);
  calendar.createEvent({ ...plainEvent(event), ...(scheduling && schedulingOf(scheduling)) });
  return textOf(calendar, [event]);
}

export function newCalendar(): ICalCalendar {
  return ical({ prodId: { company: 'Visavis', product: 'Visavis', language: 'EN' }, scale: 'GREGORIAN' });
}

/** The calendar's text; `sessions` are its first events, in their order. */
export function textOf(calendar: ICalCalendar, sessions: readonly CalendarEvent[]): string {
  let at = 0;
  const withConferences = calendar.toString().replaceAll('\r\nEND:VEVENT\r\n', (end) => {
    const session = sessions[at];
    at += 1;
    return session ? `\r\n${conference(session)}${end}` : end;
  });
  return `${withConferences}\r\n`;
}

/** `id`, `sequence`, `stamp`, `created` and `lastModified` always: left out, the library takes chance and the clock. */
export function plainEvent(event: CalendarEvent): ICalEventData {
  const cancelled = event.status === 'cancelled';
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: new Date(event.stampedAt),
    created: new Date(event.createdAt),
    lastModified: new Date(event.stampedAt),
    start: new Date(event.span.start),
    end: new Date(event.span.end),
    summary: cleanLine(event.summary),
    description: cleanText(event.description),
    location: cleanUrl(event.joinUrl),
    url: cleanUrl(event.pageUrl),
    categories: [{ name: cleanLine(event.category) }],
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    // Google Calendar shows its "join" button by this one, everybody else by CONFERENCE.
    x: [['X-GOOGLE-CONFERENCE', cleanUrl(event.joinUrl)]],
  };
}

function schedulingOf({ organizer, attendees }: Scheduling): Pick<ICalEventData, 'organizer' | 'attendees'> {
  return {
    organizer: { name: cleanName(organizer.name), email: cleanLine(organizer.address) },
    attendees: attendees.map(attendee),
  };
}

/**
 * Whoever has answered to this hour has: an update does not ask them again. The facilitator offered the hour, so they have accepted it
 * unless they say otherwise; the others are asked, and again after every move.
 */
function attendee(person: Invitee): ICalAttendeeData {
  const isChair = person.role === 'facilitator';
  return {
    name: cleanName(person.name),
    email: cleanLine(person.email),
    type: ICalAttendeeType.INDIVIDUAL,
    role: isChair ? ICalAttendeeRole.CHAIR : ICalAttendeeRole.REQ,
    status: { accepted: ICalAttendeeStatus.ACCEPTED, declined: ICalAttendeeStatus.DECLINED, tentative: ICalAttendeeStatus.TENTATIVE, none: isChair ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION }[person.answered],
    rsvp: true,
  };
}

/** RFC 7986 §5.11, which the library does not know; a custom attribute would have its label in capitals. */
function conference({ joinUrl, joinLabel }: CalendarEvent): string {
  return foldLines(`CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="${cleanName(joinLabel)}":${cleanUrl(joinUrl)}`);
}
