import type { ModelData, SparseMatrix } from 'highs';
import type { LinearModel } from '../domain/timetable/model.ts';

/** A model's rows, turned: column `c` has the entries from `starts[c]` to `starts[c + 1]`. */
export interface ByColumn {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

export function byColumn({ cost, rowStarts, indices, values }: LinearModel): ByColumn {
  const starts = new Int32Array(cost.length + 1);
  for (const column of indices) starts[column + 1]! += 1;
  for (let column = 0; column < cost.length; column += 1) starts[column + 1]! += starts[column]!;
  const next = starts.slice(0, -1);
  const turned = { starts, rows: new Int32Array(indices.length), values: new Float64Array(indices.length) };
  for (let row = 0; row + 1 < rowStarts.length; row += 1) {
    for (let entry = rowStarts[row]!; entry < rowStarts[row + 1]!; entry += 1) {
      const place = next[indices[entry]!]!++;
      turned.rows[place] = row;
      turned.values[place] = values[entry]!;
    }
  }
  return turned;
}

/** Some columns of a model, as the solver takes them. */
export interface Columns {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly matrix: SparseMatrix;
}

export function columnsOf(model: LinearModel, turned: ByColumn, columns: readonly number[]): Columns {
  const starts = new Int32Array(columns.length + 1);
  for (const [i, column] of columns.entries()) starts[i + 1] = starts[i]! + turned.starts[column + 1]! - turned.starts[column]!;
  const indices = new Int32Array(starts[columns.length]!);
  const values = new Float64Array(indices.length);
  for (const [i, column] of columns.entries()) {
    indices.set(turned.rows.subarray(turned.starts[column], turned.starts[column + 1]), starts[i]);
    values.set(turned.values.subarray(turned.starts[column], turned.starts[column + 1]), starts[i]);
  }
  const pick = (from: readonly number[]) => Float64Array.from(columns, (column) => from[column]!);
  return {
    cost: pick(model.cost), lower: pick(model.lower), upper: pick(model.upper),
    matrix: { format: 'csc', numRows: model.rowLower.length, numCols: columns.length, starts, indices, values },
  };
}

/** The model with these columns alone; the others are nought. */
export function restricted(model: LinearModel, turned: ByColumn, columns: readonly number[]): ModelData {
  const { cost, lower, upper, matrix } = columnsOf(model, turned, columns);
  return {
    numCols: columns.length, numRows: model.rowLower.length,
    colCost: cost, colLower: lower, colUpper: upper, rowLower: model.rowLower, rowUpper: model.rowUpper, matrix,
  };
}

/** What each column costs beyond what its rows are worth. */
export function reducedCosts({ cost }: LinearModel, { starts, rows, values }: ByColumn, worth: Float64Array): Float64Array {
  const reduced = Float64Array.from(cost);
  for (let column = 0; column < cost.length; column += 1) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) reduced[column]! -= values[entry]! * worth[rows[entry]!]!;
  }
  return reduced;
}
