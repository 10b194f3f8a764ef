/**
 * The mathematics: one method a file, each with its formula, source and choices in its first lines, held to R's answers
 * in `tests/reference/` and to its nominal coverage or error rate under seeds. It knows nothing of what is counted.
 */
export { statisticsRefusalWords, type StatisticsRefusal, type StatisticsRefusalCode } from './refusal.ts';

export { logGamma } from './special/log-gamma.ts';
export { logBeta } from './special/log-beta.ts';
export { errorFunction, complementaryErrorFunction } from './special/error-function.ts';
export { incompleteGamma, type Tails } from './special/incomplete-gamma.ts';
export { incompleteBeta } from './special/incomplete-beta.ts';

export type { Distribution } from './distributions/distribution.ts';
export { normal } from './distributions/normal.ts';
export { studentT } from './distributions/student-t.ts';
export { chiSquared } from './distributions/chi-squared.ts';
export { fDistribution } from './distributions/f.ts';
export { beta } from './distributions/beta.ts';
export { gamma } from './distributions/gamma.ts';

export { binomialVariate } from './random/binomial-variate.ts';

export type { StudyEffect } from './meta-analysis/study-effect.ts';
export {
  randomEffectsMetaAnalysis,
  type MetaAnalysis,
  type MetaAnalysisOptions,
} from './meta-analysis/random-effects-meta-analysis.ts';

export type { BootstrapInterval, CountSample, Resampling, RowSample } from './bootstrap/bootstrap-sample.ts';
export { replicatesByRows } from './bootstrap/replicates-by-rows.ts';
export { replicatesByCounts } from './bootstrap/replicates-by-counts.ts';
export { accelerationByCounts, accelerationByRows } from './bootstrap/acceleration.ts';
export { percentileInterval } from './bootstrap/percentile-interval.ts';
export { bcaInterval, type BcaInput } from './bootstrap/bca-interval.ts';

export type { Arm, Estimate, Interval } from './proportions/arm.ts';
export { wilsonInterval } from './proportions/wilson-interval.ts';
export { clopperPearsonInterval } from './proportions/clopper-pearson-interval.ts';
export { riskDifference } from './proportions/risk-difference.ts';
export { riskRatio } from './proportions/risk-ratio.ts';
export { oddsRatio } from './proportions/odds-ratio.ts';
export { fisherExactTest } from './proportions/fisher-exact-test.ts';
export { chiSquaredTest, type ChiSquaredTest } from './proportions/chi-squared-test.ts';
export { mcnemarTest } from './proportions/mcnemar-test.ts';
export { rateRatio, type EventsInTime } from './proportions/rate-ratio.ts';

export { holm } from './multiplicity/holm.ts';
export { benjaminiHochberg } from './multiplicity/benjamini-hochberg.ts';

export { twoProportionsPower, twoProportionsSize, type TwoRisks } from './power/two-proportions-power.ts';
export { logRankEvents, logRankPower, type HazardsToCompare } from './power/log-rank-power.ts';
