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
  metaRegression,
  type MetaRegression,
  type MetaRegressionTask,
  type MetaRegressionTerm,
} from './meta-analysis/meta-regression.ts';
export { termsAt, withReferenceGroup, type EffectsTogether } from './meta-analysis/effects-together.ts';
export type { GroupsToCompare } from './meta-analysis/compared-groups.ts';
export type { ResampledDifference } from './meta-analysis/resampled-difference.ts';
export { permutationTestOfGroups } from './meta-analysis/permutation-test-of-groups.ts';
export { wildBootstrapOfGroups } from './meta-analysis/wild-bootstrap-of-groups.ts';
export {
  randomEffectsMetaAnalysis,
  type MetaAnalysis,
  type MetaAnalysisOptions,
} from './meta-analysis/random-effects-meta-analysis.ts';

export type { CountSample, Resampling, RowSample } from './bootstrap/bootstrap-sample.ts';
export { replicatesByRows } from './bootstrap/replicates-by-rows.ts';
export { replicatesByCounts } from './bootstrap/replicates-by-counts.ts';
export { accelerationByCounts, accelerationByRows } from './bootstrap/acceleration.ts';
export { percentileInterval } from './bootstrap/percentile-interval.ts';
export { bcaInterval, type BcaInput } from './bootstrap/bca-interval.ts';

export type { Arm, Estimate, Interval } from './proportions/arm.ts';
export { wilsonInterval } from './proportions/wilson-interval.ts';
export { clopperPearsonInterval } from './proportions/clopper-pearson-interval.ts';
export { newcombeP } from './proportions/newcombe-interval.ts';
export { riskDifference } from './proportions/risk-difference.ts';
export { riskRatio } from './proportions/risk-ratio.ts';
export { oddsRatio } from './proportions/odds-ratio.ts';
export { fisherExactTest } from './proportions/fisher-exact-test.ts';
export { chiSquaredTest, type ChiSquaredTest } from './proportions/chi-squared-test.ts';
export { mcnemarTest } from './proportions/mcnemar-test.ts';
export { agreeingP, type PBesideInterval } from './proportions/agreeing-p.ts';
export { rateRatio, type EventsInTime, type RateRatio } from './proportions/rate-ratio.ts';

export { clusterTrial, type ClusterTrialResult, type ClusterTrialTask } from './cluster-trials/cluster-trial.ts';

export { holm } from './multiplicity/holm.ts';
export { benjaminiHochberg } from './multiplicity/benjamini-hochberg.ts';

export { twoProportionsPower, twoProportionsSize, type TwoRisks } from './power/two-proportions-power.ts';
export { clusterTrialPower, clusterTrialSize, designEffect, type ClusterTrial } from './power/cluster-trial-power.ts';
export { logRankEvents, logRankPower, type HazardsToCompare } from './power/log-rank-power.ts';

export { ascendingOrder } from './sorting/ascending-order.ts';

export { caliperWidth } from './matching/caliper-width.ts';
export { nearestNeighbourMatching, type Matching, type MatchingTask } from './matching/nearest-neighbour-matching.ts';

export { balance, type BalanceAtOnePoint, type BalanceTask, type CovariateBalance } from './weighting/balance.ts';
export { hasFractions } from './weighting/counted-rows.ts';
export { effectiveSampleSize } from './weighting/effective-sample-size.ts';
export { propensityWeights, type Estimand } from './weighting/propensity-weights.ts';

export type { SurvivalRows } from './survival/survival-rows.ts';
export {
  kaplanMeier,
  survivalAt,
  survivalQuantile,
  type SurvivalCurve,
  type SurvivalPoint,
  type SurvivalScale,
} from './survival/kaplan-meier.ts';
export { nelsonAalen, type HazardCurve } from './survival/nelson-aalen.ts';
export { restrictedMean, restrictedMeanDifference, type RestrictedMean } from './survival/restricted-mean.ts';
export {
  cumulativeIncidence,
  incidenceAt,
  type CompetingRows,
  type CumulativeIncidence,
} from './survival/cumulative-incidence.ts';
export {
  cumulativeIncidenceTest,
  type CumulativeIncidenceTestTask,
  type CumulativeIncidenceTest,
} from './survival/cumulative-incidence-test.ts';
export { logRank, type GroupedRows, type LogRankTest } from './survival/log-rank.ts';

export { leastSquares, type LinearFit, type LinearTask, type NamedColumn } from './linear-models/least-squares.ts';
export { robustCovariance, type RobustKind } from './linear-models/robust-covariance.ts';
export { clusteredCovariance } from './linear-models/clustered-covariance.ts';
export { neweyWestCovariance, usualLag } from './linear-models/newey-west-covariance.ts';
export { termOf, type Term } from './linear-models/term.ts';

export {
  differenceInDifferences,
  type DifferenceInDifferences,
  type DifferenceInDifferencesTask,
} from './quasi-experiments/difference-in-differences.ts';
export { trendBefore, type TrendBeforeTask } from './quasi-experiments/trend-before.ts';
export {
  interruptedTimeSeries,
  type InterruptedTimeSeries,
  type InterruptedTimeSeriesTask,
} from './quasi-experiments/interrupted-time-series.ts';
export { complierEffect, type ComplierEffect, type ComplierEffectTask } from './quasi-experiments/complier-effect.ts';
export type { AndersonRubinSet } from './quasi-experiments/anderson-rubin-set.ts';

export { cox, type CoxFit, type CoxOptions, type CoxTerm } from './cox/cox.ts';
export type { Covariate, CoxRows, SortedCox } from './cox/cox-rows.ts';
export type { Ties } from './cox/risk-sets.ts';
export {
  proportionalHazardsTest,
  type ProportionalHazardsTest,
  type TimeScale,
} from './cox/proportional-hazards-test.ts';
export { coxConcordance, type Concordance } from './cox/concordance.ts';

export { rubinsRules, type PooledEstimate, type RubinInput } from './imputation/rubins-rules.ts';
export { rubinsRulesTogether } from './imputation/rubins-rules-together.ts';
export { chainedEquations, type Imputations, type ImputationTask } from './imputation/chained-equations.ts';
export type { ImputationColumn } from './imputation/imputation-column.ts';
export {
  categoryCounts,
  type CategoryCountsTask,
  type CountedRow,
  type FilledCounts,
} from './imputation/category-counts.ts';

export { normalVariate } from './random/normal-variate.ts';
export { gammaVariate } from './random/gamma-variate.ts';

export { propensityModel, type PropensityModel } from './weighting/propensity-model.ts';
export type { EffectTask } from './weighting/effect-task.ts';
export type { Effect } from './weighting/effect.ts';
export { weightedEffect } from './weighting/weighted-effect.ts';
export { doublyRobustEffect, type DoublyRobustTask } from './weighting/doubly-robust-effect.ts';

export type { RegressionRows } from './regression/design.ts';
export type { RegressionFit, RegressionTerm } from './regression/regression-fit.ts';
export { logisticRegression, type LogisticFit, type RegressionOptions } from './regression/logistic-regression.ts';
export type { FirthFit } from './regression/climb-penalised.ts';
export { firthLogistic } from './regression/firth-logistic.ts';
export { firthPoisson } from './regression/firth-poisson.ts';
export { poissonRegression, type CountFit } from './regression/poisson-regression.ts';
export { negativeBinomialRegression, type NegativeBinomialFit } from './regression/negative-binomial-regression.ts';
export { randomInterceptLogistic, type RandomInterceptFit } from './regression/random-intercept-logistic.ts';

export { eValue, riskRatioOfHazards, type EValue, type RatioWithInterval } from './unmeasured/e-value.ts';
