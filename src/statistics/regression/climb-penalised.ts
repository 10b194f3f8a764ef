import { ok, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { factorise } from '../matrix/cholesky.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import type { Design } from './design.ts';
import type { Family } from './family.ts';
import { eachChunk } from './likelihood-fit.ts';
import { termOf, type RegressionTerm } from './regression-fit.ts';
import { unstandardised, unstandardisedCovariance } from './units-of-columns.ts';

export interface FirthFit {
  readonly n: number;
  readonly events: number;
  readonly terms: readonly RegressionTerm[];
  readonly coefficients: Float64Array;
  /** Row after row; the inverse of the expected information. */
  readonly covariance: Float64Array;
  /** log L + ½ log |I|, on the scale of standardised columns. */
  readonly penalisedLogLikelihood: number;
  readonly iterations: number;
}

const MOST_ITERATIONS = 200;
const SETTLED = 1e-20;

/** A family in its natural link, with what Jeffreys' prior adds to the score of a row for each unit of its leverage. */
export interface PenalisedFamily {
  readonly family: Family;
  /** Half of the third cumulant over the variance, at this linear predictor: ½ − π for chances, ½ for Poisson counts. */
  readonly pull: (eta: number) => number;
  readonly start: Float64Array;
}

/** Climbs log L + ½ log |I| by Newton's steps, halved where they do not climb. */
export function climbPenalised(
  design: Design,
  penalty: PenalisedFamily,
  { level, events }: { readonly level: number; readonly events: number },
): Result<FirthFit, StatisticsRefusal> {
  let beta = penalty.start;
  let here = penalised(design, penalty, beta);
  for (let iterations = 0; iterations < MOST_ITERATIONS; iterations += 1) {
    if (here === null) return refuseFor('singular-design', 'A column is a combination of the others; leave it out.');
    const step = here.factor.solve(here.score);
    const squared = step.reduce((sum, move, j) => sum + move * here!.score[j]!, 0);
    if (squared <= SETTLED) {
      const coefficients = unstandardised(design, beta);
      const covariance = unstandardisedCovariance(design, here.factor.inverse());
      const z = normal.upperQuantile((1 - level) / 2);
      const terms = design.names.map((name, j) =>
        termOf(name, { coefficients, covariance, robustCovariance: null, j, z }),
      );
      return ok({
        n: design.n,
        events,
        terms,
        coefficients,
        covariance,
        penalisedLogLikelihood: here.height,
        iterations,
      });
    }
    let share = 1;
    let next = beta.map((value, j) => value + step[j]!);
    let there = penalised(design, penalty, next);
    while ((there === null || there.height < here.height - 1e-12 * Math.abs(here.height)) && share > 1e-8) {
      share /= 2;
      next = beta.map((value, j) => value + share * step[j]!);
      there = penalised(design, penalty, next);
    }
    beta = next;
    here = there;
  }
  return refuseFor('not-converged', `The estimates did not settle in ${MOST_ITERATIONS} iterations.`);
}

/** The penalised likelihood, its score and the information at β; null where the information can't be inverted. */
function penalised(design: Design, { family, pull: pullAt }: PenalisedFamily, beta: Float64Array) {
  const { n, p, x, weight } = design;
  const size = p + 1;
  const information = new Float64Array(size * size);
  const eta = new Float64Array(n);
  const variance = new Float64Array(n);
  const slope = new Float64Array(n);
  let height = 0;
  const xOf = (row: number, j: number) => (j === 0 ? 1 : x[row * p + j - 1]!);
  eachChunk(design, { family, beta }, (from, chunk) => {
    for (let at = 0; at < chunk.count; at += 1) {
      const row = from + at;
      const w = weight === null ? 1 : weight[row]!;
      eta[row] = chunk.eta[at]!;
      variance[row] = w * chunk.information[at]!;
      slope[row] = w * chunk.slope[at]!;
      height += w * chunk.logLikelihood[at]!;
      for (let j = 0; j < size; j += 1) {
        for (let k = 0; k <= j; k += 1) information[j * size + k]! += variance[row] * xOf(row, j) * xOf(row, k);
      }
    }
  });
  const factor = factorise(information, size);
  if (factor.deficient.length > 0) return null;
  const inverse = factor.inverse();
  const score = new Float64Array(size);
  for (let row = 0; row < n; row += 1) {
    let leverage = 0;
    for (let j = 0; j < size; j += 1) {
      for (let k = 0; k < size; k += 1) leverage += xOf(row, j) * inverse[j * size + k]! * xOf(row, k);
    }
    const pull = slope[row]! + variance[row]! * leverage * pullAt(eta[row]!);
    for (let j = 0; j < size; j += 1) score[j]! += pull * xOf(row, j);
  }
  return { height: height + factor.logDeterminant() / 2, score, factor };
}
