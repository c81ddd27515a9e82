import type { FacilitatorRuns } from '../../server/domain/slots.ts';
import { unite } from '../../server/domain/united.ts';

const minutes = (...values: number[]) => values.map((value) => value * 60_000);
const runs = (stepMinutes: number, ...bounds: number[]): FacilitatorRuns => ({ facilitatorId: 'f', stepMilliseconds: stepMinutes * 60_000, runs: minutes(...bounds) });
const pairs = (all: FacilitatorRuns[]) => {
  const { starts, whose } = unite(all);
  return Array.from(starts, (start, i) => [start / 60_000, whose[i]]);
};

describe('starts of several facilitators', () => {
  it('come in one order, those of one hour in the facilitators’ order', () => {
    expect(pairs([runs(30, 60, 120), runs(30, 0, 60)])).toEqual([[0, 1], [30, 1], [60, 0], [60, 1], [90, 0], [120, 0]]);
  });

  it('may lie on grids that are off each other', () => {
    expect(pairs([runs(30, 0, 60), runs(30, 7, 67), runs(45, 20, 20)])).toEqual([[0, 0], [7, 1], [20, 2], [30, 0], [37, 1], [60, 0], [67, 1]]);
  });

  it('of one who alone has any are as they are, under the right name', () => {
    expect(pairs([runs(30), runs(30, 0, 60, 200, 200), runs(15)])).toEqual([[0, 1], [30, 1], [60, 1], [200, 1]]);
  });

  it('are none where nobody has any', () => {
    expect(pairs([])).toEqual([]);
    expect(pairs([runs(30), runs(15)])).toEqual([]);
  });
});
