import type { Interval } from '../domain/interval.ts';
import type { Language } from '../domain/invitation.ts';
import { cityOf } from './cities.ts';
import { phrases } from './phrases.ts';

/** A span as one city's clocks and calendars show it. */
export interface LocalTime {
  readonly city: string;
  /** In words, with its weekday: each city has its own, and they may differ. */
  readonly date: string;
  /** From and to on a 24-hour clock; an end on a later date says so. */
  readonly hours: string;
}

/** The span in each zone, in their order; a city that comes again is left out. */
export function localTimes(span: Interval, timeZones: readonly string[], language: Language): LocalTime[] {
  const times = timeZones.map((timeZone) => localTime(span, timeZone, language));
  return times.filter((time, index) => times.findIndex((other) => other.city === time.city) === index);
}

/** For a subject line: `Tue 24 Mar, 10:00 (Madrid)`. */
export function shortTime(span: Interval, timeZone: string, language: Language): string {
  const day = format(span.start, timeZone, language, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day}, ${clock(span.start, timeZone, language)} (${cityOf(timeZone, language)})`;
}

function localTime(span: Interval, timeZone: string, language: Language): LocalTime {
  const date = dateInWords(span.start, timeZone, language);
  const endsLater = dateInWords(span.end, timeZone, language) !== date;
  const hours = `${clock(span.start, timeZone, language)}–${clock(span.end, timeZone, language)}`;
  return { city: cityOf(timeZone, language), date, hours: endsLater ? `${hours} (${phrases[language].nextDay})` : hours };
}

/** A date as that zone's calendars have it, with its weekday. */
export function dateInWords(instant: number, timeZone: string, language: Language): string {
  return format(instant, timeZone, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** The time of day on that zone's clocks, of 24 hours. */
export function clock(instant: number, timeZone: string, language: Language): string {
  return format(instant, timeZone, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. */
function format(instant: number, timeZone: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(phrases[language].locale, { ...options, timeZone });
  formats.set(key, known);
  return known.format(instant);
}
