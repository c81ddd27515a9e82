import { compiled } from '../support/plain-question.ts';
import { decideSlot, listSlots } from '../../server/domain/slots.ts';
import { at, EVERY_DAY, hours, questionOf, spans, startsOf, timesOf } from '../support/slot-case.ts';

describe('when clocks change', () => {
  it.each([
    ['Europe/Copenhagen', '2026-03-27', '2026-03-30', ['+01:00', '+01:00', '+02:00', '+02:00']],
    ['Europe/Copenhagen', '2026-10-23', '2026-10-26', ['+02:00', '+02:00', '+01:00', '+01:00']],
    ['America/New_York', '2026-03-06', '2026-03-09', ['-05:00', '-05:00', '-04:00', '-04:00']],
    ['America/St_Johns', '2026-10-30', '2026-11-02', ['-02:30', '-02:30', '-03:30', '-03:30']],
    ['Pacific/Auckland', '2026-09-25', '2026-09-28', ['+12:00', '+12:00', '+13:00', '+13:00']],
  ])('case 1: nine o’clock stays nine o’clock in %s from %s', (zone, from, to, offsets) => {
    const starts = startsOf({ zone, from, to, available: '09:00-10:00' });
    expect(starts.map((start) => start.slice(-12))).toEqual(offsets.map((offset) => `09:00 ${offset}`));
  });

  it('case 2: a window across the spring change is an hour shorter', () => {
    expect(startsOf({ zone: 'Europe/Berlin', from: '2026-03-29', available: '00:00-05:00' })).toEqual([
      'Sun 29 00:00 +01:00', 'Sun 29 01:00 +01:00', 'Sun 29 03:00 +02:00', 'Sun 29 04:00 +02:00',
    ]);
  });

  it('case 2: a window across the autumn change is an hour longer', () => {
    expect(startsOf({ zone: 'Europe/Berlin', from: '2026-10-25', available: '01:00-04:00' })).toEqual([
      'Sun 25 01:00 +02:00', 'Sun 25 02:00 +02:00', 'Sun 25 02:00 +01:00', 'Sun 25 03:00 +01:00',
    ]);
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-06-01', 24],
  ])('case 3: a window that ends at 24:00 on %s holds %i hours', (from, count) => {
    const times = timesOf({ zone: 'Europe/Berlin', from, available: '00:00-24:00' });
    expect([times.length, times[0], times.at(-1)]).toEqual([count, '00:00', '23:00']);
  });

  it.each([
    // Both bounds skipped: read with the offset before the gap, an hour later.
    ['2026-03-29', '02:15-02:45', ['Sun 29 03:15 +02:00']],
    // The end skipped: 02:30 is 03:30.
    ['2026-03-29', '01:30-02:30', ['Sun 29 01:30 +01:00', 'Sun 29 03:00 +02:00']],
    // The start skipped beyond its end: 02:30 is 03:30, and 03:00 is before that.
    ['2026-03-29', '02:30-03:00', []],
    // Each span is read for itself before they merge: together these are 01:00–03:00, but 02:30 is 03:30.
    ['2026-03-29', '01:00-02:30 02:15-03:00', ['Sun 29 01:00 +01:00', 'Sun 29 01:30 +01:00', 'Sun 29 03:00 +02:00']],
    // A span that the gap turns round has no part in it: the others touch.
    ['2026-03-29', '01:20-03:10 02:30-03:00 03:10-04:00', ['Sun 29 01:20 +01:00', 'Sun 29 01:50 +01:00', 'Sun 29 03:20 +02:00']],
    // Times that happen twice mean the first.
    ['2026-10-25', '02:15-02:45', ['Sun 25 02:15 +02:00']],
    ['2026-10-25', '01:30-02:00', ['Sun 25 01:30 +02:00']],
    ['2026-10-25', '02:30-03:30', ['Sun 25 02:30 +02:00', 'Sun 25 02:00 +01:00', 'Sun 25 02:30 +01:00', 'Sun 25 03:00 +01:00']],
  ])('case 4: on %s the bounds %s give %j', (from, available, starts) => {
    expect(startsOf({ zone: 'Europe/Berlin', from, available, policy: { sessionMinutes: 30, slotStepMinutes: 30 } })).toEqual(starts);
  });

  it.each([
    // Midnight is skipped: the day begins at 01:00 and has 23 hours.
    ['Africa/Cairo', '2026-04-24', ['01:00', '23:00', 23]],
    ['America/Santiago', '2026-09-06', ['01:00', '23:00', 23]],
    ['Asia/Beirut', '2026-03-29', ['01:00', '23:00', 23]],
    // The hour before midnight is repeated: it belongs to the day that ends, which has 25.
    ['Africa/Cairo', '2026-10-29', ['00:00', '23:00', 25]],
    ['America/Santiago', '2026-04-04', ['00:00', '23:00', 25]],
    ['Asia/Beirut', '2026-10-24', ['00:00', '23:00', 25]],
  ])('case 5: in %s, where midnight changes on %s, the day has its own hours', (zone, from, expected) => {
    const times = timesOf({ zone, from, available: '00:00-24:00' });
    expect([times[0], times.at(-1), times.length]).toEqual(expected);
  });

  it('case 5: the evening before a skipped midnight ends when the clock jumps', () => {
    expect(startsOf({ zone: 'Africa/Cairo', from: '2026-04-23', available: '22:00-24:00' })).toEqual([
      'Thu 23 22:00 +02:00', 'Thu 23 23:00 +02:00',
    ]);
  });

  it('case 5: where the hour before midnight is skipped, 23:30 comes after 24:00', () => {
    expect(startsOf({
      zone: 'America/Nuuk', from: '2026-03-28', to: '2026-03-29', policy: { sessionMinutes: 30, slotStepMinutes: 30 },
      available: { rules: spans('21:30-23:30 22:00-24:00').map((span) => ({ days: [6], ...span })) },
    })).toEqual(['Sat 28 21:30 -02:00', 'Sat 28 22:00 -02:00', 'Sat 28 22:30 -02:00', 'Sun 29 00:00 -01:00']);
  });

  it('case 6: half an hour on Lord Howe moves the rest of an open window’s grid by half an hour', () => {
    expect(startsOf({ zone: 'Australia/Lord_Howe', from: '2026-04-05', available: '00:00-04:00' })).toEqual([
      'Sun 05 00:00 +11:00', 'Sun 05 01:00 +11:00', 'Sun 05 01:30 +10:30', 'Sun 05 02:30 +10:30',
    ]);
    expect(startsOf({ zone: 'Australia/Lord_Howe', from: '2026-10-04', available: '01:00-04:00' })).toEqual([
      'Sun 04 01:00 +10:30', 'Sun 04 02:30 +11:00',
    ]);
  });

  it.each([['2026-03-29', '+02:00'], ['2026-10-25', '+01:00']])('case 7: afternoon rules on %s are in the new time', (from, offset) => {
    expect(startsOf({ zone: 'Europe/Paris', from, available: '14:00-16:00' })).toEqual(
      [`Sun ${from.slice(8)} 14:00 ${offset}`, `Sun ${from.slice(8)} 15:00 ${offset}`]);
  });

  it('case 8: the viewer’s own change moves the borders of the viewer’s days only', () => {
    const nairobi = { zone: 'Africa/Nairobi', phase: { startsOn: '2026-03-27', endsOn: '2026-03-31' }, available: '00:00-24:00' };
    // New York's 29 March 2026 is an ordinary day; London's has 23 hours and its 25 October 25.
    expect(startsOf({ ...nairobi, from: '2026-03-29', viewerZone: 'America/New_York' })).toHaveLength(24);
    const london = startsOf({ ...nairobi, from: '2026-03-29', viewerZone: 'Europe/London' });
    expect([london.length, london[0], london.at(-1)]).toEqual([23, 'Sun 29 03:00 +03:00', 'Mon 30 01:00 +03:00']);
    const autumn = { ...nairobi, phase: { startsOn: '2026-10-23', endsOn: '2026-10-27' } };
    expect(startsOf({ ...autumn, from: '2026-10-25', viewerZone: 'Europe/London' })).toHaveLength(25);
  });

  it.each([
    ['Asia/Kolkata', 'Mon 01 00:00 +05:30', 'Mon 01 23:45 +05:30'],
    ['Asia/Kathmandu', 'Sun 31 23:45 +05:30', 'Mon 01 23:30 +05:30'],
    ['Australia/Eucla', 'Sun 31 20:45 +05:30', 'Mon 01 20:30 +05:30'],
    ['Pacific/Kiritimati', 'Sun 31 15:30 +05:30', 'Mon 01 15:15 +05:30'],
    ['Etc/GMT+12', 'Mon 01 17:30 +05:30', 'Tue 02 17:15 +05:30'],
  ])('case 10: %s sees its own first of June', (viewerZone, first, last) => {
    const starts = startsOf({
      zone: 'Asia/Kolkata', from: '2026-06-01', viewerZone, phase: { startsOn: '2026-05-25', endsOn: '2026-06-08' },
      available: '00:00-24:00', policy: { slotStepMinutes: 15 },
    });
    expect([starts[0], starts.at(-1), starts.length]).toEqual([first, last, 96]);
  });

  it('case 11: 24:00 is midnight, 23:59 a minute less', () => {
    const evening = { zone: 'Europe/Rome', from: '2026-06-01', policy: { sessionMinutes: 30, slotStepMinutes: 30 } };
    expect(timesOf({ ...evening, available: '23:00-24:00' })).toEqual(['23:00', '23:30']);
    expect(timesOf({ ...evening, available: '23:00-23:59' })).toEqual(['23:00']);
  });

  it('case 11: where the last hour is repeated, 23:59 is the first one and 24:00 comes after both', () => {
    const beirut = { zone: 'Asia/Beirut', from: '2026-10-24' };
    expect(startsOf({ ...beirut, available: '22:00-23:59' })).toEqual(['Sat 24 22:00 +03:00']);
    expect(startsOf({ ...beirut, available: '22:00-24:00' })).toEqual([
      'Sat 24 22:00 +03:00', 'Sat 24 23:00 +03:00', 'Sat 24 23:00 +02:00',
    ]);
  });

  it('case 29: Dublin’s summer is its standard time, and changes like London’s', () => {
    expect(startsOf({ zone: 'Europe/Dublin', from: '2026-03-29', available: '00:00-03:00' })).toEqual([
      'Sun 29 00:00 +00:00', 'Sun 29 02:00 +01:00',
    ]);
    expect(startsOf({ zone: 'Europe/Dublin', from: '2026-10-25', available: '00:00-02:00' })).toEqual([
      'Sun 25 00:00 +01:00', 'Sun 25 01:00 +01:00', 'Sun 25 01:00 +00:00',
    ]);
  });

  it('case 29: Casablanca leaves its summer time for Ramadan and takes it up again', () => {
    const offsets = startsOf({ zone: 'Africa/Casablanca', from: '2026-02-08', to: '2026-03-29', available: '09:00-10:00' })
      .map((start) => start.slice(-6));
    expect(offsets.map((offset, i) => [i, offset]).filter(([, offset], i) => offset !== offsets[i - 1])).toEqual([
      [0, '+01:00'], [7, '+00:00'], [42, '+01:00'],
    ]);
  });
});

describe('the calendar', () => {
  it('case 27: the year ends like any other day, and leap days exist', () => {
    expect(startsOf({ zone: 'Pacific/Auckland', from: '2026-12-31', to: '2027-01-01', available: '09:00-10:00' })).toEqual([
      'Thu 31 09:00 +13:00', 'Fri 01 09:00 +13:00',
    ]);
    expect(startsOf({ zone: 'Europe/Madrid', from: '2028-02-28', to: '2028-03-01', available: '09:00-10:00' })).toEqual([
      'Mon 28 09:00 +01:00', 'Tue 29 09:00 +01:00', 'Wed 01 09:00 +01:00',
    ]);
    expect(() => startsOf({ zone: 'Europe/Madrid', from: '2026-02-29' })).toThrow(RangeError);
  });

  it('case 27: the same question with the same clock has the same answer', () => {
    const question = compiled(questionOf({ zone: 'Europe/Madrid', from: '2026-03-29', now: '2026-03-29T00:59:59.999Z', available: '00:00-06:00' }));
    const first = listSlots(question);
    expect(first).toHaveLength(3);
    expect(listSlots(question)).toEqual(first);
    expect(decideSlot(question, 'ann', at('2026-03-29T01:00Z'))).toEqual({ ok: true, slot: first[0] });
  });

  it('keeps the grid of a window that began before the phase', () => {
    expect(timesOf({
      zone: 'Europe/Madrid', from: '2026-06-01', policy: { sessionMinutes: 50, slotStepMinutes: 50 },
      available: { rules: [{ days: EVERY_DAY, from: '22:00', to: '24:00' }, { days: EVERY_DAY, ...spans('00:00-03:00')[0]! }] },
    })).toEqual(['00:30', '01:20', '02:10', '22:00', '22:50']);
  });

  it('reads the phase’s dates in the programme’s zone', () => {
    expect(startsOf({
      zone: 'Asia/Singapore', from: '2026-05-31', to: '2026-06-03', programmeZone: 'Europe/Copenhagen',
      phase: { startsOn: '2026-06-01', endsOn: '2026-06-01' }, available: '00:00-24:00',
    })).toEqual(hours(6, 23).map((hour) => `Mon 01 ${hour} +08:00`).concat(hours(0, 5).map((hour) => `Tue 02 ${hour} +08:00`)));
  });
});
