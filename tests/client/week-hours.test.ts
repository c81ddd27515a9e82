import { availabilityOf, type Form, formOf } from '../../client/src/pages/facilitator/availability-form.ts';
import { hoursOfColumn, isChanged, painted, stateOf, withoutChanges } from '../../client/src/pages/facilitator/week-hours.ts';
import { blockOn, freeParts } from '../../client/src/pages/facilitator/week-columns.ts';
import { moved } from '../../client/src/pages/facilitator/grid-move.ts';
import type { AvailabilityAnswer } from '../../shared/api/availability.ts';

/** Monday 30 March 2026 and the days after it. */
const MONDAY = '2026-03-30';
const SATURDAY = '2026-04-04';

function form(given: Partial<AvailabilityAnswer> = {}): Form {
  return formOf({ rules: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], overrides: [], travel: [], timeZone: 'Africa/Nairobi', version: 1, ...given });
}

const at = (from: number, to: number) => ({ from: from * 60, to: to * 60 });
const saved = (next: Form) => availabilityOf(next);

describe('painting the pattern', () => {
  it('closes an hour on one day, and says the rest in as few rules as can be', () => {
    expect(saved(painted(form(), { columns: [{ weekday: 3 }], span: at(12, 13), open: false })).rules).toEqual([
      { days: [3], from: '09:00', to: '12:00' },
      { days: [1, 2, 4, 5], from: '09:00', to: '17:00' },
      { days: [3], from: '13:00', to: '17:00' },
    ]);
  });

  it('joins what touches, over several days at once', () => {
    expect(saved(painted(form(), { columns: [{ weekday: 1 }, { weekday: 2 }, { weekday: 6 }], span: at(17, 18.5), open: true })).rules).toEqual([
      { days: [3, 4, 5], from: '09:00', to: '17:00' },
      { days: [1, 2], from: '09:00', to: '18:30' },
      { days: [6], from: '17:00', to: '18:30' },
    ]);
  });

  it('leaves hours between two dates alone', () => {
    const limited = { days: [1 as const], from: '18:00', to: '20:00', validFrom: MONDAY, validUntil: SATURDAY };
    const before = form({ rules: [{ days: [1], from: '09:00', to: '17:00' }, limited] });
    expect(hoursOfColumn(before, { weekday: 1 })).toEqual([at(9, 17)]);
    expect(saved(painted(before, { columns: [{ weekday: 1 }], span: at(0, 24), open: false })).rules).toEqual([limited]);
  });

  it('opens until the midnight that ends the day', () => {
    expect(saved(painted(form({ rules: [] }), { columns: [{ weekday: 7 }], span: at(23, 24), open: true })).rules).toEqual([{ days: [7], from: '23:00', to: '24:00' }]);
  });
});

describe('painting a date', () => {
  it('takes over the pattern’s hours before it changes them, and the pattern stays', () => {
    const after = painted(form(), { columns: [{ date: MONDAY }], span: at(12, 13), open: false });
    expect(saved(after)).toEqual({
      rules: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
      overrides: [{ date: MONDAY, spans: [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '17:00' }] }],
      travel: [],
    });
    expect(isChanged(after, { date: MONDAY })).toBe(true);
  });

  it('opens a weekday that the pattern closes', () => {
    expect(saved(painted(form(), { columns: [{ date: SATURDAY }], span: at(10, 12), open: true })).overrides).toEqual([{ date: SATURDAY, spans: [{ from: '10:00', to: '12:00' }] }]);
  });

  it('makes a day off of a day that is closed throughout', () => {
    expect(saved(painted(form(), { columns: [{ date: MONDAY }], span: at(0, 24), open: false })).overrides).toEqual([{ date: MONDAY, spans: [] }]);
  });

  it('follows the pattern again when it says the same, or when it is taken back', () => {
    const off = painted(form(), { columns: [{ date: MONDAY }], span: at(9, 10), open: false });
    expect(saved(painted(off, { columns: [{ date: MONDAY }], span: at(9, 10), open: true })).overrides).toEqual([]);
    expect(saved(withoutChanges(off, [MONDAY])).overrides).toEqual([]);
  });
});

it('tells cells that are open in part', () => {
  const hours = hoursOfColumn(form({ rules: [{ days: [1], from: '09:15', to: '10:00' }] }), { weekday: 1 });
  expect([at(8.5, 9), at(9, 9.5), at(9.5, 10)].map((cell) => stateOf(hours, cell))).toEqual(['closed', 'partly', 'open']);
});

describe('what may be painted', () => {
  it('is not what is booked', () => {
    const booked = { ...at(10, 11), kind: 'booked' as const, text: 'Madrid' };
    expect(freeParts({ blocks: [booked], date: MONDAY, zone: 'Africa/Nairobi' }, at(9, 12))).toEqual([at(9, 10), at(11, 12)]);
  });

  it('is not an hour that the clocks jump over', () => {
    expect(freeParts({ blocks: [], date: '2026-03-29', zone: 'Europe/Madrid' }, at(1, 4))).toEqual([at(1, 2), at(3, 4)]);
    expect(freeParts({ blocks: [], date: '2026-03-29', zone: 'Africa/Nairobi' }, at(1, 4))).toEqual([at(1, 4)]);
    expect(freeParts({ blocks: [], date: null, zone: 'Europe/Madrid' }, at(1, 4))).toEqual([at(1, 4)]);
  });
});

it('cuts a session to the date it is drawn on', () => {
  const session = { start: Date.parse('2026-03-30T21:30:00Z'), end: Date.parse('2026-03-30T22:30:00Z') };
  expect([MONDAY, '2026-03-31', '2026-04-01'].map((date) => blockOn(session, date, 'Europe/Madrid'))).toEqual([[at(23.5, 24)], [at(0, 0.5)], []]);
});

it('moves by arrows, two hours by pages, and stays in the grid', () => {
  const from = (key: string) => moved({ day: 6, row: 2 }, key, 7, 26);
  expect(['ArrowRight', 'ArrowUp', 'PageUp', 'PageDown', 'Home', 'End', 'a'].map(from)).toEqual([
    { day: 6, row: 2 }, { day: 6, row: 1 }, { day: 6, row: 0 }, { day: 6, row: 6 }, { day: 0, row: 2 }, { day: 6, row: 2 }, null,
  ]);
});
