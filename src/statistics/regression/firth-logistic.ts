import { ok, refuse, type Result } from '../../shared/result.ts';
import { factorise } from '../matrix/cholesky.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { countedRows, designOf, type Design, type RegressionRows } from './design.ts';
import { logisticFamily } from './family.ts';
import { eachChunk } from './likelihood-fit.ts';
import { termOf, type RegressionTerm } from './regression-fit.ts';
import { normal } from '../distributions/normal.ts';
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

/**
 * Logistic regression whose effects are finite even where columns foretell the outcome without fail (separation): the
 * likelihood times the root of the information's determinant, Jeffreys' prior, so that with leverages h the score is
 *
 *     Σ w (y − π) x  +  Σ h (½ − π) x
 *
 * Sources: D. Firth, Biometrika 80, 1993, 27-38; G. Heinze and M. Schemper, Statistics in Medicine 21, 2002, 2409-2419.
 * As R's brglm2 (`type = "AS_mean"`). It is also less biased than the plain fit where rows are few. Choice: Wald errors,
 * p and intervals by the normal distribution, so that p and interval agree; under separation the likelihood is lopsided
 * and they are rough: read them as "of this size or more". Errors by cluster are not to be had, and are refused.
 */
export function firthLogistic(
  given: RegressionRows,
  { level = 0.95 }: { readonly level?: number } = {},
): Result<FirthFit, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  if (given.cluster !== undefined) {
    return refuseFor('not-defined', 'The penalised fit has no errors by cluster; leave the cluster out.');
  }
  const rows = countedRows(given);
  if (!rows.ok) return rows;
  const made = designOf(rows.value);
  if (!made.ok) return made;
  const design = made.value;
  const wrong = design.y.findIndex((value) => value !== 0 && value !== 1);
  if (wrong >= 0) return refuseFor('out-of-range', `The outcome of row ${wrong + 1} is ${design.y[wrong]}; it must be 0 or 1.`); // prettier-ignore
  const events = design.y.reduce((sum, value) => sum + value, 0);
  if (events === 0) return refuseFor('no-events', 'Nobody had the outcome, so nothing foretells it.');
  if (events === design.n) return refuseFor('no-variation', 'Everybody had the outcome, so nothing foretells it.');
  return climb(design, { level, events });
}

function climb(design: Design, { level, events }: { readonly level: number; readonly events: number }) {
  const size = design.p + 1;
  let beta = new Float64Array(size);
  let here = penalised(design, beta);
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
    let there = penalised(design, next);
    while ((there === null || there.height < here.height - 1e-12 * Math.abs(here.height)) && share > 1e-8) {
      share /= 2;
      next = beta.map((value, j) => value + share * step[j]!);
      there = penalised(design, next);
    }
    beta = next;
    here = there;
  }
  return refuseFor('not-converged', `The estimates did not settle in ${MOST_ITERATIONS} iterations.`);
}

/** The penalised likelihood, its score and the information at β; null where the information can't be inverted. */
function penalised(design: Design, beta: Float64Array) {
  const { n, p, x, y, weight } = design;
  const size = p + 1;
  const information = new Float64Array(size * size);
  const eta = new Float64Array(n);
  const variance = new Float64Array(n);
  let height = 0;
  const xOf = (row: number, j: number) => (j === 0 ? 1 : x[row * p + j - 1]!);
  eachChunk(design, { family: logisticFamily, beta }, (from, chunk) => {
    for (let at = 0; at < chunk.count; at += 1) {
      const row = from + at;
      const w = weight === null ? 1 : weight[row]!;
      eta[row] = chunk.eta[at]!;
      variance[row] = w * chunk.information[at]!;
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
    const chance = 1 / (1 + Math.exp(-eta[row]!));
    const pull = (weight === null ? 1 : weight[row]!) * (y[row]! - chance) + variance[row]! * leverage * (0.5 - chance);
    for (let j = 0; j < size; j += 1) score[j]! += pull * xOf(row, j);
  }
  return { height: height + factor.logDeterminant() / 2, score, factor };
}
