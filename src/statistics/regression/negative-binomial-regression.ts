import { ok, refuse, type Result } from '../../shared/result.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { countDesign, type CountDesign } from './count-rows.ts';
import { countedRows, interceptOnly, type Design, type RegressionRows } from './design.ts';
import { negativeBinomialFamily, poissonFamily, type Family } from './family.ts';
import { BEYOND_POISSON, likeliestShape, shapeSlope, weightsAbove } from './gamma-shape.ts';
import { hasFractions } from '../weighting/counted-rows.ts';
import { eachChunk, fitLikelihood, startOf, type LikelihoodFit } from './likelihood-fit.ts';
import type { RegressionOptions } from './logistic-regression.ts';
import { errorsOf, type RegressionFit } from './regression-fit.ts';

export interface NegativeBinomialFit extends RegressionFit {
  readonly events: number;
  /** The variance of a count of mean μ is μ + μ²/θ. */
  readonly theta: number;
  readonly thetaSe: number;
}

/**
 * Negative binomial regression of counts that vary more than Poisson counts: log of the mean = β₀ + xβ + offset, variance
 * μ + μ²/θ. `ratio` is a rate ratio where the offset is the logarithm of the time watched.
 *
 * Sources: Lawless (1987), Negative binomial and mixed Poisson regression; Venables and Ripley (2002), section 7.4. As
 * R's MASS::glm.nb: β and θ are the likeliest of each given the other, in turn, until neither moves; errors of β take θ
 * as known, which it is independent of. Where the counts vary no more than Poisson counts there is no finite θ: refused.
 */
export function negativeBinomialRegression(
  given: RegressionRows,
  { level = 0.95, robust = hasFractions(given.weight), progress = () => true }: RegressionOptions = {},
): Result<NegativeBinomialFit, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  const counted = countedRows(given);
  if (!counted.ok) return counted;
  const rows = counted.value;
  const counts = countDesign(rows);
  if (!counts.ok) return counts;
  const { design, events, logFactorials } = counts.value;
  const poisson = fitLikelihood(design, poissonFamily, { start: startOf(design, poissonFamily), progress });
  if (!poisson.ok) return poisson;
  const found = inTurn(counts.value, poisson.value.beta);
  if (!found.ok) return found;
  const { fit, theta, thetaSe, above } = found.value;
  const family = negativeBinomialFamily(theta);
  const start = startOf(design, family).slice(0, 1);
  const none = fitLikelihood(interceptOnly(design), family, { start });
  if (!none.ok) return none;
  const saturated = saturatedHeight(design, theta);
  const rising = above.reduce((sum, weight, k) => sum + weight * Math.log1p(k / theta), 0);
  const logLikelihood = fit.logLikelihood + rising - logFactorials;
  const errors = errorsOf(design, { fit, family }, { level, robust, cluster: rows.cluster });
  if (!errors.ok) return errors;
  return ok({
    n: design.n,
    events,
    theta,
    thetaSe,
    ...errors.value,
    logLikelihood,
    deviance: 2 * (saturated - fit.logLikelihood),
    nullDeviance: 2 * (saturated - none.value.logLikelihood),
    aic: 2 * (design.p + 2) - 2 * logLikelihood,
    iterations: found.value.rounds,
  });
}

interface Found {
  readonly fit: LikelihoodFit;
  readonly theta: number;
  readonly thetaSe: number;
  readonly above: Float64Array;
  readonly rounds: number;
}

const MOST_ROUNDS = 200;

/** β given θ and θ given β, in turn. */
function inTurn({ design }: CountDesign, begin: Float64Array): Result<Found, StatisticsRefusal> {
  const { y, weight } = design;
  const above = weightsAbove(y, weight);
  let means = meansOf(design, poissonFamily, begin);
  if (extraVariation(design, means) <= 0) return notOverdispersed();
  let theta = likeliestShape({ y, means, weight, above }, firstGuess(design, means));
  let start = begin;
  for (let rounds = 1; rounds <= MOST_ROUNDS; rounds += 1) {
    if (!(theta < BEYOND_POISSON)) return notOverdispersed();
    const family = negativeBinomialFamily(theta);
    const fit = fitLikelihood(design, family, { start });
    if (!fit.ok) return fit;
    start = fit.value.beta;
    means = meansOf(design, family, start);
    const next = likeliestShape({ y, means, weight, above }, theta);
    if (Math.abs(next / theta - 1) < 1e-11) {
      const { information } = shapeSlope({ y, means, weight, above }, theta);
      return ok({ fit: fit.value, theta: next, thetaSe: 1 / Math.sqrt(information), above, rounds });
    }
    theta = next;
  }
  return refuseFor('not-converged', `The extra variation did not settle in ${MOST_ROUNDS} rounds.`);
}

function notOverdispersed() {
  const message =
    'The counts vary no more than Poisson counts do, so the extra variation has no estimate; use Poisson.';
  return refuseFor('not-overdispersed', message);
}

function meansOf(design: Design, family: Family, beta: Float64Array): Float64Array {
  const means = new Float64Array(design.n);
  eachChunk(design, { family, beta }, (from, { eta, count }) => {
    for (let row = 0; row < count; row += 1) means[from + row] = Math.exp(eta[row]!);
  });
  return means;
}

/** Twice the slope of the likelihood by 1/θ where that is zero: Σ w ((y − μ)² − y). */
function extraVariation({ y, weight }: Design, means: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < y.length; row += 1) {
    sum += (weight === null ? 1 : weight[row]!) * ((y[row]! - means[row]!) ** 2 - y[row]!);
  }
  return sum;
}

/** By moments, n / Σ (y/μ − 1)². */
function firstGuess({ y, weight, weights }: Design, means: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < y.length; row += 1) {
    sum += (weight === null ? 1 : weight[row]!) * (y[row]! / means[row]! - 1) ** 2;
  }
  return weights / sum;
}

/** What the likelihood would be were each mean its own count. */
function saturatedHeight({ y, weight }: Design, theta: number): number {
  let sum = 0;
  for (let row = 0; row < y.length; row += 1) {
    const count = y[row]!;
    const w = weight === null ? 1 : weight[row]!;
    sum += w * ((count > 0 ? count * Math.log(count) : 0) - (theta + count) * Math.log1p(count / theta));
  }
  return sum;
}
