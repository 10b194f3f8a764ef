/**
 * Whether it worked: a study's data, the measures of it, the designs that compare, and the reports that say what was
 * found. Each line is given by the file that it names.
 */
export type { CohortFault } from './domain/cohort/cohort-fault.ts';
export { parseCohort, type CohortTexts } from './domain/cohort/parse-cohort.ts';
export { isGenerated } from './domain/cohort/is-generated.ts';
export type { Arm, Reoffence, StudyCohort, StudyRow, WithoutTheScheme } from './domain/cohort/study-row.ts';
export type { Figure, Measured, MeasureHeader } from './domain/measured.ts';

export { ETHNIC_GROUPS, ofEachGroup, type EthnicGroup } from './domain/disproportionality/ethnic-group.ts';
export {
  relativeRates,
  type Denominator,
  type GroupCount,
  type RelativeRate,
} from './domain/disproportionality/relative-rate.ts';
export { comparisonsIn, heldWords, isOfFew } from './domain/disproportionality/many-comparisons.ts';
export type { Funnel, FunnelPoint } from './domain/disproportionality/funnel.ts';
export { AGE_BANDS, joinedPopulation, type AgeBand, type Population } from './domain/disproportionality/population.ts';
export type { ImputedRate } from './domain/disproportionality/imputed-relative-rates.ts';
export { compareAreas, type AreaFunnel, type AreaSearches } from './domain/disproportionality/compare-areas.ts';
export { searchesIn, type Grouping, type SearchCount } from './domain/disproportionality/search-count.ts';
export type { StepTable } from './domain/disproportionality/search-steps.ts';
export { SEARCH_OUTCOMES } from './domain/disproportionality/counted-steps.ts';
export { IMPUTATIONS, SENSITIVITY_METHOD } from './domain/disproportionality/search-sensitivity.ts';
export {
  searchDisproportionality,
  type SearchesAnswered,
} from './domain/disproportionality/search-disproportionality.ts';
export { demonstrationFiles, type StudyFiles } from './demonstration/demonstration-files.ts';
export { OPEN_GROUPS, OUTCOME_GROUPS } from './domain/recorded-outcomes/outcome-label.ts';
export {
  outcomeTrend,
  type ForceOutcomes,
  type LikeForLike,
  type OutcomeTrend,
  type PeriodOutcomes,
} from './domain/recorded-outcomes/outcome-trend.ts';
export { everyMeasure, type MeasureInputs } from './measures/measures.ts';
export type { GroupBy } from './domain/cohort/groups.ts';
export { parseHarmWeights, type HarmWeights, type HarmWeightsFault } from './domain/harm/harm-weights.ts';
export type { OutcomeTypeRule } from './domain/disposals/outcome-type-rule.ts';
export { parsePlan } from './domain/plan/parse-plan.ts';
export { planHistory, type PlanRun } from './domain/register/plan-history.ts';
export { comparedPrints } from './domain/register/people-prints.ts';
export { releaseVerdict, FORMS, type ReleaseVerdict } from './domain/register/release-verdict.ts';
export type { Plan } from './domain/plan/plan-document.ts';
export type { EvaluationProgress } from './designs/progress.ts';
export { runEvaluation, studiedPeople, type EvaluationTask, type EvaluationWatch } from './use-cases/run-evaluation.ts';
export type { Evaluation, FoundEvaluation } from './report/evaluation.ts';
export { reportModel, type ReportModel } from './report/report-model.ts';
export { renderReportHtml } from './report/render-report-html.ts';
export { renderReportPdf } from './report/render-report-pdf.ts';
export { resultsJson } from './report/results-json.ts';
export { evaluationRoom } from './evaluation-room.ts';
export type { EvaluationSite } from './pages/evaluation-site.ts';
export { closeLeftOver } from './use-cases/close-left-over.ts';
export type { EvaluationResources } from './use-cases/evaluation-resources.ts';
export type { EvaluationWork } from './use-cases/evaluation-work.ts';
export { loadDemonstrationEvaluation } from './demonstration/load-demonstration-evaluation.ts';
export type { ResultFolder } from './store/result-folder.ts';
export { disclose, type DisclosedMeasure } from './domain/disclosure/disclose.ts';
export type { CountForm } from './domain/disclosure/rounding.ts';
export type { Audience } from './domain/disclosure/sentence.ts';
export type { UnitCost, UnitCosts } from './domain/costs/unit-costs.ts';
export { turningPointWords, type TurningPoint } from './domain/costs/turning-point.ts';
export { KNOWN_GROUPINGS } from './domain/cohort/known-groupings.ts';
export { exportCohort, type ExportedCohort } from './use-cases/export-cohort.ts';
export type { StudiedCase } from './domain/from-cases/studied-case.ts';
export type { CopiesEffect, MovedRate } from './domain/disproportionality/copies-effect.ts';
