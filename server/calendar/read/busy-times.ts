import { WALL_DAY } from '../../domain/calendar-date.ts';
import { union, type Instant, type Interval } from '../../domain/interval.ts';
import { line, linesOf, readCalendars, word, type Component } from './components.ts';
import { textOf, UnreadableCalendar, type CalendarFault } from './content-lines.ts';
import { parseRule, recurrenceDays, TooMuchWork, type Effort } from './recurrence.ts';
import { readLength, readTime, type ReadClock, type WrittenLength, type WrittenTime } from './times.ts';
import { clockOf } from './zones.ts';

export interface BusyQuestion {
  /** The facilitator's zone: of floating times and of whole days. */
  readonly timeZone: string;
  /** Only what lies between is kept. */
  readonly from: Instant;
  readonly until: Instant;
  /** Of the facilitator's own bookings with us, which come back when they subscribe or accept: not busy, but the session itself. */
  readonly ownUids: readonly string[];
}

/** What could not be followed to the letter; none of it makes an hour free that may be taken. */
export type BusyWarning = 'unknown-zone' | 'unsupported-rule' | 'unreadable-event' | 'unreadable-end';

export interface BusyTimes {
  /** Sorted, merged, none touching. Never what an event is called, nor who is in it. */
  readonly spans: readonly Interval[];
  readonly events: number;
  readonly warnings: readonly BusyWarning[];
}

export type BusyAnswer = { readonly ok: true; readonly busy: BusyTimes } | { readonly ok: false; readonly fault: CalendarFault | 'too-much' };

const WANTED = {
  components: ['VEVENT', 'VFREEBUSY', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT'],
  lines: [
    'UID', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'STATUS', 'TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS', 'FREEBUSY',
    'TZID', 'TZOFFSETFROM', 'TZOFFSETTO', 'X-LIC-LOCATION', 'X-WR-TIMEZONE',
  ],
  maximumEvents: 20_000,
};
const MAXIMUM_OCCURRENCES = 2000;
/** For all rules of one file: a thousand weekly ones, or three hundred daily ones, without an end. */
const EFFORT = 1_500_000;
/** Nobody has more to do in two years; what is kept is written and read in a moment. */
const MOST_SPANS = 20_000;
const HOUR = 3_600_000;
const LONGEST_RECURRING = 62 * WALL_DAY;

/**
 * When a calendar says that its owner is busy. Each event is read on its own, so that one bad event costs no other; a text
 * that is no calendar, is cut off, or asks for too much is refused as a whole, so that the last good reading stays.
 */
export function readBusyTimes(bytes: Uint8Array, question: BusyQuestion): BusyAnswer {
  const warnings = new Set<BusyWarning>();
  const effort: Effort = { left: EFFORT };
  try {
    const calendars = readCalendars(textOf(bytes), WANTED);
    const spans = union(calendars.flatMap((calendar) => busyIn(calendar, question, effort, warnings)));
    if (spans.length > MOST_SPANS) return { ok: false, fault: 'too-much' };
    const events = calendars.flatMap(({ parts }) => parts).filter(({ name }) => name === 'VEVENT' || name === 'VFREEBUSY').length;
    return { ok: true, busy: { spans, events, warnings: [...warnings].toSorted() } };
  } catch (error) {
    if (error instanceof UnreadableCalendar) return { ok: false, fault: error.fault };
    if (error instanceof TooMuchWork) return { ok: false, fault: 'too-much' };
    throw error;
  }
}

interface Reading {
  readonly question: BusyQuestion;
  readonly instantOf: ReadClock;
  readonly effort: Effort;
  readonly warn: (warning: BusyWarning) => void;
}

function busyIn(calendar: Component, question: BusyQuestion, effort: Effort, warnings: Set<BusyWarning>): Interval[] {
  const warn = (warning: BusyWarning) => { warnings.add(warning); };
  const reading: Reading = { question, effort, warn, instantOf: clockOf(calendar, question.timeZone, effort, warn) };
  const own = new Set(question.ownUids);
  const events = calendar.parts.filter((part) => part.name === 'VEVENT' && !own.has(line(part, 'UID')?.value ?? ''));
  const replaced = replacedStarts(events, reading);
  return [
    ...events.flatMap((event) => busyByEvent(event, replaced, reading)),
    ...calendar.parts.filter(({ name }) => name === 'VFREEBUSY').flatMap((part) => busyByList(part, reading)),
  ];
}

/** By UID, the occurrences that an event of their own stands for (RFC 5545 §3.8.4.4), moved, cancelled or free. */
function replacedStarts(events: readonly Component[], { instantOf }: Reading): Map<string, Set<Instant>> {
  const replaced = new Map<string, Set<Instant>>();
  for (const event of events) {
    const written = line(event, 'RECURRENCE-ID');
    const time = written && readTime(written.value, written.params);
    const uid = line(event, 'UID')?.value;
    if (!time || uid === undefined) continue;
    const starts = replaced.get(uid) ?? new Set();
    replaced.set(uid, starts.add(instantOf(onClockOf(event, time))));
  }
  return replaced;
}

function busyByEvent(event: Component, replaced: ReadonlyMap<string, Set<Instant>>, reading: Reading): Interval[] {
  if (isFree(event)) return [];
  const written = line(event, 'DTSTART');
  const start = written && readTime(written.value, written.params);
  if (!start) {
    reading.warn('unreadable-event');
    return [];
  }
  try {
    const isOverride = line(event, 'RECURRENCE-ID') !== undefined;
    const without = isOverride ? new Set<Instant>() : new Set([...exceptions(event, reading), ...replaced.get(line(event, 'UID')?.value ?? '') ?? []]);
    return spansOf(event, start, isOverride, reading).filter((span) => !without.has(span.start) && meets(span, reading.question));
  } catch (error) {
    // Times beyond the years that zones are known for.
    if (!(error instanceof RangeError)) throw error;
    reading.warn('unreadable-event');
    return [];
  }
}

function isFree(event: Component): boolean {
  return word(event, 'TRANSP') === 'TRANSPARENT' || word(event, 'STATUS') === 'CANCELLED' || word(event, 'X-MICROSOFT-CDO-BUSYSTATUS') === 'FREE';
}

function meets({ start, end }: Interval, { from, until }: BusyQuestion): boolean {
  return start < until && from < end;
}

function exceptions(event: Component, { instantOf }: Reading): Instant[] {
  const times = linesOf(event, 'EXDATE').flatMap(({ value, params }) => value.split(',').map((each) => readTime(each, params))).filter((time) => time !== null);
  return times.map((time) => instantOf(onClockOf(event, time)));
}

/** Some writers leave the zone out where they name an occurrence: it is the event's. */
function onClockOf(event: Component, time: WrittenTime): WrittenTime {
  return time.zone === undefined && !time.isDate ? { ...time, zone: line(event, 'DTSTART')?.params.get('TZID') } : time;
}

/** All occurrences that can reach into the time asked about, each by its own end. */
function spansOf(event: Component, start: WrittenTime, isOverride: boolean, reading: Reading): Interval[] {
  const length = lengthOf(event, start, reading);
  const spanAt = (time: WrittenTime): Interval => spanFrom(time, length, reading);
  const first = spanAt(start);
  if (isOverride) return [first];
  const walls = first.end - first.start > LONGEST_RECURRING ? unsupported(event, reading) : recurringWalls(event, start, first.end - first.start, reading);
  return [first, ...walls.map((wall) => spanAt({ ...start, wall })), ...additions(event, spanAt, reading)];
}

function spanFrom(time: WrittenTime, { days, milliseconds }: WrittenLength, { instantOf }: Reading): Interval {
  const start = instantOf(time);
  const nominal = days === 0 ? start : instantOf({ ...time, wall: time.wall + days * WALL_DAY });
  return { start, end: (nominal + milliseconds) as Instant };
}

/**
 * DTEND, DURATION, or what RFC 5545 §3.6.1 says there is without: the day, or no time at all. An end that lies before the
 * start or cannot be read is taken for an hour or a day: something is there.
 */
function lengthOf(event: Component, start: WrittenTime, { instantOf, warn }: Reading): WrittenLength {
  const usual = start.isDate ? { days: 1, milliseconds: 0 } : { days: 0, milliseconds: HOUR };
  const end = line(event, 'DTEND');
  const duration = line(event, 'DURATION');
  if (!end && !duration) return start.isDate ? usual : { days: 0, milliseconds: 0 };
  const written = end && readTime(end.value, end.params);
  const length = duration && !end ? readLength(duration.value) : written && lengthBetween(start, written, instantOf);
  if (length && length.days >= 0 && length.milliseconds >= 0) {
    return start.isDate && length.days === 0 && length.milliseconds === 0 ? usual : length;
  }
  warn('unreadable-end');
  return usual;
}

/** Dates are apart by days, times by what passes between them (RFC 5545 §3.8.5.3). */
function lengthBetween(start: WrittenTime, end: WrittenTime, instantOf: ReadClock): WrittenLength {
  if (start.isDate && end.isDate) return { days: (end.wall - start.wall) / WALL_DAY, milliseconds: 0 };
  return { days: 0, milliseconds: instantOf(end) - instantOf(start) };
}

function recurringWalls(event: Component, start: WrittenTime, length: number, reading: Reading): number[] {
  const rules = linesOf(event, 'RRULE');
  return rules.flatMap(({ value }) => {
    const rule = parseRule(value);
    const until = rule?.until ? readTime(rule.until, new Map()) : null;
    if (!rule || (rule.until !== null && !until)) return unsupported(event, reading);
    const { effort, instantOf, question } = reading;
    const startDay = Math.floor(start.wall / WALL_DAY);
    const fromDay = Math.floor((question.from - length) / WALL_DAY) - 2;
    const walls: number[] = [];
    for (const day of recurrenceDays(rule, startDay, fromDay, Math.floor(question.until / WALL_DAY) + 2, effort)) {
      const wall = start.wall + (day - startDay) * WALL_DAY;
      if (until && isPast({ ...start, wall }, until, instantOf)) break;
      if (day >= fromDay) walls.push(wall);
      if (walls.length > MAXIMUM_OCCURRENCES) throw new TooMuchWork();
    }
    return walls;
  });
}

function unsupported(event: Component, { warn }: Reading): number[] {
  if (linesOf(event, 'RRULE').length > 0) warn('unsupported-rule');
  return [];
}

/** A date as UNTIL includes all of that day; a time in UTC is an instant; another is read by the event's own clock. */
function isPast(time: WrittenTime, until: WrittenTime, instantOf: ReadClock): boolean {
  if (until.isDate) return time.wall >= until.wall + WALL_DAY;
  if (until.zone === null && !time.isDate) return instantOf(time) > until.wall;
  return time.wall > until.wall;
}

function additions(event: Component, spanAt: (time: WrittenTime) => Interval, reading: Reading): Interval[] {
  const spans = linesOf(event, 'RDATE').flatMap(({ value, params }) => value.split(',').map((each) => {
    if (each.includes('/')) return periodOf(each, params, reading);
    const time = readTime(each, params);
    return time && spanAt(time);
  }));
  const readable = spans.filter((span) => span !== null);
  if (readable.length < spans.length) reading.warn('unreadable-event');
  return readable;
}

/** `start/end` or `start/length` (RFC 5545 §3.3.9). */
function periodOf(text: string, params: Parameters<typeof readTime>[1], reading: Reading): Interval | null {
  const [from = '', to = ''] = text.split('/', 2);
  const start = readTime(from, params);
  const end = readTime(to, params);
  const length = end ? null : readLength(to);
  if (!start || (!end && !length)) return null;
  return end ? { start: reading.instantOf(start), end: reading.instantOf(end) } : spanFrom(start, length!, reading);
}

function busyByList(list: Component, reading: Reading): Interval[] {
  return linesOf(list, 'FREEBUSY').filter(({ params }) => params.get('FBTYPE')?.toUpperCase() !== 'FREE').flatMap(({ value, params }) => {
    const spans = value.split(',').map((each) => periodOf(each, params, reading));
    if (spans.includes(null)) reading.warn('unreadable-event');
    return spans.filter((span) => span !== null).filter((span) => meets(span, reading.question));
  });
}
