/** A linear model to minimise: what a solver is given, and all it knows. */
export interface LinearModel {
  readonly cost: number[];
  readonly lower: number[];
  readonly upper: number[];
  /** 1 where a column takes whole values only. */
  readonly whole: number[];
  /** Rows one after the other: row `r` has the entries from `rowStarts[r]` to `rowStarts[r + 1]`. */
  readonly rowStarts: number[];
  readonly indices: number[];
  readonly values: number[];
  readonly rowLower: number[];
  readonly rowUpper: number[];
}

/** A column and how much it counts. */
export type Term = readonly [column: number, factor: number];

export const NO_LIMIT = Number.POSITIVE_INFINITY;

export function emptyModel(): LinearModel {
  return { cost: [], lower: [], upper: [], whole: [], rowStarts: [0], indices: [], values: [], rowLower: [], rowUpper: [] };
}

/** A column that costs nothing yet; answers its index. */
export function addColumn(model: LinearModel, lower: number, upper: number, whole: boolean): number {
  model.cost.push(0);
  model.lower.push(lower);
  model.upper.push(upper);
  return model.whole.push(whole ? 1 : 0) - 1;
}

export function addRow(model: LinearModel, lower: number, upper: number, terms: Iterable<Term>): void {
  for (const [column, factor] of terms) {
    model.indices.push(column);
    model.values.push(factor);
  }
  closeRow(model, lower, upper);
}

/** The sum of these columns stays between two limits. */
export function addSum(model: LinearModel, lower: number, upper: number, columns: Iterable<number>): void {
  for (const column of columns) {
    model.indices.push(column);
    model.values.push(1);
  }
  closeRow(model, lower, upper);
}

function closeRow(model: LinearModel, lower: number, upper: number): void {
  model.rowStarts.push(model.indices.length);
  model.rowLower.push(lower);
  model.rowUpper.push(upper);
}
