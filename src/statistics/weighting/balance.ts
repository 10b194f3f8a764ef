import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

export interface BalanceTask {
  readonly covariates: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
  /** 1 in treated rows, 0 in controls. */
  readonly treated: ArrayLike<number>;
  /** From matching or weighting. */
  readonly weights: ArrayLike<number>;
  /** Whose standard deviation before weighting a difference is counted in. The treated rows' where it is left out. */
  readonly standardisedBy?: 'treated' | 'control' | 'pooled';
  /** The variance of columns of 0 and 1: p (1 - p), where it is left out, or with n - 1 as for all others. */
  readonly binaryVariance?: 'of-share' | 'of-sample';
}

export interface BalanceAtOnePoint {
  readonly meanTreated: number;
  readonly meanControl: number;
  /** Treated less control, in standard deviations. Null where nothing varies and yet the means differ. */
  readonly standardisedDifference: number | null;
  /** Of the variances, treated over control. Null for columns of 0 and 1, and where the controls do not vary. */
  readonly varianceRatio: number | null;
}

export interface CovariateBalance {
  readonly name: string;
  readonly before: BalanceAtOnePoint;
  readonly after: BalanceAtOnePoint;
}

/**
 * How alike treated rows and controls are in each covariate, before and after matching or weighting.
 *
 *   standardised difference = (weighted mean of treated − of controls) / s,   s before weighting, for both points
 *   weighted variance = Σ w (x − mean)² / (1 − Σ w²),  weights adding up to one
 *
 * Sources: P. Rosenbaum and D. Rubin, The American Statistician 39, 1985, 33-38; P. Austin, Statistics in Medicine 28,
 * 2009, 3083-3107, who takes 0.1 for a difference worth attention. Choices as the summary of R's MatchIt: the same s
 * before and after, so that a gain is not one of the ruler; p (1 − p) for columns of 0 and 1; where s is zero, the
 * one pooled over both in proportion to their rows.
 */
export function balance(task: BalanceTask): Result<CovariateBalance[], StatisticsRefusal> {
  const { covariates, treated, weights } = task;
  const arms = [1, 0].map((arm) => rowsOf(treated, arm));
  const once = new Float64Array(treated.length).fill(1);
  if (weights.length !== treated.length || covariates.some(({ values }) => values.length !== treated.length)) {
    return refuseFor('unequal-lengths', 'Covariates, treatment and weights do not have the same number of rows.');
  }
  for (const [at, rows] of arms.entries()) {
    if (!(rows.reduce((sum, row) => sum + weights[row]!, 0) > 0)) {
      return refuseFor('no-comparison', `No ${at === 0 ? 'treated row' : 'control'} has a weight above zero.`);
    }
  }
  return ok(
    covariates.map(({ name, values }) => {
      const isBinary = [...arms[0]!, ...arms[1]!].every((row) => values[row] === 0 || values[row] === 1);
      const momentsBy = (given: ArrayLike<number>) =>
        arms.map((rows) =>
          moments(values, { rows, weights: given, ofShare: isBinary && task.binaryVariance !== 'of-sample' }),
        );
      const unweighted = momentsBy(once);
      const scale = scaleOf(unweighted, task.standardisedBy ?? 'treated');
      const at = ([one, zero]: readonly Moments[]) => pointOf(one!, zero!, { scale, isBinary });
      return { name, before: at(unweighted), after: at(momentsBy(weights)) };
    }),
  );
}

interface Moments {
  readonly rows: number;
  readonly mean: number;
  readonly variance: number;
}

interface MomentsTask {
  readonly rows: Int32Array;
  readonly weights: ArrayLike<number>;
  readonly ofShare: boolean;
}

function moments(values: ArrayLike<number>, { rows, weights, ofShare }: MomentsTask): Moments {
  let [sum, weighted] = [0, 0];
  for (const row of rows) {
    sum += weights[row]!;
    weighted += weights[row]! * values[row]!;
  }
  const mean = weighted / sum;
  if (ofShare) return { rows: rows.length, mean, variance: mean * (1 - mean) };
  let [spread, squares] = [0, 0];
  for (const row of rows) {
    const share = weights[row]! / sum;
    spread += share * (values[row]! - mean) ** 2;
    squares += share ** 2;
  }
  return { rows: rows.length, mean, variance: squares < 1 ? spread / (1 - squares) : Number.NaN };
}

function scaleOf([one, zero]: readonly Moments[], by: 'treated' | 'control' | 'pooled'): number {
  const variance = { treated: one!.variance, control: zero!.variance, pooled: (one!.variance + zero!.variance) / 2 }[
    by
  ];
  if (variance > 0) return Math.sqrt(variance);
  const rows = one!.rows + zero!.rows;
  return Math.sqrt((one!.rows * one!.variance + zero!.rows * zero!.variance) / rows);
}

function pointOf(
  one: Moments,
  zero: Moments,
  { scale, isBinary }: { readonly scale: number; readonly isBinary: boolean },
) {
  const difference = one.mean - zero.mean;
  return {
    meanTreated: one.mean,
    meanControl: zero.mean,
    standardisedDifference: scale > 0 ? difference / scale : difference === 0 ? 0 : null,
    varianceRatio: isBinary || !(zero.variance > 0) || Number.isNaN(one.variance) ? null : one.variance / zero.variance,
  };
}

function rowsOf(treated: ArrayLike<number>, arm: number): Int32Array {
  return Int32Array.from({ length: treated.length }, (_, row) => row).filter((row) => treated[row] === arm);
}
