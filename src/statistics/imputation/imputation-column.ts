/** A column of data that may have holes. */
export interface ImputationColumn {
  readonly name: string;
  /**
   * Numbers are filled with values of rows that are alike (predictive mean matching), categories by a logistic model
   * (multinomial where there are more than two). Categories are any numbers that stand for them.
   */
  readonly kind: 'number' | 'category';
  /** NaN where the value is missing. */
  readonly values: ArrayLike<number>;
}

/** What a column gives to the models of the others: a number itself, scaled; a category a mark for each level but the first. */
export interface ColumnCode {
  /** The levels of a category that were seen, ascending; empty for a number. */
  readonly levels: readonly number[];
  /** The columns that stand for these values. */
  readonly encode: (values: Float64Array) => Float64Array[];
}

/** Reads, from the values that are there, how a column is put into the models of others. */
export function codeOf(kind: 'number' | 'category', seen: Float64Array): ColumnCode {
  if (kind === 'category') {
    const levels = [...new Set(seen)].sort((a, b) => a - b);
    const encode = (values: Float64Array) =>
      levels.slice(1).map((level) => values.map((value) => (value === level ? 1 : 0)));
    return { levels, encode };
  }
  const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length;
  const deviation = Math.sqrt(seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) / seen.length) || 1;
  return { levels: [], encode: (values) => [values.map((value) => (value - mean) / deviation)] };
}
