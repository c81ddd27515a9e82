/** Minutes after midnight; a span excludes its end. */
export interface MinuteSpan {
  from: number;
  to: number;
}

/** Sorted, with touching and overlapping ones made one. */
export function merged(spans: readonly MinuteSpan[]): MinuteSpan[] {
  const whole: MinuteSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else if (span.from < span.to) whole.push({ ...span });
  }
  return whole;
}

export function without(spans: readonly MinuteSpan[], taken: MinuteSpan): MinuteSpan[] {
  return merged(spans.flatMap(({ from, to }) => [{ from, to: Math.min(to, taken.from) }, { from: Math.max(from, taken.to), to }]).filter(({ from, to }) => from < to));
}

/** How many minutes of a span are in the spans. */
export function covered(spans: readonly MinuteSpan[], span: MinuteSpan): number {
  return spans.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)), 0);
}

export function length(spans: readonly MinuteSpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

export function areSame(a: readonly MinuteSpan[], b: readonly MinuteSpan[]): boolean {
  return a.length === b.length && a.every(({ from, to }, index) => b[index]?.from === from && b[index].to === to);
}
