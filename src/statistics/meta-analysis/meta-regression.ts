import { ok, refuse, type Result } from '../../shared/result.ts';
import { chiSquared } from '../distributions/chi-squared.ts';
import { normal } from '../distributions/normal.ts';
import { studentT } from '../distributions/student-t.ts';
import type { NamedColumn } from '../linear-models/least-squares.ts';
import { dot } from '../matrix/product.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import {
  generalisedFit,
  traceOf,
  traceOfSquare,
  type GeneralisedFit,
  type GeneralisedTask,
} from './generalised-least-squares.ts';
import type { MetaAnalysisOptions } from './random-effects-meta-analysis.ts';

const MOST_STEPS = 5000;

export interface MetaRegressionTask {
  /** On a scale where effects add. */
  readonly estimates: ArrayLike<number>;
  /** Of their errors: a variance each, or a whole matrix, row after row, where errors go together. */
  readonly covariance: ArrayLike<number>;
  /** What estimates differ by, without the intercept. */
  readonly columns: readonly NamedColumn[];
}

export interface MetaRegressionTerm {
  readonly name: string;
  readonly coef: number;
  readonly se: number;
  /** z, or t with Hartung and Knapp's variance. */
  readonly statistic: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

export interface MetaRegression {
  readonly studies: number;
  /** The intercept's first. */
  readonly terms: readonly MetaRegressionTerm[];
  /** Variance between studies that the columns leave, in squared units of the estimates. */
  readonly tauSquared: number;
  /** Of the variance that the columns leave, the per cent which lies between studies. */
  readonly iSquared: number;
  /** Of no variance between studies beyond what the columns explain: Q on studies less coefficients, and its p. */
  readonly q: number;
  readonly qP: number;
  /** Of Student's t; null with a normal interval. */
  readonly degreesOfFreedom: number | null;
  /** Half the width of an interval, in standard errors. */
  readonly quantile: number;
  /** Hartung and Knapp's variance came out below the normal one by luck, and the intervals rest on it all the same. */
  readonly isNarrowedByLuck: boolean;
}

/**
 * Random-effects meta-regression: y = Xβ + u + e, u with the variance tau², e with the covariance given.
 *
 *   β = (XᵀWX)⁻¹ XᵀWy,   W = (covariance + tau² I)⁻¹,   its covariance (XᵀWX)⁻¹
 *   Hartung and Knapp: times s² = yᵀPy / (k − p), with t on k − p degrees; modified: times max(s², 1)
 *   tau² by REML, or by moments: (Q − (k − p)) / tr(P at tau² = 0)
 *   I² = 100 tau² / (tau² + (k − p) / tr(P at tau² = 0))
 *
 * Sources: G. Knapp and J. Hartung, Statistics in Medicine 22, 2003, 2693-2710; W. Viechtbauer et al., Psychological
 * Methods 20, 2015, 360-374 (the permutation test and what small k does); C. Röver, G. Knapp and T. Friede, BMC Medical
 * Research Methodology 15, 2015, 99 (the modification). As R's metafor: `rma(mods = )` with `test` z, knha and adhoc.
 * Errors that go together come from one model with a term for each study's group of people; what all of them share
 * counts for nothing, since the intercept takes it.
 * Refuses no more estimates than coefficients, a column that others give, and an error that is none.
 */
export function metaRegression(
  task: MetaRegressionTask,
  { tauSquaredBy, interval, level = 0.95 }: MetaAnalysisOptions,
): Result<MetaRegression, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  const checked = checkedTask(task);
  if (!checked.ok) return checked;
  const general = checked.value;
  const k = general.estimates.length;
  const degrees = k - general.columns.length;
  const fixed = generalisedFit(general, 0);
  if (fixed === null) return refuseFor('singular-design', 'A column is given by the others, or an error by others.');
  const between = tauSquaredBy === 'reml' ? byReml(general) : ok(byMoments(fixed, degrees));
  if (!between.ok) return between;
  const tauSquared = between.value;
  const fit = generalisedFit(general, tauSquared);
  if (fit === null) return refuseFor('singular-design', 'A column is given by the others, or an error by others.');
  const observed = fit.spread / degrees;
  const isKnapp = interval !== 'normal';
  const scale = interval === 'normal' ? 1 : interval === 'hartung-knapp' ? observed : Math.max(1, observed);
  if (!(scale > 0)) {
    return refuseFor('no-variation', 'The columns explain every estimate, so the Hartung-Knapp interval has no width.');
  }
  const reference = isKnapp ? studentT(degrees) : normal;
  const quantile = reference.upperQuantile((1 - level) / 2);
  const names = ['(Intercept)', ...task.columns.map(({ name }) => name)];
  const terms = names.map((name, at): MetaRegressionTerm => {
    const coef = fit.coefficients[at]!;
    const se = Math.sqrt(scale * fit.unscaledCovariance[at * names.length + at]!);
    const statistic = coef / se;
    const p = 2 * reference.upper(Math.abs(statistic));
    return { name, coef, se, statistic, p, low: coef - quantile * se, high: coef + quantile * se };
  });
  const typicalWithin = degrees / traceOf(fixed.projection, k);
  return ok({
    studies: k,
    terms,
    tauSquared,
    iSquared: (100 * tauSquared) / (tauSquared + typicalWithin),
    q: fixed.spread,
    qP: chiSquared(degrees).upper(Math.max(0, fixed.spread)),
    degreesOfFreedom: isKnapp ? degrees : null,
    quantile,
    isNarrowedByLuck: interval === 'hartung-knapp' && observed < 1,
  });
}

/** The estimates with their whole covariance and the columns with the intercept, or why they are none. */
export function checkedTask({
  estimates,
  covariance,
  columns,
}: MetaRegressionTask): Result<GeneralisedTask, StatisticsRefusal> {
  const k = estimates.length;
  const coefficients = columns.length + 1;
  if (k <= coefficients) {
    const message = `Spread between studies beyond ${coefficients} coefficients needs more estimates than that; there are ${k}.`;
    return refuseFor('too-few', message);
  }
  if (covariance.length !== k && covariance.length !== k * k) {
    return refuseFor('unequal-lengths', `There are ${covariance.length} errors for ${k} estimates.`);
  }
  const whole = covariance.length === k ? diagonal(covariance) : Float64Array.from(covariance);
  for (let at = 0; at < k; at += 1) {
    if (!Number.isFinite(estimates[at]))
      return refuseFor('not-a-number', `Study ${at + 1} has the estimate ${estimates[at]}.`);
    const variance = whole[at * k + at]!;
    if (!(variance > 0 && variance < Infinity)) {
      return refuseFor('out-of-range', `Study ${at + 1} has the error variance ${variance}, which is not above zero.`);
    }
  }
  for (const { name, values } of columns) {
    if (values.length !== k)
      return refuseFor('unequal-lengths', `The column ${name} has ${values.length} rows for ${k} estimates.`);
    if (Array.from(values).some((value) => !Number.isFinite(value)))
      return refuseFor('not-a-number', `The column ${name} has a value that is no number.`);
    if (Array.from(values).every((value) => value === values[0]))
      return refuseFor('constant-column', `The column ${name} has the same value in every row.`);
  }
  const all = [new Float64Array(k).fill(1), ...columns.map(({ values }) => Float64Array.from(values))];
  return ok({ estimates: Float64Array.from(estimates), covariance: whole, columns: all });
}

function diagonal(variances: ArrayLike<number>): Float64Array {
  const k = variances.length;
  const whole = new Float64Array(k * k);
  for (let at = 0; at < k; at += 1) whole[at * k + at] = variances[at]!;
  return whole;
}

function byMoments({ spread, projection }: GeneralisedFit, degrees: number): number {
  return Math.max(0, (spread - degrees) / traceOf(projection, Math.sqrt(projection.length)));
}

/**
 * Fisher scoring from the variance that the columns leave without weights, halving steps that do not climb: slope
 * yᵀPPy − tr(P), information tr(PP). Refused where it does not settle.
 */
export function byReml(task: GeneralisedTask): Result<number, StatisticsRefusal> {
  const k = task.estimates.length;
  const within = traceOf(task.covariance, k) / k;
  let tauSquared = unweightedVariance(task, within);
  let fit = generalisedFit(task, tauSquared);
  let last = Infinity;
  for (let step = 0; fit !== null && step < MOST_STEPS; step += 1) {
    const scale = within + tauSquared;
    const slope = dot(fit.projected, fit.projected) - traceOf(fit.projection, k);
    let move = Math.max(-tauSquared, slope / traceOfSquare(fit.projection, k));
    let next = generalisedFit(task, tauSquared + move);
    // Close to the top rounding alone makes the likelihood fall; there the steps shrink by themselves.
    while (next !== null && Math.abs(move) > 1e-6 * scale && next.logLikelihood < fit.logLikelihood) {
      move /= 2;
      next = generalisedFit(task, tauSquared + move);
    }
    const size = Math.abs(move);
    // Steps that no longer shrink are made of rounding alone.
    if (size <= 1e-13 * scale || (size <= 1e-9 * scale && size >= last)) return ok(tauSquared + move);
    tauSquared += move;
    fit = next;
    last = size;
  }
  return refuseFor('not-converged', `The variance between studies did not settle in ${MOST_STEPS} steps.`);
}

/** The moment estimate without weights: a start that does not hang on the sizes of the studies. */
function unweightedVariance(task: GeneralisedTask, within: number): number {
  const k = task.estimates.length;
  const alike = diagonal(new Float64Array(k).fill(1));
  const fit = generalisedFit({ ...task, covariance: alike }, 0);
  return fit === null ? 0 : Math.max(0, fit.spread / (k - task.columns.length) - within);
}
