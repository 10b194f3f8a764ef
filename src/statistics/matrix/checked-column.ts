import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

/** A column of a model that has been looked through: every value is finite, and not all are the same. */
export interface CheckedColumn {
  readonly name: string;
  readonly values: Float64Array;
  readonly mean: number;
  /** The standard deviation, with the number of rows below the line. */
  readonly spread: number;
  /** How far apart its ends are. */
  readonly range: number;
}

interface NamedValues {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** Checks columns of `n` rows each. */
export function checkColumns(
  given: readonly NamedValues[],
  n: number,
): Result<readonly CheckedColumn[], StatisticsRefusal> {
  const columns: CheckedColumn[] = [];
  for (const each of given) {
    const column = checkColumn(each, n);
    if (!column.ok) return column;
    columns.push(column.value);
  }
  return ok(columns);
}

function checkColumn({ name, values: given }: NamedValues, n: number): Result<CheckedColumn, StatisticsRefusal> {
  if (given.length !== n) {
    return refuseFor('unequal-lengths', `${name} has ${given.length} rows, and there are ${n} in all.`);
  }
  const values = given instanceof Float64Array ? given : Float64Array.from(given);
  let sum = 0;
  let low = values[0]!;
  let high = low;
  for (let row = 0; row < n; row += 1) {
    const value = values[row]!;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!Number.isFinite(sum)) {
    const row = values.findIndex((value) => !Number.isFinite(value));
    const message = `${name} of row ${row + 1} is ${values[row]}; leave out rows with missing values.`;
    return refuseFor('not-a-number', message);
  }
  if (low === high) {
    return refuseFor('constant-column', `${name} is ${low} in every row, so it has no effect to find.`);
  }
  const mean = sum / n;
  return ok({ name, values, mean, spread: spreadOf(values, mean), range: high - low });
}

function spreadOf(values: Float64Array, mean: number): number {
  let squares = 0;
  for (let row = 0; row < values.length; row += 1) squares += (values[row]! - mean) * (values[row]! - mean);
  return Math.sqrt(squares / values.length);
}
