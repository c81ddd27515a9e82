import { DateTime } from 'luxon';
import { epochDay, isoDate, wallMinutes, weekdayOf } from '../../server/domain/calendar-date.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { isTimeZone, localDate, localIso, localMinutes, offsetMinutes, toInstant } from '../../server/domain/wall-time.ts';
import { at } from '../support/slot-case.ts';
import { referenceClock } from '../support/reference-clock.ts';
import { ZONES } from '../support/random-questions.ts';
import { seeded } from '../support/random.ts';

describe('a local time', () => {
  it.each([
    ['exists once', '2026-03-28', '02:30', 'Europe/Paris', '2026-03-28T01:30Z'],
    ['is skipped', '2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:30Z'],
    ['is where the gap begins', '2026-03-29', '02:00', 'Europe/Paris', '2026-03-29T01:00Z'],
    ['is where the gap ends', '2026-03-29', '03:00', 'Europe/Paris', '2026-03-29T01:00Z'],
    ['happens twice', '2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30Z'],
    ['follows what happened twice', '2026-10-25', '03:00', 'Europe/Paris', '2026-10-25T02:00Z'],
    ['ends a day of 25 hours', '2026-10-25', '24:00', 'Europe/Paris', '2026-10-25T23:00Z'],
    ['ends a day before a skipped midnight', '2026-04-23', '24:00', 'Africa/Cairo', '2026-04-23T22:00Z'],
    ['is a midnight that happens twice', '2026-11-01', '00:30', 'America/Havana', '2026-11-01T04:30Z'],
    ['is skipped by half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45Z'],
    ['is on a day that Samoa left out', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T19:00Z'],
    ['is long ago', '1900-01-01', '00:00', 'America/New_York', '1900-01-01T05:00Z'],
    ['is far away', '2200-12-31', '12:00', 'Europe/Paris', '2200-12-31T11:00Z'],
  ])('that %s is read as RFC 5545 says', (_, date, time, timeZone, instant) => {
    expect(new Date(toInstant(date, time, timeZone)).toISOString()).toBe(new Date(at(instant)).toISOString());
  });

  it('is read as Temporal’s `compatible` around every change of 36 zones in five years', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const timeZone of ZONES) {
      const clock = referenceClock(timeZone);
      for (let day = epochDay('2024-01-01'); day <= epochDay('2028-12-31'); day += 1) {
        if (clock.offsetAt(day * 1440 - 720) === clock.offsetAt(day * 1440 + 720)) continue;
        for (let minutes = -720; minutes <= 720; minutes += 5) {
          const wall = day * 1440 + minutes;
          const date = isoDate(Math.floor(wall / 1440));
          compared += 1;
          if (toInstant(date, wall - Math.floor(wall / 1440) * 1440, timeZone) !== clock.meaningOf(wall) * 60_000) wrong.push(`${timeZone} ${date}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(60_000);
  });

  it.each([
    ['2026-02-30', '09:00', 'UTC'], ['2026-13-01', '09:00', 'UTC'], ['26-01-01', '09:00', 'UTC'], ['0099-01-01', '09:00', 'UTC'],
    ['2026-01-01', '24:01', 'UTC'], ['2026-01-01', '9:00', 'UTC'], ['2026-01-01', '09:60', 'UTC'],
    ['2026-01-01', '09:00', 'Mars/Olympus'], ['1850-01-01', '09:00', 'UTC'], ['2300-01-01', '09:00', 'UTC'],
  ])('%s %s %s is refused', (date, time, timeZone) => {
    expect(() => toInstant(date, time, timeZone)).toThrow(RangeError);
  });
});

describe('an instant', () => {
  it('is shown with its offset, as Luxon shows it, at 20,000 moments', () => {
    const random = seeded(7);
    const wrong: string[] = [];
    for (let i = 0; i < 20_000; i += 1) {
      const timeZone = random.pick(ZONES);
      const instant = random.whole(Date.UTC(1975, 0, 1) / 1000, Date.UTC(2035, 0, 1) / 1000) * 1000 as Instant;
      const shown = DateTime.fromMillis(instant, { zone: timeZone });
      const expected = [shown.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"), shown.toISODate(), shown.hour * 60 + shown.minute, shown.offset];
      const actual = [localIso(instant, timeZone), localDate(instant, timeZone), localMinutes(instant, timeZone), offsetMinutes(instant, timeZone)];
      if (JSON.stringify(actual) !== JSON.stringify(expected)) wrong.push(`${timeZone} ${expected[0]} ${actual[0]}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2026-03-23T08:00:00Z', 'Europe/Copenhagen', '2026-03-23T09:00:00+01:00'],
    ['2026-06-01T12:00:00Z', 'UTC', '2026-06-01T12:00:00+00:00'],
    ['2026-06-01T12:00:05.007Z', 'America/St_Johns', '2026-06-01T09:30:05.007-02:30'],
    ['1910-06-01T12:00:00Z', 'Africa/Monrovia', '1910-06-01T11:17:00-00:43'],
  ])('%s in %s is %s', (instant, timeZone, text) => {
    expect(localIso(at(instant), timeZone)).toBe(text);
    expect(Date.parse(text)).toBe(at(instant));
  });
});

describe('a time zone', () => {
  it.each([
    'Europe/Copenhagen', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Africa/Dar_es_Salaam', 'Asia/Kolkata', 'Asia/Calcutta',
    'Europe/Kyiv', 'US/Pacific', 'Etc/GMT+12', 'UTC', 'GMT', 'EST5EDT', 'NZ-CHAT', 'Eire',
  ])('may be %s', (name) => expect(isTimeZone(name)).toBe(true));

  it.each(['', '+02:00', '-0330', 'UTC+2', 'IST', 'PST', 'JST', 'SystemV/PST8PDT', 'US/Pacific-New', 'Mars/Olympus', 'Europe', 'Europe/', 'europe/paris', 'Etc/GMT+15', 'Local'])(
    'is not %s', (name) => expect(isTimeZone(name)).toBe(false));
});

describe('calendar dates', () => {
  it('count days and name weekdays', () => {
    expect(['1970-01-01', '1969-12-31', '2000-02-29', '2026-06-01'].map((date) => [epochDay(date), weekdayOf(epochDay(date)), isoDate(epochDay(date))])).toEqual([
      [0, 4, '1970-01-01'], [-1, 3, '1969-12-31'], [11_016, 2, '2000-02-29'], [20_605, 1, '2026-06-01'],
    ]);
    expect(['00:00', '09:05', '23:59', '24:00'].map(wallMinutes)).toEqual([0, 545, 1439, 1440]);
  });
});
