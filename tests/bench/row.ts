/** One measured line. `baseline` is a limit or a peer, measured in the same run. */
export interface Row {
  readonly work: string;
  readonly ours: number;
  readonly baseline: number;
  readonly unit: string;
  /** As `target` says: how many times quicker than the baseline, or how many times it. */
  readonly ratio: number;
  readonly target: string;
  readonly verdict: 'met' | 'short';
  /** Lowest and highest of the rounds' values of ours. */
  readonly spread?: readonly [number, number];
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;
}

export function spreadOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** Ours and the limit of several rounds, taken in turn, as one line: at least `least` times the limit (rates). */
export function atLeast(work: string, unit: string, ours: readonly number[], baseline: readonly number[], least: number): Row {
  const ratio = median(ours) / median(baseline);
  return { work, ours: median(ours), baseline: median(baseline), unit, ratio, target: `≥ ${least} ×`, verdict: ratio >= least ? 'met' : 'short', spread: spreadOf(ours) };
}

/** The same for what should be small: at most `most` times the limit. */
export function atMost(work: string, unit: string, ours: readonly number[], baseline: readonly number[], most: number): Row {
  const ratio = median(ours) / median(baseline);
  return { work, ours: median(ours), baseline: median(baseline), unit, ratio, target: `≤ ${most} ×`, verdict: ratio <= most ? 'met' : 'short', spread: spreadOf(ours) };
}
