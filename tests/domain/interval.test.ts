import { array, assert, integer, nat, property, tuple } from 'fast-check';
import { addMinutes, instant, intersect, interval, overlaps, subtract, union, type Interval } from '../../server/domain/interval.ts';

const spans = (text: string): Interval[] => (text === '' ? [] : text.split(' ').map((span) => {
  const [start, end] = span.split('-').map(Number);
  return interval(start!, end!);
}));
const text = (all: readonly Interval[]) => all.map(({ start, end }) => `${start}-${end}`).join(' ');

function has(all: readonly Interval[], n: number): boolean {
  return all.some(({ start, end }) => start <= n && n < end);
}

describe('spans', () => {
  it('that touch do not overlap', () => {
    const [a, b, c] = spans('1-3 3-5 2-4');
    expect([overlaps(a!, b!), overlaps(b!, a!), overlaps(a!, c!), overlaps(c!, b!)]).toEqual([false, false, true, true]);
  });

  it.each([
    ['', ''], ['1-2', '1-2'], ['3-5 1-3', '1-5'], ['1-9 2-3 4-5', '1-9'], ['1-2 4-5 2-3', '1-3 4-5'], ['1-3 1-3', '1-3'],
  ])('unite: %s is %s', (given, united) => expect(text(union(spans(given)))).toBe(united));

  it.each([
    ['1-9', '3-5', '1-3 5-9'], ['1-9', '1-9', ''], ['1-9', '0-3 8-12', '3-8'], ['1-3 5-7', '2-6', '1-2 6-7'], ['1-9', '', '1-9'], ['1-3', '3-5', '1-3'],
  ])('subtract: %s without %s is %s', (given, taken, left) => expect(text(subtract(spans(given), spans(taken)))).toBe(left));

  it.each([
    ['1-9', '3-5', '3-5'], ['1-3 5-7', '2-6', '2-3 5-6'], ['1-3', '3-5', ''], ['1-9', '', ''],
  ])('intersect: %s and %s share %s', (a, b, both) => expect(text(intersect(spans(a), spans(b)))).toBe(both));

  it('agree with counting whole numbers', () => {
    const some = array(tuple(nat(30), integer({ min: 1, max: 9 })).map(([start, length]) => interval(start, start + length)), { maxLength: 6 });
    const numbers = Array.from({ length: 45 }, (_, n) => n);
    assert(property(some, some, (a, b) => {
      expect(numbers.map((n) => [has(union(a), n), has(subtract(a, b), n), has(intersect(a, b), n)])).toEqual(
        numbers.map((n) => [has(a, n), has(a, n) && !has(b, n), has(a, n) && has(b, n)]));
    }), { seed: 1, numRuns: 500 });
  });

  it('leave what they are given as it was', () => {
    const given = Object.freeze(spans('5-7 1-3'));
    expect([text(union(given)), text(subtract(given, given)), text(intersect(given, given)), text(given)]).toEqual(['1-3 5-7', '', '1-3 5-7', '5-7 1-3']);
  });

  it('are made at one door', () => {
    expect(interval(1, 2)).toEqual({ start: 1, end: 2 });
    expect(() => interval(2, 2)).toThrow(RangeError);
    expect(() => interval(3, 2)).toThrow(RangeError);
    expect(() => interval(Number.NaN, 2)).toThrow(RangeError);
    expect(() => instant(0.5)).toThrow(RangeError);
    expect(() => instant(8.64e15 + 1)).toThrow(RangeError);
    expect(addMinutes(instant(1000), 2)).toBe(121_000);
  });
});
