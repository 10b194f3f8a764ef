import { ok, type Result } from '../../shared/result.ts';
import type { NamedColumn } from '../linear-models/least-squares.ts';
import { checkColumns } from '../matrix/checked-column.ts';
import { placeColumns } from '../matrix/place-columns.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { columnsAt, countedPlaces, valuesAt } from '../weighting/counted-rows.ts';

/** An outcome and the columns it is explained by. An intercept is always there, and must not be among the columns. */
export interface RegressionRows {
  readonly outcome: ArrayLike<number>;
  readonly covariates: readonly NamedColumn[];
  /** Added to each row's linear predictor with no coefficient; for counts the logarithm of the time they took. */
  readonly offset?: ArrayLike<number> | undefined;
  /** How much each row counts, zero or more. */
  readonly weight?: ArrayLike<number> | undefined;
  /** Whole numbers from 0: rows that are not independent of each other share one. */
  readonly cluster?: ArrayLike<number> | undefined;
}

/**
 * Rows made ready: columns side by side, about zero and of standard deviation one, so that neither units nor far-off
 * origins cost digits and a pivot says how much of a column the others leave.
 */
export interface Design {
  readonly n: number;
  /** Columns without the intercept. */
  readonly p: number;
  /** The intercept's first. */
  readonly names: readonly string[];
  readonly x: Float64Array;
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  readonly y: Float64Array;
  readonly offset: Float64Array | null;
  readonly weight: Float64Array | null;
  /** The sum of the weights. */
  readonly weights: number;
}

export const INTERCEPT = '(Intercept)';

/** Checks rows and makes a design of them. */
export function designOf(rows: RegressionRows): Result<Design, StatisticsRefusal> {
  const { outcome, covariates, offset, weight, cluster } = rows;
  const n = outcome.length;
  const p = covariates.length;
  if (n === 0) return refuseFor('no-observations', 'There is no row to work with.');
  const marks = { 'the outcome': outcome, 'the offset': offset, 'the weight': weight, 'the cluster': cluster };
  const fault = faultOfMarks(marks, n);
  if (fault) return fault;
  if (n < p + 1) return refuseFor('too-few', `${n} rows can’t tell ${p + 1} effects apart.`);
  const columns = checkColumns(covariates, n);
  if (!columns.ok) return columns;
  const spreads = Float64Array.from(columns.value, ({ spread }) => spread);
  const counts = weight === undefined ? null : Float64Array.from(weight);
  return ok({
    n,
    p,
    names: [INTERCEPT, ...covariates.map(({ name }) => name)],
    x: placeColumns(
      columns.value,
      Int32Array.from({ length: n }, (_, row) => row),
      spreads,
    ),
    means: Float64Array.from(columns.value, ({ mean }) => mean),
    spreads,
    y: outcome instanceof Float64Array ? outcome : Float64Array.from(outcome),
    offset: offset === undefined ? null : Float64Array.from(offset),
    weight: counts,
    weights: counts === null ? n : counts.reduce((sum, value) => sum + value, 0),
  });
}

/** The rows without those of weight 0, which change nothing and are not counted; refuses what `designOf` refuses. */
export function countedRows(rows: RegressionRows): Result<RegressionRows, StatisticsRefusal> {
  const places = countedPlaces(rows.weight);
  if (places === null) return ok(rows);
  const checked = designOf(rows);
  if (!checked.ok) return checked;
  if (places.length === 0) return refuseFor('no-observations', 'Every row has the weight 0.');
  const { outcome, covariates, offset, weight, cluster } = rows;
  return ok({
    outcome: Float64Array.from(places, (row) => outcome[row]!),
    covariates: columnsAt(covariates, places),
    offset: valuesAt(offset, places),
    weight: valuesAt(weight, places),
    cluster: valuesAt(cluster, places),
  });
}

/** The same rows with no column but the intercept. */
export function interceptOnly(design: Design): Design {
  const none = new Float64Array(0);
  return { ...design, p: 0, names: [INTERCEPT], x: none, means: none, spreads: none };
}

function faultOfMarks(marks: { readonly [name: string]: ArrayLike<number> | undefined }, n: number) {
  for (const [name, values] of Object.entries(marks)) {
    if (values === undefined) continue;
    if (values.length !== n) {
      return refuseFor('unequal-lengths', `${name} has ${values.length} rows and the outcome has ${n}.`);
    }
    const isWeight = name === 'the weight';
    for (let row = 0; row < n; row += 1) {
      if (Number.isFinite(values[row]) && !(isWeight && values[row]! < 0)) continue;
      const code = isWeight && values[row]! < 0 ? 'out-of-range' : 'not-a-number';
      return refuseFor(code, `${name} of row ${row + 1} is ${values[row]}; leave out rows with missing values.`);
    }
  }
  return null;
}
