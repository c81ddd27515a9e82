import { ZONES_OF_COUNTRIES } from './countries.ts';

/** A day on which nobody works in a country. */
export interface PublicHoliday {
  /** ISO 3166-1. */
  readonly country: string;
  /** `YYYY-MM-DD` in the country. */
  readonly date: string;
  /** In the country's own language, and in English where that is known. */
  readonly name: string;
  readonly englishName: string;
}

/** The country that a zone lies in; null for zones of the sea and of no country whose holidays are known. */
export function countryOf(timeZone: string): string | null {
  countries ??= new Map(Object.entries(ZONES_OF_COUNTRIES).flatMap(([country, zones]) => zones.split(' ').map((zone) => [canonical(zone), country] as const)));
  return countries.get(canonical(timeZone)) ?? null;
}

let countries: Map<string, string> | undefined;

/** Asked of the platform once for each: that takes a tenth of a millisecond, and a programme has hundreds of people. */
const canonicalNames = new Map<string, string>();

/** Zones have old names and new ones; the platform knows which are the same. */
function canonical(timeZone: string): string {
  const known = canonicalNames.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  canonicalNames.set(timeZone, known);
  return known;
}

/** A country's public holidays from one date to another, both included. Its regions' own are not among them. */
export async function publicHolidays(country: string, from: string, until: string): Promise<PublicHoliday[]> {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const all = await Promise.all(years.map((year) => holidaysOfYear(country, year)));
  return all.flat().filter(({ date }) => date >= from && date <= until);
}

const MOST_KEPT = 500;
const kept = new Map<string, Promise<PublicHoliday[]>>();

/** Worked out once: rules such as Easter's do not change under way. */
function holidaysOfYear(country: string, year: number): Promise<PublicHoliday[]> {
  const key = `${country} ${year}`;
  let holidays = kept.get(key);
  if (!holidays) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, holidays = readHolidays(country, year));
  }
  return holidays;
}

async function readHolidays(country: string, year: number): Promise<PublicHoliday[]> {
  // Some ten megabytes of rules: read when a programme first asks.
  const { default: Holidays } = await import('date-holidays');
  const rules = new Holidays(country, { types: ['public'] });
  // In this order: once asked in English it goes on in English.
  const local = rules.getHolidays(year);
  const english = new Map(rules.getHolidays(year, 'en').map((holiday) => [holiday.date, holiday.name]));
  return local.map(({ date, name }) => ({ country, date: date.slice(0, 10), name, englishName: english.get(date) ?? name }));
}
