import { compileAvailability } from '../../server/domain/availability.ts';
import type { Weekday } from '../../server/domain/programme.ts';
import { EVERY_DAY, slotsOf, spans, startsOf, timesOf } from '../support/slot-case.ts';

const MONDAY: readonly Weekday[] = [1];
const OFFICE = { days: [1, 2, 3, 4, 5] as const, from: '09:00', to: '11:00' };

describe('weekly rules', () => {
  it('case 12: two rules that meet at midnight are one window', () => {
    expect(startsOf({
      zone: 'Africa/Nairobi', from: '2026-06-01', to: '2026-06-02', policy: { sessionMinutes: 90, slotStepMinutes: 90 },
      available: { rules: [{ days: [1], from: '22:00', to: '24:00' }, { days: [2], from: '00:00', to: '02:30' }] },
    })).toEqual(['Mon 01 22:00 +03:00', 'Mon 01 23:30 +03:00', 'Tue 02 01:00 +03:00']);
  });

  it('case 12: what lies before midnight counts although another day was asked for', () => {
    expect(startsOf({
      zone: 'Africa/Nairobi', from: '2026-06-02', phase: { startsOn: '2026-06-01', endsOn: '2026-06-02' },
      policy: { sessionMinutes: 50, slotStepMinutes: 50 }, available: '22:00-24:00 00:00-02:30',
    })).toEqual(['Tue 02 00:30 +03:00', 'Tue 02 01:20 +03:00', 'Tue 02 22:00 +03:00', 'Tue 02 22:50 +03:00']);
  });

  it('case 13: a span past midnight ends at midnight where the next date is a day off', () => {
    expect(startsOf({
      zone: 'Africa/Nairobi', from: '2026-06-01', to: '2026-06-02',
      available: {
        rules: spans('22:00-24:00 00:00-02:00').map((span) => ({ days: EVERY_DAY, ...span })),
        overrides: [{ date: '2026-06-02', spans: [] }],
      },
    })).toEqual([
      'Mon 01 00:00 +03:00', 'Mon 01 01:00 +03:00', 'Mon 01 22:00 +03:00', 'Mon 01 23:00 +03:00',
    ]);
  });

  it.each([
    ['overlap', '09:00-11:00 10:00-12:30', ['09:00', '10:00', '11:00']],
    ['touch', '09:00-10:30 10:30-12:00', ['09:00', '10:00', '11:00']],
    ['end together', '09:00-12:00 10:30-12:00', ['09:00', '10:00', '11:00']],
    ['nest, the inner one first', '10:00-10:30 09:00-12:00', ['09:00', '10:00', '11:00']],
    ['are the same', '09:00-10:00 09:00-10:00', ['09:00']],
    ['leave a gap', '09:00-10:00 10:30-11:30', ['09:00', '10:30']],
  ])('case 17: spans that %s lose no slot and give none twice', (_, available, times) => {
    expect(timesOf({ zone: 'Europe/Warsaw', from: '2026-06-01', available })).toEqual(times);
  });

  it.each(['12:00-09:00', '09:00-09:00', '24:00-24:00'])('case 17: refuses the inverted or empty span %s', (span) => {
    const [inverted] = spans(span);
    expect(() => compileAvailability({ rules: [{ days: MONDAY, ...inverted! }], overrides: [] }, 'UTC')).toThrow(RangeError);
    expect(() => compileAvailability({ rules: [], overrides: [{ date: '2026-06-01', spans: [inverted!] }] }, 'UTC')).toThrow(RangeError);
  });

  it.each([
    [8, 15, '09:00-09:40', ['09:00', '09:15', '09:30']],
    [45, 30, '09:00-11:00', ['09:00', '09:30', '10:00']],
    [50, 60, '09:00-11:00', ['09:00', '10:00']],
    [60, 7, '09:00-10:20', ['09:00', '09:07', '09:14']],
  ])('case 20: sessions of %i minutes begin every %i', (sessionMinutes, slotStepMinutes, available, times) => {
    expect(timesOf({ zone: 'Europe/Warsaw', from: '2026-06-01', available, policy: { sessionMinutes, slotStepMinutes } })).toEqual(times);
  });

  it('case 21: the grid begins where the window does', () => {
    expect(timesOf({ zone: 'Europe/Warsaw', from: '2026-06-01', available: '09:30-11:30 12:00-14:10' })).toEqual([
      '09:30', '10:30', '12:00', '13:00',
    ]);
  });

  it('holds a rule from its first to its last date', () => {
    const rule = { days: EVERY_DAY, from: '09:00', to: '10:00', validFrom: '2026-06-02', validUntil: '2026-06-03' };
    expect(startsOf({ zone: 'Asia/Tokyo', from: '2026-06-01', to: '2026-06-05', available: { rules: [rule] } })).toEqual([
      'Tue 02 09:00 +09:00', 'Wed 03 09:00 +09:00',
    ]);
    expect(() => compileAvailability({ rules: [{ ...rule, validUntil: '2026-06-01' }], overrides: [] }, 'UTC')).toThrow(RangeError);
  });
});

describe('dated overrides', () => {
  const week = { zone: 'Europe/Warsaw', from: '2026-06-01', to: '2026-06-06' };

  it('case 14: one replaces its weekday, an empty one frees it, one on a Saturday adds it', () => {
    const overrides = [
      { date: '2026-06-02', spans: spans('15:00-16:00') },
      { date: '2026-06-03', spans: [] },
      { date: '2026-06-06', spans: spans('08:00-09:00') },
    ];
    expect(startsOf({ ...week, available: { rules: [OFFICE], overrides } }).map((start) => start.slice(0, 12))).toEqual([
      'Mon 01 09:00', 'Mon 01 10:00', 'Tue 02 15:00', 'Thu 04 09:00', 'Thu 04 10:00', 'Fri 05 09:00', 'Fri 05 10:00', 'Sat 06 08:00',
    ]);
  });

  it('case 15: several spans, in one override or in two, all count', () => {
    const one = [{ date: '2026-06-01', spans: spans('17:00-18:00 07:00-08:00 10:00-11:00') }];
    const two = [{ date: '2026-06-01', spans: spans('17:00-18:00 07:00-08:00') }, { date: '2026-06-01', spans: spans('10:00-11:00') }];
    for (const overrides of [one, two]) {
      expect(timesOf({ ...week, to: '2026-06-01', available: { rules: [OFFICE], overrides } })).toEqual(['07:00', '10:00', '17:00']);
    }
  });

  it('case 16: its date is the facilitator’s, whatever the date in UTC', () => {
    const available = { rules: [], overrides: [{ date: '2026-06-01', spans: spans('05:00-06:00') }] };
    const phase = { startsOn: '2026-05-30', endsOn: '2026-06-03' };
    expect(startsOf({ ...week, zone: 'Pacific/Kiritimati', phase, from: '2026-05-31', available })).toEqual(['Mon 01 05:00 +14:00']);
    expect(startsOf({ ...week, zone: 'Pacific/Marquesas', phase, from: '2026-05-31', available })).toEqual(['Mon 01 05:00 -09:30']);
  });

  it('case 16: one outside the range does not leak in', () => {
    expect(startsOf({
      zone: 'Asia/Tokyo', from: '2026-06-01', viewerZone: 'America/Los_Angeles', phase: { startsOn: '2026-05-30', endsOn: '2026-06-04' },
      available: { rules: [], overrides: [{ date: '2026-06-01', spans: spans('15:00-16:00') }, { date: '2026-06-03', spans: spans('00:00-24:00') }] },
    })).toEqual([]);
  });
});

describe('case 30: a facilitator who travels', () => {
  const travel = [{ from: '2026-06-03', until: '2026-06-04', timeZone: 'America/New_York' }];
  const office = { rules: [OFFICE], overrides: [{ date: '2026-06-04', spans: spans('14:00-15:00') }], travel };
  const week = { zone: 'Europe/Copenhagen', from: '2026-06-01', to: '2026-06-05' };

  it('has rules and overrides read in the other zone on those dates', () => {
    expect(startsOf({ ...week, available: office, policy: { slotStepMinutes: 120 } })).toEqual([
      'Mon 01 09:00 +02:00', 'Tue 02 09:00 +02:00', 'Wed 03 15:00 +02:00', 'Thu 04 20:00 +02:00', 'Fri 05 09:00 +02:00',
    ]);
  });

  it('has working hours and comfort of the place, and day limits of home', () => {
    const facilitators = [{
      id: 'ann', timeZone: 'Europe/Copenhagen', availability: { ...office, overrides: [] }, workingHours: { from: '09:00', to: '10:00' },
    }];
    expect(slotsOf({ ...week, from: '2026-06-03', to: '2026-06-03', facilitators }).map(({ outsideHours, comfort }) => [outsideHours, comfort])).toEqual([
      [[], { cluster: 'day', facilitator: 'day' }],
      [['facilitator'], { cluster: 'day', facilitator: 'edge' }],
    ]);
  });

  it('who flies west has a window that grows together, and east two that overlap', () => {
    const evenings = { rules: [{ days: EVERY_DAY, from: '18:00', to: '24:00' }, { days: EVERY_DAY, from: '08:00', to: '09:00' }], overrides: [] };
    // Tuesday in Los Angeles ends at 09:00 on Wednesday in Copenhagen, where Wednesday's rules hold again.
    expect(startsOf({
      ...week, from: '2026-06-02', to: '2026-06-03', policy: { slotStepMinutes: 180 },
      available: { ...evenings, travel: [{ from: '2026-06-02', until: '2026-06-02', timeZone: 'America/Los_Angeles' }] },
    })).toEqual(['Tue 02 17:00 +02:00', 'Wed 03 03:00 +02:00', 'Wed 03 06:00 +02:00', 'Wed 03 18:00 +02:00', 'Wed 03 21:00 +02:00']);
  });

  it('is where the later of two overlapping journeys says', () => {
    const both = [...travel, { from: '2026-06-04', until: '2026-06-05', timeZone: 'Asia/Singapore' }];
    expect(startsOf({ ...week, available: { rules: [OFFICE], overrides: [], travel: both }, policy: { slotStepMinutes: 120 } })).toEqual([
      'Mon 01 09:00 +02:00', 'Tue 02 09:00 +02:00', 'Wed 03 15:00 +02:00', 'Thu 04 03:00 +02:00', 'Fri 05 03:00 +02:00',
    ]);
  });
});

describe('availability without a break', () => {
  const always = '00:00-24:00';
  const policy = { sessionMinutes: 50, slotStepMinutes: 50 };

  it('counts from its beginning, months ago', () => {
    const rules = [{ days: EVERY_DAY, from: '00:00', to: '24:00', validFrom: '2026-01-01' }];
    const minutes = (Date.UTC(2026, 5, 1) - Date.UTC(2026, 0, 1)) / 60_000;
    const [first] = timesOf({ zone: 'UTC', from: '2026-06-01', available: { rules }, policy });
    expect(first).toBe(`00:${String((50 - (minutes % 50)) % 50).padStart(2, '0')}`);
  });

  it('holds sessions that outlast the range by more than a day', () => {
    expect(startsOf({
      zone: 'Pacific/Kiritimati', from: '2026-06-01', viewerZone: 'Etc/GMT+12', phase: { startsOn: '2026-05-30', endsOn: '2026-06-07' },
      available: always, policy: { sessionMinutes: 2 * 1440, slotStepMinutes: 1440 },
    })).toEqual(['Wed 03 00:00 +14:00']);
  });

  it('counts from 370 days before the phase where it never began, whatever day is asked for', () => {
    const phase = { startsOn: '2026-06-01', endsOn: '2026-06-05' };
    const whole = startsOf({ zone: 'Europe/Oslo', from: '2026-06-01', to: '2026-06-05', phase, available: always, policy });
    const days = ['01', '02', '03', '04', '05'].flatMap((day) => startsOf({ zone: 'Europe/Oslo', from: `2026-06-${day}`, phase, available: always, policy }));
    expect(whole[0]).toBe('Mon 01 00:00 +02:00');
    expect(days).toEqual(whole);
    expect(whole).toHaveLength(Math.floor(5 * 1440 / 50));
  });
});
