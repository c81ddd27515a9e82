import { listSlots, slotRuns } from '../../server/domain/slots.ts';
import { compiled } from '../support/plain-question.ts';
import { workload, WORKLOADS } from '../support/workloads.ts';

/** Starts modulo this are summed, so that a sum of 50,000 stays exact. */
const MODULUS = 1_000_000_007;

describe.each(WORKLOADS)('$name: $what', ({ name, slots, sum }) => {
  const question = compiled(workload(name));

  it('has the starts on which other engines agree', () => {
    const listed = listSlots(question);
    expect({ slots: listed.length, sum: listed.reduce((total, { start }) => total + (start % MODULUS), 0) }).toEqual({ slots, sum });
    expect(new Set(listed.map(({ start, facilitatorId }) => `${start} ${facilitatorId}`)).size).toBe(slots);
  });

  it('has the same starts as runs', () => {
    const starts = slotRuns(question).flatMap(({ facilitatorId, runs, stepMilliseconds }) => {
      const own: string[] = [];
      for (let i = 0; i < runs.length; i += 2) {
        for (let start = runs[i]!; start <= runs[i + 1]!; start += stepMilliseconds) own.push(`${start} ${facilitatorId}`);
      }
      return own;
    });
    expect(starts.toSorted()).toEqual(listSlots(question).map(({ start, facilitatorId }) => `${start} ${facilitatorId}`).toSorted());
  });
});
