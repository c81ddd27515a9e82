import { DateTime } from 'luxon';
import { clock, clockRange, countdown, dateRange, dayShift, dayWords, fromNow, offsetLabel, offsetMinutesAt, speak, weekdayWord } from '../../client/src/format/time.ts';
import { addDays, datesBetween, instantOf, weekdayOf } from '../../client/src/format/zoned.ts';

const NOW = Date.parse('2026-03-20T09:00:00Z');

describe('times in words', () => {
  beforeEach(() => speak('en-GB'));

  it('prints one instant on several walls', () => {
    const start = Date.parse('2026-03-26T10:00:00Z');
    expect(['Europe/Madrid', 'Africa/Nairobi', 'Asia/Singapore', 'Asia/Kathmandu', 'America/St_Johns'].map((zone) => `${clock(start, zone)} ${offsetLabel(start, zone)}`)).toEqual([
      '11:00 UTC+1', '13:00 UTC+3', '18:00 UTC+8', '15:45 UTC+5:45', '07:30 UTC−2:30',
    ]);
    expect(clockRange(start, start + 3_600_000, 'Europe/Madrid')).toBe('11:00–12:00');
  });

  it('writes dates in words, with the year only where it is another', () => {
    expect([dayWords('2026-03-26', NOW), dayWords('2027-01-04', NOW), dateRange('2026-03-23', '2026-03-27'), weekdayWord(7)]).toEqual([
      'Thursday 26 March', 'Monday 4 January 2027', '23–27 March', 'Sunday',
    ]);
  });

  it('keeps the clock on 24 hours with a colon in every language', () => {
    const evening = Date.parse('2026-03-26T21:05:00Z');
    const seen = ['en-GB', 'es-ES', 'fr-FR', 'pl-PL', 'da-DK'].map((tag) => {
      speak(tag);
      return clock(evening, 'Europe/Madrid');
    });
    expect(seen).toEqual(['22:05', '22:05', '22:05', '22:05', '22:05']);
  });

  it('tells how many days ahead the other side is', () => {
    const late = Date.parse('2026-03-26T17:00:00Z');
    expect([dayShift(late, 'Europe/Madrid', 'Asia/Singapore'), dayShift(late, 'Asia/Singapore', 'Europe/Madrid'), dayShift(late, 'Europe/Madrid', 'Africa/Nairobi')]).toEqual([1, -1, 0]);
  });

  it('counts down to zero and not below, and says how long until', () => {
    expect([countdown(252_000), countdown(251_001), countdown(59_900), countdown(-5)]).toEqual(['4:12', '4:12', '1:00', '0:00']);
    expect([fromNow(NOW + 25 * 60_000, NOW), fromNow(NOW + 30 * 3_600_000, NOW), fromNow(NOW + 2 * 86_400_000, NOW)]).toEqual(['in 25 minutes', 'in 30 hours', 'in 2 days']);
  });
});

describe('wall times as instants', () => {
  it('takes the first of a time that happens twice, and reads one that does not exist with the offset before', () => {
    const seen = [instantOf('2026-10-25', 150, 'Europe/Madrid'), instantOf('2026-03-29', 150, 'Europe/Madrid'), instantOf('2026-03-29', 0, 'Europe/Madrid')];
    expect(seen.map((instant) => new Date(instant).toISOString())).toEqual(['2026-10-25T00:30:00.000Z', '2026-03-29T01:30:00.000Z', '2026-03-28T23:00:00.000Z']);
  });

  it('agrees with the offsets of Luxon on every half hour of two years’ Sundays, when clocks change, in zones of every kind', () => {
    const wrong: string[] = [];
    for (const zone of ['Europe/Madrid', 'Africa/Nairobi', 'Asia/Singapore', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      for (let date = '2026-01-04'; date < '2028-01-01'; date = addDays(date, 7)) {
        for (let minutes = 0; minutes < 1440; minutes += 30) {
          const [year, month, day] = date.split('-').map(Number) as [number, number, number];
          const local = DateTime.fromObject({ year, month, day, hour: Math.floor(minutes / 60), minute: minutes % 60 }, { zone });
          const expected = Math.min(...local.getPossibleOffsets().map((each) => each.toMillis()));
          if (instantOf(date, minutes, zone) !== expected) wrong.push(`${zone} ${date} ${minutes}`);
          if (minutes === 0 && offsetMinutesAt(expected, zone) !== DateTime.fromMillis(expected, { zone }).offset) wrong.push(`offset ${zone} ${date}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('steps through dates, across months and leap days', () => {
    expect([addDays('2028-02-28', 1), addDays('2026-12-31', 1), weekdayOf('2026-03-29'), datesBetween('2026-03-30', '2026-04-02')]).toEqual([
      '2028-02-29', '2027-01-01', 7, ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02'],
    ]);
  });
});
