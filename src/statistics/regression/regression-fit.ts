import { normal } from '../distributions/normal.ts';
import type { Design } from './design.ts';
import { eachChunk, type LikelihoodFit } from './likelihood-fit.ts';
import type { Family } from './family.ts';

/**
 * The effect of one column: `ratio` is e^coef (of odds for a logistic, of rates for a count regression), and `low` and
 * `high` are its interval. `z`, `p` and the interval rest on `robustSe` where it is there.
 */
export interface RegressionTerm {
  readonly name: string;
  readonly coef: number;
  readonly se: number;
  readonly robustSe?: number;
  readonly z: number;
  readonly p: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface RegressionFit {
  readonly n: number;
  /** The intercept's first. */
  readonly terms: readonly RegressionTerm[];
  readonly coefficients: Float64Array;
  /** Row after row; the inverse of the expected information. */
  readonly covariance: Float64Array;
  readonly robustCovariance: Float64Array | null;
  readonly logLikelihood: number;
  readonly deviance: number;
  /** Of the intercept alone. */
  readonly nullDeviance: number;
  readonly aic: number;
  readonly iterations: number;
}

/** Coefficients in the units of the columns as they were given. */
export function unstandardised({ p, means, spreads }: Design, beta: Float64Array): Float64Array {
  const coefficients = Float64Array.from(beta);
  for (let j = 0; j < p; j += 1) {
    coefficients[j + 1] = beta[j + 1]! / spreads[j]!;
    coefficients[0]! -= coefficients[j + 1]! * means[j]!;
  }
  return coefficients;
}

/** Coefficients on the scale of the design, from those in the units of the columns as they were given. */
export function standardised({ p, means, spreads }: Design, coefficients: Float64Array): Float64Array {
  const beta = Float64Array.from(coefficients);
  for (let j = 0; j < p; j += 1) {
    beta[j + 1] = coefficients[j + 1]! * spreads[j]!;
    beta[0]! += coefficients[j + 1]! * means[j]!;
  }
  return beta;
}

/** A covariance in the units of the columns as they were given: T V Tᵀ, T taking the standardised coefficients there. */
export function unstandardisedCovariance({ p, means, spreads }: Design, covariance: Float64Array): Float64Array {
  const size = p + 1;
  const half = new Float64Array(size * size);
  const result = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    toGiven(covariance, half, { from: column, by: size, p, means, spreads });
  }
  for (let row = 0; row < size; row += 1) toGiven(half, result, { from: row * size, by: 1, p, means, spreads });
  return result;
}

interface Line {
  readonly from: number;
  readonly by: number;
  readonly p: number;
  readonly means: Float64Array;
  readonly spreads: Float64Array;
}

function toGiven(source: Float64Array, into: Float64Array, { from, by, p, means, spreads }: Line): void {
  let intercept = source[from]!;
  for (let j = 0; j < p; j += 1) {
    const value = source[from + (j + 1) * by]! / spreads[j]!;
    into[from + (j + 1) * by] = value;
    intercept -= value * means[j]!;
  }
  into[from] = intercept;
}

/** What is asked of the errors. */
export interface ErrorOptions {
  readonly level: number;
  readonly robust: boolean;
  readonly cluster: ArrayLike<number> | undefined;
}

/** The terms and covariances of a fit, in the units of the columns as they were given. */
export function errorsOf(
  design: Design,
  { fit, family }: { readonly fit: LikelihoodFit; readonly family: Family },
  { level, robust, cluster }: ErrorOptions,
): Pick<RegressionFit, 'terms' | 'coefficients' | 'covariance' | 'robustCovariance'> {
  const standard = fit.factor.inverse();
  const isRobust = robust || cluster !== undefined;
  const sandwich = isRobust ? sandwichOf(design, { fit, family, covariance: standard, cluster }) : null;
  const coefficients = unstandardised(design, fit.beta);
  const covariance = unstandardisedCovariance(design, standard);
  const robustCovariance = sandwich === null ? null : unstandardisedCovariance(design, sandwich);
  const z = normal.upperQuantile((1 - level) / 2);
  const terms = design.names.map((name, j) => termOf(name, { coefficients, covariance, robustCovariance, j, z }));
  return { terms, coefficients, covariance, robustCovariance };
}

interface TermOf {
  readonly coefficients: Float64Array;
  readonly covariance: Float64Array;
  readonly robustCovariance: Float64Array | null;
  readonly j: number;
  readonly z: number;
}

/** One of the terms of a fit. */
export function termOf(name: string, { coefficients, covariance, robustCovariance, j, z }: TermOf): RegressionTerm {
  const diagonal = j * coefficients.length + j;
  const coef = coefficients[j]!;
  const se = Math.sqrt(covariance[diagonal]!);
  const robustSe = robustCovariance === null ? null : Math.sqrt(robustCovariance[diagonal]!);
  const used = robustSe ?? se;
  return {
    name,
    coef,
    se,
    ...(robustSe === null ? {} : { robustSe }),
    z: coef / used,
    p: 2 * normal.upper(Math.abs(coef / used)),
    ratio: Math.exp(coef),
    low: Math.exp(coef - z * used),
    high: Math.exp(coef + z * used),
  };
}

interface Sandwich {
  readonly fit: LikelihoodFit;
  readonly family: Family;
  readonly covariance: Float64Array;
  readonly cluster: ArrayLike<number> | undefined;
}

/**
 * V (Σ over clusters of u uᵀ) V, u the sum of the cluster's scores, on the standardised scale; each row a cluster where
 * there are none. With clusters times G / (G − 1), G their number.
 *
 * Sources: White (1982); clusters by Liang and Zeger (1986). As R's sandwich::sandwich and sandwich::vcovCL.
 */
function sandwichOf(design: Design, { fit, family, covariance, cluster }: Sandwich): Float64Array {
  const { n, p, x, weight } = design;
  const size = p + 1;
  const { codes, count } = cluster === undefined ? { codes: null, count: n } : compactCodes(cluster);
  const sums = new Float64Array(count * size);
  eachChunk(design, { family, beta: fit.beta }, (from, { count: rows, slope }) => {
    for (let row = from; row < from + rows; row += 1) {
      const pull = slope[row - from]! * (weight === null ? 1 : weight[row]!);
      const into = (codes === null ? row : codes[row]!) * size;
      sums[into]! += pull;
      for (let j = 0; j < p; j += 1) sums[into + 1 + j]! += pull * x[row * p + j]!;
    }
  });
  const middle = new Float64Array(size * size);
  for (let from = 0; from < sums.length; from += size) {
    for (let j = 0; j < size; j += 1) {
      for (let k = 0; k < size; k += 1) middle[j * size + k]! += sums[from + j]! * sums[from + k]!;
    }
  }
  const factor = codes === null ? 1 : count / (count - 1);
  return product(product(covariance, middle, size), covariance, size).map((value) => value * factor);
}

/** Codes numbered without gaps. */
export function compactCodes(given: ArrayLike<number>): { readonly codes: Int32Array; readonly count: number } {
  const numbers = new Map<number, number>();
  const codes = new Int32Array(given.length);
  for (let row = 0; row < given.length; row += 1) {
    let code = numbers.get(given[row]!);
    if (code === undefined) numbers.set(given[row]!, (code = numbers.size));
    codes[row] = code;
  }
  return { codes, count: numbers.size };
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += a[row * size + k]! * b[k * size + column]!;
      result[row * size + column] = sum;
    }
  }
  return result;
}
