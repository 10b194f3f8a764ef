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

interface Slopes {
  readonly slope: Float64Array;
  readonly information: Float64Array;
  readonly logLikelihood: number;
}

/**
 * The first derivatives of the log-likelihood, and the information. Most predictors are levels, 0 in most rows: only
 * those that are not are walked through, and of each symmetric block one half.
 */
function slopes({ x, y, weights, levels }: MultinomialTask, coefficients: Float64Array): Slopes {
  const p = x.length;
  const size = coefficients.length;
  const slope = new Float64Array(size);
  const information = new Float64Array(size * size);
  let logLikelihood = 0;
  const chances = new Float64Array(levels);
  const present: Present = { places: new Int32Array(p), values: new Float64Array(p), count: 0 };
  const { places, values } = present;
  for (let row = 0; row < y.length; row += 1) {
    findPresent(x, row, present);
    const { count } = present;
    const total = chancesOf(present, coefficients, chances);
    const weight = weights[row]!;
    logLikelihood += weight * Math.log(chances[y[row]!]! / total);
    for (let k = 1; k < levels; k += 1) {
      const chance = chances[k]! / total;
      const left = weight * ((y[row] === k ? 1 : 0) - chance);
      const from = (k - 1) * p;
      for (let i = 0; i < count; i += 1) slope[from + places[i]!]! += left * values[i]!;
      for (let l = 1; l <= k; l += 1) {
        const factor = weight * chance * ((k === l ? 1 : 0) - chances[l]! / total);
        for (let i = 0; i < count; i += 1) {
          const part = factor * values[i]!;
          const line = (from + places[i]!) * size + (l - 1) * p;
          for (let j = 0; j <= i; j += 1) information[line + places[j]!]! += part * values[j]!;
        }
      }
    }
  }
  mirrorBlocks(information, { p, blocks: levels - 1 });
  return { slope, information, logLikelihood };
}

/** The predictors of a row that are not 0: their places, ascending, and values. */
interface Present {
  readonly places: Int32Array;
  readonly values: Float64Array;
  count: number;
}

function findPresent(x: readonly Float64Array[], row: number, present: Present): void {
  let count = 0;
  for (let place = 0; place < x.length; place += 1) {
    const value = x[place]![row]!;
    if (value === 0) continue;
    present.places[count] = place;
    present.values[count] = value;
    count += 1;
  }
  present.count = count;
}

/** Each block on and below the diagonal is symmetric: fills its other half in. */
function mirrorBlocks(information: Float64Array, { p, blocks }: { readonly p: number; readonly blocks: number }): void {
  const size = p * blocks;
  for (let k = 0; k < blocks; k += 1) {
    for (let l = 0; l <= k; l += 1) {
      for (let i = 0; i < p; i += 1) {
        for (let j = 0; j < i; j += 1) {
          information[(k * p + j) * size + l * p + i] = information[(k * p + i) * size + l * p + j]!;
        }
      }
    }
  }
}

/** Fills in e^(x·b_k), scaled so that the largest is 1, and answers their sum. */
function chancesOf({ places, values, count }: Present, coefficients: Float64Array, chances: Float64Array): number {
  const p = places.length;
  let most = 0;
  chances[0] = 0;
  for (let k = 1; k < chances.length; k += 1) {
    let score = 0;
    for (let i = 0; i < count; i += 1) score += coefficients[(k - 1) * p + places[i]!]! * values[i]!;
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
