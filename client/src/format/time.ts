/** How instants become words. Only this file and those of the languages call `Intl`; every time it prints belongs beside a city. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
let locale = 'en-GB';

/** The language of dates, as a BCP 47 tag; the clock stays on 24 hours in all of them. */
export function speak(tag: string): void {
  locale = tag;
}

/** What the wall of a zone shows at an instant: the date, and minutes after 00:00. */
export function wallAt(instant: number, zone: string): { date: string; minutes: number } {
  const wall = instant + offsetMinutesAt(instant, zone) * MINUTE_MS;
  return { date: new Date(wall).toISOString().slice(0, 10), minutes: Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / MINUTE_MS) };
}

/** Minutes ahead of UTC at an instant. */
export function offsetMinutesAt(instant: number, zone: string): number {
  const day = Math.floor(instant / DAY_MS);
  const key = `${zone} ${day}`;
  let known = offsets.get(key);
  if (known === undefined) {
    const first = askOffset(day * DAY_MS, zone);
    known = first === askOffset((day + 1) * DAY_MS - MINUTE_MS, zone) ? first : null;
    offsets.set(key, known);
  }
  return known ?? askOffset(instant, zone);
}

/** By zone and day of UTC; null on a day whose clocks change. Asking `Intl` is slow, and a page asks thousands of times. */
const offsets = new Map<string, number | null>();

function askOffset(instant: number, zone: string): number {
  const part = partsOf(instant, 'en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const wall = Date.parse(`${part.year}-${part.month}-${part.day}T00:00:00Z`) + (Number(part.hour) * 60 + Number(part.minute)) * MINUTE_MS;
  return Math.round((wall - Math.floor(instant / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
}

/** `UTC+1`, `UTC−3:30`. */
export function offsetLabel(instant: number, zone: string): string {
  const minutes = offsetMinutesAt(instant, zone);
  const whole = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${whole}${rest ? `:${two(rest)}` : ''}`;
}

/** `11:00`, on 24 hours in every language. */
export function clock(instant: number, zone: string): string {
  return clockOf(wallAt(instant, zone).minutes);
}

/** `09:30` of minutes after midnight. */
export function clockOf(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `11:00–12:00`. */
export function clockRange(start: number, end: number, zone: string): string {
  return `${clock(start, zone)}–${clock(end, zone)}`;
}

/** YYYY-MM-DD on a zone's calendar. */
export function dateAt(instant: number, zone: string): string {
  return wallAt(instant, zone).date;
}

/** `Thursday 26 March`, in the language of the screen; the year only where it is not the one we are in. */
export function dayWords(date: string, now: number): string {
  const year = date.slice(0, 4) === new Date(now).toISOString().slice(0, 4) ? {} : { year: 'numeric' as const };
  return formatDate(date, { weekday: 'long', day: 'numeric', month: 'long', ...year });
}

/** `Thu 26 Mar`. */
export function dayShort(date: string): string {
  return formatDate(date, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** `Thu 26`. */
export function dayTiny(date: string): string {
  return formatDate(date, { weekday: 'short', day: 'numeric' });
}

/** `26 March`. */
export function dateWords(date: string): string {
  return formatDate(date, { day: 'numeric', month: 'long' });
}

/** `23–27 March`, as the language writes a range of dates. */
export function dateRange(first: string, last: string): string {
  return formatter(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' })
    .formatRange(Date.parse(`${first}T00:00:00Z`), Date.parse(`${last}T00:00:00Z`)).replace(/\s*–\s*/, '–');
}

/** `Thursday`, of an ISO weekday 1–7. */
export function weekdayWord(weekday: number, width: 'long' | 'short' = 'long'): string {
  return formatDate(`2024-01-0${weekday}`, { weekday: width });
}

/** −1, 0 or +1: how many calendar days `there` is ahead of `here` at one instant. */
export function dayShift(instant: number, here: string, there: string): number {
  return Math.round((Date.parse(dateAt(instant, there)) - Date.parse(dateAt(instant, here))) / DAY_MS);
}

/** `in 2 days`, `in 25 minutes`, `3 days ago`. */
export function fromNow(instant: number, now: number): string {
  const minutes = Math.round((instant - now) / MINUTE_MS);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 36 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / 1440), 'day');
}

/** `4:12` of milliseconds left; never below `0:00`. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** `Madrid, Paris and Warsaw`. */
export function listWords(words: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}

/** Hours with at most one decimal: `2.5` in English, `2,5` in Spanish. */
export function hoursWord(minutes: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(minutes / 60);
}

/** `24 hours`, `90 minutes`: whole hours from two on. */
export function minutesWords(minutes: number): string {
  const [value, unit] = minutes >= 120 && minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** The zone this device is set to. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone name this browser knows, for the choice of one. */
export function knownZones(): string[] {
  return Intl.supportedValuesOf('timeZone');
}

function formatDate(date: string, options: Intl.DateTimeFormatOptions): string {
  const text = formatter(locale, { timeZone: 'UTC', ...options }).format(Date.parse(`${date}T00:00:00Z`));
  // British English drops the comma after a long weekday but keeps it after a short one; we never want it.
  return locale === 'en-GB' ? text.replace(',', '') : text;
}

function partsOf(instant: number, tag: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  return Object.fromEntries(formatter(tag, options).formatToParts(instant).map(({ type, value }) => [type, value]));
}

function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag, options);
  formatters.set(key, made);
  return made;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
