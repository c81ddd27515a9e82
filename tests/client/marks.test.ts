import { copiedTo, marked, markOf, type Marks, minutesMarked } from '../../client/src/pages/wishes/marks.ts';

/** Monday 30 March 2026 and the Monday after it. */
const MONDAY = '2026-03-30';
const NEXT = '2026-04-06';
const at = (from: number, to: number) => ({ from: from * 60, to: to * 60 });
const over = (...spans: { from: number; to: number }[]) => () => spans;

describe('marking hours', () => {
  it('takes the place of what was said of them before, and joins what touches', () => {
    const morning = marked([], [MONDAY], over(at(9, 12)), 'preferred');
    expect(morning).toEqual([{ date: MONDAY, from: '09:00', to: '12:00', mark: 'preferred' }]);
    const cut = marked(morning, [MONDAY], over(at(10, 10.5)), 'no');
    expect(cut).toEqual([
      { date: MONDAY, from: '09:00', to: '10:00', mark: 'preferred' },
      { date: MONDAY, from: '10:00', to: '10:30', mark: 'no' },
      { date: MONDAY, from: '10:30', to: '12:00', mark: 'preferred' },
    ]);
    expect(marked(cut, [MONDAY], over(at(10, 10.5)), 'preferred')).toEqual(morning);
    expect(marked(cut, [MONDAY], over(at(0, 24)), 'none')).toEqual([]);
    expect([9, 10, 12].map((hour) => markOf(cut, MONDAY, at(hour, hour + 0.5)))).toEqual(['preferred', 'no', 'none']);
    expect([minutesMarked(cut, [MONDAY], 'preferred'), minutesMarked(cut, [NEXT], 'preferred')]).toEqual([150, 0]);
  });

  it('leaves other dates alone, and ends a day at 24:00', () => {
    const marks: Marks = [{ date: NEXT, from: '09:00', to: '10:00', mark: 'no' }];
    expect(marked(marks, [MONDAY], over(at(23, 24)), 'possible')).toEqual([{ date: MONDAY, from: '23:00', to: '24:00', mark: 'possible' }, ...marks]);
  });

  it('copies a week onto others, by weekday, in the place of what they said', () => {
    const marks: Marks = [{ date: '2026-04-01', from: '09:00', to: '10:00', mark: 'preferred' }, { date: NEXT, from: '15:00', to: '16:00', mark: 'no' }];
    expect(copiedTo(marks, MONDAY, [NEXT])).toEqual([marks[0], { date: '2026-04-08', from: '09:00', to: '10:00', mark: 'preferred' }]);
  });
});
