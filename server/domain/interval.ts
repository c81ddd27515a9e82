/** Milliseconds since 1970-01-01T00:00:00Z, on the UTC time-line. Branded at the doors that parse it. */
export type Instant = number & { readonly __instant: true };

/** A span of time that excludes its end: touching spans do not overlap. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** The widest value an ECMAScript date can have, in milliseconds either side of 1970. */
const FURTHEST = 8.64e15;

/** A whole number of epoch milliseconds as an instant. Throws RangeError for anything else. */
export function instant(milliseconds: number): Instant {
  if (!Number.isInteger(milliseconds) || Math.abs(milliseconds) > FURTHEST) {
    throw new RangeError(`not an instant: ${milliseconds}`);
  }
  return milliseconds as Instant;
}

/** A span that lasts: throws RangeError unless `end` is later than `start`. */
export function interval(start: number, end: number): Interval {
  if (!(end > start)) throw new RangeError(`a span must end after it starts: ${start} to ${end}`);
  return { start: instant(start), end: instant(end) };
}

export function addMinutes(from: Instant, minutes: number): Instant {
  return (from + minutes * 60_000) as Instant;
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The spans' union, sorted; overlapping and touching spans become one. The input may be in any order and is not changed. */
export function union(spans: readonly Interval[]): Interval[] {
  const merged: { start: Instant; end: Instant }[] = [];
  for (const { start, end } of sorted(spans)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = end > last.end ? end : last.end;
    else merged.push({ start, end });
  }
  return merged;
}

/** What is in `spans` and not in `taken`, sorted. */
export function subtract(spans: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const gaps = union(taken);
  return union(spans).flatMap((span) => without(span, gaps));
}

/** What is in both, sorted. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const others = union(b);
  return union(a).flatMap((span) =>
    others.filter((other) => overlaps(span, other)).map((other) => ({
      start: span.start > other.start ? span.start : other.start,
      end: span.end < other.end ? span.end : other.end,
    })));
}

/** Spans that last no time overlap nothing and are left out. */
function sorted(spans: readonly Interval[]): Interval[] {
  return spans.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
}

function without(span: Interval, gaps: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let start = span.start;
  for (const gap of gaps) {
    if (!overlaps({ start, end: span.end }, gap)) continue;
    if (start < gap.start) left.push({ start, end: gap.start });
    start = gap.end;
  }
  if (start < span.end) left.push({ start, end: span.end });
  return left;
}
