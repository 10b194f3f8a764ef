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
