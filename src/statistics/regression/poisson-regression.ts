import { ok, refuse, type Result } from '../../shared/result.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { countDesign } from './count-rows.ts';
import { countedRows, interceptOnly, type Design, type RegressionRows } from './design.ts';
import { hasFractions } from '../weighting/counted-rows.ts';
import { poissonFamily } from './family.ts';
import { eachChunk, fitLikelihood, startOf } from './likelihood-fit.ts';
import type { RegressionOptions } from './logistic-regression.ts';
import { errorsOf, type RegressionFit } from './regression-fit.ts';

export interface CountFit extends RegressionFit {
  readonly events: number;
  /** Σ (y − μ)² / μ over rows less coefficients: about 1 where counts vary as Poisson counts do, more where more. */
  readonly dispersion: number;
}

/**
 * Poisson regression of counts: log of the mean = β₀ + xβ + offset. `ratio` is a rate ratio where the offset is the
 * logarithm of the time watched.
 *
 * Sources: Nelder and Wedderburn (1972); the fit is likelihood-fit.ts. As R's
 * glm(family = poisson). Where `dispersion` is well above 1 its errors are too small: take robust ones, or the negative
 * binomial.
 */
export function poissonRegression(
  given: RegressionRows,
  { level = 0.95, robust = hasFractions(given.weight), progress = () => true }: RegressionOptions = {},
): Result<CountFit, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  const counted = countedRows(given);
  if (!counted.ok) return counted;
  const rows = counted.value;
  const counts = countDesign(rows);
  if (!counts.ok) return counts;
  const { design, events, logFactorials, saturated } = counts.value;
  const start = startOf(design, poissonFamily);
  const fit = fitLikelihood(design, poissonFamily, { start, progress });
  if (!fit.ok) return fit;
  const none = fitLikelihood(interceptOnly(design), poissonFamily, { start: start.slice(0, 1) });
  if (!none.ok) return none;
  const logLikelihood = fit.value.logLikelihood - logFactorials;
  const options = { level, robust, cluster: rows.cluster };
  const errors = errorsOf(design, { fit: fit.value, family: poissonFamily }, options);
  if (!errors.ok) return errors;
  return ok({
    n: design.n,
    events,
    dispersion: pearson(design, fit.value.beta) / (design.n - design.p - 1),
    ...errors.value,
    logLikelihood,
    deviance: 2 * (saturated - fit.value.logLikelihood),
    nullDeviance: 2 * (saturated - none.value.logLikelihood),
    aic: 2 * (design.p + 1) - 2 * logLikelihood,
    iterations: fit.value.iterations,
  });
}

/** Σ w (y − μ)² / μ. */
function pearson(design: Design, beta: Float64Array): number {
  const { weight } = design;
  let sum = 0;
  eachChunk(design, { family: poissonFamily, beta }, (from, { count, slope, information }) => {
    for (let row = 0; row < count; row += 1) {
      const w = weight === null ? 1 : weight[from + row]!;
      sum += (w * slope[row]! ** 2) / information[row]!;
    }
  });
  return sum;
}
