import { ok, type Result } from '../../shared/result.ts';
import { factorise, type CholeskyFactor } from '../matrix/cholesky.ts';
import { tileSums } from '../matrix/tile-sums.ts';
import { squareOf } from '../matrix/triangle.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import type { Design } from './design.ts';
import type { Chunk, Family } from './family.ts';

/** Told after each pass over the data; the fit is given up where it answers false. */
export type Progress = (done: { readonly iteration: number; readonly logLikelihood: number }) => boolean;

/** Where the likelihood is largest, on the standardised scale of the design: the intercept's coefficient first. */
export interface LikelihoodFit {
  readonly beta: Float64Array;
  readonly factor: CholeskyFactor;
  /** Without what does not depend on the coefficients. */
  readonly logLikelihood: number;
  readonly iterations: number;
}

/** Squared standard errors of a step below which the next would no longer be seen. */
const SETTLED = 1e-17;
/** A step that hardly changes the likelihood but moves linear predictors apart by this much leads to no estimate. */
const RUNNING_AWAY = 0.5;
const MOST_ITERATIONS = 100;
const MOST_HALVINGS = 40;
const CHUNK = 256;

/**
 * The coefficients with the largest likelihood, by Fisher's scoring: steps of score over expected information, halved
 * where they do not climb.
 *
 * Source: McCullagh and Nelder (1989), Generalized Linear Models, section 2.5. Choices: the information is summed row by
 * row of standardised columns and taken apart by Cholesky; it ends when a step would change no coefficient by more than
 * a few thousand-millionths of its standard error, which is tighter than R's glm. Refuses columns that others give, and
 * separation: a likelihood that rises for ever while some rows' linear predictors run away.
 */
export function fitLikelihood(
  design: Design,
  family: Family,
  { start, progress = () => true }: { readonly start: Float64Array; readonly progress?: Progress },
): Result<LikelihoodFit, StatisticsRefusal> {
  const size = design.p + 1;
  let beta = start;
  let here = heightAt(design, family, beta);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const factor = factorise(squareOf(here.information, size), size);
    if (factor.deficient.length > 0) return iteration === 0 ? dependent(design, factor) : runaway(design, here.score);
    const step = factor.solve(here.score);
    const squared = step.reduce((sum, move, j) => sum + move * here.score[j]!, 0);
    if (!progress({ iteration, logLikelihood: here.logLikelihood })) {
      return refuseFor('cancelled', `The fit was stopped after ${iteration} iterations.`);
    }
    if (squared <= SETTLED) {
      const settled = beta.map((value, j) => value + step[j]!);
      return ok({ beta: settled, factor, logLikelihood: here.logLikelihood + squared / 2, iterations: iteration });
    }
    if (squared < 1e-4 && furthest(design, step) > RUNNING_AWAY) return runaway(design, step);
    const next = stepUp({ design, family, beta, step, from: here.logLikelihood });
    if (next === null) return refuseFor('not-converged', 'No step from here makes the likelihood larger.');
    ({ beta, here } = next);
  }
  return refuseFor('not-converged', `The estimates did not settle in ${MOST_ITERATIONS} iterations.`);
}

/** Zero effects, and the intercept at the mean outcome. */
export function startOf({ p, y, weight, weights, offset }: Design, family: Family): Float64Array {
  const start = new Float64Array(p + 1);
  let mean = 0;
  let shift = 0;
  for (let row = 0; row < y.length; row += 1) {
    const share = (weight === null ? 1 : weight[row]!) / weights;
    mean += share * y[row]!;
    if (offset !== null) shift += share * offset[row]!;
  }
  start[0] = family.link(mean) - shift;
  return start;
}

/** Goes through rows a chunk at a time, with the chunk's linear predictors and what the family makes of them. */
export function eachChunk(
  { n, p, x, y, offset }: Design,
  { family, beta }: { readonly family: Family; readonly beta: Float64Array },
  see: (from: number, chunk: Chunk) => void,
): void {
  const columns = () => new Float64Array(CHUNK);
  const chunk = { eta: columns(), y: columns(), slope: columns(), information: columns(), logLikelihood: columns() };
  for (let from = 0; from < n; from += CHUNK) {
    const count = Math.min(CHUNK, n - from);
    for (let row = 0, cell = from * p; row < count; row += 1) {
      let eta = beta[0]!;
      for (let j = 1; j <= p; j += 1, cell += 1) eta += x[cell]! * beta[j]!;
      chunk.eta[row] = eta;
      chunk.y[row] = y[from + row]!;
    }
    if (offset !== null) for (let row = 0; row < count; row += 1) chunk.eta[row]! += offset[from + row]!;
    const filled = { ...chunk, count };
    family.evaluate(filled);
    see(from, filled);
  }
}

interface Height {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  /** Lower triangle. */
  readonly information: Float64Array;
}

function heightAt(design: Design, family: Family, beta: Float64Array): Height {
  const { p, x, weight } = design;
  const score = new Float64Array(p + 1);
  const sums = new Float64Array(1 + p + (p * (p + 1)) / 2);
  const factor = new Float64Array(CHUNK);
  const addTiles = tileSums(x, p, factor);
  let logLikelihood = 0;
  eachChunk(design, { family, beta }, (from, { count, slope, information, logLikelihood: parts }) => {
    for (let row = 0; row < count; row += 1) {
      const w = weight === null ? 1 : weight[from + row]!;
      factor[row] = w * information[row]!;
      sums[0]! += factor[row]!;
      logLikelihood += w * parts[row]!;
      const pull = w * slope[row]!;
      score[0]! += pull;
      for (let j = 0, cell = (from + row) * p; j < p; j += 1, cell += 1) score[j + 1]! += pull * x[cell]!;
    }
    addTiles(from, count, sums);
  });
  return { logLikelihood, score, information: withIntercept(sums, p) };
}

/** The lower triangle of the information with the intercept first, from Σ w, Σ w x and the triangle of Σ w x xᵀ. */
function withIntercept(sums: Float64Array, p: number): Float64Array {
  const triangle = new Float64Array(((p + 1) * (p + 2)) / 2);
  triangle[0] = sums[0]!;
  for (let j = 0, from = 1 + p, to = 1; j < p; j += 1) {
    triangle[to++] = sums[1 + j]!;
    for (let k = 0; k <= j; k += 1) triangle[to++] = sums[from++]!;
  }
  return triangle;
}

interface Step {
  readonly design: Design;
  readonly family: Family;
  readonly beta: Float64Array;
  readonly step: Float64Array;
  readonly from: number;
}

function stepUp({ design, family, beta, step, from }: Step) {
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving += 1, share /= 2) {
    const next = beta.map((value, j) => value + share * step[j]!);
    const here = heightAt(design, family, next);
    if (here.logLikelihood >= from - 1e-12 * Math.abs(from)) return { beta: next, here };
  }
  return null;
}

/** The most that any row's linear predictor would move. */
function furthest({ n, p, x }: Design, step: Float64Array): number {
  let most = 0;
  for (let row = 0, cell = 0; row < n; row += 1) {
    let move = step[0]!;
    for (let j = 1; j <= p; j += 1, cell += 1) move += x[cell]! * step[j]!;
    most = Math.max(most, Math.abs(move));
  }
  return most;
}

function dependent({ names }: Design, { deficient }: CholeskyFactor) {
  const named = deficient.map((at) => names[at]).join(', ');
  return refuseFor('singular-design', `${named} is a combination of the other columns; leave it out.`);
}

function runaway({ names }: Design, step: Float64Array) {
  const moves = [...step].map(Math.abs);
  const most = Math.max(...moves.slice(1), 0);
  const named = names.filter((_, j) => j > 0 && moves[j]! >= most / 10).join(', ');
  const message = `The effect of ${named} has no finite estimate: it foretells the outcome of some rows without fail.`;
  return refuseFor('separation', message);
}
