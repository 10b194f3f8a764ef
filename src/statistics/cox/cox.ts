import { ok, refuse, type Result } from '../../shared/result.ts';
import { chiSquared } from '../distributions/chi-squared.ts';
import { normal } from '../distributions/normal.ts';
import { factorise, type CholeskyFactor } from '../matrix/cholesky.ts';
import { squareOf } from '../matrix/triangle.ts';
import type { ChiSquaredTest } from '../proportions/chi-squared-test.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { robustCovariance } from './robust-covariance.ts';
import { sortCox, type CoxRows, type SortedCox } from './cox-rows.ts';
import { walkRiskSets, type Ties } from './risk-sets.ts';
import { addInformation, addScore, noTies, sumTies } from './tie-sums.ts';

export interface CoxOptions {
  readonly ties?: Ties;
  readonly level?: number;
  /** Robust errors, by row; rows with a `cluster` get them by cluster whether this is set or not. */
  readonly robust?: boolean;
  /** Told after each pass over the data; the fit is given up where it answers false. */
  readonly progress?: (done: { readonly iteration: number; readonly logLikelihood: number }) => boolean;
}

/** The effect of one column. `z`, `p` and the interval rest on `robustSe` where it is there. */
export interface CoxTerm {
  readonly name: string;
  readonly coef: number;
  readonly se: number;
  readonly robustSe?: number;
  readonly z: number;
  readonly p: number;
  readonly hazardRatio: number;
  readonly low: number;
  readonly high: number;
}

export interface CoxFit {
  readonly n: number;
  readonly events: number;
  readonly ties: Ties;
  readonly iterations: number;
  readonly terms: readonly CoxTerm[];
  readonly coefficients: Float64Array;
  /** Row after row; the inverse of the information. */
  readonly covariance: Float64Array;
  readonly robustCovariance: Float64Array | null;
  /** The log partial likelihood without effects, and with those estimated. */
  readonly logLikelihood: { readonly none: number; readonly fitted: number };
  readonly likelihoodRatioTest: ChiSquaredTest;
  readonly waldTest: ChiSquaredTest;
  readonly scoreTest: ChiSquaredTest;
  /** The rows as they were walked through, for what is asked of a fit afterwards. */
  readonly sorted: SortedCox;
}

/**
 * Cox's proportional hazards model: at each time somebody has the event, the chance that it is they and not another of
 * those at risk is e^(xβ) over the sum of theirs. β has the largest product of these chances:
 *
 *     log L = Σ events [ xβ − log Σ at risk e^(xβ) ]
 *
 * Sources: Cox (1972); ties by Efron (1977), the default, or Breslow (1974); counting-process form, strata and clusters
 * as Therneau and Grambsch (2000), Modeling Survival Data. As R's coxph. Choices: Newton's method from β = 0, halving a
 * step that does not climb, until a step would change β by less than a thousand-millionth of its standard error, which
 * is tighter than coxph's default, so that the two agree to what coxph leaves. Where the likelihood goes on rising
 * while some effects run away, they have no finite estimate, and the fit is refused.
 */
export function cox(rows: CoxRows, options: CoxOptions = {}): Result<CoxFit, StatisticsRefusal> {
  const { ties = 'efron', level = 0.95, progress = () => true } = options;
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  const sorted = sortCox(rows);
  if (!sorted.ok) return sorted;
  const climbed = climb(sorted.value, ties, progress);
  if (!climbed.ok) return climbed;
  const { beta, factor, fitted, none, scoreStatistic, iterations } = climbed.value;
  const covariance = factor.inverse();
  const isRobust = options.robust === true || rows.cluster !== undefined;
  const robust = isRobust ? robustCovariance(sorted.value, { beta, ties, covariance }) : null;
  const df = beta.length;
  const used = robust ?? covariance;
  const wald = factorise(used, df);
  const test = (statistic: number): ChiSquaredTest => ({
    chiSquared: statistic,
    df,
    p: chiSquared(df).upper(Math.max(0, statistic)),
  });
  return ok({
    n: sorted.value.n,
    events: sorted.value.events,
    ties,
    iterations,
    terms: termsOf(sorted.value.names, { beta, covariance, robust, z: normal.upperQuantile((1 - level) / 2) }),
    coefficients: beta,
    covariance,
    robustCovariance: robust,
    logLikelihood: { none, fitted },
    likelihoodRatioTest: test(2 * (fitted - none)),
    // Fewer clusters than effects leave no joint test.
    waldTest: test(wald.deficient.length > 0 ? Number.NaN : product(beta, wald.solve(beta))),
    scoreTest: test(scoreStatistic),
    sorted: sorted.value,
  });
}

interface Climbed {
  readonly beta: Float64Array;
  readonly factor: CholeskyFactor;
  readonly fitted: number;
  readonly none: number;
  readonly scoreStatistic: number;
  readonly iterations: number;
}

/** Squared standard errors of a step, per event, below which the next step would no longer be seen. */
const SETTLED = 1e-18;
/** A step that hardly changes the likelihood but moves log risks apart by this much leads to no estimate. */
const RUNNING_AWAY = 0.5;
const MOST_ITERATIONS = 40;
const MOST_HALVINGS = 30;

function climb(
  sorted: SortedCox,
  ties: Ties,
  progress: NonNullable<CoxOptions['progress']>,
): Result<Climbed, StatisticsRefusal> {
  const p = sorted.names.length;
  let beta = new Float64Array(p);
  let here = likelihood(sorted, beta, ties);
  const none = here.logLikelihood;
  let scoreStatistic = 0;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const factor = factorise(squareOf(here.information, p), p);
    if (factor.deficient.length > 0) return iteration === 0 ? dependent(sorted, factor) : runaway(sorted, here.score);
    const step = factor.solve(here.score);
    const squared = product(step, here.score);
    if (iteration === 0) scoreStatistic = squared;
    if (!progress({ iteration, logLikelihood: here.logLikelihood })) {
      return refuseFor('cancelled', `The fit was stopped after ${iteration} iterations.`);
    }
    if (squared <= SETTLED * Math.max(10, sorted.events)) {
      for (let j = 0; j < p; j += 1) beta[j]! += step[j]!;
      return ok({
        beta,
        factor,
        fitted: here.logLikelihood + squared / 2,
        none,
        scoreStatistic,
        iterations: iteration,
      });
    }
    if (squared < 1e-4 && furthest(sorted, step) > RUNNING_AWAY) return runaway(sorted, step);
    const next = stepUp(sorted, { beta, step, from: here.logLikelihood, ties });
    if (next === null) return refuseFor('not-converged', 'No step from here makes the likelihood larger.');
    ({ beta, here } = next);
  }
  return refuseFor('not-converged', `The estimates did not settle in ${MOST_ITERATIONS} iterations.`);
}

interface Height {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  /** Lower triangle. */
  readonly information: Float64Array;
}

function likelihood(sorted: SortedCox, beta: Float64Array, ties: Ties): Height {
  const p = beta.length;
  const score = new Float64Array(p);
  const information = new Float64Array((p * (p + 1)) / 2);
  const sums = noTies();
  let logLikelihood = 0;
  walkRiskSets(sorted, beta, (set) => {
    sumTies(set, ties, sums);
    logLikelihood += product(beta, set.sum) - sums.logs;
    addScore(set, sums, score, 1);
    addInformation(set, sums, information, 1);
  });
  return { logLikelihood, score, information };
}

interface Step {
  readonly beta: Float64Array;
  readonly step: Float64Array;
  readonly from: number;
  readonly ties: Ties;
}

/** The first of the whole step, half of it, a quarter, … that does not go down by more than rounding would. */
function stepUp(sorted: SortedCox, { beta, step, from, ties }: Step) {
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving += 1, share /= 2) {
    const next = beta.map((value, j) => value + share * step[j]!);
    const here = likelihood(sorted, next, ties);
    if (here.logLikelihood >= from - 1e-12 * Math.abs(from)) return { beta: next, here };
  }
  return null;
}

/** The widest that the log risks of two rows would move apart; a bound on it, where that is little already. */
function furthest({ x, n, range }: SortedCox, step: Float64Array): number {
  const bound = step.reduce((sum, move, j) => sum + Math.abs(move) * range[j]!, 0);
  if (bound <= RUNNING_AWAY) return bound;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < n; at += 1) {
    let move = 0;
    for (let j = 0; j < step.length; j += 1) move += x[at * step.length + j]! * step[j]!;
    if (move < low) low = move;
    if (move > high) high = move;
  }
  return high - low;
}

function dependent({ names }: SortedCox, { deficient }: CholeskyFactor) {
  const named = deficient.map((at) => names[at]).join(', ');
  const message = `Among those at risk together, ${named} is constant or a combination of the other columns; leave it out.`;
  return refuseFor('singular-design', message);
}

function runaway({ names, spread }: SortedCox, step: Float64Array) {
  const moves = [...step].map((move, j) => Math.abs(move) * spread[j]!);
  const most = Math.max(...moves);
  const named = names.filter((_, j) => moves[j]! >= most / 10).join(', ');
  const message = `The effect of ${named} has no finite estimate: it tells without fail who of those at risk has the event first.`;
  return refuseFor('separation', message);
}

interface Estimates {
  readonly beta: Float64Array;
  readonly covariance: Float64Array;
  readonly robust: Float64Array | null;
  readonly z: number;
}

function termsOf(names: readonly string[], { beta, covariance, robust, z: quantile }: Estimates): CoxTerm[] {
  return names.map((name, j) => {
    const diagonal = j * names.length + j;
    const coef = beta[j]!;
    const se = Math.sqrt(covariance[diagonal]!);
    const robustSe = robust === null ? null : Math.sqrt(robust[diagonal]!);
    const used = robustSe ?? se;
    return {
      name,
      coef,
      se,
      ...(robustSe === null ? {} : { robustSe }),
      z: coef / used,
      p: 2 * normal.upper(Math.abs(coef / used)),
      hazardRatio: Math.exp(coef),
      low: Math.exp(coef - quantile * used),
      high: Math.exp(coef + quantile * used),
    };
  });
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
}
