import { factorise, type CholeskyFactor } from '../matrix/cholesky.ts';

export interface MultinomialTask {
  /** Predictors, the intercept among them. */
  readonly x: readonly Float64Array[];
  /** The place of each row's level, from 0. */
  readonly y: Int32Array;
  readonly weights: Float64Array;
  readonly levels: number;
}

export interface MultinomialFit {
  /** Of level 1, then of level 2, and so on; against level 0. */
  readonly coefficients: Float64Array;
  /** The factor of the information, whose inverse is the covariance of the coefficients. */
  readonly information: CholeskyFactor;
}

const MOST_STEPS = 50;
const ENOUGH = 1e-13;

/**
 * The most likely coefficients of P(level k) = e^(x·b_k) / Σ_l e^(x·b_l), b_0 = 0, by Newton's method with halved steps;
 * two levels are logistic regression. Source: A. Agresti, Categorical Data Analysis, 2013, section 8.1.
 * For drawing imputations: rows are weighted, and a fit that has not settled after fifty steps is taken as it is.
 */
export function multinomialLogistic(task: MultinomialTask): MultinomialFit {
  const size = task.x.length * (task.levels - 1);
  let coefficients = new Float64Array(size);
  let at = slopes(task, coefficients);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const information = factorise(at.information, size, 0);
    const move = information.solve(at.slope);
    let next = coefficients.map((value, place) => value + move[place]!);
    let there = slopes(task, next);
    for (let halving = 0; halving < 30 && !(there.logLikelihood >= at.logLikelihood - 1e-9); halving += 1) {
      next = next.map((value, place) => (value + coefficients[place]!) / 2);
      there = slopes(task, next);
    }
    const gained = there.logLikelihood - at.logLikelihood;
    [coefficients, at] = [next, there];
    if (gained < ENOUGH * Math.abs(at.logLikelihood)) break;
  }
  return { coefficients, information: factorise(at.information, size, 0) };
}

function slopes({ x, y, weights, levels }: MultinomialTask, coefficients: Float64Array) {
  const p = x.length;
  const size = coefficients.length;
  const slope = new Float64Array(size);
  const information = new Float64Array(size * size);
  let logLikelihood = 0;
  const chances = new Float64Array(levels);
  // The row's own values side by side: the innermost loop then stays in cache.
  const here = new Float64Array(p);
  for (let row = 0; row < y.length; row += 1) {
    for (let i = 0; i < p; i += 1) here[i] = x[i]![row]!;
    const total = chancesOf(x, coefficients, { row, chances });
    const weight = weights[row]!;
    logLikelihood += weight * Math.log(chances[y[row]!]! / total);
    for (let k = 1; k < levels; k += 1) {
      const chance = chances[k]! / total;
      const left = weight * ((y[row] === k ? 1 : 0) - chance);
      for (let i = 0; i < p; i += 1) slope[(k - 1) * p + i]! += left * here[i]!;
      for (let l = 1; l <= k; l += 1) {
        const factor = weight * chance * ((k === l ? 1 : 0) - chances[l]! / total);
        for (let i = 0; i < p; i += 1) {
          const part = factor * here[i]!;
          const place = ((k - 1) * p + i) * size + (l - 1) * p;
          for (let j = 0; j < p; j += 1) information[place + j]! += part * here[j]!;
        }
      }
    }
  }
  return { slope, information, logLikelihood };
}

/** Fills in e^(x·b_k), scaled so that the largest is 1, and answers their sum. */
function chancesOf(
  x: readonly Float64Array[],
  coefficients: Float64Array,
  { row, chances }: { readonly row: number; readonly chances: Float64Array },
): number {
  const p = x.length;
  let most = 0;
  chances[0] = 0;
  for (let k = 1; k < chances.length; k += 1) {
    let score = 0;
    for (let i = 0; i < p; i += 1) score += coefficients[(k - 1) * p + i]! * x[i]![row]!;
    chances[k] = score;
    most = Math.max(most, score);
  }
  let total = 0;
  for (let k = 0; k < chances.length; k += 1) {
    const part = Math.exp(chances[k]! - most);
    chances[k] = part;
    total += part;
  }
  return total;
}
