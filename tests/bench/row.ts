/** One measured line. `baseline` is a limit or a peer, measured in the same run. */
export interface Row {
  readonly work: string;
  readonly ours: number;
  readonly baseline: number;
  readonly unit: 'ms';
  /** How many times quicker than the baseline, or how many times it, as `target` says. */
  readonly ratio: number;
  readonly target: string;
  readonly verdict: 'met' | 'short';
}
