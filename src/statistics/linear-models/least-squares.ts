import { ok, type Result } from '../../shared/result.ts';
import { householder } from '../matrix/householder.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

export interface NamedColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface LinearTask {
  readonly outcome: ArrayLike<number>;
  /** Without the intercept, which is always there and comes first. */
  readonly covariates: readonly NamedColumn[];
  /** Above zero; 1 each where they are left out. */
  readonly weights?: ArrayLike<number>;
}

export interface LinearFit {
  /** The intercept's first. */
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  /** (X'WX)⁻¹, by rows: times `residualVariance` it is the covariance of the coefficients where errors are all alike. */
  readonly unscaledCovariance: Float64Array;
  readonly residualVariance: number;
  /** Rows less coefficients. */
  readonly degreesOfFreedom: number;
  readonly fitted: Float64Array;
  /** Outcome less fitted. */
  readonly residuals: Float64Array;
  /** The columns of X, the intercept first: sandwich errors are made of them. */
  readonly columns: readonly Float64Array[];
  readonly weights: Float64Array | null;
}

/**
 * Linear regression by (weighted) least squares: the coefficients b that make Σ w (y − x·b)² least.
 *
 * Source: G. Golub and C. Van Loan, Matrix Computations, 2013, section 5.3, by Householder's QR, as R's `lm`.
 * Choice: where R drops a column that others give, this refuses and names it.
 */
export function leastSquares(task: LinearTask): Result<LinearFit, StatisticsRefusal> {
  const { outcome, covariates } = task;
  const names = ['(Intercept)', ...covariates.map(({ name }) => name)];
  const fault = faultOf(task, names.length);
  if (fault !== null) return fault;
  const n = outcome.length;
  const columns = [new Float64Array(n).fill(1), ...covariates.map(({ values }) => Float64Array.from(values))];
  const weights = task.weights === undefined ? null : Float64Array.from(task.weights);
  const roots = weights?.map(Math.sqrt) ?? null;
  const weighted = (column: ArrayLike<number>) =>
    Float64Array.from(column, (value, row) => (roots === null ? value : value * roots[row]!));
  const { r, dependentColumn, rotate } = householder(columns.map(weighted));
  if (dependentColumn !== -1) return refuseColumn(columns[dependentColumn]!, names[dependentColumn]!);
  const coefficients = solveUpper(r, rotate(weighted(outcome)));
  const fitted = new Float64Array(n);
  for (const [at, column] of columns.entries()) {
    for (let row = 0; row < n; row += 1) fitted[row]! += coefficients[at]! * column[row]!;
  }
  const residuals = fitted.map((value, row) => outcome[row]! - value);
  const degreesOfFreedom = n - names.length;
  const squares = residuals.reduce((sum, residual, row) => sum + (weights?.[row] ?? 1) * residual ** 2, 0);
  return ok({
    names,
    coefficients,
    unscaledCovariance: inverseOfSquare(r, names.length),
    residualVariance: degreesOfFreedom > 0 ? squares / degreesOfFreedom : Number.NaN,
    degreesOfFreedom,
    fitted,
    residuals,
    columns,
    weights,
  });
}

function faultOf({ outcome, covariates, weights }: LinearTask, coefficients: number) {
  const columns = [{ name: 'the outcome', values: outcome }, ...covariates];
  if (weights !== undefined) columns.push({ name: 'the weights', values: weights });
  for (const { name, values } of columns) {
    if (values.length !== outcome.length) {
      return refuseFor(
        'unequal-lengths',
        `The column ${name} has ${values.length} rows, the outcome ${outcome.length}.`,
      );
    }
    for (let row = 0; row < values.length; row += 1) {
      if (!Number.isFinite(values[row]!)) {
        return refuseFor(
          'not-a-number',
          `Row ${row + 1} of ${name} is ${values[row]}; leave such rows out or impute them.`,
        );
      }
    }
  }
  if (weights !== undefined && !Array.from(weights).every((weight) => weight > 0)) {
    return refuseFor('out-of-range', 'A weight is not above zero; leave such rows out.');
  }
  if (outcome.length === 0) return refuseFor('no-observations', 'There is no row to work with.');
  return outcome.length < coefficients
    ? refuseFor('too-few', `${outcome.length} rows can’t tell ${coefficients} coefficients.`)
    : null;
}

function refuseColumn(column: Float64Array, name: string) {
  return column.every((value) => value === column[0])
    ? refuseFor('constant-column', `The column ${name} is ${column[0]} in every row.`)
    : refuseFor('singular-design', `The column ${name} is a combination of those before it.`);
}

/** The b with R b = c, R an upper triangle by rows. */
function solveUpper(r: Float64Array, c: Float64Array): Float64Array {
  const p = c.length;
  const b = Float64Array.from(c);
  for (let i = p - 1; i >= 0; i -= 1) {
    for (let j = i + 1; j < p; j += 1) b[i]! -= r[i * p + j]! * b[j]!;
    b[i]! /= r[i * p + i]!;
  }
  return b;
}

/** (R'R)⁻¹ = R⁻¹ R⁻¹'. */
function inverseOfSquare(r: Float64Array, p: number): Float64Array {
  const inverse = Array.from({ length: p }, (_, j) =>
    solveUpper(
      r,
      Float64Array.from({ length: p }, (_, i) => +(i === j)),
    ),
  );
  return Float64Array.from({ length: p * p }, (_, at) => {
    const [i, j] = [Math.floor(at / p), at % p];
    return inverse.reduce((sum, column) => sum + column[i]! * column[j]!, 0);
  });
}
