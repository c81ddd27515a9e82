import { epochDay, weekdayOf } from '../../domain/calendar-date.ts';

/** A recurrence rule of whole days (RFC 5545 §3.3.10); time of day and zone are its event's. */
export interface Rule {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  /** As written; its event's zone tells what it means. */
  readonly until: string | null;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekNumbers: readonly number[];
  /** ISO weekday; `nth` of its month or year, from the end when negative, 0 for each. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number }[];
  readonly positions: readonly number[];
  /** ISO weekday. */
  readonly weekStart: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYDAY', 'BYSETPOS', 'WKST']);
const MAXIMUM_INTERVAL = 1000;

/** Null for what is not a rule, and for rules we do not follow: of hours or less, of times of day, of other calendars. */
export function parseRule(text: string): Rule | null {
  const parts = new Map(text.toUpperCase().split(';').filter((part) => part !== '').map((part) => {
    const [name = '', value = ''] = part.split('=', 2);
    return [name.trim(), value.trim()];
  }));
  const frequency = (['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const).find((name) => name === parts.get('FREQ'));
  const interval = whole(parts.get('INTERVAL') ?? '1', 1, MAXIMUM_INTERVAL);
  const count = parts.has('COUNT') ? whole(parts.get('COUNT')!, 1, 1_000_000) : null;
  const list = (name: string, furthest: number) => numbers(parts.get(name), furthest);
  const [months, monthDays, yearDays, weekNumbers, positions] = [list('BYMONTH', 12), list('BYMONTHDAY', 31), list('BYYEARDAY', 366), list('BYWEEKNO', 53), list('BYSETPOS', 366)];
  const weekdays = weekdayList(parts.get('BYDAY'));
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO') + 1;
  const isKnown = [...parts.keys()].every((name) => KNOWN.has(name) || name.startsWith('X-'));
  if (!frequency || !isKnown || interval === undefined || count === undefined || weekStart === 0) return null;
  if (!months || !monthDays || !yearDays || !weekNumbers || !positions || !weekdays) return null;
  return { frequency, interval, count, until: parts.get('UNTIL') ?? null, months, monthDays, yearDays, weekNumbers, weekdays, positions, weekStart };
}

function whole(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

function numbers(text: string | undefined, furthest: number): number[] | undefined {
  if (text === undefined) return [];
  const list = text.split(',').map((each) => (/^[+-]?\d{1,3}$/.test(each.trim()) ? Number(each) : 0));
  return list.every((each) => each !== 0 && Math.abs(each) <= furthest) ? list : undefined;
}

function weekdayList(text: string | undefined): Rule['weekdays'] | undefined {
  if (text === undefined) return [];
  const list = text.split(',').map((each) => {
    const [, nth = '0', name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(each.trim()) ?? [];
    return { weekday: WEEKDAYS.indexOf(name) + 1, nth: Number(nth) };
  });
  return list.every(({ weekday, nth }) => weekday > 0 && Math.abs(nth) <= 53) ? list : undefined;
}

/** How many days may still be looked at, for all rules of one file together. */
export interface Effort {
  left: number;
}

/** Besides looking: whoever asks makes a span of it. */
const EFFORT_OF_OCCURRENCE = 5;

/** Thrown when a file asks for more work than its effort. */
export class TooMuchWork extends Error {}

/**
 * The epoch days of a rule that begins on `startDay`, ascending, from about `fromDay` (never later) to `untilDay`. Periods
 * before `fromDay` are passed over unless they have to be counted. Each day costs effort, each occurrence more. Throws TooMuchWork.
 */
export function* recurrenceDays(rule: Rule, startDay: number, fromDay: number, untilDay: number, effort: Effort): Generator<number> {
  const full = withDefaults(rule, startDay);
  let counted = 0;
  for (let period = firstPeriod(rule, startDay, fromDay); ; period += rule.interval) {
    const [first, last] = periodDays(rule, startDay, period);
    if (first > untilDay) return;
    effort.left -= last - first + 1;
    if (effort.left < 0) throw new TooMuchWork();
    for (const day of atPositions(matching(full, first, last), rule.positions)) {
      if (day < startDay) continue;
      if (day > untilDay || (rule.count !== null && counted >= rule.count)) return;
      counted += 1;
      effort.left -= EFFORT_OF_OCCURRENCE;
      yield day;
    }
  }
}

/** What a rule leaves open is as its event's first day is. */
function withDefaults(rule: Rule, startDay: number): Rule {
  const { months, monthDays, yearDays, weekNumbers, weekdays, frequency } = rule;
  if (frequency === 'DAILY' || yearDays.length + monthDays.length + weekdays.length > 0) return rule;
  if (frequency === 'WEEKLY' || weekNumbers.length > 0) return { ...rule, weekdays: [{ weekday: weekdayOf(startDay), nth: 0 }] };
  const { month, day } = partsOf(startDay);
  return { ...rule, monthDays: [day], months: frequency === 'YEARLY' && months.length === 0 ? [month] : months };
}

/** Periods are counted from the one that holds the first day, which is 0; only every `interval`th counts. */
function firstPeriod(rule: Rule, startDay: number, fromDay: number): number {
  if (rule.count !== null || fromDay <= startDay) return 0;
  const start = partsOf(startDay);
  const from = partsOf(fromDay);
  const periods = {
    DAILY: fromDay - startDay,
    WEEKLY: Math.floor((fromDay - startDay) / 7),
    MONTHLY: (from.year - start.year) * 12 + from.month - start.month,
    YEARLY: from.year - start.year,
  }[rule.frequency];
  return Math.max(0, Math.floor(periods / rule.interval) * rule.interval - rule.interval);
}

function periodDays({ frequency, weekStart }: Rule, startDay: number, period: number): [number, number] {
  if (frequency === 'DAILY') return [startDay + period, startDay + period];
  if (frequency === 'WEEKLY') {
    const first = startDay - ((weekdayOf(startDay) - weekStart + 7) % 7) + period * 7;
    return [first, first + 6];
  }
  const { year, month } = partsOf(startDay);
  if (frequency === 'YEARLY') return [firstOfMonth(year + period, 1), firstOfMonth(year + period + 1, 1) - 1];
  return [firstOfMonth(year, month + period), firstOfMonth(year, month + period + 1) - 1];
}

function matching(rule: Rule, first: number, last: number): number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day += 1) if (matches(rule, day)) days.push(day);
  return days;
}

function matches(rule: Rule, day: number): boolean {
  const { months, monthDays, yearDays, weekNumbers, weekdays } = rule;
  const { year, month, day: monthDay } = partsOf(day);
  if (months.length > 0 && !months.includes(month)) return false;
  if (monthDays.length > 0 && !holds(monthDays, monthDay, firstOfMonth(year, month + 1) - firstOfMonth(year, month))) return false;
  const yearBegins = firstOfMonth(year, 1);
  if (yearDays.length > 0 && !holds(yearDays, day - yearBegins + 1, firstOfMonth(year + 1, 1) - yearBegins)) return false;
  if (weekNumbers.length > 0 && !isInWeek(rule, day)) return false;
  return weekdays.length === 0 || weekdays.some((each) => isWeekday(rule, day, each));
}

/** Whether the `place`th of `length` is listed, counted from either end. */
function holds(list: readonly number[], place: number, length: number): boolean {
  return list.includes(place) || list.includes(place - length - 1);
}

/** An ordinal counts within the month of a monthly rule, or of a yearly one that names months; else within the year. */
function isWeekday({ frequency, months }: Rule, day: number, { weekday, nth }: { weekday: number; nth: number }): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (nth === 0 || frequency === 'DAILY' || frequency === 'WEEKLY') return true;
  const { year, month } = partsOf(day);
  const isOfYear = frequency === 'YEARLY' && months.length === 0;
  const first = isOfYear ? firstOfMonth(year, 1) : firstOfMonth(year, month);
  const next = isOfYear ? firstOfMonth(year + 1, 1) : firstOfMonth(year, month + 1);
  return nth > 0 ? Math.floor((day - first) / 7) + 1 === nth : Math.floor((next - 1 - day) / 7) + 1 === -nth;
}

/** ISO 8601 weeks, beginning on the rule's own weekday: the first has at least four days of its year. */
function isInWeek({ weekNumbers, weekStart }: Rule, day: number): boolean {
  const weekBegins = day - ((weekdayOf(day) - weekStart + 7) % 7);
  const year = partsOf(weekBegins + 3).year;
  const firstWeek = weekOne(year, weekStart);
  return holds(weekNumbers, (weekBegins - firstWeek) / 7 + 1, (weekOne(year + 1, weekStart) - firstWeek) / 7);
}

function weekOne(year: number, weekStart: number): number {
  const fourth = firstOfMonth(year, 1) + 3;
  return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7);
}

function atPositions(days: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return days;
  return days.filter((_, index) => holds(positions, index + 1, days.length));
}

/** The calendar's arithmetic instead of a Date: this runs for each day of each rule. Eras of 400 years begin on 1 March. */
function partsOf(day: number): { year: number; month: number; day: number } {
  const sinceEpoch = day + 719_468;
  const era = Math.floor(sinceEpoch / 146_097);
  const dayOfEra = sinceEpoch - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/** `month` may lie beyond December. */
function firstOfMonth(year: number, month: number): number {
  const years = Math.floor((month - 1) / 12);
  return epochDay(`${String(year + years).padStart(4, '0')}-${String(month - years * 12).padStart(2, '0')}-01`);
}
