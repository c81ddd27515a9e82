import { z } from 'zod';
import { Id, Instant, text } from './primitives.ts';

/** Why the last try gave nothing; what the last good one said still holds. */
export const CalendarFault = z.enum([
  'bad-address', 'not-public', 'not-found', 'unreachable', 'not-secure', 'timed-out', 'too-large', 'too-many-redirects', 'unreadable',
  'refused', 'gone', 'asked-too-often', 'server-fault',
  'not-a-calendar', 'cut-off', 'too-many-events', 'too-long', 'too-much', 'emptied', 'key-lost',
]);
/** What of the last good reading could not be followed to the letter. */
export const CalendarWarning = z.enum(['unknown-zone', 'unsupported-rule', 'unreadable-event', 'unreadable-end']);

/** An external calendar whose busy times keep its facilitator free. Its address opens it, so it is only ever shown in part, and to its owner. */
export const BusyCalendar = z.strictObject({
  id: Id,
  facilitatorId: Id,
  name: z.string().nullable(),
  /** `calendar.example.org/…` to its facilitator; null to all others. */
  address: z.string().nullable(),
  /** `waiting`: never read yet. `failed`: the last try failed. */
  state: z.enum(['waiting', 'good', 'failed']),
  fault: CalendarFault.nullable(),
  warnings: z.array(CalendarWarning),
  eventCount: z.number().int(),
  lastGoodRead: z.string().nullable(),
  lastTried: z.string().nullable(),
  nextReading: z.string(),
  /** Older than the programme allows, or never read: the facilitator's slots carry `busyAsOf`, or are not to be had. */
  stale: z.boolean(),
});

export const BusyCalendarInput = z.strictObject({
  url: z.string().trim().min(1, 'write the calendar’s ICS address, https://…').max(2000),
  name: text(100).optional(),
});

/** Between two instants, 370 days apart at most. */
export const BusyFilter = z.strictObject({ from: Instant, to: Instant })
  .refine((filter) => Date.parse(filter.from) < Date.parse(filter.to), { path: ['to'], message: '`to` must be later than `from`' })
  .refine((filter) => Date.parse(filter.to) - Date.parse(filter.from) <= 370 * 86_400_000, { path: ['to'], message: 'ask for 370 days at most' });

/** When an external calendar has its facilitator busy; what it is about is never kept. */
export const BusyTime = z.strictObject({ calendarId: Id, calendar: z.string().nullable(), start: z.string(), end: z.string() });

export type BusyTime = z.infer<typeof BusyTime>;
export type CalendarFault = z.infer<typeof CalendarFault>;
export type CalendarWarning = z.infer<typeof CalendarWarning>;
export type BusyCalendar = z.infer<typeof BusyCalendar>;
export type BusyCalendarInput = z.infer<typeof BusyCalendarInput>;
