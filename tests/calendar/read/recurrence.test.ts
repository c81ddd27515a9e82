import { readFileSync } from 'node:fs';
import path from 'node:path';
import { epochDay } from '../../../server/domain/calendar-date.ts';
import { parseRule, recurrenceDays, TooMuchWork } from '../../../server/calendar/read/recurrence.ts';

const cases = JSON.parse(readFileSync(path.join(__dirname, '../../fixtures/recurrence.json'), 'utf8')) as { start: string; rule: string; first: number[]; count: number; sum: number }[];
const from = epochDay('2026-03-01');
const until = epochDay('2027-08-31');

describe('recurrenceDays', () => {
  /** The fixture says what python-dateutil 2.8.2 makes of 300 random rules from 1 March 2026 to 31 August 2027. */
  it('gives the days that another library gives, for 300 random rules', () => {
    const found = cases.map(({ start, rule }) => {
      const days = daysOf(start, rule);
      return { start, rule, first: days.slice(0, 8), count: days.length, sum: days.reduce((sum, day) => sum + day, 0) };
    });
    expect(found).toEqual(cases);
  });

  it('counts the whole week that its first day is in', () => {
    // Tuesday 19 and Sunday 24 May 2026 are one week: the second of them is the first day itself.
    expect(daysOf('2026-05-24', 'FREQ=WEEKLY;BYDAY=SU,TU;BYSETPOS=2;COUNT=2')).toEqual([epochDay('2026-05-24'), epochDay('2026-05-31')]);
  });

  it('reaches today at once from long ago, and stops where there is nothing to find', () => {
    const effort = { left: 5000 };
    const daily = [...recurrenceDays(parseRule('FREQ=DAILY;INTERVAL=3')!, epochDay('1901-01-01'), from, until, effort)].filter((day) => day >= from);
    expect(daily.length).toBe(183);
    expect([...recurrenceDays(parseRule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')!, from, from, until, effort)]).toEqual([]);
  });

  it('gives up when it is more work than there is effort', () => {
    expect(() => [...recurrenceDays(parseRule('FREQ=DAILY;COUNT=1000000')!, from, from, from + 100_000, { left: 5000 })]).toThrow(TooMuchWork);
  });
});

describe('parseRule', () => {
  it.each([
    ['FREQ=SECONDLY'], ['FREQ=MINUTELY;INTERVAL=5'], ['FREQ=HOURLY'], ['FREQ=DAILY;BYHOUR=9,10'], ['FREQ=DAILY;BYSECOND=1'], ['FREQ=DAILY;INTERVAL=0'],
    ['FREQ=DAILY;INTERVAL=-1'], ['FREQ=DAILY;INTERVAL=1001'], ['FREQ=DAILY;COUNT=0'], ['FREQ=DAILY;COUNT=1e9'], ['FREQ=WEEKLY;BYDAY=XX'], ['FREQ=MONTHLY;BYDAY=99MO'],
    ['FREQ=YEARLY;BYMONTH=13'], ['FREQ=MONTHLY;BYMONTHDAY=0'], ['FREQ=YEARLY;RSCALE=CHINESE'], ['FREQ=FORTNIGHTLY'], [''], ['nonsense'], ['FREQ=DAILY;WKST=XX'],
  ])('does not follow %s', (text) => {
    expect(parseRule(text)).toBeNull();
  });

  it('reads lower case, blanks and what begins with X-', () => {
    expect(parseRule('freq=weekly;byday=mo, -1we;X-EVOLUTION-ENDDATE=20270101T000000Z;')).toEqual({
      frequency: 'WEEKLY', interval: 1, count: null, until: null, months: [], monthDays: [], yearDays: [], weekNumbers: [],
      weekdays: [{ weekday: 1, nth: 0 }, { weekday: 3, nth: -1 }], positions: [], weekStart: 1,
    });
  });
});

function daysOf(start: string, text: string): number[] {
  const rule = parseRule(text)!;
  const last = rule.until ? Math.min(until, epochDay(`${rule.until.slice(0, 4)}-${rule.until.slice(4, 6)}-${rule.until.slice(6, 8)}`)) : until;
  return [...recurrenceDays(rule, epochDay(start), from, last, { left: 1_000_000 })].filter((day) => day >= from);
}
