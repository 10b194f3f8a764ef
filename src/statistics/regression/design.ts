import { ok, type Result } from '../../shared/result.ts';
import type { NamedColumn } from '../linear-models/least-squares.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

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
  const fault = faultOfColumns(marks, covariates, n);
  if (fault) return fault;
  if (n < p + 1) return refuseFor('too-few', `${n} rows can’t tell ${p + 1} effects apart.`);
  const means = new Float64Array(p);
  const spreads = new Float64Array(p);
  const x = new Float64Array(n * p);
  for (const [j, { name, values }] of covariates.entries()) {
    const mean = meanOf(values);
    const spread = spreadOf(values, mean);
    if (!(spread > 0)) {
      return refuseFor('constant-column', `${name} is ${values[0]} in every row, so it has no effect to find.`);
    }
    means[j] = mean;
    spreads[j] = spread;
  }
  placeColumns(covariates, { x, means, spreads, n });
  const counts = weight === undefined ? null : Float64Array.from(weight);
  return ok({
    n,
    p,
    names: [INTERCEPT, ...covariates.map(({ name }) => name)],
    x,
    means,
    spreads,
    y: outcome instanceof Float64Array ? outcome : Float64Array.from(outcome),
    offset: offset === undefined ? null : Float64Array.from(offset),
    weight: counts,
    weights: counts === null ? n : counts.reduce((sum, value) => sum + value, 0),
  });
}

/** The same rows with no column but the intercept. */
export function interceptOnly(design: Design): Design {
  const none = new Float64Array(0);
  return { ...design, p: 0, names: [INTERCEPT], x: none, means: none, spreads: none };
}

type Columns = { readonly [name: string]: ArrayLike<number> | undefined };

function faultOfColumns(marks: Columns, covariates: readonly NamedColumn[], n: number) {
  const named = [...Object.entries(marks), ...covariates.map(({ name, values }) => [name, values] as const)];
  for (const [name, values] of named) {
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

interface Placing {
  readonly x: Float64Array;
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  readonly n: number;
}

/** Rows few enough for what is written of one column to be near when the next is written beside it. */
const AT_A_TIME = 64;

function placeColumns(covariates: readonly NamedColumn[], { x, means, spreads, n }: Placing): void {
  const p = covariates.length;
  for (let from = 0; from < n; from += AT_A_TIME) {
    const to = Math.min(n, from + AT_A_TIME);
    for (let j = 0; j < p; j += 1) {
      const { values } = covariates[j]!;
      const mean = means[j]!;
      const spread = spreads[j]!;
      for (let row = from; row < to; row += 1) x[row * p + j] = (values[row]! - mean) / spread;
    }
  }
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) sum += values[row]!;
  return sum / values.length;
}

/** Zero exactly where every value is the same. */
function spreadOf(values: ArrayLike<number>, mean: number): number {
  let squares = 0;
  let differs = false;
  for (let row = 0; row < values.length; row += 1) {
    squares += (values[row]! - mean) ** 2;
    if (values[row] !== values[0]) differs = true;
  }
  return differs ? Math.sqrt(squares / values.length) : 0;
}
