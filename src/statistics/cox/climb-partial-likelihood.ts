import { ok, type Result } from '../../shared/result.ts';
import { factorise, type CholeskyFactor } from '../matrix/cholesky.ts';
import { dot } from '../matrix/product.ts';
import { squareOf } from '../matrix/triangle.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import type { Progress } from '../regression/likelihood-fit.ts';
import type { SortedCox } from './cox-rows.ts';
import { walkRiskSets, type Ties } from './risk-sets.ts';
import { addInformation, addScore, noTies, sumTies } from './tie-sums.ts';

/** Where the log partial likelihood is largest, and what was found on the way there. */
export interface Climbed {
  readonly beta: Float64Array;
  readonly factor: CholeskyFactor;
  readonly fitted: number;
  /** The log partial likelihood at β = 0. */
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

/** Climbs from β = 0. */
export function climbPartialLikelihood(
  sorted: SortedCox,
  ties: Ties,
  progress: Progress,
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
    const squared = dot(step, here.score);
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
    logLikelihood += dot(beta, set.sum) - sums.logs;
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
